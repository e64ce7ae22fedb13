import { EmulatorError } from './emulator-error.ts'
import { nearest } from './nearest.ts'

/** Reads what a test or a person asks of the emulator, field by field; what is left out is `undefined`. */
export interface InputReader {
  text(name: string): string | undefined
  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined
  /** A number from `min` to `max`. */
  number(name: string, min: number, max?: number): number | undefined
  /** A whole number from `min` to `max`. */
  whole(name: string, min: number, max?: number): number | undefined
  object(name: string): Record<string, unknown> | undefined
  value(name: string): unknown
  mistake(name: string, sentence: string): void
  /** Call it when all was read. @throws EmulatorError `input_invalid` with a line for each mistake: `count: -1 is not …` */
  finish(): void
}

/** Opens `input`; a field that is not among `fields` is a mistake too. */
export function readInput(input: unknown, what: string, fields: readonly string[]): InputReader {
  const object: Record<string, unknown> = isObject(input) ? input : {}
  const mistakes: string[] = []
  const mistake = (name: string, sentence: string) => void mistakes.push(`${name}: ${sentence}`)
  if (!isObject(input)) mistake(what, `${show(input)} is not an object`)
  for (const name of Object.keys(object)) {
    if (fields.includes(name)) continue
    const meant = nearest(name, fields)
    mistake(name, `is not a field of ${what}; ${meant ? `did you mean ${meant}?` : `there are ${fields.join(', ')}`}`)
  }
  const read = <T>(name: string, fits: (value: unknown) => value is T, form: string): T | undefined => {
    const value = object[name]
    if (value === undefined || fits(value)) return value
    mistake(name, `${show(value)} is not ${form}`)
    return undefined
  }
  const range = (min: number, max: number) =>
    max === Number.MAX_SAFE_INTEGER ? `from ${min} on` : `from ${min} to ${max}`
  return {
    text: (name) =>
      read(name, (value): value is string => typeof value === 'string' && value !== '', 'a text with something in it'),
    oneOf: (name, choices) =>
      read(
        name,
        (value): value is (typeof choices)[number] => choices.some((one) => one === value),
        `one of ${choices.join(', ')}`,
      ),
    number: (name, min, max = Number.MAX_SAFE_INTEGER) =>
      read(
        name,
        (value): value is number => typeof value === 'number' && value >= min && value <= max,
        `a number ${range(min, max)}`,
      ),
    whole: (name, min, max = Number.MAX_SAFE_INTEGER) =>
      read(
        name,
        (value): value is number => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max,
        `a whole number ${range(min, max)}`,
      ),
    object: (name) => read(name, isObject, 'an object'),
    value: (name) => object[name],
    mistake,
    finish() {
      if (mistakes.length > 0) throw new EmulatorError('input_invalid', mistakes.join('\n'))
    },
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value as it was written. */
function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
