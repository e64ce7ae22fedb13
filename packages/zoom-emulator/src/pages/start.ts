import type { Meeting, User } from '../domain/entities.ts'
import { escapeHtml } from './html.ts'
import { renderPage } from './layout.ts'
import { renderMeetingDetails } from './meeting-details.ts'

export interface StartView {
  readonly meeting: Meeting
  readonly host: User
  readonly now: number
  readonly zak: string
  /** Why the last button did nothing. */
  readonly refusal?: string
}

/** What a start link leads to: the host starts the meeting, comes back into one that runs, or ends it. */
export function renderStartPage({ meeting, host, now, zak, refusal }: StartView): string {
  const runs = meeting.status === 'started'
  const problem = refusal === undefined ? '' : `<p role="alert">${escapeHtml(refusal)}</p>\n`
  return renderPage(
    meeting.topic,
    `${problem}${renderMeetingDetails(meeting, host, now)}
<form method="post" action="/s/${meeting.id}">
<input type="hidden" name="zak" value="${escapeHtml(zak)}">
<button class="main" name="action" value="start">${runs ? 'Go to the meeting' : 'Start meeting'}</button>
${runs ? '<button name="action" value="end">End meeting for all</button>\n' : ''}</form>`,
  )
}
