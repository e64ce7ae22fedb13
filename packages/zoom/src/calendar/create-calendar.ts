import { invalidInput } from '../errors.ts'
import type { InvitationMeeting } from '../invitation/meeting.ts'
import { contentLine, joinLines } from './content-line.ts'
import { type CalendarEntry, calendarEntry } from './event.ts'
import { type CalendarOptions, readOptions } from './options.ts'
import { timeZoneLines } from './time-zone.ts'

/**
 * An iCalendar file (RFC 5545, `text/calendar; charset=utf-8`) of one meeting or of several, for programs to import.
 *
 * The dates of a series are those that the meeting lists, exactly: deleted ones are out, moved ones are at their new time.
 * Ask Zoom with `show_previous_occurrences` to keep past ones in. A series without end has a rule without end.
 *
 * @throws {ZoomError} `invalid_input` for a meeting that has no date (type 3), and for options that do not fit together
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { createCalendar } from '@convene/zoom/calendar'
 *
 * const meeting = {
 *   id: 93580004321,
 *   type: 2,
 *   topic: 'Information weekly',
 *   start_time: '2026-12-17T10:00:00Z',
 *   duration: 60,
 *   timezone: 'Asia/Taipei',
 *   join_url: 'https://zoom.us/j/93580004321?pwd=c2Rhbng',
 * }
 * const file = createCalendar(meeting, { now: new Date('2026-12-01T00:00:00Z'), alarmMinutes: 10 })
 * assert.ok(file.includes('DTSTART;TZID=Asia/Taipei:20261217T180000\r\n'))
 * ```
 */
export function createCalendar(
  meetings: InvitationMeeting | readonly InvitationMeeting[],
  options: CalendarOptions,
): string {
  const list: readonly InvitationMeeting[] = 'join_url' in meetings ? [meetings] : meetings
  if (list.length === 0) throw invalidInput('meetings', list, 'Give at least one meeting.')
  const config = readOptions(options, list.length)
  const entries = list.map((meeting) => calendarEntry(meeting, config))
  return joinLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Convene//Zoom meetings//EN',
    'CALSCALE:GREGORIAN',
    ...(config.method === undefined ? [] : [contentLine('METHOD', config.method)]),
    ...zonesOf(entries),
    ...entries.flatMap(({ lines }) => lines),
    'END:VCALENDAR',
  ])
}

/** One VTIMEZONE for each zone, over everything that is told in it. */
function zonesOf(entries: readonly CalendarEntry[]): string[] {
  const byZone = Map.groupBy(entries, ({ timeZone }) => timeZone)
  byZone.delete('UTC')
  return [...byZone].flatMap(([timeZone, inZone]) =>
    timeZoneLines(timeZone, {
      from: Math.min(...inZone.map(({ span }) => span.from)),
      to: Math.max(...inZone.map(({ span }) => span.to)),
      isEndless: inZone.some(({ span }) => span.isEndless),
    }),
  )
}
