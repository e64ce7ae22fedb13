import { invalidInput } from '../errors.ts'
import { everyDays, everyMonths, everyWeeks, type MonthDayInput } from './every.ts'
import { type RecurrenceEnd, type RecurrenceRule, weeksOfMonth } from './rule.ts'
import { parseWeekday, type Weekday, weekdayRemedy } from './weekday.ts'

/** What stands beside the text: when the series ends. */
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
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { formatRecurrence, everyWeeks, parseRecurrenceText } from '@convene/zoom/recurrence'
 *
 * const rule = parseRecurrenceText('2 weeks on fri', { until: '2026-12-31' })
 * assert.deepEqual(rule, everyWeeks(2, ['friday'], { until: '2026-12-31' }))
 * assert.equal(formatRecurrence(rule), 'Every 2 weeks on Friday, until December 31, 2026')
 * assert.throws(() => parseRecurrenceText('friday'), /Write "week on friday"/)
 * ```
 */
export function parseRecurrenceText(text: string, options: RecurrenceTextOptions = {}): RecurrenceRule {
  const field = options.field ?? 'every'
  const refuse = (remedy: string) => invalidInput(field, text, remedy)
  const match = /^(?:every\s+)?(?:(\d+)\s*)?([a-z]+)(?:\s+on\s+(.+))?$/.exec(text.trim().toLowerCase())
  if (!match) throw refuse(`Write ${forms}.`)
  const [, number, word = '', on] = match
  const unit = units.find((name) => word.replace(/s$/, '') === name)
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
    const days = on.split(/\s*(?:,|\band\b)\s*|\s+/).filter(Boolean)
    return everyWeeks(
      interval,
      days.map((day) => weekdayIn(day, refuse)),
      end,
    )
  }
  return everyMonths(interval, monthDayOf(on, refuse), end)
}

const units = ['day', 'week', 'month'] as const

type Refuse = (remedy: string) => Error

function weekdayIn(text: string, refuse: Refuse): Weekday {
  const weekday = parseWeekday(text)
  if (weekday === undefined) throw refuse(`"${text}" is no weekday. ${weekdayRemedy(text)}`)
  return weekday
}

function monthDayOf(on: string, refuse: Refuse): MonthDayInput {
  const day = /^(?:the\s+|day\s+)?(\d{1,2})(?:st|nd|rd|th)?$/.exec(on)
  if (day) return { day: Number(day[1]) }
  const [ordinal = '', weekday, ...rest] = on.replace(/^the\s+/, '').split(/\s+/)
  const week = weeksOfMonth.find((name, index) => name === ordinal || ordinals[index] === ordinal)
  if (week === undefined || weekday === undefined || rest.length > 0)
    throw refuse('Write a day, "month on 15", or one weekday: "month on first tue", "month on last mon".')
  return { [week]: weekdayIn(weekday, refuse) }
}

const ordinals = ['1st', '2nd', '3rd', '4th']

const otherUnits: readonly (readonly [RegExp, string])[] = [
  [/^(daily|everyday)$/, 'Write "day".'],
  [/^(weekly|fortnights?)$/, 'Write "week on fri" or "2 weeks on fri".'],
  [/^monthly$/, 'Write "month on 15" or "month on last mon".'],
  [/^(weekday|workday)s?$/, 'Write "week on mon,tue,wed,thu,fri".'],
  [/^(year|quarter)s?$|^yearly$/, 'Zoom repeats by the day, week or month, at most every 10 months: "3 months on 15".'],
]

function unitRemedy(word: string, number: string | undefined): string {
  if (parseWeekday(word)) return `Write "${number === undefined ? 'week' : `${number} weeks`} on ${word}".`
  return otherUnits.find(([pattern]) => pattern.test(word))?.[1] ?? `Write ${forms}.`
}

function endOf({ until, count }: RecurrenceTextOptions): RecurrenceEnd | undefined {
  if (until !== undefined && count !== undefined)
    throw invalidInput('until', until, 'Give the last date or the number of dates, not both.')
  if (until !== undefined) return { until }
  return count === undefined ? undefined : { count }
}
