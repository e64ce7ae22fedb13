import { languages } from '../languages/language.ts'
import { readBoolean, readLine, readObject, readOneOf, readTimeZone } from './input-reader.ts'
import type { Member } from './member.ts'
import { readEmail } from './parse-wish.ts'

/** What an administrator may say of a member. */
export type MemberInput = Partial<Omit<Member, 'id'>>

const readers: { readonly [Field in keyof Omit<Member, 'id'>]: (value: unknown) => Member[Field] } = {
  email: (value) => readEmail('email', value),
  name: (value) => readLine('name', value, 1, 200),
  role: (value) => readOneOf('role', value, ['member', 'manager', 'admin']),
  language: (value) => readOneOf('language', value, languages),
  timeZone: (value) => readTimeZone('timeZone', value),
  needsApproval: (value) => readBoolean('needsApproval', value),
  isActive: (value) => readBoolean('isActive', value),
}

/**
 * Reads what an administrator says of a member, or with `known` what members say of themselves: any of these fields.
 *
 * @throws {BookingError} `invalid_input` with field, value and remedy.
 */
export function parseMemberInput(
  value: unknown,
  known: readonly (keyof MemberInput)[] = Object.keys(readers) as (keyof MemberInput)[],
): MemberInput {
  const fields = readObject('', value, known)
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, its]) => its !== undefined)
      .map(([field, its]) => [field, readers[field as keyof MemberInput](its)]),
  )
}

/**
 * A member as from now on: what is not said stays, and of a new one has a default.
 *
 * @throws {BookingError} `invalid_input` for a new member without address or name.
 */
export function memberAfter(id: string, before: Member | undefined, input: MemberInput, timeZone: string): Member {
  if (before !== undefined) return { ...before, ...input }
  return {
    id,
    email: input.email ?? readers.email(undefined),
    name: input.name ?? readers.name(undefined),
    role: 'member',
    language: 'en',
    timeZone,
    needsApproval: false,
    isActive: true,
    ...input,
  }
}
