import { environmentOf } from '../../domain/app-environment.ts'
import type { Account, App, User } from '../../domain/entities.ts'
import { escapeHtml } from '../html.ts'
import { renderConsole } from './frame.ts'

export interface Overview {
  readonly url: string
  readonly accounts: readonly Account[]
  readonly apps: readonly App[]
  readonly users: readonly User[]
  /** Names of the isolated accounts on this server. */
  readonly isolated: readonly string[]
}

const appTypes: Readonly<Record<App['type'], string>> = {
  server_to_server: 'Server-to-Server',
  oauth: 'for users',
  jwt: 'legacy JWT',
}

/** What a person sees who opens the emulator in a browser: what is here, and what a program needs to use it. */
export function renderOverview({ url, accounts, apps, users, isolated }: Overview): string {
  const parts = accounts.map(({ id, name, plan }, index) => {
    const ofAccount = <Owned extends { accountId: string }>(all: readonly Owned[]) =>
      all.filter(({ accountId }) => accountId === id)
    return `<section aria-labelledby="account-${index}">
<h2 id="account-${index}">Account ${escapeHtml(name)} <small class="quiet">${escapeHtml(id)}, ${plan}</small></h2>
<h3>Apps</h3>
${ofAccount(apps)
  .map((app, place) => renderApp(app, url, index === 0 && place === 0))
  .join('\n')}
<h3>Users</h3>
<ul>
${ofAccount(users).map(renderUser).join('\n')}
</ul>
</section>`
  })
  return renderConsole({
    path: '/',
    title: 'A Zoom to develop against',
    main: `<p>This program answers like the Zoom API. Nothing here reaches Zoom, and no meeting really takes place.</p>
<dl>
<dt>API</dt><dd><code>${escapeHtml(url)}/v2</code></dd>
<dt>Sign-in</dt><dd><code>${escapeHtml(url)}/oauth</code></dd>
</dl>
${parts.join('\n')}
${isolated.length === 0 ? '' : `<h2>Isolated accounts</h2>\n<ul>\n${isolated.map(renderIsolated).join('\n')}\n</ul>\n`}<h2>Try it</h2>
<p>With the environment of the Server-to-Server app, get a token, then ask who you are:</p>
<pre>curl -u "$ZOOM_CLIENT_ID:$ZOOM_CLIENT_SECRET" ${escapeHtml(url)}/oauth/token \\
  -d grant_type=account_credentials -d account_id="$ZOOM_ACCOUNT_ID"
curl -H "Authorization: Bearer $TOKEN" ${escapeHtml(url)}/v2/users/me</pre>`,
  })
}

/** Each has a console of its own. */
function renderIsolated(name: string): string {
  return `<li><a href="/@${escapeHtml(name)}/">${escapeHtml(name)}</a></li>`
}

/** The secrets are shown: they open this emulator and nothing else, and a program needs them. */
function renderApp(app: App, url: string, isOpen: boolean): string {
  const lines = Object.entries(environmentOf(app, url)).map(([name, value]) => `${name}=${value}`)
  const id = `env-${app.clientId}`
  return `<details${isOpen ? ' open' : ''}>
<summary>${escapeHtml(app.name)} <small class="quiet">${appTypes[app.type]}, ${escapeHtml(app.clientId)}</small></summary>
<p>For the environment of a program:</p>
<pre id="${escapeHtml(id)}">${escapeHtml(lines.join('\n'))}</pre>
<button type="button" data-copy="${escapeHtml(id)}" aria-label="Copy the environment of ${escapeHtml(app.name)}" hidden>Copy</button>
</details>`
}

function renderUser({ displayName, email, type, timeZone, status }: User): string {
  const about = [type === 2 ? 'Licensed' : 'Basic', timeZone, ...(status === 'active' ? [] : [status])].join(', ')
  return `<li>${escapeHtml(displayName)}, ${escapeHtml(email)} <small class="quiet">${escapeHtml(about)}</small></li>`
}
