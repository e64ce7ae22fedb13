import { type FieldProblem, invalidParameter } from './field-problem.ts'
import { flatText } from './flat-text.ts'
import type { Ids } from './ids.ts'

/** The three forms of a meeting's passcode; all empty where it has none. */
export interface Passcode {
  readonly password: string
  /** `pwd` of links: another one for every passcode (docs/zoom-facts.md §8). */
  readonly encryptedPassword: string
  /** What telephones and room systems can send. */
  readonly numericPassword: string
}

/** At most 10 visible ASCII characters (docs/zoom-facts.md §5.3); the empty text asks for no passcode. */
export function passcodeProblem(password: string): FieldProblem | undefined {
  return /^[!-~]{0,10}$/.test(password) ? undefined : invalidParameter('password')
}

/** A passcode in its three forms. */
export function createPasscode(password: string, ids: Ids): Passcode {
  if (password === '') return { password, encryptedPassword: '', numericPassword: '' }
  return {
    password,
    encryptedPassword: flatText(ids.secret(32), '.1'),
    numericPassword: /^\d+$/.test(password) ? password : ids.pick('0123456789', 6),
  }
}
