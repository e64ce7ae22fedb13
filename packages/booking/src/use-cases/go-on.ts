import { BookingError } from '../domain/booking-error.ts'
import { mayDo } from '../domain/booking-states.ts'
import type { Desk } from '../ports.ts'
import { hostOf } from './change-booking.ts'

/**
 * Zoom takes no rule that has begun: a series of which the first date passed while Zoom was away, or no worker ran, would never be made,
 * or never be changed. It goes on from its next date.
 *
 * @returns whether there was anything to do
 */
export async function goOn(desk: Desk, meetingKey: string): Promise<boolean> {
  try {
    return await desk.store.transaction(async (transaction) => {
      const booking = await transaction.bookings.findByMeetingKey(meetingKey)
      if (booking?.recurrence === undefined || !mayDo(booking.state, 'extend')) return false
      const host = hostOf(await transaction.hosts.list(), booking.hostId)
      const occurrences = await transaction.bookings.occurrencesOf(booking.id)
      return desk.planner.goOn(transaction, { booking, host, occurrences })
    })
  } catch (error) {
    // A date that was moved behind would be lost: a person is to say what shall become of it.
    if (error instanceof BookingError && error.code === 'wrong_state') return false
    throw error
  }
}
