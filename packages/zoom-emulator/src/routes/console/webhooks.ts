import type { WebhookControl } from '../../control/control.ts'
import { EmulatorError } from '../../domain/emulator-error.ts'
import type { Routes } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { renderWebhooks, type WebhooksView } from '../../pages/console/webhooks.ts'
import type { WebhookDisturbance } from '../../webhooks/disturb.ts'
import { backTo, consolePage, doneText, readConsoleForm } from './form.ts'

const path = '/console/webhooks'
const mostShown = 100
const effects: readonly WebhookDisturbance['effect'][] = ['duplicate', 'lose', 'delay', 'swap']

/** `/console/webhooks` */
export function webhooksPage(app: Routes, { store }: Emulator, webhooks: WebhookControl): void {
  const view = (said: Pick<WebhooksView, 'done' | 'problem' | 'typed'>) =>
    renderWebhooks({
      subscriptions: webhooks.subscriptions(),
      deliveries: webhooks.deliveries().slice(-mostShown).toReversed(),
      total: webhooks.deliveries().length,
      disturbances: webhooks.disturbances(),
      clientIds: Array.from(store.apps.values(), ({ clientId }) => clientId),
      ...said,
    })
  app.get(path, (context) => consolePage(context, view({ done: doneText(context) })))
  app.post(path, async (context) => {
    const form = await readConsoleForm(context)
    const id = form.get('id') ?? ''
    switch (form.get('do')) {
      case 'subscribe': {
        const [url = '', events = '', clientId = ''] = ['url', 'events', 'client'].map((name) => form.get(name)?.trim())
        try {
          await webhooks.subscribe({ url, events: events.split(/[\s,]+/).filter(Boolean), clientId })
        } catch (error) {
          if (!(error instanceof EmulatorError)) throw error
          return consolePage(context, view({ problem: error.message, typed: { url, events } }), 400)
        }
        return backTo(context, path, 'subscribed')
      }
      case 'unsubscribe':
        webhooks.unsubscribe(id)
        return backTo(context, path, 'unsubscribed')
      case 'check':
        await webhooks.check(id)
        return backTo(context, path, 'checked')
      case 'retry':
        await webhooks.retry(id)
        return backTo(context, path, 'sent')
      default: {
        const effect = effects.find((one) => one === form.get('effect'))
        if (effect === undefined) return consolePage(context, view({ problem: 'Choose what goes wrong.' }), 400)
        webhooks.disturb({ effect })
        return backTo(context, path, 'armed')
      }
    }
  })
}
