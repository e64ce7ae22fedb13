import type { Booking } from '../domain/booking.ts'
import { type MeetingOutcome, stateAfter } from '../domain/meeting-outcome.ts'
import type { Desk, Drift, Publication, Transaction } from '../ports.ts'
import { changedMeanwhile } from './access.ts'
import { whereOf } from './book-meeting.ts'
import { audit, noteChange, tell, theDesk } from './tell.ts'

/**
 * Takes over what became of a booking's meeting at Zoom: its state, what is other there than booked, and which link its people have. They
 * are told of a link once, and of another one in its place too: none changes silently. The same outcome may come any number of times,
 * from any number of processes.
 *
 * @returns whether anything is other than before
 */
export function settleBooking(desk: Desk, outcome: MeetingOutcome): Promise<boolean> {
  return desk.store.transaction(async (transaction) => {
    const booking = await transaction.bookings.findByMeetingKey(outcome.meetingKey)
    if (booking === undefined) return false
    const { state } = booking
    if (state !== 'reserved' && state !== 'unknown' && state !== 'confirmed') return false
    const next = stateAfter(state, outcome)
    if (next !== state) await transaction.bookings.setState(booking.id, next, desk.now())
    const isPublished = await publish(desk, transaction, { ...booking, state: next }, outcome)
    const hasDrifted = await keepDrift(desk, transaction, booking, outcome)
    const isOther = next !== state || isPublished || hasDrifted
    if (isOther) await noteChange(desk, transaction, booking)
    return isOther
  })
}

/** Whether its people are told of a link. */
async function publish(
  desk: Desk,
  transaction: Transaction,
  booking: Booking,
  { meeting, isChanging, differences }: MeetingOutcome,
): Promise<boolean> {
  if (meeting === undefined) return false
  const before = await transaction.publications.find(booking.id)
  // Somebody has changed the passcode at Zoom: whether that shall stay is for a person to say.
  const isUndecided = isChanging || differences.some(({ field }) => field === 'join_url')
  if (before !== undefined && before.meetingId === meeting.id && (isUndecided || before.joinUrl === meeting.joinUrl))
    return false
  const kept = before?.revision === booking.revision ? await raiseRevision(desk, transaction, booking) : booking
  await publishLink(desk, transaction, kept, { ...meeting, isNew: before !== undefined })
  return true
}

/** Writes down the link that people have from now on, and has them told. */
async function publishLink(
  desk: Desk,
  transaction: Transaction,
  booking: Booking,
  { id, joinUrl, isNew }: { readonly id: number; readonly joinUrl: string; readonly isNew: boolean },
): Promise<void> {
  const publication: Publication = {
    bookingId: booking.id,
    meetingId: id,
    joinUrl,
    revision: booking.revision,
    at: desk.now(),
  }
  await transaction.publications.set(publication)
  await tell(desk, transaction, 'booking_confirmed', booking, isNew ? { link: 'new' } : {})
  await audit(desk, transaction, theDesk, 'booking_confirmed', booking.id, { ...whereOf(booking), meetingId: id })
}

/** Its calendar file counts as newer, and who has the booking open sees that it is another. */
export async function raiseRevision(desk: Desk, transaction: Transaction, booking: Booking): Promise<Booking> {
  const after = { ...booking, sequence: booking.sequence + 1, changedAt: desk.now() }
  const result = await transaction.bookings.replace(after, await transaction.bookings.occurrencesOf(booking.id))
  if (!result.ok) throw changedMeanwhile()
  return { ...after, revision: booking.revision + 1 }
}

/** Whether what is other at Zoom is other than what was known. */
async function keepDrift(
  desk: Desk,
  transaction: Transaction,
  booking: Booking,
  outcome: MeetingOutcome,
): Promise<boolean> {
  if (outcome.isChanging) return false
  const before = await transaction.drift.find(booking.id)
  const drift = driftOf(booking, outcome, await transaction.publications.find(booking.id), desk.now())
  if (drift === undefined) {
    if (before !== undefined) await transaction.drift.clear(booking.id)
    return before !== undefined
  }
  if (before !== undefined && isSame(before, drift)) return false
  await transaction.drift.set(drift)
  const { is, fields, candidates } = drift
  await audit(desk, transaction, theDesk, 'drift_seen', booking.id, {
    is,
    fields: fields.map(({ field }) => field),
    candidates,
  })
  return true
}

function driftOf(
  { id: bookingId }: Booking,
  { is, meeting, differences, candidates }: MeetingOutcome,
  publication: Publication | undefined,
  seenAt: number,
): Drift | undefined {
  if (is === 'gone') return { bookingId, is: 'deleted', fields: [], candidates: [], seenAt }
  if (is === 'undecided') return { bookingId, is: 'undecided', fields: [], candidates, seenAt }
  // Safe creation goes on telling of another link than it made; people were told of this one.
  const fields = differences.filter(({ field }) => field !== 'join_url' || publication?.joinUrl !== meeting?.joinUrl)
  return fields.length === 0 ? undefined : { bookingId, is: 'changed', fields, candidates: [], seenAt }
}

function isSame(one: Drift, other: Drift): boolean {
  const essence = ({ is, fields, candidates }: Drift) => JSON.stringify([is, fields, candidates])
  return essence(one) === essence(other)
}
