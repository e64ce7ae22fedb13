import type { Booking } from '../domain/booking.ts'
import { invalidInput } from '../domain/booking-error.ts'
import { say } from '../domain/message.ts'
import type { Desk, Reading, Transaction } from '../ports.ts'
import { changedMeanwhile, type OwnBooking } from './access.ts'
import { noteChange } from './tell.ts'

/**
 * The members with these addresses, by their ids and in their order.
 *
 * @throws {BookingError} `invalid_input` for the address of nobody, of somebody who is not active, and of the organiser
 */
export async function findDeputies(
  members: Pick<Reading['members'], 'find' | 'findByEmail'>,
  addresses: readonly string[],
  organiserId: string,
): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const [index, email] of addresses.entries()) {
    const field = `deputies[${index}]`
    const known = await members.findByEmail(email)
    const member = known && (await members.find(known.id))
    if (member?.isActive !== true) throw invalidInput(field, email, say('no_such_member', {}))
    if (member.id === organiserId) throw invalidInput(field, email, say('organiser_starts_it', {}))
    found.add(member.id)
  }
  return [...found].sort()
}

/** As {@link findDeputies}; who is erased at the same time waits, and is then erased here too. */
export function holdDeputies(
  { members }: Pick<Transaction, 'members'>,
  addresses: readonly string[],
  organiserId: string,
): Promise<readonly string[]> {
  const { findByEmail, findToChange } = members
  return findDeputies({ findByEmail, find: findToChange }, addresses, organiserId)
}

/** Writes other deputies of a booking of which nothing else changes: neither Zoom nor its people are told. */
export async function keepDeputies(
  desk: Desk,
  transaction: Transaction,
  { booking, occurrences }: OwnBooking,
  deputies: readonly string[],
): Promise<Booking> {
  const after = { ...booking, deputies, changedAt: desk.now() }
  const result = await transaction.bookings.replace(after, occurrences)
  if (!result.ok) throw changedMeanwhile()
  const kept = { ...after, revision: booking.revision + 1 }
  await noteChange(desk, transaction, kept)
  return kept
}
