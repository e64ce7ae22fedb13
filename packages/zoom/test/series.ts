/** Series as Zoom would answer them, and the check that two parsers see their dates where Zoom lists them. */
import assert from 'node:assert/strict'
import { createCalendar } from '../src/calendar/create-calendar.ts'
import type { ZoomRecurrence } from '../src/generated/types/schemas.ts'
import type { InvitationMeeting } from '../src/invitation/meeting.ts'
import { expandRecurrence } from '../src/recurrence/expand.ts'
import { type CalendarReader, readWithIcalJs, readWithNodeIcal, type SeenDate } from './read-calendar.ts'

/** When the files are written. */
export const now: number = Date.parse('2026-01-01T00:00:00Z')
export const minuteMs = 60_000
export const readers: Readonly<Record<string, CalendarReader>> = {
  'ical.js': readWithIcalJs,
  'node-ical': readWithNodeIcal,
}

export const single: InvitationMeeting = {
  id: 93580004321,
  type: 2,
  topic: 'Review',
  start_time: '2026-12-28T06:00:00Z',
  duration: 60,
  timezone: 'Asia/Taipei',
  join_url: 'https://zoom.us/j/93580004321?pwd=c2Rhbng.1',
  password: 'demo-3',
}

/** A series whose dates are the ones that its rule has. */
export function seriesOf(timeZone: string, start: string, recurrence: ZoomRecurrence, minutes = 60): InvitationMeeting {
  const { dates } = expandRecurrence(recurrence, { start, timeZone })
  const occurrences = dates.map(({ instant, utc }) => ({
    occurrence_id: String(instant),
    start_time: utc,
    duration: minutes,
    status: 'available' as const,
  }))
  const start_time = occurrences[0]?.start_time ?? start
  return { ...single, type: 8, timezone: timeZone, start_time, duration: minutes, recurrence, occurrences }
}

/** What Zoom lists: the only right answer. */
export function listedDates(meeting: InvitationMeeting): SeenDate[] {
  return (meeting.occurrences ?? [])
    .filter(({ status }) => status !== 'deleted')
    .map(({ start_time, duration }) => {
      const startAt = Date.parse(start_time)
      return { startAt, endAt: startAt + duration * minuteMs }
    })
    .toSorted((one, other) => one.startAt - other.startAt)
}

/** What each parser sees in a file up to an instant (ms). */
export function readDates(file: string, until: number = Date.UTC(2040, 0)): Record<string, SeenDate[]> {
  return Object.fromEntries(
    Object.entries(readers).map(([name, read]) => [
      name,
      [...read(file, until).values()].flatMap(({ dates }) => dates),
    ]),
  )
}

export function assertBothRead(meeting: InvitationMeeting, expected: SeenDate[], until?: number): void {
  const file = createCalendar(meeting, { now })
  const seen = readDates(file, until)
  for (const name of Object.keys(readers)) assert.deepEqual(seen[name], expected, `${name}\n${file}`)
}
