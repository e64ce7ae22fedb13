import type { Plan } from '../entities.ts'
import { dayMs, type LabelLimit, type LimitLabel, limitLabels, planLimits } from './plan-limits.ts'
import { createFixedWindow, createRateWindow, type RateWindow, type WindowShape } from './rate-window.ts'

/** What is left to all apps of an account of the calls of one label. */
export interface LabelCounter {
  readonly label: LimitLabel
  readonly window: RateWindow
  /** The calls of the day, where the plan limits them; heavy and resource-intensive ones may share it. */
  readonly daily: RateWindow | undefined
  /** Calls that were one too many since the start, refused or not. */
  exceeded: number
}

export interface AccountLimits {
  readonly plan: Plan
  readonly labels: Readonly<Record<LimitLabel, LabelCounter>>
}

/** The counters of one account by its plan (docs/zoom-facts.md §3.1). */
export function createAccountLimits(plan: Plan, shape: WindowShape): AccountLimits {
  const { labels, heavyDaily } = planLimits[plan]
  const shared = heavyDaily === undefined ? undefined : createFixedWindow(heavyDaily, dayMs)
  const counter = (label: LimitLabel, { limit, lengthMs, daily }: LabelLimit): [LimitLabel, LabelCounter] => {
    const own = daily === undefined ? undefined : createFixedWindow(daily, dayMs)
    const isHeavy = label === 'heavy' || label === 'resource_intensive'
    const window = createRateWindow(shape, limit, lengthMs)
    return [label, { label, window, daily: isHeavy ? (shared ?? own) : own, exceeded: 0 }]
  }
  const counters = limitLabels.map((label) => counter(label, labels[label]))
  return { plan, labels: Object.fromEntries(counters) as Record<LimitLabel, LabelCounter> }
}
