import { isAtLeast } from '../domain/approval.ts'
import type { Booking } from '../domain/booking.ts'
import { BookingError } from '../domain/booking-error.ts'
import type { Member } from '../domain/member.ts'
import { say } from '../domain/message.ts'
import { isDue, isWithinItsTime } from '../domain/overrun.ts'
import type { Policies } from '../domain/policies.ts'
import type { Desk, Overrun, Reading, RequestKey } from '../ports.ts'
import { knownBooking } from './access.ts'
import { activeMember, answeredBefore, once } from './once.ts'
import { audit, noteChange } from './tell.ts'

/** A meeting that is to be ended at Zoom. */
interface Ending {
  readonly bookingId: string
  /** The booking whose time comes; `undefined` where none is near. */
  readonly nextBookingId: string | undefined
  readonly meetingId: number
}

/** What there is to be ended, by the booking that overruns or by the one that comes after it; its own overrun goes first. */
export async function overrunAt({ overruns }: Pick<Reading, 'overruns'>, id: string): Promise<Overrun | undefined> {
  const all = await overruns.list()
  return all.find(({ bookingId }) => bookingId === id) ?? all.find(({ nextBookingId }) => nextBookingId === id)
}

/**
 * Whether this member may end, from this booking, the meeting of an overrun: an administrator from both of its bookings, and by policy
 * the organiser of the next one from that.
 */
export function mayEndOverrun(
  member: Member,
  { id, organiserId }: Pick<Booking, 'id' | 'organiserId'>,
  overrun: Overrun | undefined,
  { nextOrganiserMayEnd }: Policies,
): boolean {
  if (overrun === undefined) return false
  return (
    isAtLeast(member, 'admin') || (nextOrganiserMayEnd && overrun.nextBookingId === id && organiserId === member.id)
  )
}

/**
 * Ends at Zoom a meeting that runs beyond its time, so that the next one on its lane can start. Who asks names the booking that overruns
 * (an administrator), or the one whose time comes: its organiser is told nothing of the other.
 *
 * @param endAtZoom ends it, and says whether it ran until then. It may be called again
 * @throws {BookingError} `not_found`, `not_allowed`; `wrong_state` where nothing overruns, or not any more; `key_reused`
 */
export async function endOverrun(
  desk: Desk,
  request: RequestKey,
  asked: { readonly bookingId: string },
  endAtZoom: (meetingId: number) => Promise<boolean>,
): Promise<{ readonly bookingId: string }> {
  const before = await answeredBefore<{ readonly bookingId: string }>(desk, request)
  if (before !== undefined) return before
  const ending = await desk.store.read((reading) => endingFor(desk, reading, request.memberId, asked.bookingId))
  const wasRunning = await endAtZoom(ending.meetingId)
  const { bookingId, nextBookingId } = ending
  return once(desk, request, async (transaction, member) => {
    await transaction.overruns.clear(bookingId)
    for (const id of [bookingId, nextBookingId]) {
      const booking = id === undefined ? undefined : await transaction.bookings.find(id)
      if (booking !== undefined) await noteChange(desk, transaction, booking)
    }
    await audit(desk, transaction, member.id, 'running_ended', bookingId, { nextBookingId, wasRunning })
    return { bookingId: asked.bookingId }
  })
}

async function endingFor(desk: Desk, reading: Reading, memberId: string, id: string): Promise<Ending> {
  const now = desk.now()
  const member = await activeMember(reading, memberId)
  const booking = await knownBooking(reading, member, id)
  const policies = await reading.policies.get()
  const isAdmin = isAtLeast(member, 'admin')
  if (!isAdmin && !(policies.nextOrganiserMayEnd && booking.organiserId === member.id))
    throw new BookingError('not_allowed', say('needs_role', { role: 'admin' }))
  const overrun = await overrunAt(reading, id)
  // An administrator need not wait until the desk has seen it.
  const bookingId = overrun?.bookingId ?? (isAdmin ? id : undefined)
  const isTheirTurn = isAdmin || (mayEndOverrun(member, booking, overrun, policies) && (await isNow(reading, id, now)))
  const meeting = bookingId === undefined ? undefined : await reading.publications.find(bookingId)
  if (bookingId === undefined || meeting === undefined || !isTheirTurn)
    throw new BookingError('wrong_state', say('nothing_overruns', {}))
  if (isWithinItsTime(await reading.bookings.occurrencesOf(bookingId), now))
    throw new BookingError('wrong_state', say('within_its_time', {}))
  return { bookingId, nextBookingId: overrun?.nextBookingId, meetingId: meeting.meetingId }
}

/** What was seen may be minutes old where no worker runs. */
async function isNow({ bookings }: Reading, bookingId: string, now: number): Promise<boolean> {
  return isDue(await bookings.occurrencesOf(bookingId), now)
}
