import type { LimitStore } from './store.ts'

/** Clocks drift, and are set: they are compared again after so long. */
const freshForMs = 600_000
/** A comparison that took longer is made again, at most this many times in all. */
const quickMs = 20
const tries = 3

/**
 * How far the clock of `readShared` is ahead of ours (less than 0: behind), in milliseconds. A difference that the time of the question
 * may explain is none.
 */
export function createClockComparison(now: () => number, readShared: () => Promise<number>): () => Promise<number> {
  let aheadMs = 0
  let comparing: Promise<void> | undefined
  let comparedAt = Number.NEGATIVE_INFINITY
  const compare = async (): Promise<void> => {
    let tookMs = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < tries && tookMs > quickMs; attempt++) {
      const askedAt = now()
      const shared = await readShared()
      const answeredAt = now()
      if (answeredAt - askedAt >= tookMs) continue
      tookMs = answeredAt - askedAt
      // Our clock shows whole milliseconds.
      const leastMs = shared - answeredAt - 1
      const mostMs = shared - askedAt
      aheadMs = leastMs <= 0 && mostMs >= 0 ? 0 : Math.round((leastMs + mostMs) / 2)
    }
    comparedAt = now()
  }
  return async () => {
    const age = now() - comparedAt
    if (age < 0 || age >= freshForMs) {
      comparing ??= compare().finally(() => {
        comparing = undefined
      })
      await comparing
    }
    return aheadMs
  }
}

/** A store whose instants are those of a clock that all machines share, for a machine whose own clock may be wrong. */
export function onSharedClock(store: LimitStore, readAheadMs: () => Promise<number>): LimitStore {
  return {
    isShared: store.isShared,
    async take(needs, now, leaseUntil, endOf) {
      const ahead = await readAheadMs()
      const end: typeof endOf = (need, at) => endOf(need, at - ahead) + ahead
      const taken = await store.take(needs, now + ahead, leaseUntil + ahead, end)
      return taken.ok ? taken : { ...taken, at: taken.at - ahead }
    },
    async end(ticket, countedAt, endOf) {
      const ahead = await readAheadMs()
      await store.end(ticket, countedAt + ahead, (need, at) => endOf(need, at - ahead) + ahead)
    },
    block: async (bucket, until) => store.block(bucket, until + (await readAheadMs())),
    slow: async (bucket, now) => store.slow(bucket, now + (await readAheadMs())),
    async raiseTo(bucket, used, endsAt, now) {
      const ahead = await readAheadMs()
      await store.raiseTo(bucket, used, endsAt + ahead, now + ahead)
    },
    merge: (from, into) => store.merge(from, into),
    async look(names, now) {
      const ahead = await readAheadMs()
      return (await store.look(names, now + ahead)).map((bucket) => ({
        ...bucket,
        ends: bucket.ends.map(({ at, count }) => ({ at: at - ahead, count })),
        blockedUntil: bucket.blockedUntil - ahead,
        slowedAt: bucket.slowedAt - ahead,
      }))
    },
  }
}
