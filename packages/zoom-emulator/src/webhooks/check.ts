import type { WebhookSubscription } from '../domain/webhook.ts'
import { isRightAnswer } from '../domain/webhook-signature.ts'
import type { WebhookAnswer, WebhookMessage } from './send.ts'

/** An address is checked again and again (docs/zoom-facts.md §9). */
export const checkEveryMs: number = 72 * 3_600_000

export interface CheckParts {
  readonly now: number
  readonly plainToken: string
  readonly send: (message: WebhookMessage) => Promise<WebhookAnswer>
}

/** Asks an address to encrypt a token; what is wrong with its answer, or `undefined` (docs/zoom-facts.md §9). */
export async function checkAddress(
  { url, secretToken }: Pick<WebhookSubscription, 'url' | 'secretToken'>,
  { now, plainToken, send }: CheckParts,
): Promise<string | undefined> {
  const body = JSON.stringify({ event: 'endpoint.url_validation', payload: { plainToken }, event_ts: now })
  const answer = await send({ url, secretToken, timestamp: Math.floor(now / 1000), body })
  if (answer.problem !== undefined) return answer.problem
  if (answer.status !== 200) return `it answered ${answer.status} to endpoint.url_validation, and only 200 will do`
  if (isRightAnswer(secretToken, plainToken, parse(answer.text))) return undefined
  return 'its answer to endpoint.url_validation is not {"plainToken", "encryptedToken"} with the HMAC-SHA256 of the plain token in hex, by the secret token of this subscription'
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
