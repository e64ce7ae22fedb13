import type { Booking, DateException, Difference, MeetingOutcome } from '@convene/booking'
import type { Meeting } from '@convene/zoom'
import { agendaWithoutMarker, type MeetingStatus } from '@convene/zoom/ensure'
import { Temporal } from 'temporal-polyfill'

/** What safe creation tells of a meeting, as the desk understands it. */
export function outcomeOf(status: MeetingStatus, differences: readonly Difference[] = []): MeetingOutcome {
  const { key: meetingKey, meeting, candidates } = status
  const is = kindOf(status)
  return {
    meetingKey,
    is,
    meeting: is === 'made' && meeting ? { id: meeting.id, joinUrl: meeting.join_url } : undefined,
    isChanging: is === 'made' && status.state !== 'published',
    differences: is === 'made' ? differences : [],
    candidates,
  }
}

function kindOf({ state, meeting }: MeetingStatus): MeetingOutcome['is'] {
  switch (state) {
    case 'gone':
    case 'undecided':
    case 'unknown':
      return state
    case 'cancelling':
    case 'cancelled':
      return 'none'
    // A change that is under way or refused leaves the meeting as it was: people have its link.
    default:
      return meeting === undefined ? 'waiting' : 'made'
  }
}

/** What Zoom shows in the fields in which it differs, beside what was booked. */
export function differencesOf(
  fields: readonly string[],
  booking: Booking,
  meeting: Meeting,
  told: { readonly joinUrl: string | undefined; readonly now: number },
): readonly Difference[] {
  return fields.map((field): Difference => {
    switch (field) {
      case 'topic':
        return { field, booked: booking.title, atZoom: meeting.topic }
      case 'agenda':
        return { field, booked: booking.agenda, atZoom: agendaWithoutMarker(meeting.agenda ?? '') }
      case 'duration':
        return { field, booked: booking.minutes, atZoom: meeting.duration }
      case 'start_time':
        return { field, booked: instantText(startOf(booking)), atZoom: meeting.start_time ?? null }
      case 'dates':
        return { field, booked: booking.exceptions, atZoom: exceptionsAt(booking, meeting, told.now) }
      case 'join_url':
        return { field, booked: told.joinUrl ?? null, atZoom: meeting.join_url }
      default:
        return { field, booked: null, atZoom: null }
    }
  })
}

/** The dates of a series that are to come and not as its rule says, as Zoom has them; those of before as they are booked. */
function exceptionsAt(
  { timeZone, start, minutes, exceptions }: Booking,
  meeting: Meeting,
  now: number,
): DateException[] {
  const time = start.slice(10)
  const atZoom = (meeting.occurrences ?? []).flatMap(
    ({ occurrence_id, start_time, duration, status }): DateException[] => {
      const byRule = Number(occurrence_id)
      if (byRule <= now) return []
      const date = wallAt(byRule, timeZone).slice(0, 10)
      if (status === 'deleted') return [{ date, start: undefined, minutes: undefined }]
      const wall = wallAt(Date.parse(start_time), timeZone)
      if (wall === date + time && duration === minutes) return []
      return [{ date, start: wall, minutes: duration === minutes ? undefined : duration }]
    },
  )
  const before = exceptions.filter(({ date }) => instantOf(date + time, timeZone) <= now)
  return [...before, ...atZoom].sort((a, b) => (a.date < b.date ? -1 : 1))
}

const startOf = ({ start, timeZone, repeated }: Booking): number => instantOf(start, timeZone, repeated)

function instantOf(wall: string, timeZone: string, disambiguation: 'earlier' | 'later' = 'earlier'): number {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds
}

function wallAt(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

const instantText = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z')
