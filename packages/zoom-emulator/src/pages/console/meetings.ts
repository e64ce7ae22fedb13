import type { Meeting, User } from '../../domain/entities.ts'
import { formatMeetingId, joinId } from '../../domain/meeting-links.ts'
import { escapeHtml } from '../html.ts'
import { describeTime } from '../meeting-details.ts'
import { renderConsole, renderRows, renderState } from './frame.ts'

export interface ConsoleMeeting {
  readonly meeting: Meeting
  readonly host: User
  /** `deleted` and `expired` ones have no links that work. */
  readonly standing: 'waiting' | 'running' | 'ended' | 'deleted' | 'expired'
  readonly joinUrl: string
  readonly startUrl: string
  /** How many people are in it now. */
  readonly people: number
}

/** Every meeting that programs made, newest first, with the links to play it. */
export function renderMeetings(meetings: readonly ConsoleMeeting[], now: number, total: number): string {
  const more = total > meetings.length ? `<p class="quiet">The newest ${meetings.length} of ${total}.</p>\n` : ''
  return renderConsole({
    path: '/console/meetings',
    title: 'Meetings',
    main: `<p>Start a meeting as its host and join it in other tabs: the emulator does the rest.</p>
${more}${renderRows(
  'meetings',
  meetings.map((one) => renderMeeting(one, now)),
  'No meeting yet. A program makes one with POST /users/{userId}/meetings.',
)}`,
  })
}

function renderMeeting({ meeting, host, standing, joinUrl, startUrl, people }: ConsoleMeeting, now: number): string {
  const kind = standing === 'running' ? 'good' : standing === 'waiting' ? 'plain' : 'bad'
  const state = standing === 'running' ? `running, ${people === 1 ? '1 person' : `${people} people`}` : standing
  const about = escapeHtml(`: ${meeting.topic}`)
  const links =
    standing === 'deleted' || standing === 'expired'
      ? ''
      : `\n<p><a class="button" href="${escapeHtml(startUrl)}" aria-label="Start${about}">Start</a> <a class="button" href="${escapeHtml(joinUrl)}" aria-label="Join${about}">Join</a></p>`
  return `<li id="meeting-${meeting.id}">
<p><strong>${escapeHtml(meeting.topic)}</strong> ${renderState(state, kind)}</p>
<p>${escapeHtml(host.displayName)}, ${escapeHtml(describeTime(meeting, now))}</p>
<p class="quiet">${escapeHtml(formatMeetingId(joinId(meeting, host)))}${meeting.password === '' ? '' : `, passcode ${escapeHtml(meeting.password)}`}</p>${links}
</li>`
}
