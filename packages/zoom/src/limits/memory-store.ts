import { addEnd, type Bucket, createBucket, forgetEnded, mayGoAt, raiseTo, slow } from './bucket.ts'
import type { LimitStore, Ticket } from './store.ts'

/** Above so many buckets the empty ones are looked for: an account may have many thousands of hosts. */
const sweepFrom = 1000

/** The buckets of one process. */
export function createMemoryStore(): LimitStore {
  const buckets = new Map<string, Bucket>()
  let sweepAt = sweepFrom
  const bucketOf = (name: string): Bucket => {
    let bucket = buckets.get(name)
    if (bucket === undefined) {
      bucket = createBucket()
      buckets.set(name, bucket)
    }
    return bucket
  }
  const sweep = (now: number) => {
    for (const [name, bucket] of buckets) {
      forgetEnded(bucket, now)
      const isIdle = bucket.open === 0 && bucket.ends.length === 0 && bucket.blockedUntil <= now && bucket.slowedTo >= 1
      if (isIdle) buckets.delete(name)
    }
    sweepAt = Math.max(sweepFrom, buckets.size * 2)
  }

  return {
    isShared: false,
    take(needs, now) {
      if (buckets.size > sweepAt) sweep(now)
      let latest = now
      let blockedBy = -1
      for (let i = 0; i < needs.length; i++) {
        const need = needs[i]
        if (need === undefined) continue
        const at = mayGoAt(bucketOf(need.bucket), need.limit, now)
        if (at <= latest) continue
        latest = at
        blockedBy = i
      }
      if (blockedBy >= 0) return { ok: false, at: latest, blockedBy }
      for (const need of needs) bucketOf(need.bucket).open++
      const ticket: Ticket = { needs }
      return { ok: true, ticket }
    },
    end({ needs }, countedAt, endOf) {
      for (const need of needs) {
        const bucket = bucketOf(need.bucket)
        bucket.open--
        if (need.kind !== 'lock') addEnd(bucket, endOf(need, countedAt))
      }
    },
    block(name, until) {
      const bucket = bucketOf(name)
      bucket.blockedUntil = Math.max(bucket.blockedUntil, until)
    },
    slow: (name, now) => slow(bucketOf(name), now),
    raiseTo: (name, used, endsAt, now) => raiseTo(bucketOf(name), used, endsAt, now),
    merge(from, into) {
      const old = bucketOf(from)
      const bucket = bucketOf(into)
      if (old === bucket) return
      bucket.open += old.open
      for (const { at, count } of old.ends) addEnd(bucket, at, count)
      bucket.blockedUntil = Math.max(bucket.blockedUntil, old.blockedUntil)
      // Calls on their way still know the old name.
      buckets.set(from, bucket)
    },
    look(names, now) {
      return names.map((name) => {
        const bucket = buckets.get(name) ?? createBucket()
        forgetEnded(bucket, now)
        return { ...bucket, ends: bucket.ends.map((end) => ({ ...end })) }
      })
    },
  }
}
