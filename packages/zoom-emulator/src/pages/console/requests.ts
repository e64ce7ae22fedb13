import type { JournalRecord } from '../../journal/present-entry.ts'
import { escapeHtml } from '../html.ts'
import { renderAction, renderConsole, renderInstant, renderJson, renderRows, renderState } from './frame.ts'

const path = '/console/requests'

/** The last requests, newest first, with their bodies; no secret stands in them. */
export function renderRequests(requests: readonly JournalRecord[], total: number, done?: string | undefined): string {
  const more = total > requests.length ? `<p class="quiet">The newest ${requests.length} of ${total}.</p>\n` : ''
  return renderConsole({
    path,
    title: 'Requests',
    done,
    main: `<p>What programs asked and what they were answered. Each secret is shown as ***.</p>
${more}${renderRows('requests', requests.map(renderRequest), 'No request yet.')}
${renderAction(path, { do: 'clear' }, 'Forget these requests')}`,
  })
}

function renderRequest(request: JournalRecord): string {
  const { number, at, method, path: asked, query, status, duration_ms } = request
  const parameters = new URLSearchParams(query).toString()
  const kind = status === undefined ? 'plain' : status < 400 ? 'good' : 'bad'
  const time = duration_ms === undefined ? '' : `, ${duration_ms.toFixed(1)} ms`
  return `<li id="request-${number}">
<details>
<summary><strong>${escapeHtml(method)} ${escapeHtml(asked)}</strong>${escapeHtml(parameters && `?${decodeURIComponent(parameters)}`)} ${renderState(status === undefined ? 'no answer' : String(status), kind)} <small class="quiet">${number}, ${renderInstant(Date.parse(at))}${time}</small></summary>
${renderFacts(request)}${renderPart('Headers', request.headers)}${renderPart('Body', request.body)}${renderPart('Answer', request.answer)}</details>
</li>`
}

function renderFacts({ operation, account_id, client_id, fault, landed_at, landed_status }: JournalRecord): string {
  const facts: [string, string | undefined][] = [
    ['Operation', operation],
    ['Account', account_id],
    ['App', client_id],
    ['Struck by the fault', fault],
    ['Took place later', landed_at && `${landed_at}, ${landed_status}`],
  ]
  const known = facts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  return known.length === 0 ? '' : `<p class="quiet">${escapeHtml(known.join('; '))}</p>\n`
}

function renderPart(name: string, value: unknown): string {
  return value === undefined ? '' : `<p class="quiet">${name}</p>\n${renderJson(value)}\n`
}
