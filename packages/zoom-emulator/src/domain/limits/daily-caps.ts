import { dayMs } from './plan-limits.ts'

/** Counts by key what happens in a day of UTC; at 00:00 every count begins anew (docs/zoom-facts.md §3.2). */
export interface DailyCaps {
  readonly limit: number
  remaining(key: string, now: number): number
  /** Counts one more; `false`, and not counted, where the day's are used up. */
  take(key: string, now: number): boolean
  /** Undoes a `take` of the same day. */
  giveBack(key: string, now: number): void
  /** The keys of today and how many are left of each. */
  list(now: number): readonly { readonly key: string; readonly remaining: number }[]
  clear(): void
}

export function createDailyCaps(limit: number): DailyCaps {
  const used = new Map<string, number>()
  let day = -1
  const move = (now: number) => {
    const today = Math.floor(now / dayMs)
    if (today === day) return
    day = today
    used.clear()
  }
  const usedOf = (key: string, now: number) => {
    move(now)
    return used.get(key) ?? 0
  }
  return {
    limit,
    remaining: (key, now) => limit - usedOf(key, now),
    take(key, now) {
      const count = usedOf(key, now)
      if (count >= limit) return false
      used.set(key, count + 1)
      return true
    },
    giveBack(key, now) {
      const count = usedOf(key, now)
      if (count > 0) used.set(key, count - 1)
    },
    list(now) {
      move(now)
      return Array.from(used, ([key, count]) => ({ key, remaining: limit - count }))
    },
    clear: () => used.clear(),
  }
}
