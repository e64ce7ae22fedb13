import { expandRecurrence } from '../recurrence/expand.ts'
import type { RecurrenceRule } from '../recurrence/rule.ts'
import { recurrenceFromZoom } from '../recurrence/zoom.ts'
import { msPerDay } from '../time/civil-date.ts'
import { wallTimeAt } from '../time/wall-time.ts'
import type { InvitationMeeting } from './meeting.ts'
import { meetingTimeZone, readInstant } from './meeting-time.ts'

/** One date on which a meeting takes place. */
export interface MeetingDate {
  /** The instant of its start, in ms. */
  readonly startAt: number
  /** How long it lasts, in minutes; `undefined` when Zoom does not say. */
  readonly minutes: number | undefined
}

/**
 * Every date on which a meeting takes place, in order: those of a series that are not deleted, each where it was moved to.
 * Empty for a series without fixed times and for an instant meeting that nobody has started. Of a series that Zoom shows
 * without its dates they are computed; of an endless one that is the first alone.
 */
export function meetingDates(meeting: InvitationMeeting): MeetingDate[] {
  if (meeting.type === 3) return []
  if (meeting.occurrences !== undefined)
    return meeting.occurrences
      .filter(({ status }) => status !== 'deleted')
      .map(({ start_time, duration }) => ({
        startAt: readInstant('occurrences.start_time', start_time),
        minutes: duration,
      }))
      .sort((one, other) => one.startAt - other.startAt)
  if (meeting.start_time === undefined) return []
  const startAt = readInstant('start_time', meeting.start_time)
  const rule = seriesRule(meeting)
  const starts =
    rule?.end === undefined
      ? [startAt]
      : expandRecurrence(rule, { start: new Date(startAt), timeZone: meetingTimeZone(meeting) }).dates.map(
          ({ instant }) => instant,
        )
  return starts.map((at) => ({ startAt: at, minutes: meeting.duration }))
}

/** The rule of a series at fixed times; `undefined` for every other meeting, and where Zoom shows no rule (list rows). */
export function seriesRule(meeting: InvitationMeeting): RecurrenceRule | undefined {
  if (meeting.type !== 8 || meeting.recurrence === undefined) return undefined
  const { end_times, end_date_time, ...pattern } = meeting.recurrence
  // Zoom takes only one end, yet the samples of its answers show both.
  const end = end_date_time ? { end_date_time } : end_times === undefined ? {} : { end_times }
  const timeZone = meetingTimeZone(meeting)
  const startAt = meeting.start_time === undefined ? 0 : readInstant('start_time', meeting.start_time)
  const startWall = wallTimeAt(timeZone, startAt)
  const timeOfDayMs = startWall - Math.floor(startWall / msPerDay) * msPerDay
  return recurrenceFromZoom({ ...pattern, ...end }, { timeZone, timeOfDayMs })
}
