import type { Clock } from '../domain/clock.ts'
import type { Events } from '../domain/events.ts'
import type { Ids } from '../domain/ids.ts'
import type { Switches } from '../domain/switches.ts'
import type { Timers } from '../domain/timers.ts'
import type { WebhookDelivery, WebhookSubscription } from '../domain/webhook.ts'
import type { Store } from '../storage/store.ts'
import type { WebhookPlaces } from './address.ts'
import { createDisturbances, type WebhookDisturbance } from './disturb.ts'
import { createGate } from './gate.ts'
import { createWebhookQueue } from './queue.ts'
import { type SendParts, sendWebhook, type WebhookAnswer, type WebhookMessage } from './send.ts'
import { createSubscriptions, type WebhookSubscriptions } from './subscriptions.ts'

/** Webhooks out: who is told of what, what is on its way, and how to disturb that. */
export interface Webhooks extends WebhookSubscriptions {
  /** In the order of their making. */
  subscriptions(): readonly WebhookSubscription[]
  /** Ends a subscription and what is on its way to it; `false` where there is none of that id. */
  unsubscribe(id: string): boolean
  /** What was sent and is to be sent, oldest first; the last thousand that are done, and all others. */
  deliveries(): readonly WebhookDelivery[]
  /** Tries a delivery again at once; how it stands afterwards, or `undefined` where there is none of that id. */
  retry(deliveryId: string): Promise<WebhookDelivery | undefined>
  /** Lets something go wrong with the next deliveries. */
  disturb(disturbance: WebhookDisturbance): void
  /** What is still to go wrong. */
  disturbances(): readonly WebhookDisturbance[]
  /** Begins again with what the store holds now. */
  restart(): void
  /** Nothing is sent any more, and what comes back counts no more. */
  stop(): void
}

export interface WebhookParts extends Omit<SendParts, 'ending'> {
  readonly store: Store
  readonly clock: Clock
  readonly timers: Timers
  readonly ids: Ids
  readonly switches: Switches
  readonly events: Events
  readonly places: WebhookPlaces
}

/** Made once: the standard's own reason would be made anew, with its stack, at the end of every emulator. */
const ended = new Error('the emulator has ended')
/** More than these do not leave at the same time: a program under test is one program. */
const mostAtOnce = 32

export function createWebhooks(parts: WebhookParts): Webhooks {
  const { store, events } = parts
  const disturbances = createDisturbances()
  const gate = createGate(mostAtOnce)
  const end = new AbortController()
  const ending = end.signal
  const send = (message: WebhookMessage): Promise<WebhookAnswer> =>
    gate(() => sendWebhook({ ...parts, ending }, message))
  const queue = createWebhookQueue({ ...parts, disturbances, send, ending })
  const subscriptions = createSubscriptions({ ...parts, send, ending })
  events.subscribe(queue.take)

  const webhooks: Webhooks = {
    ...subscriptions,
    subscriptions: () => [...store.webhookSubscriptions.values()],
    unsubscribe(id) {
      queue.giveUp(id)
      return store.webhookSubscriptions.delete(id)
    },
    deliveries: () => [...store.webhookDeliveries.values()],
    retry: queue.retry,
    disturb: disturbances.add,
    disturbances: disturbances.list,
    restart() {
      disturbances.clear()
      queue.resume()
      subscriptions.resume()
    },
    stop: () => end.abort(ended),
  }
  webhooks.restart()
  return webhooks
}
