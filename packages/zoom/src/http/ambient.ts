/** What the client hands to a transport; `RequestInit` takes it as it is. */
export interface FetchInit {
  readonly method: string
  readonly headers: Record<string, string>
  /** Text, or the bytes of a form with files. */
  readonly body?: string | Uint8Array<ArrayBuffer>
  /** Always `manual`: a redirection is never followed, since credentials would travel with it. */
  readonly redirect: 'manual'
  readonly signal: AbortSignal
}

/** What the client reads of an answer; a `Response` is one. */
export interface FetchAnswer {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  /** Read in pieces, where there is one and the answer does not say its length, so that it cannot fill the memory. */
  readonly body?: ReadableStream<Uint8Array> | null
  /** `undefined` when the transport found it too long to read. */
  text(): Promise<string | undefined>
}

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
  randomBytes(length: number): Uint8Array<ArrayBuffer>
  /** SHA-256 of a text in UTF-8, for PKCE. */
  sha256(text: string): Promise<Uint8Array<ArrayBuffer>>
  /** HMAC with SHA-256 of a text in UTF-8, for the legacy JWT. */
  hmacSha256(key: string, text: string): Promise<Uint8Array<ArrayBuffer>>
  /** The transport. `@convene/zoom/node` has one that keeps connections and costs less than the global `fetch`. */
  fetch(url: string, init: FetchInit): Promise<FetchAnswer>
}

const utf8 = new TextEncoder()

/** The real surroundings: the machine's clock, timers and chance, WebCrypto, and the global `fetch`. */
export const realAmbient: Ambient = {
  now: () => Date.now(),
  setTimer: (delayMs, run) => {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  sha256: async (text) => new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(text))),
  hmacSha256: async (key, text) => {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' }
    const imported = await crypto.subtle.importKey('raw', utf8.encode(key), algorithm, false, ['sign'])
    return new Uint8Array(await crypto.subtle.sign('HMAC', imported, utf8.encode(text)))
  },
  fetch: (url, init) => fetch(url, init),
}
