import { invalidInput } from '../errors.ts'
import { everyDays, everyMonths, everyWeeks } from './every.ts'
import { type RecurrenceEnd, type RecurrenceRule, weeksOfMonth } from './rule.ts'
import { parseWeekday, weekdayRemedy } from './weekday.ts'

export interface RecurrenceTextOptions {
  /** The last local date, `YYYY-MM-DD`. Not together with `count`. */
  readonly until?: string | undefined
  /** How many dates. */
  readonly count?: number | undefined
  /** The name of the text in errors: `--every` in a command. */
  readonly field?: string
}

const forms = '"day", "3 days", "week on mon,wed", "2 weeks on fri", "month on 15" or "month on last mon"'

/**
 * Reads a rule as people write it after "every": `day`, `3 days`, `week on mon,wed`, `2 weeks on fri`, `month on 15`,
 * `month on last mon`, `2 months on second tue`. Weekdays may be cut to three letters; upper and lower case are the same.
 *
 * @throws {ZoomError} `invalid_input` with the right form
 */
export function parseRecurrenceText(text: string, options: RecurrenceTextOptions = {}): RecurrenceRule {
  const field = options.field ?? 'every'
  const refuse = (remedy: string) => invalidInput(field, text, remedy)
  const match = /^(?:every\s+)?(?:(\d+)\s*)?([a-z]+)(?:\s+on\s+(.+))?$/i.exec(text.trim())
  if (!match) throw refuse(`Write ${forms}.`)
  const [, number, word = '', on] = match
  const unit = units[word.toLowerCase()]
  if (unit === undefined) throw refuse(unitRemedy(word, number))
  const interval = number === undefined ? 1 : Number(number)
  const end = endOf(options)
  if (unit === 'day') {
    if (on !== undefined) throw refuse(`Days have no weekday: write "week on ${on}" or "${number ?? 3} days".`)
    return everyDays(interval, end)
  }
  if (on === undefined)
    throw refuse(
      unit === 'week'
        ? 'Say which weekdays: "week on mon,wed".'
        : 'Say which day: "month on 15" or "month on last mon".',
    )
  if (unit === 'week') {
    const days = on.split(/\s*(?:,|\band\b)\s*|\s+/i).filter(Boolean)
    return everyWeeks(
      interval,
      days.map((day) => weekdayIn(day, refuse)),
      end,
    )
  }
  return everyMonths(interval, monthDayOf(on, refuse), end)
}

const units: Readonly<Record<string, 'day' | 'week' | 'month'>> = {
  day: 'day',
  days: 'day',
  week: 'week',
  weeks: 'week',
  month: 'month',
  months: 'month',
}

type Refuse = (remedy: string) => Error

function weekdayIn(text: string, refuse: Refuse): ReturnType<typeof parseWeekday> & string {
  const weekday = parseWeekday(text)
  if (weekday === undefined) throw refuse(`"${text}" is no weekday. ${weekdayRemedy(text)}`)
  return weekday
}

function monthDayOf(on: string, refuse: Refuse): Parameters<typeof everyMonths>[1] {
  const day = /^(?:the\s+|day\s+)?(\d{1,2})(?:st|nd|rd|th)?$/i.exec(on.trim())
  if (day) return { day: Number(day[1]) }
  const [ordinal = '', weekday, ...rest] = on
    .trim()
    .replace(/^the\s+/i, '')
    .toLowerCase()
    .split(/\s+/)
  const week = weeksOfMonth.find((name) => name === (ordinals[ordinal] ?? ordinal))
  if (week === undefined || weekday === undefined || rest.length > 0)
    throw refuse('Write a day, "month on 15", or one weekday: "month on first tue", "month on last mon".')
  return { [week]: weekdayIn(weekday, refuse) }
}

const ordinals: Readonly<Record<string, string>> = { '1st': 'first', '2nd': 'second', '3rd': 'third', '4th': 'fourth' }

function unitRemedy(word: string, number: string | undefined): string {
  const weekday = parseWeekday(word)
  if (weekday) return `Write "${number === undefined ? 'week' : `${number} weeks`} on ${word.toLowerCase()}".`
  if (/^(weekday|workday)s?$/i.test(word)) return 'Write "week on mon,tue,wed,thu,fri".'
  if (/^years?$/i.test(word)) return 'Zoom repeats by the day, week or month, at most every 10 months.'
  const unit = { daily: 'day', weekly: 'week on fri', monthly: 'month on 15' }[word.toLowerCase()]
  return unit ? `Write "${unit}".` : `Write ${forms}.`
}

function endOf({ until, count }: RecurrenceTextOptions): RecurrenceEnd | undefined {
  if (until !== undefined && count !== undefined)
    throw invalidInput('until', until, 'Give the last date or the number of dates, not both.')
  if (until !== undefined) return { until }
  return count === undefined ? undefined : { count }
}
