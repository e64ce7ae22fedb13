import { invalidInput } from '../errors.ts'
import type { ZoomRecurrence } from '../generated/types/schemas.ts'
import { formatCivilDate, msPerDay, parseCivilDate } from '../time/civil-date.ts'
import { formatInstant, instantOfWallTime, parseInstant, wallTimeAt } from '../time/wall-time.ts'
import { parseTimeZone } from '../time/zones.ts'
import { checkRule } from './every.ts'
import { type DayOfMonth, type RecurrenceEnd, type RecurrenceRule, weeksOfMonth } from './rule.ts'
import { indexOfWeekday, type Weekday, weekdays } from './weekday.ts'

/** The zone whose local dates and wall times a series keeps. */
export interface RecurrenceZoneOptions {
  /** An IANA id, or an id on Zoom's list. */
  readonly timeZone: string
}

/**
 * Turns a rule into Zoom's object. `until` becomes the last second of that local day in UTC, so that a meeting at any time of
 * that day still takes place and none of the next day does. A rule without an end is sent with `end_times: 0`, as Zoom makes
 * one single date of an object that says nothing about its end.
 *
 * @throws {ZoomError} `invalid_input` for a rule, written by hand, that Zoom does not take
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { everyMonths, recurrenceFromZoom, recurrenceToZoom } from '@convene/zoom/recurrence'
 *
 * const zone = { timeZone: 'Asia/Taipei' }
 * const rule = everyMonths(1, { last: 'monday' }, { until: '2027-06-30' })
 * const object = recurrenceToZoom(rule, zone)
 * assert.deepEqual(object, {
 *   type: 3,
 *   repeat_interval: 1,
 *   monthly_week: -1,
 *   monthly_week_day: 2,
 *   end_date_time: '2027-06-30T15:59:59Z',
 * })
 * assert.deepEqual(recurrenceFromZoom(object, zone), rule)
 * ```
 */
export function recurrenceToZoom(rule: RecurrenceRule, { timeZone }: RecurrenceZoneOptions): ZoomRecurrence {
  checkRule(rule)
  return { ...patternToZoom(rule), repeat_interval: rule.interval, ...endToZoom(rule.end, timeZone) }
}

type ZoomPattern = Pick<ZoomRecurrence, 'type' | 'weekly_days' | 'monthly_day' | 'monthly_week' | 'monthly_week_day'>

function patternToZoom(rule: RecurrenceRule): ZoomPattern {
  if (rule.every === 'day') return { type: 1 }
  if (rule.every === 'week') return { type: 2, weekly_days: rule.days.map((day) => indexOfWeekday(day) + 1).join(',') }
  if ('day' in rule.on) return { type: 3, monthly_day: rule.on.day }
  const week = rule.on.week === 'last' ? -1 : weeksOfMonth.indexOf(rule.on.week) + 1
  return {
    type: 3,
    monthly_week: week as NonNullable<ZoomRecurrence['monthly_week']>,
    monthly_week_day: (indexOfWeekday(rule.on.weekday) + 1) as NonNullable<ZoomRecurrence['monthly_week_day']>,
  }
}

function endToZoom(
  end: RecurrenceEnd | undefined,
  timeZone: string,
): Pick<ZoomRecurrence, 'end_times' | 'end_date_time'> {
  if (end === undefined) return { end_times: 0 }
  if ('count' in end) return { end_times: end.count }
  return { end_date_time: formatInstant(lastSecondOfDay(end.until, timeZone)) }
}

/** The last whole second of a local day, in ms. Some zones change their clocks at midnight: the next day may begin at 01:00. */
export function lastSecondOfDay(date: string, timeZone: string): number {
  const iana = parseTimeZone(timeZone, 'timeZone')
  const days = parseCivilDate(date)
  if (days === undefined) throw invalidInput('recurrence.until', date, 'Give the last local date as YYYY-MM-DD.')
  return instantOfWallTime(iana, (days + 1) * msPerDay) - 1000
}

/** What Zoom's object leaves to the meeting: its zone and its time of day. */
export interface RecurrenceFromZoomOptions extends RecurrenceZoneOptions {
  /** The wall time of day at which the dates start, in ms since midnight; 0 when left out. */
  readonly timeOfDayMs?: number
}

