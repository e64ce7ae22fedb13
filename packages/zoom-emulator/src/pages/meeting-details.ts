import type { Meeting, User } from '../domain/entities.ts'
import { timingOf } from '../domain/meeting-kind.ts'
import { formatMeetingId, joinId } from '../domain/meeting-links.ts'
import { computableTimeZone } from '../domain/time-zone.ts'
import { escapeHtml } from './html.ts'

/** Who, when and which meeting, as a description list. */
export function renderMeetingDetails(meeting: Meeting, host: User, now: number): string {
  const rows: [string, string][] = [
    ['Host', host.displayName],
    ['Time', describeTime(meeting, now)],
    ['Meeting ID', formatMeetingId(joinId(meeting, host))],
    ['State', describeState(meeting)],
  ]
  return `<dl>\n${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('\n')}\n</dl>`
}

function describeState({ status, endedAt }: Meeting): string {
  if (status === 'started') return 'The host has started this meeting.'
  return endedAt === undefined
    ? 'Waiting for the host to start this meeting.'
    : 'This meeting has ended. The host can start it again.'
}

/** In the meeting's zone; of a series the next date, and how many there are. */
export function describeTime(meeting: Meeting, now: number): string {
  const { startAt, durationMinutes, occurrences, timeZone } = meeting
  const coming = (occurrences ?? [])
    .filter((one) => one.status === 'available' && one.startAt + one.durationMinutes * 60_000 > now)
    .sort((a, b) => a.startAt - b.startAt)
  const at = coming[0]?.startAt ?? startAt
  if (at === undefined)
    return timingOf(meeting) === 'anytime'
      ? 'Anytime: this meeting recurs without a fixed time'
      : 'When the host starts it'
  const minutes = coming[0]?.durationMinutes ?? durationMinutes
  const date = `${formatDate(at, timeZone)}, ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`
  return coming.length > 1 ? `${date}, and ${coming.length - 1} more after it` : date
}

/** `Friday, 18 December 2026 at 18:00 (Asia/Taipei)` */
export function formatDate(at: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: computableTimeZone(timeZone),
  })
  return `${format.format(at)} (${timeZone})`
}
