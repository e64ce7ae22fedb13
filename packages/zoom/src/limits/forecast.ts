import { type Bucket, limitAt, takenOf } from './bucket.ts'
import type { Need } from './need.ts'
import { dayMs } from './plan-limits.ts'

/** Before this instant the place of a need is surely not free for a call with `ahead` others before it (ms since 1970). */
export function freeNotBefore(bucket: Bucket, need: Need, ahead: number, now: number, dayEndsAt: number): number {
  const rounds = Math.floor((takenOf(bucket) + ahead) / limitAt(bucket, need.limit, now))
  const open = Math.max(now, bucket.blockedUntil)
  if (rounds === 0 || need.kind === 'lock') return open
  if (need.kind === 'day') return Math.max(open, dayEndsAt + (rounds - 1) * dayMs)
  return Math.max(open, (bucket.ends[0]?.at ?? now) + (rounds - 1) * need.lengthMs)
}
