/**
 * Everything the client takes from its surroundings, in one place, so that a test (or a simulation) can hand in its own.
 * Only this file names the real ones.
 */
export interface Ambient {
  /** The current instant, in milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
  /** Calls `run` once after `delayMs` milliseconds; the function it returns cancels that. */
  setTimer(delayMs: number, run: () => void): () => void
  /** Chance for jitter: at least 0, below 1. */
  random(): number
  /** Unpredictable bytes, for `state` and PKCE verifiers. */
  randomBytes(length: number): Uint8Array
  /** The transport. `@convene/zoom/node` has one that keeps connections and costs less than the global `fetch`. */
  fetch(url: string, init: RequestInit): Promise<Response>
}

/** The real surroundings: the machine's clock, timers and chance, and the global `fetch`. */
export const realAmbient: Ambient = {
  now: () => Date.now(),
  setTimer: (delayMs, run) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  fetch: (url, init) => fetch(url, init),
}
