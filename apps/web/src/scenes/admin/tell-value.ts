import type { DateException } from '@convene/booking/contract'
import type { AdminWords } from '../../languages/en/admin.ts'
import type { Formats } from '../../time/formats.ts'

/** A value of a meeting in words; what has none is shown as it is written. */
export function tellValue(
  field: string,
  value: unknown,
  timeZone: string,
  words: AdminWords['drift'],
  format: Formats,
): string {
  if (value === undefined || value === null || value === '') return words.nothing
  if (field === 'start_time' && typeof value === 'string' && !Number.isNaN(Date.parse(value)))
    return `${format.moment(value, timeZone)} (${format.zone(timeZone, value)})`
  if (field === 'duration' && typeof value === 'number') return format.minutes(value)
  if (field === 'dates' && Array.isArray(value)) {
    const dates = (value as readonly DateException[]).map(({ date, start }) =>
      start === undefined || start === null ? words.leftOut(date) : words.movedTo(date, start.replace('T', ' ')),
    )
    return dates.length === 0 ? words.nothing : format.list(dates)
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}
