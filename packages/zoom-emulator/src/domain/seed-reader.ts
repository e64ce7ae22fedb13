import { listedTimeZones } from '../generated/time-zones.ts'
import { nearest } from './nearest.ts'

type Fields = Record<string, unknown>

/** Reads one object of a seed field by field and collects its mistakes, each with its path. */
export interface SeedReader {
  readonly path: string
  has(name: string): boolean
  /** As it stands in the seed. */
  value(name: string): unknown
  /** A text that is not empty, of at most `max` characters. */
  text(name: string, byDefault: string, max?: number): string
  oneOf<Choice extends string | number>(name: string, choices: readonly Choice[], byDefault: Choice): Choice
  /** An IANA time zone. */
  zone(name: string, byDefault: string): string
  texts(name: string, byDefault: readonly string[], complaint: (text: string) => string | undefined): readonly string[]
  mistake(name: string, sentence: string): void
}

/** Opens `value` at `path`; a field that is not among `fields` is a mistake too. */
export function readSeedObject(
  value: unknown,
  path: string,
  fields: readonly string[],
  mistakes: string[],
): SeedReader {
  const object: Fields = isFields(value) ? value : {}
  const at = (name: string) => (path === '' ? name : `${path}.${name}`)
  const mistake = (name: string, sentence: string) => void mistakes.push(`${at(name)}: ${sentence}`)
  if (!isFields(value)) mistakes.push(`${path || 'seed'}: ${show(value)} is not an object`)
  for (const name of Object.keys(object)) {
    if (fields.includes(name)) continue
    const meant = nearest(name, fields)
    mistake(name, `is not a field here; ${meant ? `did you mean ${meant}?` : `there are ${fields.join(', ')}`}`)
  }
  return {
    path,
    has: (name) => object[name] !== undefined,
    value: (name) => object[name],
    text(name, byDefault, max = 256) {
      const text = object[name] ?? byDefault
      if (typeof text === 'string' && text !== '' && text.length <= max) return text
      const shown = name.endsWith('secret') ? 'the value' : show(text)
      mistake(name, `${shown} is not a text of 1 to ${max} characters`)
      return byDefault
    },
    oneOf(name, choices, byDefault) {
      const value = object[name] ?? byDefault
      const choice = choices.find((candidate) => candidate === value)
      if (choice === undefined) mistake(name, `${show(value)} is not one of ${choices.join(', ')}`)
      return choice ?? byDefault
    },
    zone(name, byDefault) {
      const zone = object[name] ?? byDefault
      if (typeof zone === 'string' && isZone(zone)) return zone
      const meant = typeof zone === 'string' ? nearest(zone, ['UTC', ...Intl.supportedValuesOf('timeZone')]) : undefined
      mistake(
        name,
        `${show(zone)} is not a zone; ${meant ? `did you mean ${meant}?` : 'use an id such as Asia/Taipei'}`,
      )
      return byDefault
    },
    texts(name, byDefault, complaint) {
      const list = object[name]
      if (list === undefined) return byDefault
      if (!Array.isArray(list)) {
        mistake(name, `${show(list)} is not a list`)
        return byDefault
      }
      return list.filter((text, index): text is string => {
        const sentence = typeof text === 'string' ? complaint(text) : 'is not a text'
        if (sentence !== undefined) mistake(`${name}[${index}]`, `${show(text)} ${sentence}`)
        return sentence === undefined
      })
    },
    mistake,
  }
}

/** The list at `name`, or `undefined` where the seed has none. */
export function readSeedList(seed: unknown, name: string, mistakes: string[]): readonly unknown[] | undefined {
  const list = isFields(seed) ? seed[name] : undefined
  if (list === undefined) return undefined
  if (Array.isArray(list) && list.length > 0) return list
  mistakes.push(`${name}: ${show(list)} is not a list with something in it; leave it out for the default`)
  return undefined
}

/** A value as it stands in the file. */
function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isZone(zone: string): boolean {
  // To ask Intl for the first time takes 10 ms of a start.
  if (listedTimeZones.includes(zone)) return true
  // It takes bare offsets (+08:00) too; they are no zones.
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
