import { WebhookError } from './errors.ts'
import type { WebhookEvent } from './events.ts'

/**
 * Reads the envelope. The payload is taken as it is: Zoom adds fields without notice, and the signature says that it is Zoom's.
 *
 * @throws `WebhookError` `body_malformed`
 */
export function parseEvent(text: string): WebhookEvent {
  const value = parseJson(text)
  if (isRecord(value) && typeof value.event === 'string' && isRecord(value.payload))
    return value as unknown as WebhookEvent
  throw new WebhookError(
    'body_malformed',
    'The body is not the JSON of an event.',
    'It is signed, so look at what stands between Zoom and this program.',
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
