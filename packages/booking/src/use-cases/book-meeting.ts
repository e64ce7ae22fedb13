import { needsApproval } from '../domain/approval.ts'
import type { Booking, Wish } from '../domain/booking.ts'
import { invalidInput } from '../domain/booking-error.ts'
import { datesOfMeeting, type MeetingDate } from '../domain/meeting-dates.ts'
import type { Member } from '../domain/member.ts'
import { type Message, say } from '../domain/message.ts'
import type { Desk, RequestKey, Transaction } from '../ports.ts'
import { checkRules, type Question, spentToday } from './availability.ts'
import { holdDeputies } from './deputies.ts'
import { type Chosen, holdBest, occurrencesFor } from './hold.ts'
import { once } from './once.ts'
import { audit, noteChange, tell } from './tell.ts'

/** What is told at once of a booking; the link follows when Zoom has made the meeting. */
export interface BookingAnswer extends Pick<Booking, 'id' | 'revision' | 'state' | 'hostId' | 'lane' | 'choice'> {
  readonly dates: readonly MeetingDate[]
  readonly notes: readonly Message[]
}

/**
 * Books a meeting on the best host that is free: all of its dates or none.
 *
 * @param deputies addresses of members who may start it too
 * @throws {BookingError} `invalid_input`, `zoom_cannot`, `refused_by_policy`, `no_free_host`, `not_allowed`, `key_reused`.
 */
export async function bookMeeting(
  desk: Desk,
  request: RequestKey,
  wish: Wish,
  deputies: readonly string[] = [],
): Promise<BookingAnswer> {
  const now = desk.now()
  const { dates, start, notes } = datesOfMeeting(wish)
  const budgetSpent = await spentToday(desk)
  return once(desk, request, async (transaction, member) => {
    checkToCome(dates, wish, now)
    const policies = await transaction.policies.get()
    const hosts = await transaction.hosts.list()
    const question: Question = {
      wish: { ...wish, start },
      dates,
      organiserId: member.id,
      deputies: await holdDeputies(transaction, deputies, member.id),
      policies,
      hosts,
      budgetSpent,
      now,
    }
    await checkRules(transaction, question)
    const booking = await holdNew(desk, transaction, question, (chosen) => stateFor(member, chosen, question))
    await audit(desk, transaction, member.id, 'booking_made', booking.id, whereOf(booking))
    return { ...answerOf(booking), dates, notes }
  })
}

/** Whether the booking waits for a manager. */
function stateFor(member: Member, { host }: Chosen, { policies }: Question): 'requested' | 'reserved' {
  return needsApproval(member, host, policies) ? 'requested' : 'reserved'
}

/** Holds the dates of a new booking, and has its meeting made at Zoom unless it waits for a manager. */
export function holdNew(
  desk: Desk,
  transaction: Transaction,
  question: Question,
  stateOn: (chosen: Chosen) => 'requested' | 'reserved',
  prefer?: Parameters<typeof holdBest>[3],
): Promise<Booking> {
  const hold = async (chosen: Chosen) => {
    const booking = newBooking(desk, question, chosen, stateOn(chosen))
    return { result: await keepNew(desk, transaction, question, booking, chosen), kept: booking }
  }
  return holdBest(transaction, question, hold, prefer)
}

export function newBooking(
  { createId }: Pick<Desk, 'createId'>,
  { wish, organiserId, deputies = [], now }: Question,
  { hostId, lane, choice }: Pick<Chosen, 'hostId' | 'lane' | 'choice'>,
  state: Booking['state'],
): Booking {
  const id = createId()
  return {
    ...wish,
    id,
    organiserId,
    deputies,
    hostId,
    lane,
    state,
    revision: 1,
    sequence: 0,
    meetingKey: id,
    choice,
    createdAt: now,
    changedAt: now,
  }
}

/** Keeps a new booking with its dates, and what is to follow of it. */
export async function keepNew(
  desk: Desk,
  transaction: Transaction,
  { dates, policies }: Pick<Question, 'dates' | 'policies'>,
  booking: Booking,
  { host }: Pick<Chosen, 'host'>,
): ReturnType<Transaction['bookings']['add']> {
  const occurrences = occurrencesFor(desk, booking, host, dates, policies.bufferMinutes)
  const result = await transaction.bookings.add(booking, occurrences)
  if (!result.ok) return result
  await noteChange(desk, transaction, booking)
  if (booking.state === 'requested') await tell(desk, transaction, 'approval_asked', booking)
  else await desk.planner.plan(transaction, { booking, host, occurrences })
  return result
}

/** @throws {BookingError} `invalid_input`: Zoom would make of a start in the past one that is now (docs/zoom-facts.md §5.4). */
export function checkToCome(dates: readonly MeetingDate[], { start }: Pick<Wish, 'start'>, now: number): void {
  if (dates.some(({ startsAt }) => startsAt <= now)) throw invalidInput('start', start, say('in_the_past', {}))
}

export function answerOf(booking: Booking): Omit<BookingAnswer, 'dates' | 'notes'> {
  const { id, revision, state, hostId, lane, choice } = booking
  return { id, revision, state, hostId, lane, choice }
}

export function whereOf({ hostId, lane, state }: Booking): { hostId: string; lane: number; state: string } {
  return { hostId, lane, state }
}
