import type { Held } from './booking.ts'
import { heldSpan, indexHeld } from './held.ts'
import type { Host } from './host.ts'
import { type Booker, whyNotOffered, whyUnfit } from './host-fit.ts'
import { firstEndingAfter, type Intervals, overlaps, type Span } from './intervals.ts'
import { type MeetingDate, minuteMs } from './meeting-dates.ts'
import { type Message, say } from './message.ts'
import { createOpeningHours } from './opening-hours.ts'
import { callsOfDay } from './zoom-cost.ts'

/** Who books, what is wanted, and what is known of the hosts. */
export interface RankRequest extends Booker {
  readonly peopleExpected: number
  readonly dates: readonly MeetingDate[]
  readonly hosts: readonly Host[]
  /** What is held of them from before the first date to after the last, in any order. */
  readonly held: readonly Held[]
  /** Creations and changes that each host has made at Zoom today; none is 0. */
  readonly budgetSpent: ReadonlyMap<string, number>
  /** Kept free around each meeting where a host has less. */
  readonly bufferMinutes?: number | undefined
  /** A booking that is about to change: what it holds itself is not in its way. */
  readonly ignoring?: string | undefined
}

/** A lane that is free on every date. */
export interface Candidate {
  readonly hostId: string
  readonly lane: number
  /** Why it stands before the next host. */
  readonly choice: Message
}

/** A host that cannot have the meeting, and why. */
export interface RefusedHost {
  readonly hostId: string
  readonly why: Message
  /** The days, by the rule, on which it is taken; empty where something else is in the way. */
  readonly takenOn: readonly string[]
}

/** Every host that the member may book, either as a candidate or refused. */
export interface Ranking {
  /** The best first. */
  readonly candidates: readonly Candidate[]
  readonly refused: readonly RefusedHost[]
  /** So many hosts are free, of those that the member may book. */
  readonly free: number
  readonly of: number
}

interface Fitting {
  readonly host: Host
  readonly lane: number
  readonly isOwn: boolean
  readonly gap: number
  readonly spent: number
}

/**
 * The lanes on which all dates of a meeting are free, the best first: the member's own host; then, of those with calls to Zoom left, the smallest that holds the people;
 * then the one on which it is nearest to another meeting, so that free time stays in large pieces (docs/decisions/0016); then the host that
 * has spent least of its day at Zoom. The same question has always the same answer. A series stays on one lane.
 */
export function rankHosts(request: RankRequest): Ranking {
  const { dates, hosts, held, budgetSpent, bufferMinutes, ignoring, memberId, peopleExpected } = request
  const taken = indexHeld(held, ignoring)
  const openingOf = createOpeningHours()
  const fitting: Fitting[] = []
  const refused: RefusedHost[] = []
  let of = 0
  for (const host of hosts) {
    const spans = dates.map((date) => heldSpan(date, host, bufferMinutes))
    const notOffered = whyNotOffered(host, request)
    if (notOffered === undefined) of++
    const why = notOffered ?? whyUnfit(host, peopleExpected, dates, spans, openingOf(host))
    if (why !== undefined) {
      refused.push({ hostId: host.id, why, takenOn: [] })
      continue
    }
    let fewest: readonly string[] | undefined
    for (let lane = 1; lane <= host.lanes; lane++) {
      const intervals = taken.of(host.id, lane)
      const conflicts = conflictsOn(intervals, dates, spans)
      if (conflicts.length === 0) {
        const spent = budgetSpent.get(host.id) ?? 0
        fitting.push({ host, lane, isOwn: host.memberId === memberId, gap: gapBeside(intervals, spans), spent })
      }
      if (fewest === undefined || conflicts.length < fewest.length) fewest = conflicts
    }
    if (fewest === undefined || fewest.length > 0)
      refused.push({
        hostId: host.id,
        why: say('taken', { dates: fewest ?? [], of: dates.length }),
        takenOn: fewest ?? [],
      })
  }
  fitting.sort(compare)
  const candidates = fitting.map((one, index) => ({
    hostId: one.host.id,
    lane: one.lane,
    choice: choiceOf(
      one,
      fitting.slice(index + 1).find(({ host }) => host.id !== one.host.id),
      peopleExpected,
    ),
  }))
  return { candidates, refused, free: new Set(candidates.map(({ hostId }) => hostId)).size, of }
}

/** The days on which a lane is taken. */
export function conflictsOn(taken: Intervals, dates: readonly MeetingDate[], spans: readonly Span[]): string[] {
  return dates.filter((_, index) => isTaken(taken, spans[index])).map(({ date }) => date)
}

function isTaken(taken: Intervals, span: Span | undefined): boolean {
  return span !== undefined && overlaps(taken, span.from, span.to)
}

/** A meeting that is further away is no neighbour. */
const furthestNeighbour = 1440 * minuteMs

/** How far a meeting would be from its nearest neighbours on the lane, over all of its dates. */
function gapBeside(taken: Intervals, spans: readonly Span[]): number {
  let gap = 0
  for (const { from, to } of spans) {
    const next = firstEndingAfter(taken, from)
    const before = from - (taken.to[next - 1] ?? Number.NEGATIVE_INFINITY)
    const after = (taken.from[next] ?? Number.POSITIVE_INFINITY) - to
    gap += Math.min(before, after, furthestNeighbour)
  }
  return gap
}

function compare(a: Fitting, b: Fitting): number {
  return (
    Number(b.isOwn) - Number(a.isOwn) ||
    Number(hasNoCallsLeft(a)) - Number(hasNoCallsLeft(b)) ||
    a.host.capacity - b.host.capacity ||
    a.gap - b.gap ||
    a.spent - b.spent ||
    (a.host.id < b.host.id ? -1 : Number(a.host.id > b.host.id)) ||
    a.lane - b.lane
  )
}

/** Zoom would make the meeting tomorrow. */
function hasNoCallsLeft({ spent }: Fitting): boolean {
  return spent >= callsOfDay
}

function choiceOf(one: Fitting, next: Fitting | undefined, people: number): Message {
  const { host, isOwn, gap, spent } = one
  if (isOwn) return say('own_host', {})
  if (next === undefined) return say('only_free_host', {})
  if (hasNoCallsLeft(next) && !hasNoCallsLeft(one)) return say('least_spent', { spent })
  if (host.capacity < next.host.capacity) return say('smallest_that_fits', { capacity: host.capacity, people })
  if (gap < next.gap) return say('least_gap', { minutes: gap / minuteMs })
  return spent < next.spent ? say('least_spent', { spent }) : say('first_of_equals', {})
}
