import type { CalendarWords } from '../../languages/en/calendar.ts'
import type { Formats } from '../../time/formats.ts'
import type { Span } from './side-by-side.ts'

/** From when to when on a day: what began the day before or goes on into the next one is not told with both dates. */
export function tellHours(
  { from, to }: Span,
  day: Span,
  words: CalendarWords,
  format: Pick<Formats, 'time' | 'hours'>,
): string {
  if (from <= day.from && to >= day.to) return words.hours.allDay
  if (from < day.from) return words.hours.until(format.time(to))
  if (to > day.to) return words.hours.from(format.time(from))
  // Midnight is of the next day, with which a range would name both dates.
  return to === day.to ? words.hours.both(format.time(from), format.time(to)) : format.hours(from, to)
}
