import { BookingError } from '../domain/booking-error.ts'
import { say } from '../domain/message.ts'
import type { Desk, RequestKey } from '../ports.ts'
import { checkRole, ownBooking } from './access.ts'
import { answerOf, type BookingAnswer, whereOf } from './book-meeting.ts'
import { hostOf } from './change-booking.ts'
import { once } from './once.ts'
import { audit, noteChange, tell } from './tell.ts'

/** What a manager says to a booking that waits. */
export interface Decision {
  readonly bookingId: string
  /** The revision that the manager saw. */
  readonly revision: number
  readonly decision: 'approve' | 'decline'
}

/**
 * A manager approves a booking, which then is made at Zoom, or declines it, which frees its time.
 *
 * @throws {BookingError} `not_allowed`, of one's own booking too; `not_found`, `wrong_state`, `changed_meanwhile`.
 */
export function decideBooking(desk: Desk, request: RequestKey, asked: Decision): Promise<BookingAnswer> {
  return once(desk, request, async (transaction, member) => {
    checkRole(member, 'manager')
    const { booking, occurrences } = await ownBooking(transaction, member, asked, 'decide')
    if (booking.organiserId === member.id) throw new BookingError('not_allowed', say('own_decision', {}))
    const now = desk.now()
    const begun = occurrences.find(({ startsAt }) => startsAt <= now)
    const isApproved = asked.decision === 'approve'
    if (isApproved && begun !== undefined) throw new BookingError('wrong_state', say('has_begun', { date: begun.date }))
    const after = { ...booking, state: isApproved ? ('reserved' as const) : ('declined' as const), changedAt: now }
    await transaction.bookings.setState(after.id, after.state, now)
    if (isApproved) {
      const host = hostOf(await transaction.hosts.list(), after.hostId)
      await desk.planner.plan(transaction, { booking: after, host, occurrences })
    }
    await noteChange(desk, transaction, after)
    await audit(
      desk,
      transaction,
      member.id,
      isApproved ? 'booking_approved' : 'booking_declined',
      after.id,
      whereOf(after),
    )
    await tell(desk, transaction, 'approval_decided', after, { decision: asked.decision })
    const dates = occurrences.map(({ date, startsAt, endsAt }) => ({ date, startsAt, endsAt }))
    return { ...answerOf(after), dates, notes: [] }
  })
}
