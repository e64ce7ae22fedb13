import { invalidInput } from '../errors.ts'

/** What a claim may find: it is yours now, somebody else works on it, or it was handled. */
export type SeenClaim = 'claimed' | 'busy' | 'handled'

/** The instants of a claim, in milliseconds since 1970. */
export interface SeenTimes {
  readonly now: number
  /** From then on another may claim it, should this claim be neither kept nor released: the program may have ended. */
  readonly leaseUntil: number
  /** Once handled, it has to be remembered until then: later its signature is too old to be replayed. */
  readonly keepUntil: number
}

/**
 * Remembers which deliveries were handled, so that a replay or a duplicate is not handled again. Keep one for each address that
 * Zoom calls: two apps may get the same bytes. Several processes behind one address share one (a table with the key as its primary
 * key, or Redis with `SET NX`).
 */
export interface SeenStore {
  /** Takes a delivery, in one step that nobody can come between. For one that was handled it only prolongs `keepUntil`. */
  claim(key: string, times: SeenTimes): Promise<SeenClaim>
  /** The claimed delivery was handled. */
  keep(key: string, keepUntil: number): Promise<void>
  /** The claimed delivery was not handled: Zoom's next try may claim it. */
  release(key: string): Promise<void>
}

/** How much is remembered. */
export interface MemorySeenStoreOptions {
  /** How many handled deliveries are remembered (10,000); beyond that the oldest are forgotten. */
  readonly maxEntries?: number | undefined
}

/**
 * Keeps a `SeenStore` in memory, for a program of one process.
 *
 * @throws `ZoomError` `invalid_input` when `maxEntries` is not a whole number from 1 on
 */
export function createMemorySeenStore(options: MemorySeenStoreOptions = {}): SeenStore {
  const { maxEntries = 10_000 } = options
  if (!Number.isSafeInteger(maxEntries) || maxEntries < 1)
    throw invalidInput('maxEntries', maxEntries, 'Give a whole number from 1 on.')
  /** Key and end of the lease. */
  const busy = new Map<string, number>()
  /** Key and end of the remembering, the oldest first: a map keeps the order in which keys came. */
  const handled = new Map<string, number>()

  function remember(key: string, until: number): void {
    handled.delete(key)
    handled.set(key, until)
    for (const oldest of handled.keys()) {
      if (handled.size <= maxEntries) return
      handled.delete(oldest)
    }
  }

  return {
    async claim(key, { now, leaseUntil, keepUntil }) {
      const kept = handled.get(key) ?? 0
      if (now < kept) {
        remember(key, Math.max(kept, keepUntil))
        return 'handled'
      }
      // Leases end in the order in which they began; what nobody gave back goes.
      for (const [oldest, until] of busy) {
        if (now < until) break
        busy.delete(oldest)
      }
      if (busy.has(key)) return 'busy'
      busy.set(key, leaseUntil)
      return 'claimed'
    },
    async keep(key, keepUntil) {
      busy.delete(key)
      remember(key, keepUntil)
    },
    async release(key) {
      busy.delete(key)
    },
  }
}
