import type { Desk, Host, HostState, Store } from '@convene/booking'
import type { ZoomClient } from '@convene/zoom'
import type { MeetingKeeper } from '@convene/zoom/ensure'
import type { DeskConfig } from './config.ts'
import type { Metrics } from './http/metrics.ts'
import type { Authenticator } from './http/session.ts'
import type { Log } from './log.ts'
import type { News } from './news.ts'
import type { OpenIdProvider } from './sign-in/openid/provider.ts'
import type { ZoomWebhooks } from './webhooks/zoom-webhooks.ts'

/** The machine's clock, or one that a test moves. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `run` once after `delayMs`; what it gives back cancels that. */
  setTimer(delayMs: number, run: () => void): () => void
}

/** What a running desk is made of; every route and every worker gets it. */
export interface DeskContext {
  readonly config: DeskConfig
  readonly store: Store
  /** For the use-cases of `@convene/booking`. */
  readonly desk: Desk
  /** Safe creation: makes each meeting once. */
  readonly keeper: MeetingKeeper
  readonly zoom: ZoomClient
  readonly zoomWebhooks: ZoomWebhooks
  /** Looks at a host at Zoom now, and keeps what it finds. */
  readonly checkHost: (host: Host) => Promise<HostState>
  readonly authenticator: Authenticator
  /** Where people may sign in too, where one is set up. */
  readonly openid: OpenIdProvider | undefined
  readonly clock: Clock
  /** A new id, which nobody can guess. */
  readonly createId: () => string
  /** Unpredictable bytes, for tokens. */
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>
  readonly log: Log
  readonly metrics: Metrics
  /** That something is other now, for pages that are open. */
  readonly news: News
  /** Of the packages. */
  readonly version: string
}
