import { type FieldProblem, invalidParameter, missingField, type Parsed } from './field-problem.ts'

/** What readers share while one body is read. */
export interface Reading {
  /** Text numbers and booleans count as what they say (docs/zoom-facts.md §10). */
  readonly coerceText: boolean
  readonly problems: FieldProblem[]
}

/** Reads one value; on a wrong one it notes a problem under `name` and gives `undefined`. */
export type Field<T> = (sent: unknown, name: string, reading: Reading) => T | undefined

/** A reader for each field of `T`. What stands in no table is left out without an error (docs/zoom-facts.md §5.3). */
export type Fields<T> = { readonly [Name in keyof Required<T>]: Field<NonNullable<T[Name]>> }

/** No text without a documented limit is longer than this. */
const longestText = 4096
const longestList = 1000

/** Text of at most `max` characters, as people count them: an emoji is one, though JavaScript counts two. */
export function text(max: number = longestText): Field<string> {
  const isShort = (sent: string) => sent.length <= max || (sent.length <= 2 * max && Array.from(sent).length <= max)
  return (sent, name, reading) => (typeof sent === 'string' && isShort(sent) ? sent : refuse<string>(name, reading))
}

/** Text of at most `max` characters that fits a pattern. */
export function matching(pattern: RegExp, max: number): Field<string> {
  const short = text(max)
  return (sent, name, reading) =>
    typeof sent === 'string' && !pattern.test(sent) ? refuse<string>(name, reading) : short(sent, name, reading)
}

/** An e-mail address, as long as Zoom takes one. */
export const emailAddress: Field<string> = matching(/^[^\s@]+@[^\s@]+$/, 128)

/** A whole number from `min` to `max`. */
export function int(min: number, max: number): Field<number> {
  return (sent, name, reading) => {
    const value = toInteger(sent, reading)
    return value !== undefined && value >= min && value <= max ? value : refuse<number>(name, reading)
  }
}

/** One of the numbers. */
export function oneInt<const Value extends number>(...values: readonly Value[]): Field<Value> {
  return (sent, name, reading) => {
    const value = toInteger(sent, reading)
    return values.find((known) => known === value) ?? refuse<Value>(name, reading)
  }
}

/** One of the words. */
export function oneOf<const Value extends string>(...values: readonly Value[]): Field<Value> {
  return (sent, name, reading) => values.find((known) => known === sent) ?? refuse<Value>(name, reading)
}

/** A boolean. */
export const flag: Field<boolean> = (sent, name, reading) => {
  if (typeof sent === 'boolean') return sent
  const word = reading.coerceText && typeof sent === 'string' ? sent.trim().toLowerCase() : ''
  if (word === 'true' || word === 'false') return word === 'true'
  return refuse<boolean>(name, reading)
}

/** A list of at most `max` values of one kind. */
export function list<T>(of: Field<T>, max: number = longestList): Field<T[]> {
  return (sent, name, reading) => {
    if (!Array.isArray(sent) || sent.length > max) return refuse<T[]>(name, reading)
    return sent.flatMap((item: unknown, index) => of(item, `${name}[${index}]`, reading) ?? [])
  }
}

/** An object with known fields, of which some must be there. */
export function group<T extends object>(fields: Fields<T>, ...required: (keyof T & string)[]): Field<Partial<T>> {
  return (sent, name, reading) => {
    if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return refuse<Partial<T>>(name, reading)
    return readFields(fields, sent, name, required, reading)
  }
}

/** As `group`, where all fields that `T` needs are required: where one is missing, a problem is noted and nobody reads the value. */
export function whole<T extends object>(fields: Fields<T>, ...required: (keyof T & string)[]): Field<T> {
  return group(fields, ...required) as Field<T>
}

/** Reads a body by its table; every field at fault is named. A `null` counts as left out, and `required` ones must not be. */
export function parseFields<T extends object>(
  fields: Fields<T>,
  body: object,
  coerceText: boolean,
  ...required: (keyof T & string)[]
): Parsed<Partial<T>> {
  const reading: Reading = { coerceText, problems: [] }
  const value = readFields(fields, body, '', required, reading)
  return reading.problems.length > 0 ? { ok: false, problems: reading.problems } : { ok: true, value }
}

function readFields<T extends object>(
  fields: Fields<T>,
  sent: object,
  path: string,
  required: readonly string[],
  reading: Reading,
): Partial<T> {
  const table: Readonly<Record<string, Field<unknown>>> = fields
  const values: Record<string, unknown> = {}
  const nameOf = (key: string) => (path === '' ? key : `${path}.${key}`)
  const missing = new Set(required)
  for (const [key, value] of Object.entries(sent)) {
    const field = Object.hasOwn(table, key) ? table[key] : undefined
    if (field === undefined || value === null || value === undefined) continue
    missing.delete(key)
    const read = field(value, nameOf(key), reading)
    if (read !== undefined) values[key] = read
  }
  for (const key of missing) reading.problems.push(missingField(nameOf(key)))
  // Each value came from the reader that the table has for its name.
  return values as Partial<T>
}

function toInteger(sent: unknown, { coerceText }: Reading): number | undefined {
  if (coerceText && typeof sent === 'string') return /^\s*-?\d{1,15}\s*$/.test(sent) ? Number(sent) : undefined
  return typeof sent === 'number' && Number.isSafeInteger(sent) ? sent : undefined
}

function refuse<T>(name: string, reading: Reading): T | undefined {
  reading.problems.push(invalidParameter(name))
  return undefined
}
