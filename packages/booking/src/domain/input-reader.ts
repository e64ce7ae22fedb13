import { invalidInput } from './booking-error.ts'
import { say } from './message.ts'
import { parseTimeZone } from './wall-time.ts'

/** An object of which the names are known, and the values not yet. */
export type Fields = Readonly<Record<string, unknown>>

/** An object with no other fields than these. */
export function readObject(field: string, value: unknown, known: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidInput(field, value, say('not_object', {}))
  for (const [name, its] of Object.entries(value))
    if (!known.includes(name))
      throw invalidInput(field === '' ? name : `${field}.${name}`, its, say('unknown_field', { known }))
  return value as Fields
}

/** A text without blanks around it. */
export function readText(field: string, value: unknown, least: number, most: number): string {
  const text = typeof value === 'string' ? value.trim() : undefined
  if (text === undefined || text.length < least || text.length > most)
    throw invalidInput(field, value, say('not_text', { least, most }))
  return text
}

/** A text on one line: what else there may be in it would reach the heads of mails, calendar files, and Zoom's topics. */
export function readLine(field: string, value: unknown, least: number, most: number): string {
  const line = typeof value === 'string' ? value.replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ') : value
  return readText(field, line, least, most)
}

/** A whole number, the bounds included. */
export function readWholeNumber(field: string, value: unknown, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw invalidInput(field, value, say('not_whole_number', { least, most }))
  return value
}

/** `true` or `false`, and no text that looks like it. */
export function readBoolean(field: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidInput(field, value, say('not_one_of', { choices: ['true', 'false'] }))
  return value
}

/** An IANA zone, by its usual name. */
export function readTimeZone(field: string, value: unknown): string {
  const timeZone = typeof value === 'string' ? parseTimeZone(value) : undefined
  if (timeZone === undefined) throw invalidInput(field, value, say('not_time_zone', {}))
  return timeZone
}

/** A list of at most so many things, which are not looked at. */
export function readList(field: string, value: unknown, most: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length > most) throw invalidInput(field, value, say('not_list', { most }))
  return value
}

/** One of a few texts. */
export function readOneOf<const Choice extends string>(
  field: string,
  value: unknown,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw invalidInput(field, value, say('not_one_of', { choices }))
  return found
}

/** Each by what `keyOf` says once. */
export function checkNoneTwice<Item>(field: string, items: readonly Item[], keyOf: (item: Item) => string): void {
  const seen = new Set<string>()
  for (const [index, item] of items.entries()) {
    const key = keyOf(item)
    if (seen.has(key)) throw invalidInput(`${field}[${index}]`, key, say('given_twice', {}))
    seen.add(key)
  }
}
