import { type Booking, checkNoneBehind, type DateException, type Policies, restOf, type Wish } from '@convene/booking'
import type { MeetingChange, MeetingToKeep } from '@convene/zoom/ensure'
import { Temporal } from 'temporal-polyfill'
import { recurrenceRule } from '../present/recurrence-rule.ts'

type Dates = NonNullable<MeetingToKeep['dates']>

/** Of a booking whose title the desk has forgotten; Zoom would take this name for a meeting without one. */
const withoutTitle = 'Zoom Meeting'

/** How the meeting is opened: `own` in the member's own Zoom, whose settings hold. */
export type Opening = Policies['opening'] | 'own'

const openings = {
  without_host: { join_before_host: true, waiting_room: false },
  start_link: { join_before_host: false, waiting_room: true },
  own: undefined,
} as const

/**
 * What Zoom shall have of a booking: wall times with their zone, so that a series keeps them through the change of clocks. Of a series that
 * has begun the dates to come, as Zoom takes no start in the past (docs/zoom-facts.md §5.4).
 *
 * @returns `undefined` where everything has begun
 * @throws {BookingError} `wrong_state` for a date that was moved behind, which such a rule would lose
 */
export function meetingForZoom(booking: Wish, opening: Opening, now: number): MeetingToKeep | undefined {
  checkNoneBehind(booking, now)
  const rest = restOf(booking, now)
  return rest && { ...textsForZoom(booking, opening), duration: booking.minutes, ...timesForZoom(rest) }
}

/**
 * What changes at Zoom when a booking becomes another one on the same host. Times are sent only where they are other ones: with them Zoom
 * forgets what is different on single dates, and takes no rule that has begun.
 *
 * @param knownFrom the first date that Zoom has by its rule, as an instant
 */
export function changeForZoom(
  before: Wish,
  after: Booking,
  {
    opening,
    now,
    knownFrom,
  }: { readonly opening: Opening; readonly now: number; readonly knownFrom: number | undefined },
): MeetingChange {
  const texts = textsForZoom(after, opening)
  if (!isSame(timesOf(before), timesOf(after)) || bringsBack(before, after))
    return meetingForZoom(after, opening, now) ?? texts
  if (isSame(before.exceptions, after.exceptions)) return texts
  return { ...texts, dates: datesInPlace(after, now, knownFrom) }
}

function textsForZoom({ title, agenda }: Wish, opening: Opening): Pick<MeetingToKeep, 'topic' | 'agenda' | 'settings'> {
  const settings = openings[opening]
  return { topic: title || withoutTitle, agenda, ...(settings && { settings }) }
}

type Times = Pick<MeetingToKeep, 'type' | 'start_time' | 'timezone' | 'recurrence' | 'dates'>

function timesForZoom({ start, repeated, timeZone, recurrence, exceptions }: Wish): Times {
  const [earlier, later] = instantsOf(start, timeZone)
  const isOnce = earlier === later
  // A wall time that comes twice has two meanings, an instant has one.
  const start_time = isOnce ? `${start}:00` : new Date(repeated === 'later' ? later : earlier)
  if (recurrence === undefined) return { type: 2, start_time, ...(isOnce && { timezone: timeZone }) }
  return {
    type: 8,
    start_time,
    timezone: timeZone,
    recurrence: recurrenceRule(recurrence),
    dates: exceptions.map((one) => dateForZoom(one, timeZone)),
  }
}

function dateForZoom({ date, start, minutes }: DateException, timeZone: string): Dates[number] {
  if (start === undefined) return { date, leave_out: true }
  return {
    date,
    start_time: new Date(instantsOf(start, timeZone)[0]),
    ...(minutes !== undefined && { duration: minutes }),
  }
}

/**
 * All single dates of a series that are different. Those that have begun stay as Zoom has them: a length is what may be said of them
 * without another start.
 */
function datesInPlace({ start, minutes: usual, timeZone, exceptions }: Wish, now: number, knownFrom = 0): Dates {
  const time = start.slice(10)
  return exceptions.flatMap((one): Dates => {
    const [byRule] = instantsOf(one.date + time, timeZone)
    if (byRule < knownFrom) return []
    const at = one.start === undefined ? undefined : instantsOf(one.start, timeZone)[0]
    if (at === undefined || at > now) return [dateForZoom(one, timeZone)]
    const { date, minutes = usual } = one
    return [byRule <= now ? { date, duration: minutes } : { date, leave_out: true }]
  })
}

const timesOf = ({ timeZone, start, repeated, minutes, recurrence }: Wish): unknown => [
  timeZone,
  start,
  repeated,
  minutes,
  recurrence,
]

/** Whether a date that was left out or moved is as the rule says again: Zoom does that only by a change of the times as a whole. */
function bringsBack({ exceptions: before }: Wish, { exceptions: after }: Wish): boolean {
  return before.some(({ date, start }) => {
    const now = after.find((one) => one.date === date)
    return now === undefined || (start === undefined && now.start !== undefined)
  })
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The first and the last instant at which the clocks of the zone show this time. */
function instantsOf(wall: string, timeZone: string): readonly [number, number] {
  const time = Temporal.PlainDateTime.from(wall)
  const at = (disambiguation: 'earlier' | 'later') =>
    time.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds
  return [at('earlier'), at('later')]
}
