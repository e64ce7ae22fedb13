import type { ListedMeeting, Meeting } from '@convene/zoom'
import { formatMeetingId } from '../input/meeting-id.ts'
import type { Column } from '../output/table.ts'
import { formatDate, formatMinutes, formatSpan, formatTime, knownZone } from './time.ts'

/** A meeting as it may be shown: without the links and keys that sign somebody in as the host. */
export function withoutHostSecrets(meeting: Meeting, showStartLink: boolean): Partial<Meeting> {
  const { start_url, dynamic_host_key: _key, ...shown } = meeting
  return showStartLink && start_url !== undefined ? { ...shown, start_url } : shown
}

/** A meeting as lines of names and values. */
export function meetingRecord(
  meeting: Meeting,
  viewerZone: string,
  showStartLink: boolean,
): [string, string | undefined][] {
  return [
    ['Topic', meeting.topic],
    ['Meeting id', formatMeetingId(meeting.id)],
    ['Passcode', meeting.password || 'none'],
    ['When', whenOf(meeting)],
    ['For you', viewerTime(meeting, viewerZone)],
    ['Dates', datesOf(meeting)],
    ['Host', meeting.host_email],
    ['Status', meeting.status === 'started' ? 'running now' : undefined],
    ['Agenda', meeting.agenda],
    ['Join link', meeting.join_url],
    ['Start link', showStartLink ? meeting.start_url : undefined],
  ]
}

function whenOf(meeting: Meeting): string {
  if (meeting.start_time === undefined) return meeting.type === 3 ? 'any time: a series without fixed times' : 'now'
  return formatSpan(Date.parse(meeting.start_time), meeting.duration, meeting.timezone ?? 'UTC')
}

/** The start on the viewer's own clock, where that differs from the meeting's. */
function viewerTime(meeting: Meeting, viewerZone: string): string | undefined {
  if (meeting.start_time === undefined) return undefined
  const at = Date.parse(meeting.start_time)
  const own = `${formatDate(at, viewerZone)}, ${formatTime(at, viewerZone)}`
  const there = knownZone(meeting.timezone)
  return own === `${formatDate(at, there)}, ${formatTime(at, there)}` ? undefined : `${own}, ${viewerZone}`
}

function datesOf(meeting: Meeting): string | undefined {
  if (!meeting.occurrences || meeting.occurrences.length === 0) return undefined
  const zone = meeting.timezone ?? 'UTC'
  return meeting.occurrences
    .map(({ occurrence_id, start_time, duration, status }) => {
      const minutes = duration === meeting.duration ? undefined : duration
      const at = Date.parse(start_time)
      const length = minutes === undefined ? '' : `, ${formatMinutes(minutes)}`
      const state = status === 'deleted' ? ', deleted' : ''
      return `${formatDate(at, zone)}, ${formatTime(at, zone)}${length}${state}  (occurrence ${occurrence_id})`
    })
    .join('\n')
}

/** The columns of a list of meetings; times stand in each meeting's own zone. */
export const meetingColumns: readonly Column<ListedMeeting>[] = [
  { header: 'ID', cell: ({ id }) => id },
  { header: 'STARTS', cell: (row) => startOf(row) },
  { header: 'ZONE', cell: (row) => (isTimed(row) ? row.timezone : '') },
  { header: 'LENGTH', cell: ({ duration }) => (duration === undefined ? '' : formatMinutes(duration)), spare: true },
  { header: 'SERIES', cell: ({ type }) => (type === 8 ? 'yes' : type === 3 ? 'no fixed times' : '') },
  { header: 'TOPIC', cell: ({ topic }) => topic, cut: true },
]

// Zoom was seen to answer the year 1 for a series without fixed times (docs/zoom-facts.md §5.7).
function isTimed({ start_time }: ListedMeeting): boolean {
  return start_time !== undefined && Date.parse(start_time) > 0
}

function startOf(row: ListedMeeting): string {
  if (!isTimed(row)) return ''
  const at = Date.parse(row.start_time ?? '')
  const zone = row.timezone ?? 'UTC'
  return `${formatDate(at, zone)}, ${formatTime(at, zone)}`
}
