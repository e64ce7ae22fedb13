/** What the page takes from the browser, in one place, so that all else can be run without one. */
export interface Surroundings {
  /** Milliseconds since 1970, by the clock of this machine. */
  now(): number
  /** Calls `act` after so many milliseconds; gives what takes it back. */
  after(milliseconds: number, act: () => void): () => void
  request(path: string, init: RequestInit): Promise<Response>
  /** A text that nobody else makes. */
  createKey(): string
  openEvents(path: string): EventSource
}

export const browser: Surroundings = {
  now: () => Date.now(),
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds)
    return () => clearTimeout(timer)
  },
  request: (path, init) => fetch(path, init),
  createKey: () => {
    // `randomUUID` is there on https and on loopback alone; a desk in a local network may be reached without.
    const bytes = crypto.getRandomValues(new Uint8Array(16))
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  },
  openEvents: (path) => new EventSource(path),
}
