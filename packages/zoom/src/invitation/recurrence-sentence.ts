import { invalidInput } from '../errors.ts'
import type { RecurrenceRule } from '../recurrence/rule.ts'
import type { Weekday } from '../recurrence/weekday.ts'
import { indexOfWeekday } from '../recurrence/weekday.ts'
import { msPerDay, parseCivilDate } from '../time/civil-date.ts'
import { createDateWriter } from './dates.ts'
import { glossaries } from './glossary.ts'
import { type Language, requireLanguage } from './language.ts'
import { choose, fill } from './wording.ts'

/** What the sentence can say beside the rule. */
export interface RecurrenceSentenceOptions {
  /** Default `en`. */
  readonly language?: Language | undefined
  /** How the series really ends, where its dates are known: the last local date (`YYYY-MM-DD`) and how many there are. */
  readonly actualEnd?: { readonly until: string; readonly count: number } | undefined
}

/**
 * A recurrence in words, without a full stop: `Every 2 weeks on Friday, until December 31, 2026`.
 *
 * @throws {ZoomError} `invalid_input` for a language that is not ours or a date that does not exist
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { formatRecurrence } from '@convene/zoom/invitation'
 * import { everyWeeks } from '@convene/zoom/recurrence'
 *
 * const rule = everyWeeks(2, ['monday', 'friday'], { count: 6 })
 * assert.equal(formatRecurrence(rule, { language: 'tr' }), '2 haftada bir pazartesi ve cuma günleri, toplam 6 toplantı')
 * ```
 */
export function formatRecurrence(rule: RecurrenceRule, options: RecurrenceSentenceOptions = {}): string {
  const language = requireLanguage(options.language ?? 'en')
  const { series, comma } = glossaries[language]
  const end = rule.end === undefined ? {} : (options.actualEnd ?? rule.end)
  return fill(series, { rule: ruleInWords(rule, language), end: endInWords(end, language).join(comma) })
}

function ruleInWords(rule: RecurrenceRule, language: Language): string {
  const words = glossaries[language]
  const n = rule.interval
  if (rule.every === 'day') return fill(choose(language, words.everyDays, n), { n })
  if (rule.every === 'week') {
    const days = mondayFirst(rule.days).map((day) => weekdayInSentence(day, language))
    const list = new Intl.ListFormat(language).format(days)
    const onDays = fill(choose(language, words.onWeekdays, days.length), { list })
    return fill(choose(language, words.everyWeeks, n), { n, days: onDays })
  }
  if ('day' in rule.on) {
    const day = fill(choose(language, words.dayOfMonth, rule.on.day, 'ordinal'), rule.on)
    return fill(choose(language, words.everyMonthsOnDay, n), { n, day })
  }
  const weekday = weekdayInSentence(rule.on.weekday, language)
  return fill(choose(language, words.everyMonthsOnWeekday, n), { n, week: words.weeks[rule.on.week], weekday })
}

function endInWords(end: { readonly until?: string; readonly count?: number }, language: Language): string[] {
  const words = glossaries[language]
  if (end.until === undefined && end.count === undefined) return [words.noEnd]
  const { date } = createDateWriter(language, 'UTC')
  return [
    ...(end.until === undefined ? [] : [fill(words.until, { date: date(midnightOf(end.until)) })]),
    ...(end.count === undefined ? [] : [fill(choose(language, words.meetings, end.count), { n: end.count })]),
  ]
}

function midnightOf(date: string): number {
  const days = parseCivilDate(date)
  if (days === undefined) throw invalidInput('until', date, 'Give a local date as YYYY-MM-DD.')
  return days * msPerDay
}

/** A list of days reads best from Monday on. */
function mondayFirst(days: readonly Weekday[]): Weekday[] {
  return [...days].sort((one, other) => ((indexOfWeekday(one) + 6) % 7) - ((indexOfWeekday(other) + 6) % 7))
}

/** 1 January 2023 was a Sunday. */
function weekdayInSentence(weekday: Weekday, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC', calendar: 'gregory' })
  const name = format.format(Date.UTC(2023, 0, 1 + indexOfWeekday(weekday)))
  return glossaries[language].smallWeekdays ? name.toLocaleLowerCase(language) : name
}
