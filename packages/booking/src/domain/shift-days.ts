import type { Temporal } from 'temporal-polyfill'
import { dayOf, type Times } from './meeting-dates.ts'
import type { Recurrence } from './recurrence.ts'
import { formatWall, parseWall } from './wall-time.ts'
import { numberOfWeekday, weekdayFromNumber } from './weekday.ts'
import { daysUntilEnd, zoomLimits } from './zoom-limits.ts'

/**
 * The same meeting on other days: a series on other weekdays, with as many dates. What was left out or moved stays with its date; a
 * date that has a start of its own keeps it. `undefined` where other days would not be this kind of series any more.
 */
export function shiftByDays(times: Times, days: number): Times | undefined {
  const wall = parseWall(times.start)
  if (wall === undefined) return undefined
  const { recurrence } = times
  if (recurrence === undefined) return { ...times, start: formatWall(wall.add({ days })) }
  const before = daysUntilEnd(recurrence, wall.toPlainDate(), zoomLimits.dates)
  const first = before[0]
  const rule = first && shiftRule(recurrence, days, before)
  if (first === undefined || rule === undefined) return undefined
  const start = rule.freq === 'monthly' && 'week' in rule.by ? first.with({ day: 1 }) : first.add({ days })
  const after = daysUntilEnd(rule, start, before.length)
  if (!isSameSeries(rule, before, after, days)) return undefined
  const dateAfter = new Map(before.map((day, index) => [String(day), String(after[index])]))
  return {
    ...times,
    start: formatWall((after[0] ?? start).toPlainDateTime(wall)),
    recurrence: rule,
    exceptions: times.exceptions.map((one) => ({ ...one, date: dateAfter.get(one.date) ?? one.date })),
  }
}

function shiftRule(rule: Recurrence, days: number, dates: readonly Temporal.PlainDate[]): Recurrence | undefined {
  const end = { count: dates.length }
  // Every day, a day later, is the same days again.
  if (rule.freq === 'daily') return rule.interval > Math.abs(days) ? { ...rule, end } : undefined
  if (rule.freq === 'weekly')
    return { ...rule, end, byDay: rule.byDay.map((day) => weekdayFromNumber(numberOfWeekday(day) + days)) }
  const { by } = rule
  if ('week' in by)
    return { ...rule, end, by: { ...by, weekday: weekdayFromNumber(numberOfWeekday(by.weekday) + days) } }
  const monthDay = by.monthDay + days
  return by.monthDay <= 28 && monthDay >= 1 && monthDay <= 28 ? { ...rule, end, by: { monthDay } } : undefined
}

/** Every second Saturday and Sunday, a day later, begins a new week in between: those would be other weeks. */
function isSameSeries(
  rule: Recurrence,
  before: readonly Temporal.PlainDate[],
  after: readonly Temporal.PlainDate[],
  days: number,
): boolean {
  if (before.length !== after.length) return false
  if (rule.freq === 'monthly') return true
  return before.every(
    (day, index) => after[index] !== undefined && day.add({ days }).equals(dayOf(String(after[index]))),
  )
}
