import type { ListedMeeting, Meeting } from '../../generated/types/schemas.ts'
import type { NotCovered, Occurrence, OccurrenceList } from '../meeting-types/occurrences.ts'

/** Instants in ms; `to` itself is outside. */
export interface Interval {
  readonly from: number
  readonly to: number
}

const recurringAtFixedTimes = 8

/** Does the list show it as one row although it has several dates? */
export function isSeries({ type }: Pick<ListedMeeting, 'type'>): boolean {
  return type === recurringAtFixedTimes
}

/** The one time of a meeting that is no series. */
export function occurrencesOfSingle(row: ListedMeeting | Meeting, interval: Interval): OccurrenceList {
  const { type, start_time, duration = 0 } = row
  // Type 3 was seen with the year 1 for a start (docs/zoom-facts.md §5.7).
  if (type === 3 || type === 4 || start_time === undefined || Number.isNaN(Date.parse(start_time)))
    return { occurrences: [], notCovered: [noFixedTime(row)] }
  const isInside = touches(interval, start_time, duration)
  return { occurrences: isInside ? [occurrence(row, start_time, duration)] : [], notCovered: [] }
}

/** The dates of a series that take place; and of a meeting that was a series when it was listed, its one time. */
export function occurrencesOfSeries(meeting: Meeting, interval: Interval): OccurrenceList {
  if (!isSeries(meeting)) return occurrencesOfSingle(meeting, interval)
  const dates = meeting.occurrences ?? []
  const occurrences = dates
    .filter(({ status, start_time, duration }) => status !== 'deleted' && touches(interval, start_time, duration))
    .map(({ occurrence_id, start_time, duration }) => ({
      ...occurrence(meeting, start_time, duration),
      occurrence_id,
    }))
  const lastStart = Math.max(...dates.map(({ start_time }) => Date.parse(start_time)))
  // Nothing is greater than NaN: dates that cannot be read are named as missing.
  const isCut = meeting.recurrence?.end_times === 0 && !(lastStart >= interval.to)
  if (isCut || !Number.isFinite(lastStart)) return { occurrences, notCovered: [datesMissing(meeting, lastStart)] }
  return { occurrences, notCovered: [] }
}

function touches({ from, to }: Interval, start_time: string, duration: number): boolean {
  const start = Date.parse(start_time)
  return start < to && (start >= from || start + duration * 60_000 > from)
}

function occurrence(meeting: ListedMeeting | Meeting, start_time: string, duration: number): Occurrence {
  const { id, topic, type, timezone, host_id, join_url } = meeting
  return { meetingId: id, topic, type, start_time, duration, timezone, host_id, join_url }
}

function noFixedTime({ id, topic }: ListedMeeting | Meeting): NotCovered {
  const explanation = 'The meeting has no fixed time: people may meet in it whenever they like.'
  return { reason: 'no_fixed_time', meetingId: id, topic, explanation }
}

function datesMissing({ id, topic }: Meeting, lastStart: number): NotCovered {
  const explanation = Number.isFinite(lastStart)
    ? `The series has no end, and Zoom names no dates of it after ${new Date(lastStart).toISOString()}.`
    : 'Zoom does not name the dates of this series.'
  return { reason: 'beyond_what_zoom_shows', meetingId: id, topic, explanation }
}
