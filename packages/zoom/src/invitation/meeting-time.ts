import { invalidInput } from '../errors.ts'
import { suggestTimeZones } from '../time/time-zone-suggestions.ts'
import { parseInstant } from '../time/wall-time.ts'
import { canonicalTimeZone } from '../time/zone-offset.ts'
import type { InvitationMeeting } from './meeting.ts'

/** The zone that a meeting follows; throws `invalid_input` for an id that no clock here knows. */
export function meetingTimeZone(meeting: InvitationMeeting): string {
  return requireTimeZone('timezone', meeting.timezone || 'UTC')
}

/** The zone itself; throws `invalid_input` for an id that no clock here knows. */
export function requireTimeZone(field: string, timeZone: string): string {
  if (canonicalTimeZone(timeZone) === undefined) throw invalidInput(field, timeZone, suggestTimeZones(timeZone))
  return timeZone
}

/** An instant as Zoom answers it (docs/zoom-facts.md §5.4), in ms. */
export function readInstant(field: string, text: string): number {
  const instant = parseInstant(text)
  if (instant === undefined)
    throw invalidInput(field, text, 'Give the meeting as Zoom answered it: UTC with Z, such as 2026-12-17T10:00:00Z.')
  return instant.at
}
