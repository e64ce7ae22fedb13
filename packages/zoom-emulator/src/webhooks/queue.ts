import type { Clock } from '../domain/clock.ts'
import type { ZoomEvent } from '../domain/events.ts'
import type { Ids } from '../domain/ids.ts'
import type { Switches } from '../domain/switches.ts'
import type { Timers } from '../domain/timers.ts'
import { type WebhookDelivery, type WebhookSubscription, wantsEvent } from '../domain/webhook.ts'
import { afterAttempt } from '../domain/webhook-retry.ts'
import type { Store } from '../storage/store.ts'
import type { Disturbances } from './disturb.ts'
import type { WebhookAnswer, WebhookMessage } from './send.ts'

/** What is on its way to the subscribers. */
export interface WebhookQueue {
  /** Takes an event for everybody who wants it; it leaves when the clock says so, never inside this call. */
  take(event: ZoomEvent): void
  /** Tries to deliver at once, whatever the state; the answer is the delivery after that. */
  retry(id: string): Promise<WebhookDelivery | undefined>
  /** Gives up what is still on its way to a subscription. */
  giveUp(subscriptionId: string): void
  /** Goes on with what the store says is on its way. */
  resume(): void
}

export interface QueueParts {
  readonly store: Pick<Store, 'webhookSubscriptions' | 'webhookDeliveries'>
  readonly clock: Clock
  readonly timers: Timers
  readonly ids: Ids
  readonly switches: Switches
  readonly disturbances: Disturbances
  readonly send: (message: WebhookMessage) => Promise<WebhookAnswer>
  readonly ending: AbortSignal
}

/** How many deliveries the log keeps; of more the oldest that are done are forgotten. */
const longestLog = 1_000
/** Of many that still wait, no more are passed over in search of one that is done. */
const longestLook = 100
/** A swapped one waits no longer for the next. */
const longestHoldMs = 60_000
const defaultDelayMs = 60_000

export function createWebhookQueue(parts: QueueParts): WebhookQueue {
  const { clock, timers, ids, switches, disturbances, send, ending } = parts
  const { webhookSubscriptions: subscriptions, webhookDeliveries: deliveries } = parts.store
  const cancels = new Map<string, () => void>()
  /** What waits for another one to be first. */
  const held = new Set<string>()

  /** Keeps a delivery, and sees to its next attempt. */
  const plan = (delivery: WebhookDelivery): WebhookDelivery => {
    const { id, nextAttemptAt } = delivery
    if (delivery.state === 'held') held.add(id)
    else held.delete(id)
    cancels.get(id)?.()
    cancels.delete(id)
    deliveries.put(delivery)
    if (nextAttemptAt !== undefined)
      cancels.set(
        id,
        timers.at(nextAttemptAt, () => attempt(id, false)),
      )
    return delivery
  }

  const attempt = async (id: string, isByHand: boolean): Promise<WebhookDelivery | undefined> => {
    const delivery = deliveries.get(id)
    const subscription = delivery && subscriptions.get(delivery.subscriptionId)
    if (!delivery || !subscription) return delivery
    const at = clock.now()
    const isFirstCopied = switches.webhookTimestamp === 'first_attempt'
    const timestamp = (isFirstCopied && delivery.attempts[0]?.timestamp) || Math.floor(at / 1000)
    const answer = await send({ ...subscription, timestamp, body: delivery.body })
    // A reset may have forgotten it meanwhile, and after the end nothing can be kept.
    const current = deliveries.get(id)
    if (!current || ending.aborted) return undefined
    const problem = problemOf(answer)
    const tried = plan(
      afterAttempt(
        current,
        {
          at,
          timestamp,
          ...(answer.status !== undefined && { status: answer.status }),
          ...(problem !== undefined && { problem }),
          ...(isByHand && { isByHand }),
        },
        switches,
      ),
    )
    release(subscription.id)
    return tried
  }

  /** Lets go what waited for another one to be first. */
  const release = (subscriptionId: string): void => {
    for (const id of [...held]) {
      const delivery = deliveries.get(id)
      if (delivery?.subscriptionId === subscriptionId)
        plan({ ...delivery, state: 'waiting', nextAttemptAt: clock.now() })
    }
  }

  const enqueue = (subscription: WebhookSubscription, event: string, body: string): void => {
    const createdAt = clock.now()
    const { id: subscriptionId, accountId } = subscription
    const add = (fields: Pick<WebhookDelivery, 'state' | 'nextAttemptAt'>) =>
      plan({ id: ids.urlSafeId(), subscriptionId, accountId, event, body, createdAt, attempts: [], ...fields })
    const disturbance = disturbances.take(event)
    switch (disturbance?.effect) {
      case 'lose':
        add({ state: 'lost' })
        break
      case 'delay':
        add({ state: 'waiting', nextAttemptAt: createdAt + (disturbance.delayMs ?? defaultDelayMs) })
        break
      case 'swap':
        add({ state: 'held', nextAttemptAt: createdAt + longestHoldMs })
        break
      case 'duplicate':
        add({ state: 'waiting', nextAttemptAt: createdAt })
        add({ state: 'waiting', nextAttemptAt: createdAt })
        break
      default:
        add({ state: 'waiting', nextAttemptAt: createdAt })
    }
  }

  /** Keeps the log short. */
  const forgetOldest = (): void => {
    let looked = 0
    for (const { id, nextAttemptAt } of deliveries.values()) {
      if (deliveries.size <= longestLog || looked++ > longestLook) return
      if (nextAttemptAt === undefined) deliveries.delete(id)
    }
  }

  return {
    take({ name, accountId, payload }) {
      const wanting = [...subscriptions.values()].filter(
        (one) => one.accountId === accountId && wantsEvent(one.events, name),
      )
      const made = wanting.length > 0 ? payload() : undefined
      if (!made) return
      const body = JSON.stringify({
        event: name,
        payload: { account_id: accountId, ...made },
        event_ts: clock.now(),
      })
      for (const subscription of wanting) enqueue(subscription, name, body)
      forgetOldest()
    },
    retry: (id) => attempt(id, true),
    giveUp(subscriptionId) {
      for (const delivery of deliveries.values()) {
        if (delivery.subscriptionId !== subscriptionId || delivery.nextAttemptAt === undefined) continue
        const { nextAttemptAt: _, ...kept } = delivery
        plan({ ...kept, state: 'failed' })
      }
    },
    resume() {
      cancels.clear()
      held.clear()
      for (const delivery of deliveries.values()) if (delivery.nextAttemptAt !== undefined) plan(delivery)
    },
  }
}

/** 200 and 204 alone count as delivered (docs/zoom-facts.md §9). */
function problemOf({ status, problem }: WebhookAnswer): string | undefined {
  if (problem !== undefined) return problem
  return status === 200 || status === 204 ? undefined : `it answered ${status}, and only 200 and 204 count as delivered`
}
