import type { Weekday } from './host.ts'

/** In the order of ISO 8601, which is that of Temporal: Monday is 1. */
export const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]

/** The weekday of Temporal's `dayOfWeek`; any whole number, so that one can count on from a day. */
export function weekdayFromNumber(dayOfWeek: number): Weekday {
  return weekdays[(((dayOfWeek - 1) % 7) + 7) % 7] as Weekday
}

/** Monday is 1. */
export function numberOfWeekday(weekday: Weekday): number {
  return weekdays.indexOf(weekday) + 1
}
