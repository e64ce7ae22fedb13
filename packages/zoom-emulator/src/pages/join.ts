import type { Meeting, User } from '../domain/entities.ts'
import { formatMeetingId } from '../domain/meeting-links.ts'
import { escapeHtml } from './html.ts'
import { renderPage } from './layout.ts'
import { renderMeetingDetails } from './meeting-details.ts'

export interface JoinView {
  readonly meeting: Meeting
  readonly host: User
  readonly now: number
  /** Where the form goes: the link itself. */
  readonly action: string
  /** The name in an invite or registrant's link: it cannot be chosen. */
  readonly guestName?: string
  /** What was sent and could not be taken, and why. */
  readonly refused?: JoinRefusal
}

export interface JoinRefusal {
  readonly field: 'name' | 'email' | 'meeting'
  readonly reason: string
  readonly name: string
  readonly email: string
}

/** What a join link leads to: who comes says the name, and is in, or waits. */
export function renderJoinPage({ meeting, host, now, action, guestName, refused }: JoinView): string {
  const who =
    guestName === undefined
      ? renderField('name', 'Your name', refused, 'autocomplete="name" maxlength="64" required')
      : `<p>You are invited as <strong>${escapeHtml(guestName)}</strong>.</p>`
  const hint =
    '<small id="about-email">With the e-mail of a user of this account you come as that user. There are no passwords here.</small>'
  return renderPage(
    meeting.topic,
    `${renderMeetingDetails(meeting, host, now)}
${refused ? `<p id="refused" role="alert">${escapeHtml(refused.reason)}</p>\n` : ''}<form method="post" action="${escapeHtml(action)}">
${who}
${renderField('email', 'E-mail address (optional)', refused, 'autocomplete="email" inputmode="email" maxlength="128"', 'about-email')}
${hint}
<p><button class="main">Join</button></p>
</form>`,
  )
}

function renderField(
  name: 'name' | 'email',
  label: string,
  refused: JoinRefusal | undefined,
  attributes: string,
  hint?: string,
): string {
  const isWrong = refused?.field === name
  const described = [...(hint ? [hint] : []), ...(isWrong ? ['refused'] : [])].join(' ')
  const extra = `${described && ` aria-describedby="${described}"`}${isWrong ? ' aria-invalid="true"' : ''}`
  return `<label for="${name}">${label}</label>
<input id="${name}" name="${name}" value="${escapeHtml(refused?.[name] ?? '')}" ${attributes}${extra}>`
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
