import type { Meeting, User } from '../domain/entities.ts'
import { formatMeetingId } from '../domain/meeting-links.ts'
import { escapeHtml } from './html.ts'
import { renderPage } from './layout.ts'
import { renderMeetingDetails } from './meeting-details.ts'

export interface JoinView {
  readonly meeting: Meeting
  readonly host: User
  readonly now: number
  /** The name in an invite link. */
  readonly guestName?: string
}

/** What a join link leads to. There is no video: the page shows that the link works. */
export function renderJoinPage({ meeting, host, now, guestName }: JoinView): string {
  const greeting =
    guestName === undefined ? '' : `<p>You are invited as <strong>${escapeHtml(guestName)}</strong>.</p>\n`
  const state =
    meeting.status === 'started'
      ? 'You are in. This page stands where the meeting would be.'
      : 'The link works. Reload this page to see whether the host has started the meeting.'
  return renderPage(
    meeting.topic,
    `${greeting}${renderMeetingDetails(meeting, host, now)}\n<p role="status">${state}</p>`,
  )
}

/** Asks for the passcode of a link without one; `wrong` says that the last one was not right. */
export function renderPasscodePage(id: string, wrong: boolean): string {
  const error = wrong
    ? '<p id="wrong" role="alert">This passcode is not right. Look for it in the invitation.</p>\n'
    : ''
  return renderPage(
    'Enter the meeting passcode',
    `<p class="quiet">Meeting ID ${escapeHtml(formatMeetingId(Number(id)))}</p>
<form method="post" action="/j/${escapeHtml(id)}">
${error}<label for="passcode">Meeting passcode</label>
<input id="passcode" name="passcode" maxlength="10" autocomplete="off" autocapitalize="off" spellcheck="false" required${wrong ? ' aria-invalid="true" aria-describedby="wrong"' : ''}>
<p><button class="main">Join</button></p>
</form>`,
  )
}

/** A link that leads nowhere, and what to do. */
export function renderDeadLink(title: string, remedy: string): string {
  return renderPage(title, `<p>${escapeHtml(remedy)}</p>`)
}
