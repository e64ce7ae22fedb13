import type { Meeting, User } from './entities.ts'
import { joinUrl } from './meeting-links.ts'

/**
 * A calendar file of a meeting: every date as an event of its own in UTC, so that no reader has to know the zone
 * (RFC 5545 §3.6.1). A moved date keeps its UID; a deleted one is left out.
 */
export function composeCalendar(meeting: Meeting, host: User, baseUrl: string): string {
  const dates = (meeting.occurrences ?? []).filter(({ status }) => status === 'available')
  const events =
    meeting.startAt === undefined || meeting.occurrences
      ? dates.map((one) => ({ uid: one.occurrenceId, startAt: one.startAt, minutes: one.durationMinutes }))
      : [{ uid: 'once', startAt: meeting.startAt, minutes: meeting.durationMinutes }]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Convene//Zoom emulator//EN',
    'METHOD:PUBLISH',
    ...events.flatMap(({ uid, startAt, minutes }) => [
      'BEGIN:VEVENT',
      `UID:${meeting.id}-${uid}@emulated.invalid`,
      `DTSTAMP:${formatUtc(meeting.createdAt)}`,
      `DTSTART:${formatUtc(startAt)}`,
      `DTEND:${formatUtc(startAt + minutes * 60_000)}`,
      `SUMMARY:${escapeText(meeting.topic)}`,
      `DESCRIPTION:${escapeText(joinUrl(baseUrl, meeting, host))}`,
      `LOCATION:${escapeText(joinUrl(baseUrl, meeting, host))}`,
      `ORGANIZER:mailto:${host.email}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

/** `20261217T100000Z` */
function formatUtc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** RFC 5545 §3.3.11. */
function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n')
}

/** At most 75 bytes a line, no character cut in two (RFC 5545 §3.1). */
function fold(line: string): string {
  let folded = ''
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > 75) {
      folded += '\r\n '
      bytes = 1
    }
    folded += character
    bytes += size
  }
  return folded
}
