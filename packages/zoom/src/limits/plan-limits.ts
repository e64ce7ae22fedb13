import type { RateLimitLabel } from '../http/operation.ts'

/** A Zoom plan: `business` stands for Business, Education, Enterprise and Partner. */
export type ZoomPlan = 'free' | 'pro' | 'business'

/** A label that Zoom counts by. */
export type CountedLabel = Exclude<RateLimitLabel, 'unknown'>

export interface WindowLimit {
  readonly limit: number
  readonly lengthMs: number
}

export interface LabelLimits {
  readonly window: WindowLimit
  /** The daily total and the name of its bucket: heavy and resource-intensive calls may share one. */
  readonly day: { readonly bucket: string; readonly limit: number } | undefined
}

export type PlanLimits = Readonly<Record<CountedLabel, LabelLimits>>

/** Creations and changes of meetings and webinars a day for one host (docs/zoom-facts.md §3.2). */
export const hostDailyLimit = 100

export const dayMs = 86_400_000
const second = 1000
const minute = 60_000

/** The table of docs/zoom-facts.md §3.1: of the second (or minute), of the day, and the shared day of the two heaviest. */
const table = {
  free: {
    light: [4, second, 6000],
    medium: [2, second, 2000],
    heavy: [1, second, 1000],
    resource_intensive: [10, minute, 30_000],
  },
  pro: { light: [30, second], medium: [20, second], heavy: [10, second], resource_intensive: [10, minute] },
  business: { light: [80, second], medium: [60, second], heavy: [40, second], resource_intensive: [20, minute] },
} as const
const sharedDay = { free: undefined, pro: 30_000, business: 60_000 } as const

/** What a program may call that has `share` (above 0, at most 1) of an account with this plan. */
export function limitsOfPlan(plan: ZoomPlan, share: number): PlanLimits {
  const limitsOf = (label: CountedLabel): LabelLimits => {
    const [limit, lengthMs, ownDay] = table[plan][label] as readonly [number, number, number?]
    const shared = label === 'heavy' || label === 'resource_intensive' ? sharedDay[plan] : undefined
    const dayLimit = shared ?? ownDay
    const bucket = shared === undefined ? `day ${label}` : 'day heavy'
    return {
      window: windowOfShare(limit, lengthMs, share),
      day: dayLimit === undefined ? undefined : { bucket, limit: countOfShare(dayLimit, share) },
    }
  }
  return {
    light: limitsOf('light'),
    medium: limitsOf('medium'),
    heavy: limitsOf('heavy'),
    resource_intensive: limitsOf('resource_intensive'),
  }
}

/** A share of a count, at least 1: less could never be used. */
export function countOfShare(limit: number, share: number): number {
  return Math.max(1, Math.floor(limit * share))
}

/** A share of less than one call a second is one call in a longer time. */
function windowOfShare(limit: number, lengthMs: number, share: number): WindowLimit {
  const calls = limit * share
  return calls >= 1 ? { limit: Math.floor(calls), lengthMs } : { limit: 1, lengthMs: Math.ceil(lengthMs / calls) }
}
