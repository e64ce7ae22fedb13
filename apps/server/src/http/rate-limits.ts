import type { Clock } from '../context.ts'
import { networkOf } from './client-address.ts'
import { HttpProblem } from './http-problem.ts'
import type { Signed } from './session.ts'

/** Keeps anybody from asking too much. */
export interface RateLimits {
  /** @throws HttpProblem `too_many_tries` */
  takeForStranger(address: string): void
  /** @throws HttpProblem `too_many_tries` */
  takeForMember(signed: Pick<Signed, 'member' | 'by' | 'id'>): void
}

/** A page that is looked at asks a few times a second while it is typed into; a program may hurry. */
const perSecond = 50
const atOnce = 200
/** Behind one address may be a whole school, of which each page asks once who is signed in. */
const strangerPerSecond = 30
const strangerAtOnce = 300
/** More are not remembered: the one that asked longest ago is forgotten, which gives it its tokens back. */
const mostBuckets = 20_000

/**
 * Token buckets in the memory of this process. What must hold over all processes, tries at signing in, is counted in the store by the
 * routes of sign-in.
 */
export function createRateLimits({ now }: Pick<Clock, 'now'>): RateLimits {
  const members = createBuckets(now, perSecond, atOnce)
  const strangers = createBuckets(now, strangerPerSecond, strangerAtOnce)
  return {
    takeForMember: ({ id }) => refuse(members.take(id)),
    takeForStranger: (address) => refuse(strangers.take(networkOf(address))),
  }
}

function refuse(waitMs: number): void {
  if (waitMs === 0) return
  const retryAfter = Math.ceil(waitMs / 1000)
  throw new HttpProblem('too_many_tries', `Too many requests: go on in ${retryAfter} s.`, { retryAfter })
}

interface Buckets {
  /** How long to wait for the next one, in ms; 0: it is given. */
  take(name: string): number
}

function createBuckets(now: () => number, perSecond: number, most: number): Buckets {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return {
    take(name) {
      const at = now()
      const before = buckets.get(name) ?? { tokens: most, at }
      const tokens = Math.min(most, before.tokens + (Math.max(0, at - before.at) / 1000) * perSecond)
      const left = tokens >= 1 ? tokens - 1 : tokens
      // Put at the end again: the first of the map asked longest ago.
      buckets.delete(name)
      buckets.set(name, { tokens: left, at })
      const [oldest] = buckets.keys()
      if (buckets.size > mostBuckets && oldest !== undefined) buckets.delete(oldest)
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1000)
    },
  }
}
