import type { ZoomErrorCode } from '../errors.ts'
import { redactValue } from './redact.ts'

/** What every event says. It holds no header, no body and no secret; passcodes and tokens in the address are hidden. */
export interface RequestEvent {
  /** What was called (`meetings.create`), or `oauthToken` for a request of a token. */
  readonly operation: string
  readonly method: string
  readonly url: string
  /** 1 for the first time that this request goes out, 2 for its first repetition … */
  readonly attempt: number
}

/** An answer of any status has been read to its end. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number
  /** From the first byte sent to the last byte read, in milliseconds. */
  readonly durationMs: number
  /** Zoom's name for the request: what Zoom's support asks for. */
  readonly trackingId: string | undefined
  /** What Zoom told about its limits; each part only where it did. */
  readonly rateLimit: {
    readonly category: string | undefined
    readonly limit: string | undefined
    readonly remaining: string | undefined
  }
}

/** A request goes out again after a wait, in milliseconds. */
export interface RetryEvent extends RequestEvent {
  /** Why the request goes out again. */
  readonly reason: ZoomErrorCode
  readonly message: string
  readonly waitMs: number
}

/** Called while requests run, for logs and traces. What a hook throws is dropped: it cannot break a call. */
export interface ZoomHooks {
  readonly onRequest?: ((event: RequestEvent) => void) | undefined
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined
  readonly onRetry?: ((event: RetryEvent) => void) | undefined
}

/** Calls a hook, if there is one; the event is made only then. */
export function notify<E extends RequestEvent>(hook: ((event: E) => unknown) | undefined, event: () => E): void {
  if (hook === undefined) return
  try {
    const result = hook(redactValue(event()) as E)
    if (result instanceof Promise) result.catch(() => {})
  } catch {
    // A log that fails must not fail the call.
  }
}
