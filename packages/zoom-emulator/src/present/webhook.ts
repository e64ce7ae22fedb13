import { formatInstant } from '../domain/time.ts'
import type { WebhookDelivery, WebhookSubscription } from '../domain/webhook.ts'

/** A subscription as the control calls tell it. Its secret token is one of this emulator alone. */
export function presentWebhookSubscription(subscription: WebhookSubscription): Record<string, unknown> {
  const { id, clientId, accountId, url, secretToken, events, createdAt, nextCheckAt, checkProblem } = subscription
  return {
    id,
    account_id: accountId,
    client_id: clientId,
    url,
    secret_token: secretToken,
    events,
    created_at: formatInstant(createdAt),
    next_check_at: formatInstant(nextCheckAt),
    check_problem: checkProblem,
  }
}

/** A delivery as the control calls tell it, with its body as text, to the byte. */
export function presentWebhookDelivery(delivery: WebhookDelivery): Record<string, unknown> {
  const { id, subscriptionId, event, body, createdAt, state, attempts, nextAttemptAt } = delivery
  return {
    id,
    subscription_id: subscriptionId,
    event,
    state,
    body,
    created_at: formatInstant(createdAt),
    next_attempt_at: nextAttemptAt === undefined ? undefined : formatInstant(nextAttemptAt),
    attempts: attempts.map(({ at, timestamp, status, problem, isByHand }) => ({
      at: formatInstant(at),
      timestamp,
      status,
      problem,
      by_hand: isByHand ?? false,
    })),
  }
}
