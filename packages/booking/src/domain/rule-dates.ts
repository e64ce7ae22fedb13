import type { Temporal } from 'temporal-polyfill'
import type { Monthly, Recurrence, Weekly } from './recurrence.ts'
import { numberOfWeekday } from './weekday.ts'

/** The 29th of February of every twelfth month comes after eight years at the latest; what has not come by then never does. */
const mostEmptyMonths = 100

/**
 * The days of a rule from a day on, without its end: the caller stops taking.
 *
 * The first is the first one on or after `start` that fits; every second (third …) week or month is counted from there. With a start
 * that fits, this is what RFC 5545 §3.3.10 says with WKST=SU: Zoom's weeks begin on Sunday (docs/zoom-facts.md §6).
 */
export function daysOfRule(rule: Recurrence, start: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  if (rule.freq === 'daily') return everyDays(rule.interval, start)
  return rule.freq === 'weekly' ? everyWeeks(rule, start) : everyMonths(rule, start)
}

function* everyDays(interval: number, start: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  for (let days = 0; ; days += interval) yield start.add({ days })
}

function* everyWeeks({ byDay, interval }: Weekly, start: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  const fromSunday = [...new Set(byDay.map((day) => numberOfWeekday(day) % 7))].sort((a, b) => a - b)
  const after = (day: number): number => (day - start.dayOfWeek + 7) % 7
  const first = start.add({ days: Math.min(...fromSunday.map(after)) })
  const sunday = first.subtract({ days: first.dayOfWeek % 7 })
  for (let weeks = 0; ; weeks += interval)
    for (const day of fromSunday) if (weeks > 0 || day >= first.dayOfWeek % 7) yield sunday.add({ weeks, days: day })
}

function* everyMonths({ by, interval }: Monthly, start: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  let step = 1
  let empty = 0
  for (let month = start.with({ day: 1 }); empty < mostEmptyMonths; month = month.add({ months: step })) {
    const day = dayInMonth(month, by)
    if (day === undefined || day.since(start).sign < 0) {
      empty++
      continue
    }
    empty = 0
    step = interval
    yield day
  }
}

/** `undefined` where the month is too short for the day: such a month is left out (RFC 5545 §3.3.10). */
function dayInMonth(month: Temporal.PlainDate, by: Monthly['by']): Temporal.PlainDate | undefined {
  if ('monthDay' in by) return by.monthDay > month.daysInMonth ? undefined : month.with({ day: by.monthDay })
  const first = 1 + ((numberOfWeekday(by.weekday) - month.with({ day: 1 }).dayOfWeek + 7) % 7)
  const weeks = by.week === -1 ? Math.floor((month.daysInMonth - first) / 7) : by.week - 1
  return month.with({ day: first + 7 * weeks })
}
