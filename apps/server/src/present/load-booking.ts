import { type Booking, BookingError, isAtLeast, type Member, type Reading, say } from '@convene/booking'
import type { BookingView } from '@convene/booking/contract'
import type { DeskContext } from '../context.ts'
import { type BookingParts, presentBooking } from './booking.ts'

/**
 * A booking as its organiser, or a manager, may see it.
 *
 * @throws {BookingError} `not_found`, of what others have booked too: members are not told which ids there are
 */
export async function loadBooking(context: DeskContext, viewer: Member, id: string): Promise<BookingView> {
  return presentBooking(await loadParts(context, viewer, id), viewer)
}

/** @throws {BookingError} `not_found` */
export async function loadParts(context: DeskContext, viewer: Member, id: string): Promise<BookingParts> {
  const kept = await context.store.read(async (reading) => {
    const booking = await reading.bookings.find(id)
    const isTheirs = booking?.organiserId === viewer.id || isAtLeast(viewer, 'manager')
    if (booking === undefined || !isTheirs) throw notThere(id)
    return readParts(reading, booking)
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
    policies: await reading.policies.get(),
    overruns: (await reading.overruns.list()).some(({ bookingId }) => bookingId === booking.id),
  }
}

/** Adds where safe creation has got to; of what ended long ago nothing is asked. */
export async function addStatus({ keeper, clock }: DeskContext, kept: KeptParts): Promise<BookingParts> {
  const { booking } = kept
  const isAtZoom = booking.state !== 'requested' && booking.state !== 'declined'
  const status = isAtZoom ? await keeper.status(booking.meetingKey) : undefined
  return { ...kept, status, now: clock.now() }
}
