import type { DateException, Held } from './booking.ts'
import { blockedByClosed, blockedByTaken, nearestFree, type Shifts } from './free-shifts.ts'
import { type HeldIndex, heldSpan, indexHeld } from './held.ts'
import type { Host } from './host.ts'
import { type Booker, whyNotOffered, whyUnfit } from './host-fit.ts'
import { type Intervals, intervalsFrom, overlaps, type Span } from './intervals.ts'
import { datesIfAny, datesOfMeeting, type MeetingDate, type Times } from './meeting-dates.ts'
import { createOpeningHours, type OpeningHours } from './opening-hours.ts'
import { conflictsOn } from './rank-hosts.ts'
import { shiftByDays } from './shift-days.ts'
import { formatWall, locate, parseWall, wallAt } from './wall-time.ts'

export interface AlternativesRequest extends Booker {
  readonly times: Times
  readonly peopleExpected: number
  readonly hosts: readonly Host[]
  /** What is held of them from a week before the first date to a week after the last, in any order. */
  readonly held: readonly Held[]
  readonly bufferMinutes?: number | undefined
  readonly ignoring?: string | undefined
  /** Whether the rules of the desk let a meeting be on these dates. */
  readonly isAllowed: (dates: readonly MeetingDate[]) => boolean
}

/** Another time at which the whole booking fits. */
export interface OtherTimes extends Pick<Times, 'start' | 'recurrence' | 'exceptions'> {
  readonly is: 'earlier' | 'later' | 'other_day'
}

/** The host on which the fewest dates are taken, and where these could be instead. */
export interface Moves {
  readonly hostId: string
  readonly lane: number
  /** The days, by the rule, on which it is taken. */
  readonly takenOn: readonly string[]
  /** For each of them the nearest free time of the same day; none for a day that is full. */
  readonly nearest: readonly DateException[]
}

/** What would be free instead: other times for all of it, or for the dates that are taken. */
export interface Alternatives {
  readonly starts: readonly OtherTimes[]
  /** Of a series alone. */
  readonly moves: Moves | undefined
}

/** A lane that could have the meeting at another time. */
interface Lane {
  readonly host: Host
  readonly lane: number
  readonly taken: Intervals
  readonly opening: OpeningHours | undefined
}

/** In which order other days are looked at, and after how many finds the search ends. */
const otherDays = { series: [1, -1, 2, -2, 3, -3], single: [1, -1, 2, 3, 4, 5, 6, 7] } as const
const mostOtherDays = 2

/** When a meeting, or a series whole, could be instead: a little earlier or later, on another day, or with some of its dates moved. */
export function findAlternatives(request: AlternativesRequest): Alternatives {
  const { times } = request
  const { dates } = datesOfMeeting(times)
  const lanes = lanesOf(request, dates)
  const starts = [
    ...sameDay(request, lanes, dates, -1),
    ...sameDay(request, lanes, dates, 1),
    ...others(request, lanes),
  ]
  return { starts, moves: times.recurrence === undefined ? undefined : fewestMoves(request, lanes, dates) }
}

/** The lanes that fit apart from what is held and when they are open. */
function lanesOf(request: AlternativesRequest, dates: readonly MeetingDate[]): Lane[] {
  const { hosts, held, ignoring, peopleExpected, bufferMinutes } = request
  const taken: HeldIndex = indexHeld(held, ignoring)
  const openingOf = createOpeningHours()
  return hosts.flatMap((host) => {
    const spans = dates.map((date) => heldSpan(date, host, bufferMinutes))
    if (whyNotOffered(host, request) ?? whyUnfit(host, peopleExpected, dates, spans, undefined)) return []
    const opening = openingOf(host)
    return Array.from({ length: host.lanes }, (_, index) => ({
      host,
      lane: index + 1,
      taken: taken.of(host.id, index + 1),
      opening,
    }))
  })
}

function isFree(lane: Lane, dates: readonly MeetingDate[], bufferMinutes: number | undefined): boolean {
  return dates.every((date) => {
    const { from, to } = heldSpan(date, lane.host, bufferMinutes)
    return !overlaps(lane.taken, from, to) && lane.opening?.isOpen(date.startsAt, date.endsAt) !== false
  })
}

function others({ times, bufferMinutes, isAllowed }: AlternativesRequest, lanes: readonly Lane[]): OtherTimes[] {
  const found: OtherTimes[] = []
  for (const days of times.recurrence === undefined ? otherDays.single : otherDays.series) {
    const shifted = shiftByDays(times, days)
    const dates = shifted && datesIfAny(shifted)
    if (
      shifted === undefined ||
      dates === undefined ||
      !isAllowed(dates) ||
      !lanes.some((lane) => isFree(lane, dates, bufferMinutes))
    )
      continue
    found.push(otherTimes('other_day', shifted))
    if (found.length === mostOtherDays) break
  }
  return found
}

function otherTimes(is: OtherTimes['is'], { start, recurrence, exceptions }: Times): OtherTimes {
  return { is, start, recurrence, exceptions }
}

const dayMinutes = 1440

