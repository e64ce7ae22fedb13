import { type Bucket, createBucket, mayGoAt } from './bucket.ts'
import type { Need } from './need.ts'

/** When the place of a need ends for a call that Zoom counted at `countedAt` at the latest (ms since 1970, our clock). */
export type EndOf = (need: Need, countedAt: number) => number

/** What a call got: its places, or the instant at which to ask again. */
export type Taken =
  | { readonly ok: true; readonly ticket: Ticket }
  | {
      readonly ok: false
      /** `Infinity`: when a call has ended that is on its way. */
      readonly at: number
      /** Which of the needs has the longest wait. */
      readonly blockedBy: number
    }

/** The places of a call that is on its way; only the store that gave it knows what is in it. */
export interface Ticket {
  readonly needs: readonly Need[]
}

/**
 * Where the buckets are. Each method is one step that nothing comes between, also of other processes. One that keeps them in this
 * process answers at once; one that several processes share may answer with promises.
 */
export interface LimitStore {
  /** Whether other processes take from it too: then places become free without a word. */
  readonly isShared: boolean
  /** Takes a place of every need, or none. After `leaseUntil` a call that was never ended counts as ended then. */
  take(needs: readonly Need[], now: number, leaseUntil: number, endOf: EndOf): Taken | Promise<Taken>
  /** Ends a call: Zoom counted it at `countedAt` at the latest. */
  end(ticket: Ticket, countedAt: number, endOf: EndOf): void | Promise<void>
  /** Nothing goes from this bucket before `until`. */
  block(bucket: string, until: number): void | Promise<void>
  /** Uses only half of what is used of the limit now; it grows again by itself. */
  slow(bucket: string, now: number): void | Promise<void>
  /** Zoom says that at least `used` places are taken. */
  raiseTo(bucket: string, used: number, endsAt: number, now: number): void | Promise<void>
  /** Two names turned out to be the same host: what was taken under one counts for the other. */
  merge(from: string, into: string): void | Promise<void>
  /** The buckets as they are at `now`, in the order of the names; one that nobody used is empty. */
  look(names: readonly string[], now: number): readonly Bucket[] | Promise<readonly Bucket[]>
}

/** The answer to a call that has to wait for one of its needs; `undefined` when it may go. `buckets` in the order of the needs. */
export function refuse(needs: readonly Need[], buckets: readonly Bucket[], now: number): Taken | undefined {
  let latest = now
  let blockedBy = -1
  for (const [index, { limit }] of needs.entries()) {
    const at = mayGoAt(buckets[index] ?? createBucket(), limit, now)
    if (at <= latest) continue
    latest = at
    blockedBy = index
  }
  return blockedBy < 0 ? undefined : { ok: false, at: latest, blockedBy }
}

/** A step after the answer of Zoom: a store that fails now must not fail the call, and its lease gives the places back. */
export function unlessItFails(step: () => void | Promise<void>): void {
  try {
    const told = step()
    if (told instanceof Promise) told.catch(() => {})
  } catch {
    // Nor must one that fails at once.
  }
}
