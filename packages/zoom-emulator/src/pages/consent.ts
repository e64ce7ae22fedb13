import type { User } from '../domain/entities.ts'
import { escapeHtml } from './html.ts'
import { renderPage } from './layout.ts'

export interface Consent {
  /** Where the answer goes. */
  readonly action: string
  readonly appName: string
  readonly scopes: readonly string[]
  readonly users: readonly User[]
  /** A line above the form: text. */
  readonly note?: string
  /** The parameters of the page, sent on with the answer. */
  readonly parameters: readonly (readonly [name: string, value: string])[]
  /** What was wrong with an answer that came back. */
  readonly mistake?: string
}

/** The page on which a person chooses as whom an app may act. There is no password: anybody can be anybody here. */
export function renderConsent({ action, appName, scopes, users, note, parameters, mistake }: Consent): string {
  const hidden = parameters.map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  )
  return renderPage(
    `${appName} asks to act for you`,
    `${mistake ? `<p role="alert"><strong>${escapeHtml(mistake)}</strong></p>` : ''}
${note ? `<p>${escapeHtml(note)}</p>` : ''}
<form method="post" action="${escapeHtml(action)}">
${hidden.join('\n')}
<fieldset>
<legend>Who are you?</legend>
${users.map(renderChoice).join('\n')}
</fieldset>
<details>
<summary>What the app may do</summary>
<p>${scopes.map((scope) => `<code>${escapeHtml(scope)}</code>`).join(', ') || 'Nothing: it has no scopes.'}</p>
</details>
<button class="main" name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Decline</button>
</form>
<p class="quiet">This account exists only on this machine, so there is no password.</p>`,
  )
}

function renderChoice({ id, displayName, email, type, timeZone }: User, index: number): string {
  const about = `${email}, ${type === 2 ? 'Licensed' : 'Basic'}, ${timeZone}`
  return `<label><input type="radio" name="user" value="${escapeHtml(id)}"${index === 0 ? ' checked' : ''}> ${escapeHtml(displayName)} <small>${escapeHtml(about)}</small></label>`
}

/** The page for a request that no answer could go back to. */
export function renderConsentRefusal({ code, message }: { readonly code: number; readonly message: string }): string {
  return renderPage('This app cannot be allowed', `<p>${escapeHtml(message)}</p>\n<p class="quiet">Error ${code}</p>`)
}
