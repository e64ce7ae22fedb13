import type { Meeting, User } from '../domain/entities.ts'
import { formatMeetingId, joinId } from '../domain/meeting-links.ts'
import { computableTimeZone } from '../domain/time-zone.ts'
import { escapeHtml } from './html.ts'

/** Who, when and which meeting, as a description list. */
export function renderMeetingDetails(meeting: Meeting, host: User, now: number): string {
  const rows: [string, string][] = [
    ['Host', host.displayName],
    ['Time', describeTime(meeting, now)],
    ['Meeting ID', formatMeetingId(joinId(meeting, host))],
    [
      'State',
      meeting.status === 'started'
        ? 'The host has started this meeting.'
        : 'Waiting for the host to start this meeting.',
    ],
  ]
  return `<dl>\n${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('\n')}\n</dl>`
}

/** In the meeting's zone; of a series the next date. */
function describeTime(meeting: Meeting, now: number): string {
  const { startAt, durationMinutes, occurrences, timeZone } = meeting
  const next = occurrences?.find(
    (one) => one.status === 'available' && one.startAt + one.durationMinutes * 60_000 > now,
  )
  const at = next?.startAt ?? startAt
  if (at === undefined)
    return meeting.type === 3 ? 'Anytime: this meeting recurs without a fixed time' : 'When the host starts it'
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: computableTimeZone(timeZone),
  })
  return `${format.format(at)} (${timeZone}), ${next?.durationMinutes ?? durationMinutes} minutes`
}
