import { invalidInput } from '../errors.ts'
import type { InvitationMeeting } from '../invitation/meeting.ts'
import { meetingDates } from '../invitation/meeting-dates.ts'
import { meetingTimeZone } from '../invitation/meeting-time.ts'
import { instantOfWallTime } from '../time/wall-time.ts'
import { canonicalTimeZone } from '../time/zone-offset.ts'
import { contentLine } from './content-line.ts'
import { type DateTime, dateTimeAt, dateTimeLine, dateTimeOfWall } from './date-time.ts'
import { detailLines } from './details.ts'
import type { CalendarConfig } from './options.ts'
import { planSeries, type SeriesPlan } from './series.ts'
import type { Span } from './time-zone.ts'

/** A meeting as it stands in a calendar: its VEVENTs, and what its times need to be understood. */
export interface CalendarEntry {
  readonly lines: readonly string[]
  readonly timeZone: string
  readonly span: Span
}

/** One VEVENT: when it starts and how long it lasts, and the lines by which it belongs to a series. */
interface Event {
  readonly start: DateTime
  readonly startAt: number
  readonly minutes: number
  readonly seriesLines?: readonly string[]
}

const msPerMinute = 60_000

/** The VEVENT of a meeting; of a series one more for each date that was moved or has another length. */
export function calendarEntry(meeting: InvitationMeeting, config: CalendarConfig): CalendarEntry {
  const timeZone = calendarZone(meetingTimeZone(meeting))
  const dates = meetingDates(meeting)
  const [first] = dates
  if (first === undefined) throw withoutDate(meeting)
  const minutes = requireMinutes(meeting.duration || first.minutes)
  const plan = meeting.type === 8 ? planSeries(meeting, timeZone, minutes) : undefined
  const events = plan
    ? seriesEvents(plan, timeZone, minutes)
    : [{ start: dateTimeAt(timeZone, first.startAt), startAt: first.startAt, minutes }]
  const details = detailLines(meeting, config)
  return {
    lines: events.flatMap((event) => eventLines(event, timeZone, details)),
    timeZone,
    span: {
      from: Math.min(first.startAt, ...events.map(({ startAt }) => startAt)),
      to: Math.max(...dates.map((date) => date.startAt + (date.minutes ?? minutes) * msPerMinute)),
      isEndless: plan?.isEndless ?? false,
    },
  }
}

/** Other programs know fewer short ids than `Intl`, and not Zoom's SST: those are called by the city. */
function calendarZone(timeZone: string): string {
  return timeZone.includes('/') ? timeZone : (canonicalTimeZone(timeZone) ?? timeZone)
}

function eventLines(
  { start, startAt, minutes, seriesLines = [] }: Event,
  timeZone: string,
  details: readonly string[],
): string[] {
  return [
    'BEGIN:VEVENT',
    dateTimeLine('DTSTART', start),
    dateTimeLine('DTEND', dateTimeAt(timeZone, startAt + minutes * msPerMinute)),
    ...seriesLines,
    ...details,
    'END:VEVENT',
  ]
}

function seriesEvents(plan: SeriesPlan, timeZone: string, minutes: number): Event[] {
  const changes = [
    ...plan.changed.map(({ wall, date }) => ({ id: dateTimeOfWall(timeZone, wall), date })),
    // A program that knows no RDATE still shows an added date as a changed one.
    ...plan.added.map((date) => ({ id: dateTimeAt(timeZone, date.startAt), date })),
  ]
  return [
    {
      start: dateTimeOfWall(timeZone, plan.startWall),
      startAt: instantOfWallTime(timeZone, plan.startWall),
      minutes,
      seriesLines: [
        contentLine('RRULE', plan.rrule),
        ...plan.added.map(({ startAt }) => dateTimeLine('RDATE', dateTimeAt(timeZone, startAt))),
        ...plan.excludedWalls.map((wall) => dateTimeLine('EXDATE', dateTimeOfWall(timeZone, wall))),
      ],
    },
    ...changes.map(({ id, date }) => ({
      start: dateTimeAt(timeZone, date.startAt),
      startAt: date.startAt,
      minutes: requireMinutes(date.minutes || minutes),
      seriesLines: [dateTimeLine('RECURRENCE-ID', id)],
    })),
  ]
}

function requireMinutes(minutes: number | undefined): number {
  if (minutes !== undefined && Number.isInteger(minutes) && minutes > 0) return minutes
  throw invalidInput('duration', minutes, 'Give the length of the meeting in whole minutes, 1 or more.')
}

function withoutDate(meeting: InvitationMeeting): Error {
  if (meeting.type === 3)
    return invalidInput('type', 3, 'A series without fixed times has no date that a calendar could show.')
  if (meeting.occurrences !== undefined)
    return invalidInput(
      'occurrences',
      [],
      'No date of this series is left. With METHOD CANCEL, give the dates as they were.',
    )
  return invalidInput('start_time', meeting.start_time, 'A calendar shows only meetings that have a start.')
}
