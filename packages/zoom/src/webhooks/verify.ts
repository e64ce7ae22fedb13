import { type Ambient, realAmbient } from '../http/ambient.ts'
import { equalInConstantTime } from '../http/constant-time.ts'
import { checkTimeoutMs } from '../http/deadline.ts'
import { WebhookError } from './errors.ts'
import type { WebhookEvent } from './events.ts'
import { readHeader, type WebhookHeaders } from './headers.ts'
import { parseEvent } from './parse-event.ts'
import { handInRawBody, type RawBody, textOfRawBody } from './raw-body.ts'
import { checkSecretTokens } from './secret-tokens.ts'
import { hex, signatureHeader, signatureOf, timestampHeader } from './signature.ts'
import { answerUrlValidation, type UrlValidationAnswer } from './url-validation.ts'

/** Two hours: longer than it takes until Zoom's last retry, 85 or 90 minutes after the first try (docs/zoom-facts.md §9). */
export const usualMaxAgeMs: number = 2 * 60 * 60_000

/** How far the sender's clock may be ahead of ours. */
const aheadMs = 5 * 60_000

/** A delivery as it came, and whose signature it should carry. */
export interface VerifyWebhookOptions {
  /** The body as it came, before anything parsed it. */
  readonly body: RawBody
  readonly headers: WebhookHeaders
  /** The secret token of the app's page on marketplace.zoom.us; several while one is replaced by the next. */
  readonly secretToken: string | readonly string[]
  /**
   * The age, in milliseconds, from which on a delivery is refused (two hours). Nobody knows whether Zoom signs a retry anew; with
   * less than 90 minutes its last retries may be refused.
   */
  readonly maxAgeMs?: number | undefined
  readonly ambient?: Partial<Ambient> | undefined
}

/** A delivery that Zoom signed. */
export interface VerifiedWebhook {
  /** What happened. The signature shows that Zoom sent it; the fields of its payload are not looked at. */
  readonly event: WebhookEvent
  /** `endpoint.url_validation` only: answer 200 with this as JSON, within three seconds. */
  readonly answer?: UrlValidationAnswer | undefined
  /** When it was signed, in milliseconds since 1970. */
  readonly signedAt: number
  /** Which of the secret tokens signed it; the first is 0. */
  readonly secretTokenIndex: number
  /**
   * The SHA-256 of the body, in hexadecimal: equal for a replay, a duplicate and a retry, whether that is signed anew or not. Two
   * events differ at least in `event_ts`.
   */
  readonly key: string
}

/**
 * Makes sure that a delivery comes from Zoom, is whole and is not old, and gives the event that it brings. Signatures are compared
 * in constant time. It does not stop a replay within `maxAgeMs`: see `SeenStore`, or let `createWebhookHandler` do it all.
 *
 * @throws `WebhookError` when the delivery is to be refused; `error.status` is what to answer
 * @throws `ZoomError` `invalid_input` when no secret token, or `maxAgeMs`, can be used
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { signWebhook, verifyWebhook, WebhookError } from '@convene/zoom/webhooks'
 *
 * const secretToken = 'my-secret-token'
 * const body = '{"event":"meeting.ended","event_ts":1793000000000,"payload":{"account_id":"a","object":{"id":"85746065432"}}}'
 * const headers = await signWebhook({ body, secretToken })
 *
 * const { event } = await verifyWebhook({ body, headers, secretToken })
 * if (event.event === 'meeting.ended') assert.equal(event.payload.object.id, '85746065432')
 *
 * await assert.rejects(
 *   verifyWebhook({ body: body.replace('85746065432', '1'), headers, secretToken }),
 *   (error) => error instanceof WebhookError && error.code === 'signature_wrong' && error.status === 401,
 * )
 * ```
 */
export async function verifyWebhook(options: VerifyWebhookOptions): Promise<VerifiedWebhook> {
  const { headers, maxAgeMs = usualMaxAgeMs } = options
  const ambient = { ...realAmbient, ...options.ambient }
  const secretTokens = checkSecretTokens(options.secretToken)
  checkTimeoutMs('maxAgeMs', maxAgeMs)
  const text = textOfRawBody(options.body, handInRawBody)

  const timestamp = readHeader(headers, timestampHeader)
  const signature = readHeader(headers, signatureHeader)
  if (timestamp === undefined || !/^\d{1,12}$/.test(timestamp) || signature === undefined) throw signatureMissing()
  const secretTokenIndex = await findSigner(ambient, secretTokens, timestamp, text, signature)
  if (secretTokenIndex < 0) throw signatureWrong()

  const signedAt = Number(timestamp) * 1000
  checkAge(ambient.now() - signedAt, maxAgeMs)
  const event = parseEvent(text)
  const answer = await answerUrlValidation(ambient, event, secretTokens[secretTokenIndex] ?? '')
  return { event, ...(answer && { answer }), signedAt, secretTokenIndex, key: hex(await ambient.sha256(text)) }
}

/** Tries every secret token, also after one fitted: the time taken tells nothing of which. */
async function findSigner(
  ambient: Ambient,
  secretTokens: readonly string[],
  timestamp: string,
  text: string,
  signature: string,
): Promise<number> {
  let found = -1
  for (const [index, secretToken] of secretTokens.entries()) {
    const fits = equalInConstantTime(signature, await signatureOf(ambient, secretToken, timestamp, text))
    if (fits && found < 0) found = index
  }
  return found
}

function checkAge(ageMs: number, maxAgeMs: number): void {
  if (ageMs >= maxAgeMs)
    throw new WebhookError(
      'timestamp_too_old',
      `The delivery was signed ${Math.round(ageMs / 1000)} s ago; less than ${Math.round(maxAgeMs / 1000)} s are allowed.`,
      'It may be a replay. If such deliveries are true, compare the clock of this machine.',
    )
  if (ageMs < -aheadMs)
    throw new WebhookError(
      'timestamp_in_future',
      `The delivery was signed ${Math.round(-ageMs / 1000)} s from now; at most ${aheadMs / 1000} s are allowed.`,
      'Compare the clock of this machine.',
    )
}

function signatureMissing(): WebhookError {
  return new WebhookError(
    'signature_missing',
    `${timestampHeader} or ${signatureHeader} is missing or not readable.`,
    'Whatever sent this is not Zoom, or a proxy takes headers away.',
  )
}

function signatureWrong(): WebhookError {
  return new WebhookError(
    'signature_wrong',
    'No secret token fits the signature.',
    "Compare the secret token with the app's page on marketplace.zoom.us (it is not the verification token), and make sure that nothing parses or changes the body before.",
  )
}
