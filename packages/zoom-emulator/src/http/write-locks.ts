import type { Clock } from '../domain/clock.ts'
import type { Switches } from '../domain/switches.ts'
import { ZoomApiError } from './zoom-error.ts'

/** Zoom changes one user once at a time (docs/zoom-facts.md §3.2). */
export interface WriteLocks {
  /** Takes the lock of a user, by the names that callers use: id and e-mail. While it is held: 429/429. */
  take(...keys: string[]): void
  /** Refuses while it is held. */
  require(key: string): void
  /** Lets go of every lock. */
  clear(): void
}

/** How long a write of Zoom's is taken to last, in ms. */
const heldMs = 1_000

/** Nothing lasts here, so the lock holds for a second of the emulator's clock, where its switch asks for that. */
export function createWriteLocks(clock: Clock, { userWrites }: Pick<Switches, 'userWrites'>): WriteLocks {
  const heldUntil = new Map<string, number>()
  const require = (key: string) => {
    if (userWrites === 'at_once' || (heldUntil.get(key.toLowerCase()) ?? 0) <= clock.now()) return
    throw new ZoomApiError(
      429,
      429,
      'Too many concurrent requests. A request to disassociate this user has already been made.',
    )
  }
  return {
    require,
    take(...keys) {
      for (const key of keys) require(key)
      if (userWrites === 'at_once') return
      for (const [held, until] of heldUntil) if (until <= clock.now()) heldUntil.delete(held)
      for (const key of keys) heldUntil.set(key.toLowerCase(), clock.now() + heldMs)
    },
    clear: () => heldUntil.clear(),
  }
}
