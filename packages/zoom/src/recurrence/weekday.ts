import { invalidInput } from '../errors.ts'
import { editDistance } from '../time/edit-distance.ts'

/** A day of the week; the week begins on Sunday, as Zoom's numbers do (1 = Sunday … 7 = Saturday). */
export type Weekday = 'sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday'

/** In the order of Zoom's numbers, which are the index plus one. */
export const weekdays: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
]

/** Sunday = 0 … Saturday = 6. */
export function indexOfWeekday(weekday: Weekday): number {
  return weekdays.indexOf(weekday)
}

/** Reads `friday`, `Fri`, `thurs`, `mondays`: any beginning of three letters or more. */
export function parseWeekday(text: string): Weekday | undefined {
  const wanted = text.toLowerCase().replace(/[.s]$/, '')
  return wanted.length < 3 ? undefined : weekdays.find((weekday) => weekday.startsWith(wanted))
}

/** Checks a weekday of a rule; a misspelling is answered with the likely one. */
export function checkWeekday(value: unknown, field: string): Weekday {
  const known = weekdays.find((weekday) => weekday === value)
  if (known) return known
  throw invalidInput(field, value, weekdayRemedy(value))
}

/** What to write in place of a weekday that is none. */
export function weekdayRemedy(value: unknown): string {
  const text = String(value).toLowerCase()
  const likely = parseWeekday(text) ?? weekdays.find((weekday) => isNearly(text, weekday))
  return likely ? `Did you mean "${likely}"?` : `Weekdays are ${weekdays.map((day) => `"${day}"`).join(', ')}.`
}

function isNearly(text: string, weekday: Weekday): boolean {
  return editDistance(text, weekday) <= 2 || (text.length === 3 && editDistance(text, weekday.slice(0, 3)) <= 1)
}
