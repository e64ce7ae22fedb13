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
  /** Where people register for it. */
  readonly registrationUrl?: string | undefined
  /** Who is in it now. */
  readonly inside: readonly string[]
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

function renderMeeting(one: ConsoleMeeting, now: number): string {
  const { meeting, host, standing, inside } = one
  const kind = standing === 'running' ? 'good' : standing === 'waiting' || standing === 'ended' ? 'plain' : 'bad'
  const isGone = standing === 'deleted' || standing === 'expired'
  return `<li id="meeting-${meeting.id}">
<p><strong>${escapeHtml(meeting.topic)}</strong> ${renderState(standing, kind)}</p>
<p>${escapeHtml(host.displayName)}, ${escapeHtml(describeTime(meeting, now))}</p>
<p class="quiet">${escapeHtml(formatMeetingId(joinId(meeting, host)))}</p>${isGone ? '' : `${renderInside(inside)}\n${renderLinks(one)}`}
</li>`
}

/** The first names of many: a meeting can hold hundreds. */
function renderInside(names: readonly string[]): string {
  if (names.length === 0) return ''
  const [count, shown] = [names.length === 1 ? '1 person' : `${names.length} people`, names.slice(0, 10).join(', ')]
  return `\n<p>In it: ${count}: ${escapeHtml(shown)}${names.length > 10 ? ', …' : ''}</p>`
}

/** Start and join go by an address of the console, so that the secrets of the links stand in no page of it. */
function renderLinks({ meeting, registrationUrl }: ConsoleMeeting): string {
  const link = (address: string, word: string) =>
    `<a class="button" href="${escapeHtml(address)}" aria-label="${word}: ${escapeHtml(meeting.topic)}">${word}</a>`
  const own = `/console/meetings/${meeting.id}`
  const links = [link(`${own}/start`, 'Start'), link(`${own}/join`, 'Join')]
  if (registrationUrl !== undefined) links.push(link(registrationUrl, 'Register'))
  return `<p>${links.join(' ')}</p>`
}
