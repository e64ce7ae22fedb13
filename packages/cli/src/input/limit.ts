import { wrongValue } from '../errors.ts'

/** Reads how many rows at most; `undefined` is all of them. */
export function parseLimit(text: string | undefined, option = '--limit'): number | undefined {
  if (text === undefined) return undefined
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw wrongValue(option, text, 'no number from 1 up', `${option} 20`)
}
