import type { Account, User } from '../domain/entities.ts'
import { escapeHtml } from './html.ts'
import { renderPage } from './layout.ts'

/** What the link of an invitation leads to. A user who accepts it becomes active. */
export function renderInvitation({ id, email }: User, account: Account, isAccepted: boolean): string {
  const who = `<strong>${escapeHtml(email)}</strong>`
  if (isAccepted)
    return renderPage('Invitation accepted', `<p role="status">${who} belongs to ${escapeHtml(account.name)} now.</p>`)
  return renderPage(
    `Join ${account.name}`,
    `<p>${who} is invited to this account.</p>
<form method="post" action="/activate/${escapeHtml(id)}">
<button class="main">Accept the invitation</button>
</form>`,
  )
}
