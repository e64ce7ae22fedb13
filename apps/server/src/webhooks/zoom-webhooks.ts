import type { MeetingHint } from '@convene/zoom/ensure'
import { createWebhookHandler, type WebhookEvent, type WebhookHandler } from '@convene/zoom/webhooks'
import type { Clock } from '../context.ts'
import type { Log } from '../log.ts'
import type { Secret } from '../secret.ts'

/** Where Zoom tells what has changed. What it says is looked at, and never believed. */
export interface ZoomWebhooks {
  /** `undefined`: the desk has no secret to verify deliveries by. */
  readonly receive: WebhookHandler | undefined
  /** When the last one came that was Zoom's, to this process. */
  lastAt(): number | undefined
}

export interface ZoomWebhooksOptions {
  readonly secret: Secret | undefined
  /** Looks at a meeting of ours sooner. */
  readonly hint: (event: MeetingHint) => Promise<void>
  /** Looks at the meetings of a host sooner that are not ours; by the host's id at Zoom. */
  readonly lookAtHost: (zoomUser: string) => void
  readonly clock: Clock
  readonly log: Log
}

/**
 * Zoom waits three seconds for its answer, so that it gets it before anything is looked at. A hint that is lost with the process costs
 * time alone: what Zoom has is read every ten minutes besides. For the same reason each process remembers by itself what it has handled.
 */
export function createZoomWebhooks({ secret, hint, lookAtHost, clock, log }: ZoomWebhooksOptions): ZoomWebhooks {
  let last: number | undefined
  const follow = (event: WebhookEvent) => {
    last = clock.now()
    log.debug('zoom_webhook', { name: event.event })
    hint(event).catch((error: unknown) => log.warn('zoom_hint_failed', { error }))
    const host = hostOf(event.payload)
    if (host !== undefined && event.event.startsWith('meeting.')) lookAtHost(host)
  }
  return {
    lastAt: () => last,
    receive:
      secret &&
      createWebhookHandler({
        secretToken: secret.reveal(),
        onOther: follow,
        onError: (error) => log.warn('zoom_webhook_refused', { error }),
        ambient: clock,
      }),
  }
}

/** `payload.object.host_id`, which every event about a meeting has but `meeting.updated` (docs/zoom-facts.md §9). */
function hostOf(payload: unknown): string | undefined {
  const { object } = (payload ?? {}) as { readonly object?: { readonly host_id?: unknown } }
  return typeof object?.host_id === 'string' ? object.host_id : undefined
}
