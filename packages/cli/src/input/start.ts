import { wrongValue } from '../errors.ts'
import { addDays, isDate } from './date.ts'

/**
 * Reads when a meeting starts and gives it as ISO text: a wall time (`2026-12-17T18:00:00`) as the clocks in the
 * meeting's zone show it, or with the `Z` or offset that was written. `today` is the date there now; without it `today` and
 * `tomorrow` are refused.
 */
export function parseStart(text: string, today: string | undefined, option = '--start'): string {
  const trimmed = text.trim()
  const example = exampleFor(option, trimmed, today)
  const match =
    /^(\d{4}-\d{2}-\d{2}|today|tomorrow)[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      trimmed,
    )
  if (!match) throw wrongValue(option, text, complaintOf(trimmed), example)
  const [, day = '', hour = '', minute = '', second = '00', zone = ''] = match
  const isNear = /^to/i.test(day)
  if (isNear && today === undefined)
    throw wrongValue(option, text, 'a file is read again on other days, so it needs the date itself', example)
  const date = isNear ? addDays(today ?? '', day.toLowerCase() === 'tomorrow' ? 1 : 0) : day
  if (!isDate(date)) throw wrongValue(option, text, `${date} is no date of the calendar`, example)
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    throw wrongValue(option, text, `${hour}:${minute} is no time of day; the day runs from 00:00 to 23:59`, example)
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
function exampleFor(option: string, text: string, today: string | undefined): string {
  const zone = option === '--start' ? ' --time-zone Asia/Taipei' : ''
  if (isDate(text)) return `${option} "${text} 18:00"`
  if (today !== undefined && /^\d{1,2}:\d{2}$/.test(text)) return `${option} "tomorrow ${text}"`
  return `${option} "2026-12-17 18:00"${zone}`
}
