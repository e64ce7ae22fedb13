import { invalidInput } from '../errors.ts'
import type { RecurrenceRule } from './rule.ts'

/** The longest interval Zoom takes (docs/zoom-facts.md §6; older texts say 90, 12 and 3). */
const longestInterval: Readonly<Record<RecurrenceRule['every'], number>> = { day: 99, week: 50, month: 10 }

/** The most dates a series with an end can have (docs/zoom-facts.md §6). */
export const mostDates = 60

export function checkInterval(every: RecurrenceRule['every'], interval: number, field = 'recurrence.interval'): number {
  const most = longestInterval[every]
  if (Number.isInteger(interval) && interval >= 1 && interval <= most) return interval
  throw invalidInput(field, interval, `Zoom repeats a meeting every 1 to ${most} ${every}s.`)
}

export function checkCount(count: unknown, field = 'recurrence.count'): number {
  const isCount = typeof count === 'number' && Number.isInteger(count)
  if (isCount && count >= 1 && count <= mostDates) return count
  throw invalidInput(field, count, `A series has 1 to ${mostDates} dates; leave the end out for no end.`)
}
