import type { Alternatives } from '../domain/alternatives.ts'
import { needsApproval } from '../domain/approval.ts'
import type { Booking, Occurrence, Wish } from '../domain/booking.ts'
import { BookingError, invalidInput } from '../domain/booking-error.ts'
import {
  type Change,
  type ChangedBooking,
  type ChangeScope,
  checkNoneBehind,
  isEmpty,
  planChange,
} from '../domain/change-booking.ts'
import type { Host } from '../domain/host.ts'
import type { MeetingDate } from '../domain/meeting-dates.ts'
import type { Member } from '../domain/member.ts'
import { type Message, say } from '../domain/message.ts'
import type { Refusal } from '../domain/policy-rules.ts'
import type { Candidate, RefusedHost } from '../domain/rank-hosts.ts'
import { costOf, type ZoomCost } from '../domain/zoom-cost.ts'
import type { Desk, HoldResult, Reading, RequestKey, Transaction } from '../ports.ts'
import { changedMeanwhile, type OwnBooking, ownBooking } from './access.ts'
import { alternatives, noFreeHost, type Question, rank, refusals, spentToday } from './availability.ts'
import { answerOf, type BookingAnswer, holdNew, whereOf } from './book-meeting.ts'
import { findDeputies, holdDeputies, keepDeputies } from './deputies.ts'
import { type Chosen, holdBest, occurrencesFor } from './hold.ts'
import { activeMember, once } from './once.ts'
import { audit, noteChange, tellChange, tellDeputies } from './tell.ts'

/** What of which dates is to be other. */
export interface ChangeRequest {
  readonly bookingId: string
  /** The revision that the member saw. */
  readonly revision: number
  readonly scope: ChangeScope
  readonly change: Change
  /** Addresses of those who may start it too; `undefined`: they stay. */
  readonly deputies?: readonly string[] | undefined
  /** Whether another host may be taken where this one is not free; the meeting has another link then. */
  readonly mayMove: boolean
}

/** What a change has made of a booking. */
export interface ChangeAnswer extends BookingAnswer {
  /** With `following`: the rest of the series, a booking of its own with another link. */
  readonly rest: BookingAnswer | undefined
  /** What Zoom is asked for: for the booking, and for the rest. */
  readonly costs: readonly ZoomCost[]
}

/**
 * Changes one date of a booking, it and all that follow, or all. On the same host the link stays.
 *
 * @throws {BookingError} as `bookMeeting`, and `not_found`, `wrong_state`, `changed_meanwhile`.
 */
export async function changeBooking(desk: Desk, request: RequestKey, asked: ChangeRequest): Promise<ChangeAnswer> {
  const budgetSpent = await spentToday(desk)
  return once(desk, request, async (transaction, member) => {
    const own = await ownBooking(transaction, member, asked, 'change')
    const { plan, question, rest, broken, mustAskAgain } = await prepare(
      desk,
      transaction,
      member,
      own,
      asked,
      budgetSpent,
    )
    if (mustAskAgain) throw new BookingError('not_allowed', say('approved_as_it_is', {}))
    if (broken[0] !== undefined) throw new BookingError('refused_by_policy', broken[0].says, { refusals: broken })
    const { organiserId } = own.booking
    const deputies = asked.deputies && (await holdDeputies(transaction, asked.deputies, organiserId))
    const isOther = rest !== undefined || !isEmpty(asked.change)
    const named = { ...question, deputies: rest === undefined ? deputies : undefined }
    const after = isOther
      ? await holdChanged(desk, transaction, own, plan.booking, named)
      : await keepDeputies(desk, transaction, own, deputies ?? [])
    await audit(desk, transaction, member.id, 'booking_changed', own.booking.id, {
      ...whereOf(after),
      scope: asked.scope.scope,
      fields: [...Object.keys(asked.change), ...(deputies === undefined ? [] : ['deputies'])],
    })
    if (isOther) await tellChange(desk, transaction, own.booking, after)
    await tellDeputies(desk, transaction, own.booking, after)
    const restAfter = rest && (await holdRest(desk, transaction, own, { ...rest, deputies }))
    if (restAfter !== undefined)
      await audit(desk, transaction, member.id, 'booking_split', restAfter.id, {
        ...whereOf(restAfter),
        from: after.id,
      })
    return {
      ...answerOf(after),
      dates: plan.booking.dates,
      notes: plan.booking.notes,
      rest: restAfter && { ...answerOf(restAfter), dates: rest?.dates ?? [], notes: plan.rest?.notes ?? [] },
      costs: costsOf(own, after, restAfter),
    }
  })
}