/**
 * Reads Zoom's object as a rule. `end_date_time` becomes the last local date on which a meeting that starts at
 * `timeOfDayMs` still starts by that instant; a bare date, which Zoom was seen to take, means that local date. Intervals and
 * counts beyond today's limits are read too: Zoom's limits were others once, and old meetings live on.
 *
 * @throws {ZoomError} `invalid_input` that names the field of the object that means nothing
 */
export function recurrenceFromZoom(recurrence: ZoomRecurrence, options: RecurrenceFromZoomOptions): RecurrenceRule {
  const interval = wholeNumber('recurrence.repeat_interval', recurrence.repeat_interval ?? 1)
  const end = endFromZoom(recurrence, options)
  const base = { interval, ...(end === undefined ? {} : { end }) }
  switch (recurrence.type) {
    case 1:
      return { every: 'day', ...base }
    case 2:
      return { every: 'week', ...base, days: daysFromCsv(recurrence.weekly_days ?? '1') }
    case 3:
      return { every: 'month', ...base, on: monthDayFromZoom(recurrence) }
    default:
      throw invalidInput('recurrence.type', recurrence.type, 'Zoom knows 1 (daily), 2 (weekly) and 3 (monthly).')
  }
}

function daysFromCsv(csv: string): Weekday[] {
  const numbers = String(csv)
    .split(',')
    .map((part) => part.trim())
  if (numbers.some((number) => !/^[1-7]$/.test(number)))
    throw invalidInput('recurrence.weekly_days', csv, 'Give numbers and commas, 1 = Sunday … 7 = Saturday: "2,4".')
  return weekdays.filter((_, index) => numbers.includes(String(index + 1)))
}

function monthDayFromZoom({ monthly_day, monthly_week, monthly_week_day }: ZoomRecurrence): DayOfMonth {
  if (monthly_week === undefined && monthly_week_day === undefined) {
    const day = wholeNumber('recurrence.monthly_day', monthly_day ?? 1)
    if (day <= 31) return { day }
    throw invalidInput('recurrence.monthly_day', day, 'A day of a month is 1 to 31.')
  }
  const week = monthly_week === -1 ? 'last' : weeksOfMonth.slice(0, 4)[(monthly_week ?? 0) - 1]
  const weekday = weekdays[(monthly_week_day ?? 0) - 1]
  if (week === undefined)
    throw invalidInput(
      'recurrence.monthly_week',
      monthly_week,
      'Give 1 to 4, or -1 for the last, with monthly_week_day.',
    )
  if (weekday === undefined)
    throw invalidInput(
      'recurrence.monthly_week_day',
      monthly_week_day,
      'Give 1 = Sunday … 7 = Saturday, with monthly_week.',
    )
  return { week, weekday }
}

function endFromZoom(recurrence: ZoomRecurrence, options: RecurrenceFromZoomOptions): RecurrenceEnd | undefined {
  const { end_times: count, end_date_time: until } = recurrence
  if (!until) return count === 0 ? undefined : { count: wholeNumber('recurrence.end_times', count ?? 1) }
  if (count !== undefined)
    throw invalidInput('recurrence.end_date_time', until, 'Zoom takes end_times or end_date_time, not both.')
  if (parseCivilDate(until) !== undefined) return { until }
  const instant = parseInstant(until)
  if (instant === undefined)
    throw invalidInput('recurrence.end_date_time', until, 'Give an instant in UTC, such as "2026-12-31T15:59:59Z".')
  const iana = parseTimeZone(options.timeZone, 'timeZone')
  const day = Math.floor(wallTimeAt(iana, instant.at) / msPerDay)
  const startThatDay = instantOfWallTime(iana, day * msPerDay + (options.timeOfDayMs ?? 0))
  return { until: formatCivilDate(startThatDay > instant.at ? day - 1 : day) }
}

function wholeNumber(field: string, value: number): number {
  if (Number.isInteger(value) && value >= 1) return value
  throw invalidInput(field, value, 'Give a whole number from 1 on.')
}
