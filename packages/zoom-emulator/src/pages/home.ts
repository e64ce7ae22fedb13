import type { Account, App, User } from '../domain/entities.ts'
import { escapeHtml } from './html.ts'
import { renderPage } from './layout.ts'

export interface Home {
  readonly url: string
  /** ms since 1970 */
  readonly now: number
  readonly accounts: Iterable<Account>
  readonly apps: Iterable<App>
  readonly users: Iterable<User>
  readonly meetingCount: number
}

const appTypes: Readonly<Record<App['type'], string>> = {
  server_to_server: 'Server-to-Server',
  oauth: 'for users',
  jwt: 'legacy JWT',
}

/** What a person sees who opens the emulator in a browser: what is here, and what to try. No secret is shown. */
export function renderHome({ url, now, accounts, apps, users, meetingCount }: Home): string {
  const accountRows = Array.from(accounts, ({ id, plan }) => `<code>${escapeHtml(id)}</code> (${plan})`)
  const appRows = Array.from(apps, ({ clientId, type }) => `<code>${escapeHtml(clientId)}</code> (${appTypes[type]})`)
  const userRows = Array.from(
    users,
    ({ email, type, timeZone }) =>
      `${escapeHtml(email)} (${type === 2 ? 'Licensed' : 'Basic'}, ${escapeHtml(timeZone)})`,
  )
  return renderPage(
    'A Zoom to develop against',
    `<p>This program answers like the Zoom API. Nothing here reaches Zoom, and no meeting really takes place.</p>
<dl>
<dt>API</dt><dd><code>${escapeHtml(url)}/v2</code></dd>
<dt>Sign-in</dt><dd><code>${escapeHtml(url)}/oauth</code></dd>
<dt>Account</dt><dd>${accountRows.join('<br>')}</dd>
<dt>Apps</dt><dd>${appRows.join('<br>')}</dd>
<dt>Users</dt><dd>${userRows.join('<br>')}</dd>
<dt>Meetings</dt><dd>${meetingCount}</dd>
<dt>Time here</dt><dd>${new Date(now).toISOString()}</dd>
</dl>
<h2>Try it</h2>
<p>Get a token with the secret of the Server-to-Server app, then ask who you are:</p>
<pre>curl -u "$ZOOM_CLIENT_ID:$ZOOM_CLIENT_SECRET" ${escapeHtml(url)}/oauth/token \\
  -d grant_type=account_credentials -d account_id="$ZOOM_ACCOUNT_ID"
curl -H "Authorization: Bearer $TOKEN" ${escapeHtml(url)}/v2/users/me</pre>`,
  )
}
