import type { UnknownWebhookPayload, WebhookPayloads } from '../generated/webhook-events.ts'

/** The names that this version knows: `endpoint.url_validation`, and all of `meeting.*` and `user.*`. */
export type WebhookEventName = keyof WebhookPayloads

/** The event of one name: `WebhookEventOf<'meeting.started'>`. */
export type WebhookEventOf<Name extends WebhookEventName> = {
  readonly [Each in Name]: WebhookEnvelope<Each, WebhookPayloads[Each]>
}[Name]

/** A name that this version does not know. The mark keeps it apart from the known ones; compare it as text: `String(event.event)`. */
export type OtherWebhookEventName = `${string}.${string}` & { readonly [otherName]: true }
declare const otherName: unique symbol

/** An event of another name: recordings, webinars, Zoom Phone, and what Zoom invents. */
export type OtherWebhookEvent = WebhookEnvelope<OtherWebhookEventName, UnknownWebhookPayload>

/** Every event; `event.event` tells them apart. */
export type WebhookEvent = WebhookEventOf<WebhookEventName> | OtherWebhookEvent

/** What stands around every payload (docs/zoom-facts.md §9). */
export interface WebhookEnvelope<Name extends string, Payload> {
  readonly event: Name
  /** When it happened, in milliseconds since 1970. */
  readonly event_ts: number
  readonly payload: Payload
}
