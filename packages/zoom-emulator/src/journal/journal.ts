import type { Caller } from '../http/env.ts'
import type { IncomingHeaders, IncomingRequest } from '../http/incoming-request.ts'

/** One request as it is kept: what there is anyway, nothing copied or masked; `present-entry.ts` does that when somebody looks. */
export interface JournalEntry {
  /** Counts the requests of this emulator, from 1. */
  readonly number: number
  /** Instant on the emulator's clock, ms since 1970. */
  at: number
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly url: string
  readonly headers: IncomingHeaders
  /** `POST /users/{userId}/meetings`; absent where no route of it was reached. */
  operation: string | undefined
  caller: Caller | undefined
  /** As it came; absent where nobody read it. */
  body: string | undefined
  /** Absent while it runs, and where the connection was cut. */
  status: number | undefined
  /** The answer's body, where it is JSON. */
  answer: string | undefined
  /** Real time on the emulator's machine. */
  readonly startedAt: number
  durationMs: number | undefined
  /** The fault that struck it. */
  fault: string | undefined
  /** When a late effect took place, and with what status. */
  landed: { readonly at: number; readonly status: number } | undefined
}

/** The last requests, for people and for tests that ask what was called. */
export interface Journal {
  /** Notes a request that has just come. */
  open(request: Pick<IncomingRequest, 'method' | 'url' | 'headers'>, path: string): JournalEntry
  /** Keeps an entry; the oldest makes room. */
  keep(entry: JournalEntry): void
  /** Notes how a request ended; without a status its connection was cut. */
  finish(entry: JournalEntry, status: number | undefined): void
  /** What is kept, oldest first. */
  entries(): readonly JournalEntry[]
  clear(): void
}

/**
 * @param size how many requests are kept.
 * @param stopwatch real time in ms, from any beginning.
 */
export function createJournal(size: number, stopwatch: () => number): Journal {
  let ring: JournalEntry[] = []
  let next = 0
  let count = 0
  return {
    open: ({ method, url, headers }, path) => ({
      number: ++count,
      at: 0,
      method,
      path,
      url,
      headers,
      operation: undefined,
      caller: undefined,
      body: undefined,
      status: undefined,
      answer: undefined,
      startedAt: stopwatch(),
      durationMs: undefined,
      fault: undefined,
      landed: undefined,
    }),
    keep(entry) {
      if (size === 0) return
      ring[next] = entry
      next = (next + 1) % size
    },
    finish(entry, status) {
      entry.status = status
      entry.durationMs = stopwatch() - entry.startedAt
    },
    entries: () => [...ring.slice(next), ...ring.slice(0, next)],
    clear() {
      ring = []
      next = 0
    },
  }
}
