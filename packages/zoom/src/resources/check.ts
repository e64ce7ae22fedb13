import { invalidInput } from '../errors.ts'

/** Checks of single values before anything is sent. Each lets `undefined` pass and throws `invalid_input` otherwise. */

/** Text, of at most `most` characters where Zoom has a limit. */
export function checkText(field: string, value: unknown, most: number = Number.POSITIVE_INFINITY): void {
  if (value === undefined) return
  if (typeof value !== 'string') throw invalidInput(field, value, 'Give text.')
  // By code points, so that no text is refused that Zoom may take: in UTF-16 units an emoji would be two.
  const length = [...value].length
  if (length > most) throw invalidInput(field, value, `It has ${length} characters; Zoom takes at most ${most}.`)
}

/** A whole number from `least` to `most`. */
export function checkInteger(
  field: string,
  value: unknown,
  least: number,
  most: number = Number.MAX_SAFE_INTEGER,
): void {
  if (value === undefined) return
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} on` : `from ${least} to ${most}`
  if (typeof value === 'string' && /^\d+$/.test(value))
    throw invalidInput(field, value, `Give a number without quotes: ${Number(value)}.`)
  if (!Number.isInteger(value) || Number(value) < least || Number(value) > most)
    throw invalidInput(field, value, `Give a whole number ${range}.`)
}

/** `true` or `false`, not the words. */
export function checkBoolean(field: string, value: unknown): void {
  if (value === undefined || typeof value === 'boolean') return
  const word = String(value).toLowerCase()
  const meant = word === 'true' || word === 'false' ? `Give ${word} without quotes.` : 'Give true or false.'
  throw invalidInput(field, value, meant)
}

/** One of a few values. */
export function checkOneOf(field: string, value: unknown, allowed: readonly (string | number)[]): void {
  if (value === undefined || allowed.some((one) => one === value)) return
  const unquoted = allowed.find((one) => typeof one === 'number' && String(one) === value)
  if (unquoted !== undefined) throw invalidInput(field, value, `Give a number without quotes: ${unquoted}.`)
  throw invalidInput(field, value, `Give one of ${allowed.map((one) => JSON.stringify(one)).join(', ')}.`)
}

/** A list, of at most `most` things where Zoom has a limit. */
export function checkList(field: string, value: unknown, most: number = Number.POSITIVE_INFINITY): void {
  if (value === undefined) return
  if (!Array.isArray(value)) throw invalidInput(field, value, 'Give a list: [ … ].')
  if (value.length > most) throw invalidInput(field, value.length, `Give at most ${most}.`)
}

/** A list that has to have something in it. */
export function checkSome(field: string, list: readonly unknown[] | undefined, most: number): void {
  checkList(field, list, most)
  if (list !== undefined && list.length === 0) throw invalidInput(field, list, `Give at least one, at most ${most}.`)
}

/** An object, no list. */
export function checkObject(field: string, value: unknown): void {
  if (value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value))) return
  throw invalidInput(field, value, 'Give an object: { … }.')
}

/** A day of the calendar: `yyyy-MM-dd`. */
export function checkDay(field: string, value: unknown): void {
  if (value === undefined) return
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || !isDay(value))
    throw invalidInput(field, value, 'Give a day of the calendar as yyyy-MM-dd: "2026-12-17".')
}

const isDay = (value: string) => new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true