/** What a change would make of a booking, and what it would cost at Zoom. Nothing is held. */
export interface ChangePreview {
  readonly dates: readonly MeetingDate[]
  readonly notes: readonly Message[]
  /** The host that it would have; `undefined` when none is free. */
  readonly hostId: string | undefined
  /** `following`: what the rest of the series would be. */
  readonly rest: { readonly dates: readonly MeetingDate[]; readonly hostId: string | undefined } | undefined
  /** Of the hosts that would be taken. */
  readonly costs: readonly ZoomCost[]
  /** What each host has spent of its day. */
  readonly budgetSpent: ReadonlyMap<string, number>
  /** Rules of the desk that the new dates break. */
  readonly refusals: readonly Refusal[]
  /** A manager has approved it as it is: it can only be cancelled and booked anew. */
  readonly needsApproval: boolean
  /** Where no host is free: why, and when one would be. */
  readonly refused: readonly RefusedHost[]
  readonly alternatives: Alternatives | undefined
}

/**
 * What a change would come to; that a rule is broken, or no host free, is said and not thrown.
 *
 * @throws {BookingError} `invalid_input`, `zoom_cannot`, `not_found`, `not_allowed`, `wrong_state`, `changed_meanwhile`.
 */
export async function previewChange(desk: Desk, memberId: string, asked: ChangeRequest): Promise<ChangePreview> {
  const budgetSpent = await spentToday(desk)
  return desk.store.read(async (reading) => {
    const member = await activeMember(reading, memberId)
    const own = await ownBooking(reading, member, asked, 'change')
    if (asked.deputies !== undefined) await findDeputies(reading.members, asked.deputies, own.booking.organiserId)
    const { plan, question, rest, broken, mustAskAgain } = await prepare(desk, reading, member, own, asked, budgetSpent)
    const place = await placeFor(reading, own, question)
    if (place.hostId !== undefined && place.hostId !== own.booking.hostId) checkNoneBehind(question.wish, question.now)
    const restPlace = rest && (await placeFor(reading, own, rest, true))
    const without = [place, restPlace].find((one) => one !== undefined && one.hostId === undefined)
    return {
      dates: plan.booking.dates,
      notes: [...plan.booking.notes, ...(plan.rest?.notes ?? [])],
      hostId: place.hostId,
      rest: rest && { dates: rest.dates, hostId: restPlace?.hostId },
      costs: costsOf(own, placed(plan.booking.wish, place.hostId), rest && placed(rest.wish, restPlace?.hostId)),
      budgetSpent,
      refusals: broken,
      needsApproval: mustAskAgain,
      refused: without?.refused ?? [],
      alternatives: without && (await alternatives(reading, without.question)),
    }
  })
}

interface Prepared {
  readonly plan: ReturnType<typeof planChange>
  readonly question: Question
  /** What is asked of the hosts for the rest of a series. */
  readonly rest: Question | undefined
  /** Rules of the desk that the new dates break. */
  readonly broken: readonly Refusal[]
  /** Whether the new dates would have to be approved again. */
  readonly mustAskAgain: boolean
}

async function prepare(
  desk: Desk,
  reading: Reading,
  member: Member,
  own: OwnBooking,
  { scope, change, deputies, mayMove }: ChangeRequest,
  budgetSpent: ReadonlyMap<string, number>,
): Promise<Prepared> {
  if (deputies === undefined && isEmpty(change)) throw invalidInput('change', change, say('nothing_changes', {}))
  if (deputies !== undefined && scope.scope === 'one') throw invalidInput('deputies', deputies, say('only_whole', {}))
  const now = desk.now()
  const { booking } = own
  const plan = planChange(own, scope, change, now)
  const policies = await reading.policies.get()
  // Somebody who has to ask cannot have one thing approved and make another of it.
  const mustAsk = (host: Host): boolean => booking.state !== 'requested' && needsApproval(member, host, policies)
  const hosts = await reading.hosts.list()
  const current = { ...hostOf(hosts, booking.hostId), isActive: true }
  const others = hosts.filter((host) => host.id !== current.id && !mustAsk(host))
  const asWas = new Set(own.occurrences.map(timesOf))
  const dates = [...plan.booking.dates, ...(plan.rest?.dates ?? [])]
  const fresh = dates.filter((one) => !asWas.has(timesOf(one)))
  const staying = [...plan.booking.begun, ...dates.filter((one) => !fresh.includes(one))].map(
    ({ startsAt }) => startsAt,
  )
  const common = { organiserId: booking.organiserId, policies, budgetSpent, ignoring: booking.id, staying, now }
  const question: Question = {
    ...common,
    wish: plan.booking.wish,
    dates: plan.booking.dates,
    hosts: mayMove ? [current, ...others] : [current],
  }
  const rest = plan.rest && { ...common, wish: plan.rest.wish, dates: plan.rest.dates, hosts: [current, ...others] }
  // The rules are for what is new: who only changes the title has given notice long ago.
  const isNew = fresh.length > 0
  const broken = isNew ? await refusals(reading, { ...(rest ?? question), dates: fresh }) : []
  return { plan, question, rest, broken, mustAskAgain: isNew && mustAsk(current) }
}

const timesOf = ({ startsAt, endsAt }: MeetingDate): string => `${startsAt} ${endsAt}`

/** The lane that it has first, then the others of its host, which keep the link too. */
function nearFirst({ hostId, lane }: Booking) {
  const rankOf = (one: Candidate): number => (one.hostId === hostId ? (one.lane === lane ? 0 : 1) : 2)
  return (candidates: readonly Candidate[]): readonly Candidate[] =>
    candidates.toSorted((a, b) => rankOf(a) - rankOf(b))
}

