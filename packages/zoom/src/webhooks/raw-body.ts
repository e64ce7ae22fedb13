import { WebhookError } from './errors.ts'

/** The body as it came over the network. A text counts as its bytes in UTF-8. */
export type RawBody = Uint8Array | ArrayBuffer | string

/** What to do about a missing raw body where the framework is not known. */
export const handInRawBody =
  'Hand in the bytes of the request as they came, before anything parses them: JSON that was parsed and written again has another signature.'

// A byte order mark stays, so that the text has exactly the bytes that were signed.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The text whose UTF-8 is exactly the bytes that came.
 *
 * @param remedy what to do when there are no bytes, for the framework at hand.
 * @throws `WebhookError` `raw_body_missing` or `body_malformed`
 */
export function textOfRawBody(body: unknown, remedy: string = handInRawBody): string {
  if (typeof body === 'string' && body.isWellFormed()) return body
  if (!isRawBody(body)) throw new WebhookError('raw_body_missing', 'The bytes of the delivery are not there.', remedy)
  try {
    if (typeof body !== 'string') return utf8.decode(body)
  } catch {
    // Falls through: RFC 8259 §8.1 wants JSON in UTF-8.
  }
  throw new WebhookError('body_malformed', 'The body is not UTF-8.', 'Nothing that Zoom sends looks like this.')
}

/** Whether something may be the body as it came, and not what a parser made of it. */
export function isRawBody(body: unknown): body is RawBody {
  return typeof body === 'string' || isBytes(body)
}

/** By tag, since an ArrayBuffer of another realm (a test runner, a sandbox) is no instance of ours. */
function isBytes(body: unknown): body is Uint8Array | ArrayBuffer {
  return ArrayBuffer.isView(body) || Object.prototype.toString.call(body) === '[object ArrayBuffer]'
}

/**
 * Collects a body that comes in pieces, up to a limit.
 *
 * @throws `WebhookError` `body_too_large`, `raw_body_missing` (something decoded the pieces) or `body_malformed` (it broke off)
 */
export async function collectRawBody(
  pieces: AsyncIterable<unknown>,
  limit: number,
  remedy: string,
): Promise<Uint8Array> {
  const collected: Uint8Array[] = []
  let length = 0
  try {
    for await (const piece of pieces) {
      if (!isBytes(piece))
        throw new WebhookError('raw_body_missing', 'The bytes of the delivery were decoded already.', remedy)
      length += piece.byteLength
      if (length > limit) throw tooLarge(limit)
      collected.push(new Uint8Array(piece))
    }
  } catch (cause) {
    if (cause instanceof WebhookError) throw cause
    throw new WebhookError('body_malformed', 'The body broke off.', 'Nothing to do: Zoom sends it again.', cause)
  }
  const body = new Uint8Array(length)
  let at = 0
  for (const piece of collected) {
    body.set(piece, at)
    at += piece.length
  }
  return body
}

/**
 * Refuses a body that came whole and is over the limit.
 *
 * @throws `WebhookError` `body_too_large`
 */
export function checkBodySize(body: RawBody, limit: number): RawBody {
  if ((typeof body === 'string' ? body.length : body.byteLength) > limit) throw tooLarge(limit)
  return body
}

function tooLarge(limit: number): WebhookError {
  return new WebhookError(
    'body_too_large',
    `The body is larger than ${limit} bytes.`,
    'If it is a true delivery of Zoom, raise maxBodyBytes.',
  )
}
