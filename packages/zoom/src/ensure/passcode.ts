import type { Ambient } from '../http/ambient.ts'
import type { Attempt, MeetingRecord } from './record.ts'

/** What the account of a host demands of passcodes, in Zoom's words (`meeting_password_requirement` of the host's settings). */
export interface PasscodeRequirement {
  readonly length?: number
  readonly have_letter?: boolean
  readonly have_number?: boolean
  readonly have_special_character?: boolean
  readonly have_upper_and_lower_characters?: boolean
  readonly only_allow_numeric?: boolean
  readonly consecutive_characters_length?: number
}

const digits = '23456789'
const lower = 'abcdefghjkmnpqrstuvwxyz'
const upper = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const special = '@-_*'

/** Zoom takes at most 10 characters (docs/zoom-facts.md §5.3). */
const longest = 10

/**
 * The passcode of an attempt: always the same one, and known to nobody without the journal's secret, so that it also proves whose
 * a meeting is where agendas are hidden. Its shape fits the requirement.
 */
export async function passcodeOf(
  { hmacSha256 }: Pick<Ambient, 'hmacSha256'>,
  secret: string,
  { tag }: Pick<MeetingRecord, 'tag'>,
  { number }: Pick<Attempt, 'number'>,
  requirement: PasscodeRequirement = {},
): Promise<string> {
  const bytes = await hmacSha256(secret, `passcode ${tag}.${number}`)
  return shapePasscode(bytes, requirement)
}

/**
 * Characters from bytes that are as good as chance, in the shape that is demanded. No character stands beside itself or its
 * neighbour in the alphabet, so that no run of them is ever too long.
 */
export function shapePasscode(bytes: Uint8Array, requirement: PasscodeRequirement): string {
  const isNumeric = requirement.only_allow_numeric === true
  const length = Math.min(Math.max(requirement.length ?? 8, isNumeric ? 8 : 6), longest)
  // The first places hold one of each kind that may be demanded; the others any of them.
  const kinds = isNumeric ? [digits] : [lower, digits, upper]
  if (!isNumeric && requirement.have_special_character) kinds.push(special)
  const any = isNumeric ? digits : lower + digits + upper
  let passcode = ''
  for (let place = 0; place < length; place++) {
    const letters = kinds[place] ?? any
    const last = passcode.charCodeAt(place - 1)
    for (let step = 0; ; step++) {
      const letter = letters[((bytes[place] ?? 0) + step) % letters.length] ?? ''
      if (Math.abs(letter.charCodeAt(0) - last) <= 1) continue
      passcode += letter
      break
    }
  }
  return passcode
}
