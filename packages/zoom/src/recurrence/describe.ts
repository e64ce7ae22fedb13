import { civilFromDays, parseCivilDate } from '../time/civil-date.ts'
import type { RecurrenceRule } from './rule.ts'

/** A rule as an English sentence without a full stop: `Every 2 weeks on Friday, until 31 December 2026`. */
export function describeRecurrence(rule: RecurrenceRule): string {
  return `${describePattern(rule)}${describeEnd(rule)}`
}

function describePattern(rule: RecurrenceRule): string {
  const every = rule.interval === 1 ? `Every ${rule.every}` : `Every ${rule.interval} ${rule.every}s`
  if (rule.every === 'day') return every
  if (rule.every === 'week') return `${every} on ${andList(rule.days.map(capital))}`
  if ('day' in rule.on) return `${every} on the ${ordinal(rule.on.day)}`
  return `${every} on the ${rule.on.week} ${capital(rule.on.weekday)}`
}

const months = 'January February March April May June July August September October November December'.split(' ')

function describeEnd({ end }: RecurrenceRule): string {
  if (end === undefined) return ', without an end'
  if ('count' in end) return end.count === 1 ? ', once' : `, ${end.count} times`
  const { year, month, day } = civilFromDays(parseCivilDate(end.until) ?? 0)
  return `, until ${day} ${months[month - 1]} ${year}`
}

function ordinal(day: number): string {
  const ending = { 1: 'st', 2: 'nd', 3: 'rd' }[day > 10 && day < 14 ? 0 : day % 10] ?? 'th'
  return `${day}${ending}`
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

function andList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
