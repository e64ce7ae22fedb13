import { Temporal } from 'temporal-polyfill'
import type { Recurrence } from './recurrence.ts'
import { daysOfRule } from './rule-dates.ts'
import { parseDay } from './wall-time.ts'
import { weekdayFromNumber } from './weekday.ts'

/** Zoom's longest topic, and its longest agenda without the mark of safe creation (docs/zoom-facts.md §5.3). */
export const longestTitle = 200
export const longestAgenda = 1950

/** What a series of Zoom can be at most (docs/zoom-facts.md §6). */
export const zoomLimits = {
  interval: { daily: 99, weekly: 50, monthly: 10 },
  dates: 60,
  minutes: 1440,
} as const

/** Why Zoom cannot have a series as one meeting. */
export type ZoomLimit =
  | { readonly is: 'interval'; readonly most: number; readonly nearest: Recurrence }
  | { readonly is: 'dates'; readonly most: number; readonly lastOn: string; readonly nearest: Recurrence }

/** A part of a series that Zoom can have: its first day, and how it repeats; a single meeting does not. */
export interface ZoomPart {
  readonly date: string
  readonly recurrence: Recurrence | undefined
}

/** What goes beyond Zoom's recurrence, with the nearest form that does not; `undefined` when all is well. */
export function zoomLimitOf(rule: Recurrence, start: Temporal.PlainDate): ZoomLimit | undefined {
  const most = zoomLimits.interval[rule.freq]
  if (rule.interval > most)
    return { is: 'interval', most, nearest: asWeeks(rule, start) ?? { ...rule, interval: most } }
  const days = daysUntilEnd(rule, start, zoomLimits.dates + 1)
  if (days.length <= zoomLimits.dates) return undefined
  const lastOn = String(days[zoomLimits.dates - 1])
  return { is: 'dates', most: zoomLimits.dates, lastOn, nearest: { ...rule, end: { count: zoomLimits.dates } } }
}

/** So many bookings at most are offered in the place of one: a series to the year 9999 is a slip of the hand. */
const mostParts = 10

/**
 * The same dates as several bookings, each of which Zoom can have; each gets a link of its own. One part when Zoom can have it whole,
 * none when it would be more than ten.
 */
export function splitForZoom(rule: Recurrence, start: Temporal.PlainDate): readonly ZoomPart[] {
  const weeks = asWeeks(rule, start)
  if (weeks !== undefined) return splitForZoom(weeks, start)
  const isSingle = rule.interval > zoomLimits.interval[rule.freq]
  const size = isSingle ? 1 : zoomLimits.dates
  const days = daysUntilEnd(rule, start, size * mostParts + 1)
  if (days.length > size * mostParts) return []
  if (days.length <= size && !isSingle) return days[0] ? [{ date: String(days[0]), recurrence: rule }] : []
  const parts: ZoomPart[] = []
  for (let index = 0; index < days.length; index += size) {
    const count = Math.min(size, days.length - index)
    parts.push({ date: String(days[index]), recurrence: isSingle ? undefined : { ...rule, end: { count } } })
  }
  return parts
}

/** The days of a rule up to its end, or the first `most` of them. */
export function daysUntilEnd(rule: Recurrence, start: Temporal.PlainDate, most: number): Temporal.PlainDate[] {
  const { end } = rule
  const until = 'until' in end ? parseDay(end.until) : undefined
  const count = Math.min(most, 'count' in end ? end.count : most)
  const days: Temporal.PlainDate[] = []
  if (count < 1) return days
  for (const day of daysOfRule(rule, start)) {
    if (until !== undefined && Temporal.PlainDate.compare(day, until) > 0) break
    days.push(day)
    if (days.length === count) break
  }
  return days
}

/** Every 105 days is every 15 weeks, which Zoom can say. */
function asWeeks(rule: Recurrence, start: Temporal.PlainDate): Recurrence | undefined {
  const { freq, interval, end } = rule
  if (freq !== 'daily' || interval <= zoomLimits.interval.daily || interval % 7 !== 0) return undefined
  if (interval / 7 > zoomLimits.interval.weekly) return undefined
  return { freq: 'weekly', interval: interval / 7, byDay: [weekdayFromNumber(start.dayOfWeek)], end }
}
