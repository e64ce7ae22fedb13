import { isAtLeast } from '../domain/approval.ts'
import type { Booking, Occurrence, Wish } from '../domain/booking.ts'
import { BookingError } from '../domain/booking-error.ts'
import { type BookingAction, mayDo } from '../domain/booking-states.ts'
import type { BookingBefore } from '../domain/change-booking.ts'
import type { Member, Role } from '../domain/member.ts'
import { say } from '../domain/message.ts'
import type { Reading } from '../ports.ts'

export interface OwnBooking extends BookingBefore {
  readonly booking: Booking
  readonly wish: Wish
  readonly occurrences: readonly Occurrence[]
}

/**
 * A booking that the member may change.
 *
 * @param revision the one that the member saw
 * @throws {BookingError} `not_found`, `not_allowed`, `wrong_state`, `changed_meanwhile`.
 */
export async function ownBooking(
  reading: Reading,
  member: Member,
  { bookingId, revision }: { readonly bookingId: string; readonly revision: number },
  action: BookingAction,
): Promise<OwnBooking> {
  const booking = await knownBooking(reading, member, bookingId)
  if (booking.organiserId !== member.id && !isAtLeast(member, action === 'decide' ? 'manager' : 'admin'))
    throw new BookingError('not_allowed', say('not_yours', {}))
  if (!mayDo(booking.state, action))
    throw new BookingError('wrong_state', say('state_forbids', { state: booking.state, action }))
  if (booking.revision !== revision) throw changedMeanwhile()
  return { booking, wish: booking, occurrences: await reading.bookings.occurrencesOf(bookingId) }
}

/**
 * A booking that the member knows: an own one, one whose deputy the member is, or any from manager on.
 *
 * @throws {BookingError} `not_found`, for what others have booked too: members see free and busy of others, and not which ids there are
 */
export async function knownBooking(reading: Reading, member: Member, bookingId: string): Promise<Booking> {
  const booking = await reading.bookings.find(bookingId)
  const isKnown =
    booking?.organiserId === member.id || booking?.deputies.includes(member.id) || isAtLeast(member, 'manager')
  if (booking === undefined || !isKnown)
    throw new BookingError('not_found', say('not_there', {}), { field: 'bookingId', value: bookingId })
  return booking
}

/** @throws {BookingError} `not_allowed` for a member of a lower role. */
export function checkRole(member: Member, role: Role): void {
  if (!isAtLeast(member, role)) throw new BookingError('not_allowed', say('needs_role', { role }))
}

export function changedMeanwhile(): BookingError {
  return new BookingError('changed_meanwhile', say('changed_meanwhile', {}))
}
