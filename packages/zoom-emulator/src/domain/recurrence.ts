import type { Temporal } from 'temporal-polyfill'
import type { Recurrence } from './entities.ts'
import { parseWeeklyDays } from './recurrence-rule.ts'
import type { Switches } from './switches.ts'
import { wallTime } from './time.ts'

/**
 * How far an endless series (`end_times` 0) is made: 110 weekly and 60 monthly dates were seen; nothing is known of daily
 * ones, which get as many as weekly ones (docs/zoom-facts.md §6).
 */
export const endlessCounts: Readonly<Record<Recurrence['type'], number>> = { 1: 110, 2: 110, 3: 60 }

/** No series grows beyond this, whatever its end date: a series to the year 9999 must not fill the memory. */
const mostDates = 1000

/** How many steps without a date end the search: the 31st of every tenth month comes round within these. */
const mostEmptySteps = 200

type DateSwitches = Pick<Switches, 'shortMonth' | 'longSeries' | 'maxOccurrences'>

export interface Series {
  readonly recurrence: Recurrence
  /** The start that was asked for; the first date is on its day or after it. */
  readonly startAt: number
  /** A zone that can be computed with: see `computableTimeZone`. */
  readonly timeZone: string
  /** An endless series reaches its number of dates from here on (Zoom extends it with each change). Default: the start. */
  readonly extendedAt?: number
}

/**
 * The starts of a series in order, as instants. Each has the wall time of the first in `timeZone`, whatever the clocks do
 * between them; where they skip that time, it moves forward by the gap (docs/zoom-facts.md §6).
 */
export function expandSeries(
  { recurrence, startAt, timeZone, extendedAt = startAt }: Series,
  switches: DateSwitches,
): number[] {
  const first = wallTime(startAt, timeZone)
  const time = first.toPlainTime()
  const endAt = recurrence.end_date_time === undefined ? Number.POSITIVE_INFINITY : Date.parse(recurrence.end_date_time)
  const wanted = wantedCount(recurrence, switches)
  const starts: number[] = []
  let counted = 0
  for (const date of datesOf(recurrence, first.toPlainDate(), switches)) {
    const at = date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds
    if (at > endAt || starts.length === mostDates) break
    starts.push(at)
    if (recurrence.end_times !== 0 || at >= extendedAt) counted++
    if (counted === wanted) break
  }
  return starts
}

function wantedCount({ type, end_times }: Recurrence, switches: DateSwitches): number {
  if (end_times === 0) return endlessCounts[type]
  return end_times ?? (switches.longSeries === 'cut' ? switches.maxOccurrences : mostDates)
}

function datesOf(rule: Recurrence, start: Temporal.PlainDate, switches: DateSwitches): Iterable<Temporal.PlainDate> {
  if (rule.type === 1) return everyDays(rule, start)
  return rule.type === 2 ? everyWeeks(rule, start) : everyMonths(rule, start, switches.shortMonth)
}

function* everyDays({ repeat_interval: step }: Recurrence, start: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  for (let days = 0; ; days += step) yield start.add({ days })
}

/** Weeks begin on Sunday, as Zoom's numbering does: every second week counts from the week of the start. */
function* everyWeeks(rule: Recurrence, start: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  const days = parseWeeklyDays(rule.weekly_days ?? '1') ?? []
  const sunday = start.subtract({ days: start.dayOfWeek % 7 })
  const before = start.dayOfWeek % 7
  for (let weeks = 0; ; weeks += rule.repeat_interval)
    for (const day of days) if (weeks > 0 || day - 1 >= before) yield sunday.add({ weeks, days: day - 1 })
}

function* everyMonths(
  rule: Recurrence,
  start: Temporal.PlainDate,
  shortMonth: Switches['shortMonth'],
): Generator<Temporal.PlainDate> {
  const month = start.with({ day: 1 })
  const isBefore = (date: Temporal.PlainDate) => date.until(start).sign > 0
  for (let months = 0, empty = 0; empty < mostEmptySteps; months += rule.repeat_interval, empty++) {
    const date = dateInMonth(rule, month.add({ months }), shortMonth)
    if (date === undefined || (months === 0 && isBefore(date))) continue
    empty = 0
    yield date
  }
}

/** The day of a month that a rule means; none where the month has no such day and short months are skipped. */
function dateInMonth(
  rule: Recurrence,
  month: Temporal.PlainDate,
  shortMonth: Switches['shortMonth'],
): Temporal.PlainDate | undefined {
  if (rule.monthly_week === undefined) {
    const day = rule.monthly_day ?? 1
    if (day > month.daysInMonth && shortMonth === 'skip') return undefined
    return month.with({ day: Math.min(day, month.daysInMonth) })
  }
  const wanted = (rule.monthly_week_day ?? 1) - 1
  const firstMatch = 1 + ((wanted - (month.dayOfWeek % 7) + 7) % 7)
  const matches = Math.floor((month.daysInMonth - firstMatch) / 7)
  const weeks = rule.monthly_week === -1 ? matches : rule.monthly_week - 1
  return month.with({ day: firstMatch + weeks * 7 })
}
