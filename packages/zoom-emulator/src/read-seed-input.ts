import { readFileSync } from 'node:fs'
import { EmulatorError } from './domain/emulator-error.ts'
import type { EmulatorOptions } from './options.ts'

/** The seed as it was given, or as its file holds it; not yet checked. */
export function readSeedInput(seed: NonNullable<EmulatorOptions['seed']>): unknown {
  if (typeof seed !== 'string' && !(seed instanceof URL)) return seed
  const file = typeof seed === 'string' && seed.startsWith('file:') ? new URL(seed) : seed
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new EmulatorError('seed_invalid', `The seed file ${seed} cannot be read: ${reason}`, { cause: error })
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    // The parser's own message shows the text around the mistake, which may be a secret.
    const place = /line \d+ column \d+/.exec(String(error))?.[0] ?? 'it'
    throw new EmulatorError('seed_invalid', `The seed file ${seed} is not JSON: there is a mistake in ${place}.`)
  }
}
