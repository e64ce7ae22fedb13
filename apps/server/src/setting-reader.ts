import { readFileSync } from 'node:fs'
import { Secret } from './secret.ts'
import { type SettingMistake, SettingsError } from './settings-error.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Reads settings one by one, and keeps the mistakes to tell them all at once. */
export interface SettingReader {
  /** Without blanks around it; `undefined` when it is not set, or empty. */
  text(name: string): string | undefined
  /** A secret, from `NAME`, or from the file that `NAME_FILE` names. */
  secret(name: string): Secret | undefined
  wholeNumber(name: string, usual: number, least: number, most: number): number
  oneOf<const Choice extends string>(name: string, choices: readonly Choice[], usual: Choice): Choice
  /** Reads by `parse`, which gives `undefined` for what cannot be used. */
  parsed<Value>(name: string, parse: (text: string) => Value | undefined, remedy: string): Value | undefined
  mistake(name: string, says: string): void
  /** @throws SettingsError when there was a mistake */
  check(): void
}

export function createSettingReader(environment: Environment): SettingReader {
  const mistakes: SettingMistake[] = []
  const mistake = (name: string, says: string) => void mistakes.push({ name, says })
  const text = (name: string) => {
    const value = environment[name]?.trim()
    return value === '' ? undefined : value
  }
  return {
    text,
    secret(name) {
      const file = text(`${name}_FILE`)
      const value = text(name)
      if (file === undefined) return value === undefined ? undefined : new Secret(value)
      if (value !== undefined) mistake(name, `is set beside ${name}_FILE: keep one of the two.`)
      try {
        return new Secret(readFileSync(file, 'utf8').trim())
      } catch (error) {
        const why = error instanceof Error && 'code' in error ? String(error.code) : 'no reason given'
        mistake(`${name}_FILE`, `names a file that cannot be read (${why}): check its path and its owner.`)
        return undefined
      }
    },
    wholeNumber(name, usual, least, most) {
      const value = text(name)
      if (value === undefined) return usual
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
      if (number >= least && number <= most) return number
      mistake(name, `is ${JSON.stringify(value)}: give a whole number from ${least} to ${most}.`)
      return usual
    },
    oneOf(name, choices, usual) {
      const value = text(name)
      const found = choices.find((choice) => choice === value)
      if (value !== undefined && found === undefined)
        mistake(name, `is ${JSON.stringify(value)}: give ${choices.join(' or ')}.`)
      return found ?? usual
    },
    parsed(name, parse, remedy) {
      const value = text(name)
      if (value === undefined) return undefined
      const parsed = parse(value)
      if (parsed === undefined) mistake(name, `is ${JSON.stringify(value)}: ${remedy}`)
      return parsed
    },
    mistake,
    check() {
      if (mistakes.length > 0) throw new SettingsError(mistakes)
    },
  }
}
