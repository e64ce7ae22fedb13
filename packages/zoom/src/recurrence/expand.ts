import { invalidInput } from '../errors.ts'
import type { ZoomRecurrence } from '../generated/types/schemas.ts'
import { formatCivilDate, msPerDay, parseCivilDate } from '../time/civil-date.ts'
import { readStartTime, type StartTimeInput } from '../time/start-time-input.ts'
import {
  formatInstant,
  formatWallTime,
  instantsOfWallTime,
  type WallTimeInstants,
  wallTimeAt,
} from '../time/wall-time.ts'
import { parseTimeZone } from '../time/zones.ts'
import { datesOfRule } from './dates.ts'
import { checkRule } from './every.ts'
import { checkCount, checkInterval, mostDates } from './limits.ts'
import { findNotes, type RecurrenceNote } from './notes.ts'
import { isRecurrenceRule, type RecurrenceRule } from './rule.ts'
import { recurrenceFromZoom } from './zoom.ts'

/** What a rule does not say by itself: when and where the series begins. */
export interface ExpandRecurrenceOptions {
  /** The start of the meeting: a wall time in `timeZone`, or an instant. */
  readonly start: StartTimeInput
  /** An IANA id, or an id on Zoom's list. */
  readonly timeZone: string
  /** How many dates to show of a series without an end, 1 to 1000; 60 when left out. */
  readonly limit?: number
}

/** One date of a series. */
export interface RecurrenceDate {
  /** The wall time in the zone of the series: `2026-12-18T18:00:00`. */
  readonly wall: string
  /** The instant in ms. */
  readonly instant: number
  /** The same instant as Zoom writes it: `2026-12-18T10:00:00Z`. */
  readonly utc: string
}

/** The dates that Zoom will make of a rule. */
export interface RecurrencePreview {
  readonly rule: RecurrenceRule
  readonly dates: readonly RecurrenceDate[]
  /** What may surprise in these dates. */
  readonly notes: readonly RecurrenceNote[]
}

/**
 * The dates that a series will have, without asking Zoom. Every date keeps the wall time of the first one. A wall time that
 * the clocks skip moves on by the jump, of a repeated one the first is taken, and a note says so.
 *
 * Send Zoom the first of these dates for the start: nobody knows surely what it makes of a start that does not fit the rule.
 *
 * @throws {ZoomError} `invalid_input` when the series would have no date, or more than Zoom's 60
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { everyWeeks, expandRecurrence } from '@convene/zoom/recurrence'
 *
 * const rule = everyWeeks(1, ['friday'], { count: 3 })
 * const { dates, notes } = expandRecurrence(rule, { start: '2026-10-29T09:00', timeZone: 'America/New_York' })
 * assert.deepEqual(
 *   dates.map(({ utc }) => utc),
 *   ['2026-10-30T13:00:00Z', '2026-11-06T14:00:00Z', '2026-11-13T14:00:00Z'],
 * )
 * assert.deepEqual(
 *   notes.map(({ kind }) => kind),
 *   ['first_date_moved', 'clock_change'],
 * )
 * ```
 */
export function expandRecurrence(
  recurrence: RecurrenceRule | ZoomRecurrence,
  options: ExpandRecurrenceOptions,
): RecurrencePreview {
  const iana = parseTimeZone(options.timeZone, 'timeZone')
  const given = readStartTime(options.start, 'start')
  const startWall = given.kind === 'wall' ? given.wallMs : wallTimeAt(iana, given.at)
  const startDay = Math.floor(startWall / msPerDay)
  const timeOfDayMs = startWall - startDay * msPerDay
  const rule = isRecurrenceRule(recurrence)
    ? checkRule(recurrence)
    : checkZoomLimits(recurrenceFromZoom(recurrence, { timeZone: iana, timeOfDayMs }))
  const planned = takeDays(rule, startDay, checkLimit(options.limit)).map((day) => ({
    day,
    instants: instantsOfWallTime(iana, day * msPerDay + timeOfDayMs),
  }))
  return {
    rule,
    dates: planned.map(({ instants }) => presentDate(instants, iana)),
    notes: findNotes({ rule, startDay, dates: planned, timeZone: iana }),
  }
}

/** The same limits as a rule has, in the names of Zoom's object. */
function checkZoomLimits(rule: RecurrenceRule): RecurrenceRule {
  checkInterval(rule.every, rule.interval, 'recurrence.repeat_interval')
  if (rule.end && 'count' in rule.end) checkCount(rule.end.count, 'recurrence.end_times')
  return rule
}

function presentDate(instants: WallTimeInstants, iana: string): RecurrenceDate {
  const instant = instants.kind === 'repeated' ? instants.first : instants.at
  return { wall: formatWallTime(wallTimeAt(iana, instant)), instant, utc: formatInstant(instant) }
}

function takeDays(rule: RecurrenceRule, startDay: number, limit: number): readonly number[] {
  const until = rule.end && 'until' in rule.end ? rule.end.until : undefined
  if (until !== undefined) return takeUntil(rule, startDay, until)
  const most = rule.end && 'count' in rule.end ? rule.end.count : limit
  return datesOfRule(rule, startDay).take(most).toArray()
}

function takeUntil(rule: RecurrenceRule, startDay: number, until: string): readonly number[] {
  const lastDay = parseCivilDate(until) ?? Number.NaN
  const days: number[] = []
  for (const day of datesOfRule(rule, startDay)) {
    if (!(day <= lastDay)) break
    if (days.length === mostDates) throw tooMany(rule, until, days)
    days.push(day)
  }
  if (days.length > 0) return days
  throw invalidInput('recurrence.until', until, 'No date is left by then: end later, or start earlier.')
}

function tooMany(rule: RecurrenceRule, until: string, days: readonly number[]): Error {
  return invalidInput(
    'recurrence.until',
    until,
    `Zoom makes at most ${mostDates} dates and the ${mostDates}th is on ${formatCivilDate(days.at(-1) ?? 0)}: end there and ` +
      `begin another series after it${rule.every === 'day' ? ', or repeat by the week' : ''}.`,
  )
}

function checkLimit(limit = mostDates): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return limit
  throw invalidInput('limit', limit, 'Give 1 to 1000.')
}
