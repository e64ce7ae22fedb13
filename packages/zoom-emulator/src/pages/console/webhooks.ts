import type { WebhookAttempt, WebhookDelivery, WebhookSubscription } from '../../domain/webhook.ts'
import { maskValue } from '../../journal/mask.ts'
import type { WebhookDisturbance } from '../../webhooks/disturb.ts'
import { escapeHtml } from '../html.ts'
import { renderAction, renderConsole, renderInstant, renderJson, renderRows, renderState } from './frame.ts'

export interface WebhooksView {
  readonly subscriptions: readonly WebhookSubscription[]
  /** Newest first. */
  readonly deliveries: readonly WebhookDelivery[]
  /** How many deliveries there are, also those that are not shown. */
  readonly total: number
  readonly disturbances: readonly WebhookDisturbance[]
  /** Client ids to choose from. */
  readonly clientIds: readonly string[]
  readonly done?: string | undefined
  readonly problem?: string | undefined
  /** What was typed and could not be taken. */
  readonly typed?: { readonly url: string; readonly events: string }
}

const path = '/console/webhooks'

/** Who is told of what, what was sent, and what is to go wrong with that. */
export function renderWebhooks(view: WebhooksView): string {
  const urls = new Map(view.subscriptions.map(({ id, url }) => [id, url]))
  const { typed = { url: '', events: '*' } } = view
  return renderConsole({
    path,
    title: 'Webhooks',
    done: view.done,
    problem: view.problem,
    main: `<h2>Subscriptions</h2>
${renderRows('subscriptions', view.subscriptions.map(renderSubscription), 'No subscription yet.')}
<details${view.problem === undefined ? '' : ' open'}>
<summary>Subscribe an address</summary>
<form method="post" action="${path}">
<input type="hidden" name="do" value="subscribe">
<label for="url">Address</label>
<input id="url" name="url" value="${escapeHtml(typed.url)}" placeholder="http://127.0.0.1:3000/webhooks" inputmode="url" autocomplete="off" required>
<label for="events">Events, with a blank between two</label>
<input id="events" name="events" value="${escapeHtml(typed.events)}" autocomplete="off" aria-describedby="events-hint" required>
<p id="events-hint" class="quiet">Names such as meeting.created, or patterns such as meeting.*</p>
<label for="client">App</label>
<select id="client" name="client">${view.clientIds.map((id) => `<option>${escapeHtml(id)}</option>`).join('')}</select>
<p><button class="main">Check and subscribe</button></p>
</form>
</details>
<h2>Deliveries</h2>
<p>What was sent, without its secrets: each is shown as ***.</p>
${view.total > view.deliveries.length ? `<p class="quiet">The newest ${view.deliveries.length} of ${view.total}.</p>\n` : ''}${renderRows(
  'deliveries',
  view.deliveries.map((delivery) => renderDelivery(delivery, urls.get(delivery.subscriptionId))),
  'Nothing was sent yet.',
)}
<h2>Let something go wrong</h2>
<form method="post" action="${path}">
<input type="hidden" name="do" value="disturb">
<label for="effect">The next event</label>
<select id="effect" name="effect">
${Object.entries(effects)
  .map(([effect, label]) => `<option value="${effect}">${label}</option>`)
  .join('\n')}
</select>
<button>Let this happen</button>
</form>
${renderRows('disturbances', view.disturbances.map(renderDisturbance), 'Nothing is to go wrong.')}`,
  })
}

/** What can go wrong with an event, as the form and the line of what is armed say it. */
const effects: Readonly<Record<WebhookDisturbance['effect'], string>> = {
  duplicate: 'comes twice',
  lose: 'never comes',
  delay: 'comes a minute later',
  swap: 'comes after the one that follows it',
}

function renderDisturbance({ effect, event = '*', times = 1, delayMs }: WebhookDisturbance, index: number): string {
  const events = event === '*' ? '' : ` ${event}`
  const which = times === 1 ? `The next event${events}` : `Each of the next ${times} events${events}`
  const happens =
    effect === 'delay' && delayMs !== undefined ? `comes ${delayMs / 1000} seconds later` : effects[effect]
  return `<li id="disturbance-${index}">${escapeHtml(`${which} ${happens}.`)}</li>`
}

function renderSubscription({ id, url, events, clientId, nextCheckAt, checkProblem }: WebhookSubscription): string {
  const problem =
    checkProblem === undefined ? '' : `\n<p>${renderState('failed its check', 'bad')} ${escapeHtml(checkProblem)}</p>`
  return `<li id="subscription-${escapeHtml(id)}">
<p><strong>${escapeHtml(url)}</strong></p>
<p class="quiet">${escapeHtml(events.join(' '))}; app ${escapeHtml(clientId)}; next check ${renderInstant(nextCheckAt)}</p>${problem}
<div class="row">${renderAction(path, { do: 'check', id }, 'Check', url)}${renderAction(path, { do: 'unsubscribe', id }, 'Remove', url)}</div>
</li>`
}

const kinds = { delivered: 'good', waiting: 'plain', held: 'plain', failed: 'bad', lost: 'bad' } as const

function renderDelivery(delivery: WebhookDelivery, url = 'a subscription that is gone'): string {
  const { id, event, state, body, attempts, nextAttemptAt, createdAt } = delivery
  const next = nextAttemptAt === undefined ? '' : `\n<p>Next attempt: ${renderInstant(nextAttemptAt)}</p>`
  return `<li id="delivery-${escapeHtml(id)}">
<details>
<summary><strong>${escapeHtml(event)}</strong> ${renderState(state, kinds[state])} <small class="quiet">${renderInstant(createdAt)}, attempts: ${attempts.length}</small></summary>
<p>To ${escapeHtml(url)}</p>
<ol>
${attempts.map(renderAttempt).join('\n')}
</ol>${next}
${renderJson(maskValue(JSON.parse(body)))}
</details>
${renderAction(path, { do: 'retry', id }, 'Send again', event)}
</li>`
}

function renderAttempt({ at, status, problem, isByHand }: WebhookAttempt): string {
  const outcome = problem ?? `answered ${status}`
  return `<li>${renderInstant(at)}: ${escapeHtml(outcome)}${isByHand ? ' (by hand)' : ''}</li>`
}
