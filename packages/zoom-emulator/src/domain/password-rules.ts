import { createHash, timingSafeEqual } from 'node:crypto'
import type { User } from './entities.ts'

/** What is wrong with a sign-in password, with Zoom's code. */
export interface PasswordFault {
  readonly code: number
  readonly message: string
}

const dayMs = 86_400_000
const changesADay = 3
const rememberedPasswords = 4
const shortest = 8
const tooEasy: ReadonlySet<string> = new Set(['password1', 'passw0rd', 'welcome1', 'zoomzoom1', 'letmein1', 'admin123'])

/** The rules of a new account: at least 8 characters, a letter, a number, both cases (docs/zoom-facts.md §4). */
export function passwordFault(password: string): PasswordFault | undefined {
  if (password.length < shortest) return { code: 1124, message: `Have at least ${shortest} characters` }
  if (/^(.)\1*$/s.test(password)) return { code: 1130, message: "Password can't use the same character." }
  if (!/\p{L}/u.test(password)) return { code: 1125, message: 'Have at least 1 letter (a, b, c…)' }
  if (!/\d/.test(password)) return { code: 1126, message: 'Have at least 1 number (1, 2, 3…)' }
  if (tooEasy.has(password.toLowerCase()))
    return { code: 1136, message: 'Your password is too easy to guess. Try another one.' }
  if (!/\p{Lu}/u.test(password) || !/\p{Ll}/u.test(password))
    return { code: 1128, message: 'Include both Upper case and Lower case characters' }
  if (hasRun(password, 6))
    return { code: 1131, message: "Password can't use continuation character.Such as 'abcdef','123456'." }
  return undefined
}

/** What speaks against this user's having it now: used before, or changed too often in a day. */
export function reuseFault({ id, passwords = [] }: User, password: string, now: number): PasswordFault | undefined {
  const [current, ...former] = passwords
  if (current && isDigestOf(current.digest, id, password))
    return { code: 300, message: 'Your new password can not match the old password.' }
  if (former.some(({ digest }) => isDigestOf(digest, id, password)))
    return { code: 1129, message: `Users cannot reuse any of the last ${rememberedPasswords} passwords created.` }
  if (passwords.filter(({ at }) => now - at < dayMs).length >= changesADay)
    return {
      code: 300,
      message:
        'This password cannot be changed because it has already been changed the maximum number of times over the past 24 hours.',
    }
  return undefined
}

/** The user's passwords with a new one first. Nobody signs in with it here, so a plain digest is enough to know it again. */
export function addPassword(
  { id, passwords = [] }: User,
  password: string,
  now: number,
): NonNullable<User['passwords']> {
  return [{ digest: digestOf(id, password), at: now }, ...passwords].slice(0, rememberedPasswords)
}

function digestOf(salt: string, password: string): string {
  return createHash('sha256').update(`${salt} ${password}`).digest('base64url')
}

function isDigestOf(digest: string, salt: string, password: string): boolean {
  return timingSafeEqual(Buffer.from(digest), Buffer.from(digestOf(salt, password)))
}

/** Whether `length` characters follow one another as in the alphabet or in counting, up or down. */
export function hasRun(text: string, length: number): boolean {
  for (const step of [1, -1]) {
    let run = 1
    for (let place = 1; place < text.length; place++) {
      run = text.charCodeAt(place) - text.charCodeAt(place - 1) === step ? run + 1 : 1
      if (run >= length) return true
    }
  }
  return false
}
