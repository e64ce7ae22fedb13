import { invalidInput } from '../errors.ts'

/**
 * A meeting number in groups, as Zoom shows it (docs/zoom-facts.md §7): `912 3456 7890`, ten digits as 3-3-4, nine as 3-3-3.
 * Blanks and hyphens in the given number do not matter. Throws `invalid_input` for anything but 9 to 11 digits.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { formatMeetingId } from '@convene/zoom/invitation'
 *
 * assert.equal(formatMeetingId(91234567890), '912 3456 7890')
 * ```
 */
export function formatMeetingId(meetingId: number | string): string {
  const digits = String(meetingId).replace(/[\s-]/g, '')
  if (!/^\d{9,11}$/.test(digits))
    throw invalidInput('meetingId', meetingId, 'Give the meeting number that Zoom answered: 9 to 11 digits.')
  const middle = digits.length === 11 ? 7 : 6
  return `${digits.slice(0, 3)} ${digits.slice(3, middle)} ${digits.slice(middle)}`
}
