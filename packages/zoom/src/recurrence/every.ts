import { invalidInput } from '../errors.ts'
import { parseCivilDate } from '../time/civil-date.ts'
import { checkCount, checkInterval } from './limits.ts'
import {
  type DailyRule,
  type DayOfMonth,
  type MonthlyRule,
  type RecurrenceEnd,
  type RecurrenceRule,
  type WeeklyRule,
  type WeekOfMonth,
  weeksOfMonth,
} from './rule.ts'
import { checkWeekday, indexOfWeekday, type Weekday } from './weekday.ts'

/** The day of a month as {@link everyMonths} takes it: `{ day: 15 }`, `{ last: 'monday' }`. */
export type MonthDayInput = { readonly day: number } | { readonly [Week in WeekOfMonth]?: Weekday }

/**
 * Every `interval` days (1 to 99), from the start of the meeting on. Without `end` the series has none.
 *
 * @throws {ZoomError} `invalid_input` for an interval or an end that Zoom does not take
 */
export function everyDays(interval: number, end?: RecurrenceEnd): DailyRule {
  return { every: 'day', interval: checkInterval('day', interval), ...checkEnd(end) }
}

/**
 * On these weekdays of every `interval`-th week (1 to 50). Weeks begin on Sunday. Without `end` the series has none.
 *
 * @throws {ZoomError} `invalid_input` for an interval, a weekday or an end that Zoom does not take
 * @example
 * ```ts
 * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
 * import { everyWeeks } from '@convene/zoom/recurrence'
 * import { startEmulator } from '@convene/zoom-emulator'
 *
 * await using emulator = await startEmulator()
 * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
 * const meeting = await zoom.meetings.create({
 *   topic: 'Every second Friday at 18:00 in Taipei',
 *   start_time: '2030-03-01T18:00:00',
 *   timezone: 'Asia/Taipei',
 *   duration: 60,
 *   recurrence: everyWeeks(2, ['friday'], { until: '2030-05-31' }),
 * })
 * for (const { start_time } of meeting.occurrences ?? []) console.log(start_time)
 * ```
 */
export function everyWeeks(interval: number, days: readonly Weekday[], end?: RecurrenceEnd): WeeklyRule {
  if (!Array.isArray(days) || days.length === 0)
    throw invalidInput('recurrence.days', days, 'Name at least one weekday, such as ["friday"].')
  const known = days.map((day, index) => checkWeekday(day, `recurrence.days[${index}]`))
  const inOrder = [...new Set(known)].sort((a, b) => indexOfWeekday(a) - indexOfWeekday(b))
  return { every: 'week', interval: checkInterval('week', interval), days: inOrder, ...checkEnd(end) }
}

/**
 * On one day of every `interval`-th month (1 to 10): `{ day: 15 }`, or a weekday such as `{ first: 'tuesday' }` or
 * `{ last: 'monday' }`. A month that has no 29th, 30th or 31st is left out. Without `end` the series has none.
 *
 * @throws {ZoomError} `invalid_input` for an interval, a day or an end that Zoom does not take
 */
export function everyMonths(interval: number, on: MonthDayInput, end?: RecurrenceEnd): MonthlyRule {
  return { every: 'month', interval: checkInterval('month', interval), on: checkMonthDay(on), ...checkEnd(end) }
}

/** Checks a rule that may have been written by hand, or read from a file, as the functions above check theirs. */
export function checkRule(rule: RecurrenceRule): RecurrenceRule {
  switch (rule.every) {
    case 'day':
      return everyDays(rule.interval, rule.end)
    case 'week':
      return everyWeeks(rule.interval, rule.days, rule.end)
    case 'month':
      return everyMonths(rule.interval, 'week' in rule.on ? { [rule.on.week]: rule.on.weekday } : rule.on, rule.end)
    default:
      throw invalidInput('recurrence.every', (rule as { every: unknown }).every, 'Give "day", "week" or "month".')
  }
}

function checkMonthDay(on: MonthDayInput): DayOfMonth {
  const entries = Object.entries(on ?? {}).filter(([, value]) => value !== undefined)
  const [name, value] = entries[0] ?? []
  if (entries.length !== 1 || name === undefined)
    throw invalidInput('recurrence.on', on, 'Give one day: { day: 15 }, or a weekday such as { last: "monday" }.')
  if (name === 'day') {
    const day = Number(value)
    if (Number.isInteger(value) && day >= 1 && day <= 31) return { day }
    throw invalidInput(
      'recurrence.on.day',
      value,
      'A day of a month is 1 to 31; for the last weekday, { last: "friday" }.',
    )
  }
  const week = weeksOfMonth.find((known) => known === name)
  if (week === undefined)
    throw invalidInput(
      'recurrence.on',
      on,
      `Zoom knows the ${weeksOfMonth.join(', ')} weekday of a month, and { day: 1 to 31 }.`,
    )
  return { week, weekday: checkWeekday(value, `recurrence.on.${week}`) }
}

function checkEnd(end: RecurrenceEnd | undefined): { readonly end?: RecurrenceEnd } {
  if (end === undefined) return {}
  const { count, until, ...others } = end as { count?: unknown; until?: unknown }
  if (Object.keys(others).length > 0 || (count === undefined) === (until === undefined))
    throw invalidInput(
      'recurrence.end',
      end,
      'Give one of { count: 10 } and { until: "2026-12-31" }, or nothing for no end.',
    )
  if (until !== undefined) {
    if (typeof until === 'string' && parseCivilDate(until) !== undefined) return { end: { until } }
    throw invalidInput('recurrence.until', until, 'Give the last local date as YYYY-MM-DD, such as "2026-12-31".')
  }
  return { end: { count: checkCount(count) } }
}
