import type { Booking } from '../domain/booking.ts'
import { BookingError } from '../domain/booking-error.ts'
import { type ChangedBooking, type ChangeScope, planLeavingOut } from '../domain/change-booking.ts'
import { say } from '../domain/message.ts'
import type { Desk, RequestKey, Transaction } from '../ports.ts'
import { changedMeanwhile, type OwnBooking, ownBooking } from './access.ts'
import { answerOf, type BookingAnswer, whereOf } from './book-meeting.ts'
import { hostOf, replaceOn } from './change-booking.ts'
import { once } from './once.ts'
import { audit, noteChange, tell, tellChange } from './tell.ts'

/** Which dates of a booking are cancelled. */
export interface CancelRequest {
  readonly bookingId: string
  /** The revision that the member saw. */
  readonly revision: number
  /** All dates, one, or one and all that follow. */
  readonly scope: ChangeScope
}

/**
 * Cancels a booking, or leaves out some of its dates. What is left keeps its link.
 *
 * @throws {BookingError} `not_found`, `not_allowed`, `wrong_state`, `changed_meanwhile`, `invalid_input`.
 */
export function cancelBooking(desk: Desk, request: RequestKey, asked: CancelRequest): Promise<BookingAnswer> {
  return once(desk, request, async (transaction, member) => {
    const own = await ownBooking(transaction, member, asked, 'cancel')
    const { scope } = asked
    const left = scope.scope === 'all' ? undefined : planLeavingOut(own, scope, desk.now())
    const after =
      left === undefined ? await cancelWhole(desk, transaction, own) : await leaveOut(desk, transaction, own, left)
    const details = { ...whereOf(after), ...scope }
    await audit(desk, transaction, member.id, left ? 'booking_changed' : 'booking_cancelled', after.id, details)
    return { ...answerOf(after), dates: left?.dates ?? [], notes: left?.notes ?? [] }
  })
}

export async function cancelWhole(
  desk: Desk,
  transaction: Transaction,
  { booking, occurrences }: OwnBooking,
): Promise<Booking> {
  const now = desk.now()
  const last = occurrences.at(-1)
  if (last !== undefined && occurrences.every(({ startsAt }) => startsAt <= now))
    throw new BookingError('wrong_state', say('has_begun', { date: last.date }))
  const after: Booking = { ...booking, state: 'cancelled', sequence: booking.sequence + 1, changedAt: now }
  // What has begun keeps its lane: it took place, or still does.
  const freed = occurrences.map((one) => ({ ...one, isHeld: one.isHeld && one.startsAt <= now }))
  const result = await transaction.bookings.replace(after, freed)
  if (!result.ok) throw changedMeanwhile()
  const kept = { ...after, revision: booking.revision + 1 }
  await noteChange(desk, transaction, kept)
  await transaction.drift.clear(kept.id)
  // Of a booking that waited for a manager nobody else has heard.
  if (booking.state === 'requested') return kept
  await desk.planner.cancel(transaction, kept)
  await tell(desk, transaction, 'booking_cancelled', kept)
  return kept
}

async function leaveOut(desk: Desk, transaction: Transaction, own: OwnBooking, left: ChangedBooking): Promise<Booking> {
  const { hostId, lane, choice } = own.booking
  const host = hostOf(await transaction.hosts.list(), hostId)
  const policies = await transaction.policies.get()
  const chosen = { hostId, lane, choice, host }
  const { result, kept } = await replaceOn(desk, transaction, own, left, { policies, now: desk.now() }, chosen)
  if (!result.ok) throw changedMeanwhile()
  await tellChange(desk, transaction, own.booking, kept)
  return kept
}
