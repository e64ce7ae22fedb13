import { type Booking, BookingError, knownBooking, type Member, overrunAt, type Reading, say } from '@convene/booking'
import type { BookingView } from '@convene/booking/contract'
import type { DeskContext } from '../context.ts'
import { type BookingParts, presentBooking } from './booking.ts'

/**
 * A booking as its organiser, a deputy, or a manager may see it.
 *
 * @throws {BookingError} `not_found`, of what others have booked too: members are not told which ids there are
 */
export async function loadBooking(context: DeskContext, viewer: Member, id: string): Promise<BookingView> {
  return presentBooking(await loadParts(context, viewer, id), viewer)
}

/** @throws {BookingError} `not_found` */
export async function loadParts(context: DeskContext, viewer: Member, id: string): Promise<BookingParts> {
  const kept = await context.store.read(async (reading) => {
    return readParts(reading, await knownBooking(reading, viewer, id))
  })
  return addStatus(context, kept)
}

export function notThere(bookingId: string): BookingError {
  return new BookingError('not_found', say('not_there', {}), { field: 'bookingId', value: bookingId })
}

/** What the store knows of a booking. */
export type KeptParts = Omit<BookingParts, 'status' | 'now'>

export async function readParts(reading: Reading, booking: Booking): Promise<KeptParts> {
  return {
    booking,
    occurrences: await reading.bookings.occurrencesOf(booking.id),
    host: await reading.hosts.find(booking.hostId),
    organiser: await reading.members.find(booking.organiserId),
    deputies: await deputiesOf(reading, booking),
    policies: await reading.policies.get(),
    overrun: await overrunAt(reading, booking.id),
  }
}

async function deputiesOf({ members }: Reading, { deputies }: Booking): Promise<readonly Member[]> {
  const found: Member[] = []
  for (const id of deputies) {
    const member = await members.find(id)
    if (member !== undefined) found.push(member)
  }
  return found
}

/** Adds where safe creation has got to; of what ended long ago nothing is asked. */
export async function addStatus({ keeper, clock }: DeskContext, kept: KeptParts): Promise<BookingParts> {
  const { booking } = kept
  const isAtZoom = booking.state !== 'requested' && booking.state !== 'declined'
  const status = isAtZoom ? await keeper.status(booking.meetingKey) : undefined
  return { ...kept, status, now: clock.now() }
}
