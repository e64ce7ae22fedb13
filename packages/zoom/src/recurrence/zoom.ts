import { invalidInput } from '../errors.ts'
import { formatCivilDate, msPerDay, parseCivilDate } from '../time/civil-date.ts'
import { formatInstant, instantOfWallTime, instantsOfWallTime, parseInstant, wallTimeAt } from '../time/wall-time.ts'
import { everyDays, everyMonths, everyWeeks, type MonthDayInput } from './every.ts'
import { type RecurrenceEnd, type RecurrenceRule, weeksOfMonth } from './rule.ts'
import { indexOfWeekday, weekdays } from './weekday.ts'

/** Zoom's own recurrence object (docs/zoom-facts.md §6). */
export interface ZoomRecurrence {
  /** 1 daily, 2 weekly, 3 monthly. */
  readonly type: 1 | 2 | 3
  /** Every how many days (1 to 99), weeks (1 to 50) or months (1 to 10); 1 when left out. */
  readonly repeat_interval?: number
  /** Weekly: numbers of weekdays with commas between, 1 = Sunday … 7 = Saturday: `"2,4"`. */
  readonly weekly_days?: string
  /** Monthly: 1 to 31. */
  readonly monthly_day?: number
  /** Monthly, with `monthly_week_day` and instead of `monthly_day`: 1 to 4, or -1 for the last week. */
  readonly monthly_week?: -1 | 1 | 2 | 3 | 4
  /** Monthly, with `monthly_week`: 1 = Sunday … 7 = Saturday. */
  readonly monthly_week_day?: 1 | 2 | 3 | 4 | 5 | 6 | 7
  /** How many dates, 1 to 60; 0 for no end. Not together with `end_date_time`. */
  readonly end_times?: number
  /** No date after this instant: UTC, `2026-12-31T15:59:59Z`. Not together with `end_times`. */
  readonly end_date_time?: string
}

/** The zone whose local dates and wall times a series keeps. */
export interface RecurrenceZoneOptions {
  /** An IANA id. */
  readonly timeZone: string
}

/**
 * Turns a rule into Zoom's object. `until` becomes the last second of that local day in UTC, so that a meeting at any time of
 * that day still takes place and none of the next day does. A rule without an end is sent with `end_times: 0`, as Zoom makes
 * one single date of an object that says nothing about its end.
 */
export function recurrenceToZoom(rule: RecurrenceRule, { timeZone }: RecurrenceZoneOptions): ZoomRecurrence {
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
  const days = parseCivilDate(date)
  if (days === undefined) throw invalidInput('recurrence.until', date, 'Give the last local date as YYYY-MM-DD.')
  const nextDay = instantsOfWallTime(timeZone, (days + 1) * msPerDay)
  const nextStart = nextDay.kind === 'one' ? nextDay.at : nextDay.kind === 'skipped' ? nextDay.changeAt : nextDay.first
  return nextStart - 1000
}

export interface RecurrenceFromZoomOptions extends RecurrenceZoneOptions {
  /** The wall time of day at which the dates start, in ms since midnight; 0 when left out. */
  readonly timeOfDayMs?: number
}

/**
 * Reads Zoom's object as a rule. `end_date_time` becomes the last local date on which a meeting that starts at
 * `timeOfDayMs` still starts by that instant; a bare date, which Zoom was seen to take, means that local date.
 *
 * @throws {ZoomError} `invalid_input` that names the field of the object that says nothing Zoom takes
 */
export function recurrenceFromZoom(recurrence: ZoomRecurrence, options: RecurrenceFromZoomOptions): RecurrenceRule {
  const end = endFromZoom(recurrence, options)
  const interval = recurrence.repeat_interval ?? 1
  switch (recurrence.type) {
    case 1:
      return everyDays(interval, end)
    case 2:
      return everyWeeks(interval, daysFromCsv(recurrence.weekly_days ?? '1'), end)
    case 3:
      return everyMonths(interval, monthDayFromZoom(recurrence), end)
    default:
      throw invalidInput('recurrence.type', recurrence.type, 'Zoom knows 1 (daily), 2 (weekly) and 3 (monthly).')
  }
}

function daysFromCsv(csv: string): (typeof weekdays)[number][] {
  return csv.split(',').map((part) => {
    const weekday = weekdays[Number(part.trim()) - 1]
    if (weekday === undefined || part.trim() === '')
      throw invalidInput(
        'recurrence.weekly_days',
        csv,
        'Give numbers with commas between, 1 = Sunday … 7 = Saturday: "2,4".',
      )
    return weekday
  })
}

function monthDayFromZoom(recurrence: ZoomRecurrence): MonthDayInput {
  const { monthly_week: week, monthly_week_day: weekday } = recurrence
  if (week === undefined && weekday === undefined) return { day: recurrence.monthly_day ?? 1 }
  const name = week === -1 ? 'last' : week === undefined ? undefined : weeksOfMonth[week - 1]
  const day = weekdays[(weekday ?? 0) - 1]
  if (name === undefined || (name === 'last' && week !== -1))
    throw invalidInput(
      'recurrence.monthly_week',
      week,
      'Give 1 to 4, or -1 for the last week, together with monthly_week_day.',
    )
  if (day === undefined)
    throw invalidInput(
      'recurrence.monthly_week_day',
      weekday,
      'Give 1 = Sunday … 7 = Saturday, together with monthly_week.',
    )
  return { [name]: day }
}

function endFromZoom(recurrence: ZoomRecurrence, options: RecurrenceFromZoomOptions): RecurrenceEnd | undefined {
  const { end_times: count, end_date_time: until } = recurrence
  if (until === undefined || until === '') return count === 0 ? undefined : { count: count ?? 1 }
  if (count !== undefined)
    throw invalidInput('recurrence.end_date_time', until, 'Zoom takes end_times or end_date_time, not both.')
  if (parseCivilDate(until) !== undefined) return { until }
  const instant = parseInstant(until)
  if (instant === undefined)
    throw invalidInput('recurrence.end_date_time', until, 'Give an instant in UTC, such as "2026-12-31T15:59:59Z".')
  const day = Math.floor(wallTimeAt(options.timeZone, instant.at) / msPerDay)
  const startsThatDay = instantOfWallTime(options.timeZone, day * msPerDay + (options.timeOfDayMs ?? 0))
  return { until: formatCivilDate(startsThatDay > instant.at ? day - 1 : day) }
}
