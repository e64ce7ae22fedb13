import { createHmac } from 'node:crypto'
import type { App } from './entities.ts'

/** `x-zm-signature` of a body (docs/zoom-facts.md §9). @param timestamp seconds since 1970, as `x-zm-request-timestamp` says them. */
export function signWebhook(secretToken: string, timestamp: number, body: string): string {
  return `v0=${hmac(secretToken, `v0:${timestamp}:${body}`)}`
}

/** Whether an address answered the check of it: the plain token, encrypted with the secret one (docs/zoom-facts.md §9). */
export function isRightAnswer(secretToken: string, plainToken: string, answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false
  const { plainToken: plain, encryptedToken: encrypted } = answer as Record<string, unknown>
  return plain === plainToken && encrypted === hmac(secretToken, plainToken)
}

/** The secret token of an app whose subscription names none: the same at every start. */
export function secretTokenOf({ clientId, clientSecret }: App): string {
  return createHmac('sha256', clientSecret).update(`webhooks of ${clientId}`).digest('base64url').slice(0, 22)
}

function hmac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex')
}
