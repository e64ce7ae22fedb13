import type { Plan } from '../entities.ts'

/** How much a call weighs; Zoom puts one on each operation (docs/zoom-facts.md §3.3). */
export type LimitLabel = 'light' | 'medium' | 'heavy' | 'resource_intensive'

export const limitLabels: readonly LimitLabel[] = ['light', 'medium', 'heavy', 'resource_intensive']

/** What all apps of an account together may call of one label. */
export interface LabelLimit {
  readonly limit: number
  /** The stretch of time in which so many may be called: a second or a minute. */
  readonly lengthMs: number
  /** In a day of UTC; `undefined`: no such limit. */
  readonly daily?: number
}

interface PlanLimits {
  readonly labels: Readonly<Record<LimitLabel, LabelLimit>>
  /** Heavy and resource-intensive calls of a day together. */
  readonly heavyDaily?: number
}

const perSecond = (limit: number, daily?: number): LabelLimit => ({
  limit,
  lengthMs: 1_000,
  ...(daily !== undefined && { daily }),
})
const perMinute = (limit: number, daily?: number): LabelLimit => ({ ...perSecond(limit, daily), lengthMs: 60_000 })

/** The table of docs/zoom-facts.md §3.1. */
export const planLimits: Readonly<Record<Plan, PlanLimits>> = {
  free: {
    labels: {
      light: perSecond(4, 6_000),
      medium: perSecond(2, 2_000),
      heavy: perSecond(1, 1_000),
      resource_intensive: perMinute(10, 30_000),
    },
  },
  pro: {
    labels: { light: perSecond(30), medium: perSecond(20), heavy: perSecond(10), resource_intensive: perMinute(10) },
    heavyDaily: 30_000,
  },
  business: {
    labels: { light: perSecond(80), medium: perSecond(60), heavy: perSecond(40), resource_intensive: perMinute(20) },
    heavyDaily: 60_000,
  },
}

/** Requests a day that create or change meetings and webinars of one host (docs/zoom-facts.md §3.2). */
export const hostDailyLimit = 100

export const dayMs = 86_400_000
