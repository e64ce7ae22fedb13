import type { Desk } from '../ports.ts'
import { whereOf } from './book-meeting.ts'
import { audit, noteChange, theDesk } from './tell.ts'

const atOnce = 100

/**
 * Ends the bookings whose last date is over. What Zoom has not made until then it is not to make any more.
 *
 * @returns how many
 */
export async function endBookings(desk: Desk): Promise<number> {
  for (let ended = 0; ; ) {
    const some = await endSome(desk)
    ended += some
    if (some < atOnce) return ended
  }
}

function endSome(desk: Desk): Promise<number> {
  const now = desk.now()
  return desk.store.transaction(async (transaction) => {
    const over = await transaction.bookings.listToEnd(now, atOnce)
    for (const listed of over) {
      // Locked: somebody may be making it longer, or may have cancelled it.
      const booking = await transaction.bookings.find(listed.id)
      if (booking === undefined || booking.state !== listed.state || booking.revision !== listed.revision) continue
      await transaction.bookings.setState(booking.id, 'ended', now)
      if (booking.state === 'reserved' || booking.state === 'unknown') await desk.planner.cancel(transaction, booking)
      await transaction.drift.clear(booking.id)
      await noteChange(desk, transaction, booking)
      await audit(desk, transaction, theDesk, 'booking_ended', booking.id, whereOf(booking))
    }
    return over.length
  })
}
