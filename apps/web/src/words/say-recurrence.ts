import type { Recurrence, Weekday } from '@convene/booking/contract'
import type { Words } from '../languages/en.ts'
import type { Formats } from '../time/formats.ts'
import { weekdays } from '../time/weekdays.ts'

/** How a booking repeats: every 2 weeks on Monday and Friday. */
export function sayRecurrence(recurrence: Recurrence, { booking }: Words, format: Formats): string {
  const { repeats } = booking
  const { interval } = recurrence
  const name = (weekday: Weekday): string => format.weekday(weekdays.indexOf(weekday) + 1)
  if (recurrence.freq === 'daily') return repeats.daily(interval)
  if (recurrence.freq === 'weekly') return repeats.weekly(interval, format.list(recurrence.byDay.map(name)))
  const { by } = recurrence
  return 'monthDay' in by
    ? repeats.monthlyDay(interval, by.monthDay)
    : repeats.monthlyWeekday(interval, by.week, name(by.weekday))
}
