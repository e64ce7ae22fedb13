import { invalidInput } from '../../errors.ts'
import type { MeetingId } from '../../generated/types/schemas.ts'

/** Reads a meeting number, also grouped with spaces or hyphens as invitations print it. Throws `invalid_input`. */
export function parseMeetingId(value: MeetingId): string {
  const digits = String(value).replaceAll(/[ -]/g, '')
  // New numbers have 11 digits, personal ones 10, those before April 2020 had 9 (docs/zoom-facts.md §8).
  if (/^\d{9,11}$/.test(digits)) return digits
  throw invalidInput('meetingId', value, 'Give the meeting number, 9 to 11 digits.')
}

/** Refuses what is no occurrence id: an empty one would name the whole series. */
export function checkOccurrenceId(value: unknown): void {
  if (value === undefined || (typeof value === 'string' && /^\d+$/.test(value))) return
  throw invalidInput('occurrence_id', value, 'Give the occurrence_id that `get` lists for the date: digits, as text.')
}
