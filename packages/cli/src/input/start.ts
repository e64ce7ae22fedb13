import { wrongValue } from '../errors.ts'
import { addDays, isDate } from './date.ts'

const example = '--start "2026-12-17 18:00" --time-zone Asia/Taipei'

/**
 * Reads when a meeting starts and gives it as ISO text: a wall time (`2026-12-17T18:00:00`) as the clocks in the
 * meeting's zone show it, or with the `Z` or offset that was written. `today` is the date there now.
 */
export function parseStart(text: string, today: string): string {
  const trimmed = text.trim()
  const match =
    /^(\d{4}-\d{2}-\d{2}|today|tomorrow)[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      trimmed,
    )
  if (!match) throw wrongValue('--start', text, complaintOf(trimmed), exampleFor(trimmed))
  const [, day = '', hour = '', minute = '', second = '00', zone = ''] = match
  const date = /^to/i.test(day) ? addDays(today, day.toLowerCase() === 'tomorrow' ? 1 : 0) : day
  if (!isDate(date)) throw wrongValue('--start', text, `${date} is no date of the calendar`, example)
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    throw wrongValue('--start', text, `${hour}:${minute} is no time of day; the day runs from 00:00 to 23:59`, example)
  return `${date}T${hour.padStart(2, '0')}:${minute}:${second}${zone.toUpperCase()}`
}

function complaintOf(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'the time of day is missing'
  if (/^\d{1,2}:\d{2}$/.test(text)) return 'the date is missing'
  if (/\d\s*(am|pm)\b/i.test(text)) return 'the time must be in 24-hour form (6 pm is 18:00)'
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/.test(text))
    return 'the date must be year-month-day, so that nobody has to guess'
  return 'no date and time that this command can read'
}

/** The example nearest to what was written: a time alone gets a day, a date alone a time. */
function exampleFor(text: string): string {
  if (isDate(text)) return `--start "${text} 18:00"`
  if (/^\d{1,2}:\d{2}$/.test(text)) return `--start "tomorrow ${text}"`
  return example
}
