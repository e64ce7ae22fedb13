import { civilFromDays, daysFromCivil, daysInMonth, weekdayOfDays } from '../time/civil-date.ts'
import type { DayOfMonth, RecurrenceRule, WeekOfMonth } from './rule.ts'
import { indexOfWeekday } from './weekday.ts'

/**
 * The dates of a rule from a start date on (days since 1970-01-01), without its end: the caller stops taking.
 *
 * The first date is the first one on or after the start that fits; every second (third …) week or month is counted from
 * there (docs/zoom-facts.md §6). With a start that fits, this is what RFC 5545 says with WKST=SU.
 */
export function* datesOfRule(rule: RecurrenceRule, start: number): Generator<number> {
  if (rule.every === 'day') for (let date = start; ; date += rule.interval) yield date
  else if (rule.every === 'week') yield* weeklyDates(rule.days.map(indexOfWeekday), rule.interval, start)
  else yield* monthlyDates(rule.on, rule.interval, start)
}

function* weeklyDates(days: readonly number[], interval: number, start: number): Generator<number> {
  const wanted = new Set(days)
  let first = start
  while (!wanted.has(weekdayOfDays(first))) first++
  for (let sunday = first - weekdayOfDays(first); ; sunday += 7 * interval)
    for (const day of days) if (sunday + day >= first) yield sunday + day
}

function* monthlyDates(on: DayOfMonth, interval: number, start: number): Generator<number> {
  const { year, month } = civilFromDays(start)
  let index = year * 12 + month - 1
  const dateIn = (monthIndex: number) => dateInMonth(Math.floor(monthIndex / 12), (monthIndex % 12) + 1, on)
  for (let date = dateIn(index); date === undefined || date < start; date = dateIn(index)) index++
  for (; ; index += interval) {
    const date = dateIn(index)
    if (date !== undefined) yield date
  }
}

/** `undefined` where the month is too short for the day: such a month is left out, as RFC 5545 §3.3.10 has it. */
function dateInMonth(year: number, month: number, on: DayOfMonth): number | undefined {
  const length = daysInMonth(year, month)
  if ('day' in on) return on.day > length ? undefined : daysFromCivil(year, month, on.day)
  const weekday = indexOfWeekday(on.weekday)
  if (on.week === 'last') {
    const last = daysFromCivil(year, month, length)
    return last - ((weekdayOfDays(last) - weekday + 7) % 7)
  }
  const first = daysFromCivil(year, month, 1)
  return first + ((weekday - weekdayOfDays(first) + 7) % 7) + 7 * weekNumber[on.week]
}

const weekNumber: Readonly<Record<Exclude<WeekOfMonth, 'last'>, number>> = { first: 0, second: 1, third: 2, fourth: 3 }
