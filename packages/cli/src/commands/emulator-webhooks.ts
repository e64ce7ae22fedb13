import { CommandError } from '../errors.ts'
import { parseWord } from '../input/word.ts'
import { findEmulatorControl, withAccount } from '../local/emulator-control.ts'
import type { DefineCommand } from './command.ts'

interface Subscription {
  readonly id: string
  readonly url: string
  readonly events: readonly string[]
  readonly check_problem?: string
}

interface Delivery {
  readonly id: string
  readonly subscription_id: string
  readonly event: string
  readonly state: string
  readonly created_at: string
  readonly next_attempt_at?: string
  readonly attempts: readonly { readonly status?: number; readonly problem?: string }[]
}

interface WebhookOptions {
  readonly account?: string
  readonly events?: string
}

const examples = {
  subscribe: 'convene emulator webhooks subscribe http://127.0.0.1:3000/zoom',
  unsubscribe: 'convene emulator webhooks unsubscribe ID',
  retry: 'convene emulator webhooks retry ID',
  disturb: 'convene emulator webhooks disturb duplicate',
} as const
const actions = ['list', 'subscribe', 'unsubscribe', 'retry', 'disturb'] as const

export const define: DefineCommand = (command, context) => {
  withAccount(command)
    .argument('[what]', 'list (default), subscribe, unsubscribe, retry or disturb')
    .argument(
      '[which]',
      'subscribe: the address; unsubscribe, retry: the id; disturb the next event: duplicate, lose, delay or swap',
    )
    .option('--events <names>', 'subscribe, disturb: only these: meeting.created, or meeting.* (default: all)')
    .action(async (text: string | undefined, which: string | undefined, { account, events }: WebhookOptions) => {
      const { output } = context()
      const action = parseWord('emulator webhooks', text ?? 'list', actions)
      if (action !== 'list' && which === undefined)
        throw new CommandError('wrong_command_line', `emulator webhooks ${action} needs to know which.`, {
          remedy: `For example: ${examples[action]}`,
        })
      const { call } = await findEmulatorControl(context(), account)
      const id = encodeURIComponent(which ?? '')
      switch (action) {
        case 'list': {
          const { subscriptions, deliveries } = await call<{
            subscriptions: readonly Subscription[]
            deliveries: readonly Delivery[]
          }>('GET', '/webhooks')
          const shown = {
            subscriptions: subscriptions.map(shownSubscription),
            deliveries: deliveries.map(shownDelivery),
          }
          return output.answer(shown, () => {
            if (subscriptions.length === 0) output.line('No address is subscribed.')
            else
              output.table(subscriptions, [
                { header: 'Subscription', cell: ({ id }) => id },
                { header: 'Address', cell: ({ url }) => url },
                { header: 'Events', cell: (one) => one.events.join(' '), cut: true },
                { header: 'Check', cell: ({ check_problem }) => (check_problem === undefined ? 'ok' : 'failed') },
              ])
            if (deliveries.length === 0) return output.line('Nothing was sent yet.')
            output.table(deliveries, [
              { header: 'Delivery', cell: ({ id }) => id },
              { header: 'Event', cell: ({ event }) => event },
              { header: 'State', cell: ({ state }) => state },
              { header: 'Attempts', cell: ({ attempts }) => attempts.length },
              { header: 'Next', cell: ({ next_attempt_at }) => next_attempt_at, spare: true },
            ])
          })
        }
        case 'subscribe': {
          const made = await call<Subscription>('POST', '/webhooks', {
            url: which,
            ...(events !== undefined && { events: events.split(/[\s,]+/).filter((name) => name !== '') }),
          })
          return output.answer(shownSubscription(made), () =>
            output.line(`${made.url} answered its check and is subscribed: ${made.id}.`),
          )
        }
        case 'unsubscribe':
          await call('DELETE', `/webhooks/${id}`)
          return output.answer({ unsubscribed: which }, () => output.line('Unsubscribed.'))
        case 'retry': {
          const tried = await call<Delivery>('POST', `/webhooks/deliveries/${id}/retry`)
          const last = tried.attempts.at(-1)
          return output.answer(shownDelivery(tried), () =>
            output.line(`${tried.event} was sent again: ${last?.problem ?? `answered ${last?.status}`}.`),
          )
        }
        case 'disturb':
          await call('POST', '/webhooks/disturb', { effect: which, ...(events !== undefined && { event: events }) })
          return output.answer({ effect: which, event: events ?? '*' }, () =>
            output.line(`It will happen to the next event${events === undefined ? '' : ` ${events}`}: ${which}.`),
          )
      }
    })
}

/** Without its secret token: what is printed ends in logs. */
function shownSubscription({ id, url, events, check_problem }: Subscription): Subscription {
  return { id, url, events, ...(check_problem !== undefined && { check_problem }) }
}

/** Without its body, in which passcodes stand; the console shows it with stars in their places. */
function shownDelivery(delivery: Delivery): Delivery {
  const { id, subscription_id, event, state, created_at, next_attempt_at, attempts } = delivery
  const next = next_attempt_at !== undefined && { next_attempt_at }
  return { id, subscription_id, event, state, created_at, ...next, attempts }
}
