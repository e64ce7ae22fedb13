import type { PersonInput } from '@convene/booking/contract'
import { isEmail } from '../../words/emails.ts'

export interface ReadPeople {
  readonly people: readonly PersonInput[]
  /** Pieces that are no address. */
  readonly wrong: readonly string[]
}

/** Reads addresses as people paste them: one a line, with commas, semicolons or blanks between, `Mei Lin <mei@example.com>` or bare. */
export function readPeople(text: string): ReadPeople {
  const people = new Map<string, PersonInput>()
  const wrong: string[] = []
  const add = (email: string, name = ''): void => {
    const key = email.toLowerCase()
    if (!people.has(key)) people.set(key, name === '' ? { email } : { email, name })
  }
  const rest = text.replaceAll(/("[^"\n]*"|[^<>,;\n"]*)\s*<\s*([^<>\s]+)\s*>/g, (_, name: string, email: string) => {
    if (isEmail(email)) add(email, name.trim().replaceAll(/^"|"$/g, '').trim().slice(0, 200))
    else wrong.push(email)
    return ','
  })
  for (const piece of rest.split(/[\s,;，；、]+/)) {
    const email = piece.replace(/^mailto:/i, '').replace(/\.$/, '')
    if (email === '') continue
    if (isEmail(email)) add(email)
    else wrong.push(piece)
  }
  return { people: [...people.values()], wrong }
}

/** What is no address in a text; as long as it is being typed, a piece at its end may still become one. */
export function wrongAddresses(text: string, isTyped = false): readonly string[] {
  const { wrong } = readPeople(text)
  return !isTyped && wrong.length === 1 && text.endsWith(wrong[0] ?? '') ? [] : wrong
}
