import type { Switches } from './switches.ts'
import type { WebhookAttempt, WebhookDelivery } from './webhook.ts'

const minuteMs = 60_000

/** When a delivery is tried again, in minutes after its first attempt; two texts disagree (docs/zoom-facts.md §9). */
const plans: Readonly<Record<Switches['webhookRetries'], readonly number[]>> = {
  '5/25/85': [5, 25, 85],
  '5/30/90': [5, 30, 90],
}

/** The delivery after one more attempt: delivered, waiting for the next one, or given up. */
export function afterAttempt(
  delivery: WebhookDelivery,
  attempt: WebhookAttempt,
  { webhookRetries, webhookRetry4xx }: Pick<Switches, 'webhookRetries' | 'webhookRetry4xx'>,
): WebhookDelivery {
  const { nextAttemptAt: _, ...kept } = delivery
  const attempts = [...delivery.attempts, attempt]
  if (attempt.problem === undefined) return { ...kept, attempts, state: 'delivered' }
  const isLasting = attempt.status !== undefined && attempt.status < 500 && !webhookRetry4xx
  const planned = attempts.filter(({ isByHand }) => !isByHand)
  const minutes = plans[webhookRetries][planned.length - 1]
  const first = planned[0]
  if (isLasting || !first || minutes === undefined) return { ...kept, attempts, state: 'failed' }
  return {
    ...kept,
    attempts,
    state: 'waiting',
    nextAttemptAt: Math.max(first.at + minutes * minuteMs, attempt.at),
  }
}
