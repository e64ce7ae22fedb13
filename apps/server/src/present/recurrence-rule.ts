import type { Recurrence } from '@convene/booking'
import { everyDays, everyMonths, everyWeeks, type RecurrenceRule } from '@convene/zoom/recurrence'

const weeks = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' } as const

/** How a booking repeats, in the words of `@convene/zoom/recurrence`. */
export function recurrenceRule(recurrence: Recurrence): RecurrenceRule {
  const { interval, end } = recurrence
  if (recurrence.freq === 'daily') return everyDays(interval, end)
  if (recurrence.freq === 'weekly') return everyWeeks(interval, recurrence.byDay, end)
  const { by } = recurrence
  return everyMonths(interval, 'monthDay' in by ? { day: by.monthDay } : { [weeks[by.week]]: by.weekday }, end)
}
