import { invalidInput } from '../errors.ts'
import { type Ambient, realAmbient } from '../http/ambient.ts'
import { type RawBody, textOfRawBody } from './raw-body.ts'
import { checkSecretTokens } from './secret-tokens.ts'

export const timestampHeader = 'x-zm-request-timestamp'
export const signatureHeader = 'x-zm-signature'

/** A delivery as Zoom would send it, for tests of a receiver. */
export interface SignWebhookOptions {
  /** What the delivery will carry, byte for byte. */
  readonly body: RawBody
  /** The secret token of the app that is to receive it. */
  readonly secretToken: string
  /** Seconds since 1970, as the header has it (now). */
  readonly timestamp?: number | undefined
  readonly ambient?: Partial<Ambient> | undefined
}

/**
 * Signs a delivery as Zoom does (docs/zoom-facts.md §9), for the tests of a program that receives webhooks.
 *
 * @returns the headers of the delivery
 * @throws `ZoomError` `invalid_input` when the secret token or the timestamp cannot be used
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { signWebhook, verifyWebhook } from '@convene/zoom/webhooks'
 *
 * const secretToken = 'my-secret-token'
 * const payload = { account_id: 'a', object: { id: '85746065432' } }
 * const body = JSON.stringify({ event: 'meeting.started', event_ts: Date.now(), payload })
 * const headers = await signWebhook({ body, secretToken })
 *
 * const { event } = await verifyWebhook({ body, headers, secretToken })
 * assert.equal(event.event, 'meeting.started')
 * ```
 */
export async function signWebhook(options: SignWebhookOptions): Promise<{
  'content-type': string
  'x-zm-request-timestamp': string
  'x-zm-signature': string
}> {
  const ambient = { ...realAmbient, ...options.ambient }
  const [secretToken = ''] = checkSecretTokens(options.secretToken)
  const timestamp = options.timestamp ?? Math.floor(ambient.now() / 1000)
  if (!Number.isSafeInteger(timestamp) || timestamp < 0)
    throw invalidInput('timestamp', timestamp, 'Give whole seconds since 1970, such as 1793000000.')
  const text = textOfRawBody(options.body)
  return {
    'content-type': 'application/json; charset=utf-8',
    [timestampHeader]: String(timestamp),
    [signatureHeader]: await signatureOf(ambient, secretToken, String(timestamp), text),
  }
}

/** `v0=` and the HMAC of version, timestamp and raw body. */
export async function signatureOf(
  ambient: Pick<Ambient, 'hmacSha256'>,
  secretToken: string,
  timestamp: string,
  text: string,
): Promise<string> {
  return `v0=${hex(await ambient.hmacSha256(secretToken, `v0:${timestamp}:${text}`))}`
}

/** Bytes in hexadecimal, lower case. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