/** The nearest start of the same day that works for all dates. Dates with a start of their own stay where they are. */
function sameDay(
  { times, bufferMinutes, isAllowed }: AlternativesRequest,
  lanes: readonly Lane[],
  dates: readonly MeetingDate[],
  direction: 1 | -1,
): OtherTimes[] {
  const wall = parseWall(times.start)
  if (wall === undefined) return []
  const minute = wall.hour * 60 + wall.minute
  const window = { from: -minute * 60_000, to: (dayMinutes - minute) * 60_000 }
  const ownStart = new Set(times.exceptions.map(({ date }) => date))
  const moving = dates.filter(({ date }) => !ownStart.has(date))
  const fixed = dates.filter(({ date }) => ownStart.has(date))
  const blocked = blockedShifts(
    lanes.filter((lane) => isFree(lane, fixed, bufferMinutes)),
    moving,
    window,
    bufferMinutes,
  )
  // Where the clocks change on a day of the series, its dates do not move alike: what was found is looked at once more.
  for (let after = 0; ; ) {
    const shifts = [...blocked.values()].flatMap((one) => nearestFree(one, direction, window, wall.minute, after) ?? [])
    if (shifts.length === 0) return []
    after = direction === 1 ? Math.min(...shifts) : Math.max(...shifts)
    const shifted = { ...times, start: formatWall(wall.add({ milliseconds: after })) }
    const found = datesIfAny(shifted)
    if (found !== undefined && isAllowed(found) && lanes.some((lane) => isFree(lane, found, bufferMinutes)))
      return [otherTimes(direction === 1 ? 'later' : 'earlier', shifted)]
  }
}

function blockedShifts(
  lanes: readonly Lane[],
  dates: readonly MeetingDate[],
  window: Span,
  bufferMinutes: number | undefined,
): ReadonlyMap<Lane, Shifts> {
  const closed = new Map<OpeningHours | undefined, readonly Span[]>([[undefined, []]])
  const meetings = dates.map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt }))
  return new Map(
    lanes.map((lane) => {
      const { opening, host, taken } = lane
      const shut = closed.get(opening) ?? (opening ? blockedByClosed(opening.openIn, meetings, window) : [])
      closed.set(opening, shut)
      const spans = dates.map((date) => heldSpan(date, host, bufferMinutes))
      return [lane, intervalsFrom([...shut, ...blockedByTaken(taken, spans, window)])]
    }),
  )
}

function fewestMoves(
  { times, bufferMinutes, isAllowed }: AlternativesRequest,
  lanes: readonly Lane[],
  dates: readonly MeetingDate[],
): Moves | undefined {
  let best: { readonly lane: Lane; readonly takenOn: readonly string[] } | undefined
  for (const lane of lanes) {
    const spans = dates.map((date) => heldSpan(date, lane.host, bufferMinutes))
    const taken = new Set(conflictsOn(lane.taken, dates, spans))
    const takenOn = dates
      .filter(({ date, startsAt, endsAt }) => taken.has(date) || lane.opening?.isOpen(startsAt, endsAt) === false)
      .map(({ date }) => date)
    if (best === undefined || takenOn.length < best.takenOn.length) best = { lane, takenOn }
  }
  if (best === undefined || best.takenOn.length === dates.length) return undefined
  const { lane, takenOn } = best
  const others = dates.filter(({ date }) => !takenOn.includes(date))
  const nearest = dates
    .filter(({ date }) => takenOn.includes(date))
    .flatMap((date) => nearestOn(lane, date, others, times, bufferMinutes) ?? [])
    .filter((one) => {
      const moved = datesIfAny({ ...times, exceptions: [...withoutDate(times, one.date), one] })
      return moved !== undefined && isAllowed(moved)
    })
  return { hostId: lane.host.id, lane: lane.lane, takenOn, nearest }
}

function withoutDate({ exceptions }: Times, day: string): DateException[] {
  return exceptions.filter(({ date }) => date !== day)
}

/** The nearest free time of a date on its own day, beside the other dates of its series. */
function nearestOn(
  lane: Lane,
  { date, startsAt, endsAt }: MeetingDate,
  others: readonly MeetingDate[],
  { timeZone, exceptions }: Times,
  bufferMinutes: number | undefined,
): DateException | undefined {
  const wall = wallAt(startsAt, timeZone)
  const minute = wall.hour * 60 + wall.minute
  const window = { from: -minute * 60_000, to: (dayMinutes - minute) * 60_000 }
  const own = others.map((one) => heldSpan(one, lane.host, bufferMinutes))
  const span = heldSpan({ startsAt, endsAt }, lane.host, bufferMinutes)
  const blocked = intervalsFrom([
    ...blockedByTaken(lane.taken, [span], window),
    ...blockedByTaken(intervalsFrom(own), [span], window),
    ...(lane.opening ? blockedByClosed(lane.opening.openIn, [{ from: startsAt, to: endsAt }], window) : []),
  ])
  const shifts = ([-1, 1] as const).flatMap((direction) => nearestFree(blocked, direction, window, wall.minute) ?? [])
  const shift = shifts.sort((a, b) => Math.abs(a) - Math.abs(b))[0]
  if (shift === undefined) return undefined
  const start = wallAt(startsAt + shift, timeZone)
  const located = locate(start, timeZone)
  if (located.is === 'repeated' && located.earlier !== startsAt + shift) return undefined
  return { date, start: formatWall(start), minutes: exceptions.find((one) => one.date === date)?.minutes }
}
