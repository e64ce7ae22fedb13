import type { Ambient } from '../http/ambient.ts'
import type { WebhookEvent, WebhookEventName, WebhookEventOf } from './events.ts'
import type { SeenStore } from './seen-store.ts'

/** What a program does with events, by their names. */
export type WebhookListeners = {
  readonly [Name in WebhookEventName]?: (event: WebhookEventOf<Name>) => unknown
}

/** What is known of a failure. */
export interface WebhookFailure {
  /** The event whose listener failed; absent when the delivery was refused before that. */
  readonly event?: WebhookEvent | undefined
  /** Zoom has its answer already and will not send the event again: it is lost unless you keep it. */
  readonly answered: boolean
}

/** Who sends, and who hears of which event; `secretToken` is enough to answer Zoom. */
export interface WebhookHandlerOptions {
  /** The secret token of the app's page on marketplace.zoom.us; several while one is replaced by the next. */
  readonly secretToken: string | readonly string[]
  /** Called with an event of that name. A promise is waited for; when it fails, Zoom is asked to send the event again. */
  readonly on?: WebhookListeners | undefined
  /** Called with every event for which `on` has no listener. */
  readonly onOther?: ((event: WebhookEvent) => unknown) | undefined
  /** Told of every delivery that was refused (`WebhookError`) and of every listener that failed (what it threw). */
  readonly onError: (error: unknown, failure: WebhookFailure) => void
  /** Remembers what was handled; in memory, unless several processes have to share it. */
  readonly seen?: SeenStore | undefined
  /** The age, in milliseconds, from which on a delivery is refused (two hours); see `verifyWebhook`. */
  readonly maxAgeMs?: number | undefined
  /** The largest body that is read, in bytes (1,048,576). */
  readonly maxBodyBytes?: number | undefined
  /** When Zoom is answered at the latest while a listener goes on, in milliseconds (2,500). Zoom waits three seconds. */
  readonly answerWithinMs?: number | undefined
  readonly ambient?: Partial<Ambient> | undefined
}