/** The host that would be taken; `undefined` with why each cannot. */
interface Place {
  readonly hostId: string | undefined
  readonly refused: readonly RefusedHost[]
  readonly question: Question
}

async function placeFor(reading: Reading, own: OwnBooking, question: Question, isRest = false): Promise<Place> {
  if (!isRest && staysOnLane(own, question)) return { hostId: own.booking.hostId, refused: [], question }
  const { candidates, refused } = await rank(reading, question)
  return { hostId: nearFirst(own.booking)(candidates)[0]?.hostId, refused, question }
}

/** Whether nothing is asked of the hosts: no other dates, and no more people. A lane of an administrator's own keeps its bookings too. */
function staysOnLane({ booking, occurrences }: OwnBooking, { wish, dates, hosts }: Question): boolean {
  const host = hosts.find(({ id }) => id === booking.hostId)
  if (host !== undefined && booking.lane > host.lanes) return true
  const known = new Set(occurrences.map(timesOf))
  return wish.peopleExpected <= booking.peopleExpected && dates.every((one) => known.has(timesOf(one)))
}

export async function holdChanged(
  desk: Desk,
  transaction: Transaction,
  own: OwnBooking,
  changed: ChangedBooking,
  question: Question,
): Promise<Booking> {
  const { booking } = own
  const hold = (chosen: Chosen) => replaceOn(desk, transaction, own, changed, question, chosen)
  if (!staysOnLane(own, question)) return holdBest(transaction, question, hold, nearFirst(booking))
  const host = hostOf(question.hosts, booking.hostId)
  const { result, kept } = await hold({ hostId: booking.hostId, lane: booking.lane, choice: booking.choice, host })
  if (!result.ok) throw await noFreeHost(transaction, question, await rank(transaction, question))
  return kept
}

/** Writes what a booking has become, and has Zoom follow it. */
export async function replaceOn(
  desk: Desk,
  transaction: Transaction,
  { booking, occurrences }: OwnBooking,
  { wish, begun, dates }: ChangedBooking,
  { policies, now, deputies = booking.deputies }: Pick<Question, 'policies' | 'now' | 'deputies'>,
  { hostId, lane, choice, host }: Chosen,
): Promise<{ readonly result: HoldResult; readonly kept: Booking }> {
  const isMoved = hostId !== booking.hostId
  if (isMoved) checkNoneBehind({ ...booking, ...wish }, now)
  const notBegun = occurrences.filter((one) => !begun.includes(one))
  const after: Booking = {
    ...booking,
    ...wish,
    deputies,
    hostId,
    lane,
    choice: isMoved ? choice : booking.choice,
    sequence: booking.sequence + 1,
    changedAt: now,
  }
  const toCome = occurrencesFor(desk, after, host, dates, policies.bufferMinutes, notBegun)
  const all: readonly Occurrence[] = [...begun, ...toCome]
  const result = await transaction.bookings.replace(after, all)
  if (!result.ok && result.reason === 'changed_meanwhile') throw changedMeanwhile()
  const kept = { ...after, revision: booking.revision + 1 }
  if (!result.ok) return { result, kept }
  await noteChange(desk, transaction, kept)
  if (booking.state !== 'requested')
    await desk.planner.change(transaction, { booking: kept, host, occurrences: all }, booking)
  return { result, kept }
}

/** The rest of a series is a new booking, on the host of the old one where that is free. */
function holdRest(desk: Desk, transaction: Transaction, { booking }: OwnBooking, rest: Question): Promise<Booking> {
  const state = booking.state === 'requested' ? 'requested' : 'reserved'
  // What the first part still holds is in its way from here on.
  const question = { ...rest, deputies: rest.deputies ?? booking.deputies, ignoring: undefined }
  return holdNew(desk, transaction, question, () => state, nearFirst(booking))
}

/** @throws {BookingError} `not_found`: hosts are not deleted as long as they have bookings. */
export function hostOf(hosts: readonly Host[], id: string): Host {
  const host = hosts.find((one) => one.id === id)
  if (host === undefined) throw new BookingError('not_found', say('not_there', {}), { field: 'hostId', value: id })
  return host
}

type Placed = Wish & { readonly hostId: string }

function placed(wish: Wish, hostId: string | undefined): Placed | undefined {
  return hostId === undefined ? undefined : { ...wish, hostId }
}

/** A booking that waits for a manager is not at Zoom yet. */
function costsOf({ booking }: OwnBooking, after: Placed | undefined, rest: Placed | undefined): ZoomCost[] {
  const before = booking.state === 'requested' ? undefined : { hostId: booking.hostId, wish: booking }
  return [
    ...(after === undefined ? [] : [costOf(before, { hostId: after.hostId, wish: after })]),
    ...(rest === undefined ? [] : [costOf(undefined, { hostId: rest.hostId, wish: rest })]),
  ]
}
