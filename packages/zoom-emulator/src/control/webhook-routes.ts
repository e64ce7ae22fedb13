import { EmulatorError } from '../domain/emulator-error.ts'
import { type FieldProblem, missingField, type Parsed } from '../domain/field-problem.ts'
import { type Fields, int, list, oneOf, parseFields, text } from '../domain/fields.ts'
import type { PageCtx, Routes } from '../http/context.ts'
import { readJson } from '../http/read-json.ts'
import { ZoomApiError } from '../http/zoom-error.ts'
import { presentWebhookDelivery, presentWebhookSubscription } from '../present/webhook.ts'
import type { WebhookDisturbance } from '../webhooks/disturb.ts'
import type { WebhookControl } from './control.ts'

interface SubscriptionInput {
  url?: string
  events?: string[]
  secret_token?: string
  client_id?: string
}
const subscriptionFields: Fields<SubscriptionInput> = {
  url: text(2048),
  events: list(text(128)),
  secret_token: text(256),
  client_id: text(128),
}

interface DisturbanceInput {
  effect?: WebhookDisturbance['effect']
  event?: string
  times?: number
  delay_ms?: number
}
const disturbanceFields: Fields<DisturbanceInput> = {
  effect: oneOf('duplicate', 'lose', 'delay', 'swap'),
  event: text(128),
  times: int(1, 1_000_000),
  delay_ms: int(0, 31 * 86_400_000),
}

/** `/_emulator/webhooks`: what `control.webhooks` does, for programs in any language. */
export function webhookControlRoutes(app: Routes, webhooks: WebhookControl): void {
  app.get('/_emulator/webhooks', (context) =>
    context.json({
      subscriptions: webhooks.subscriptions().map(presentWebhookSubscription),
      deliveries: webhooks.deliveries().map(presentWebhookDelivery),
      disturbances: webhooks.disturbances().map(({ delayMs, ...rest }) => ({ ...rest, delay_ms: delayMs })),
    }),
  )
  app.post('/_emulator/webhooks', async (context) => {
    const { url, events, secret_token, client_id } = orSay(
      parseFields(subscriptionFields, await readJson(context), false),
    )
    if (url === undefined) throw say([missingField('url')])
    try {
      const made = await webhooks.subscribe({
        url,
        ...(events && { events }),
        ...(secret_token !== undefined && { secretToken: secret_token }),
        ...(client_id !== undefined && { clientId: client_id }),
      })
      return context.json(presentWebhookSubscription(made), 201)
    } catch (error) {
      if (error instanceof EmulatorError) throw new ZoomApiError(400, 300, error.message)
      throw error
    }
  })
  app.delete('/_emulator/webhooks/:id', (context) => {
    if (!webhooks.unsubscribe(context.req.param('id'))) throw unknown(context)
    return context.body(null, 204)
  })
  app.post('/_emulator/webhooks/disturb', async (context) => {
    const { effect, event, times, delay_ms } = orSay(parseFields(disturbanceFields, await readJson(context), false))
    if (effect === undefined) throw say([missingField('effect')])
    webhooks.disturb({
      effect,
      ...(event !== undefined && { event }),
      ...(times !== undefined && { times }),
      ...(delay_ms !== undefined && { delayMs: delay_ms }),
    })
    return context.body(null, 204)
  })
  app.post('/_emulator/webhooks/:id/check', async (context) => {
    const checked = await webhooks.check(context.req.param('id'))
    if (!checked) throw unknown(context)
    return context.json(presentWebhookSubscription(checked))
  })
  app.post('/_emulator/webhooks/deliveries/:id/retry', async (context) => {
    const tried = await webhooks.retry(context.req.param('id'))
    if (!tried) throw unknown(context)
    return context.json(presentWebhookDelivery(tried))
  })
}

function unknown({ req }: PageCtx): ZoomApiError {
  return new ZoomApiError(
    404,
    404,
    `There is no ${JSON.stringify(req.param('id'))}: GET /_emulator/webhooks lists all.`,
  )
}

function orSay<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw say(parsed.problems)
  return parsed.value
}

function say(problems: readonly FieldProblem[]): ZoomApiError {
  return new ZoomApiError(400, 300, problems.map(({ field, message }) => `${field}: ${message}`).join(' '))
}
