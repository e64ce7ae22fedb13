import { invalidInput } from '../errors.ts'
import type { CallSchedule } from '../http/turn.ts'
import type { ZoomPlan } from './plan-limits.ts'
import type { SchedulerOptions } from './scheduler.ts'

const plans: readonly string[] = ['free', 'pro', 'business'] satisfies ZoomPlan[]
const priorities = ['person', 'normal', 'background'] as const

/** The options of a scheduler, checked and complete. */
export function checkOptions({ plan, share = 1, longestWaitMs = 30_000, store }: SchedulerOptions): {
  plan: ZoomPlan
  share: number
  longestWaitMs: number
} {
  if (!plans.includes(plan))
    throw invalidInput('plan', plan, 'Give free, pro, or business (Business, Education, Enterprise, Partner).')
  if (typeof share !== 'number' || !(share > 0 && share <= 1))
    throw invalidInput('share', share, 'Give the part of the account that this program may use: above 0, at most 1.')
  if (store !== undefined && typeof store?.take !== 'function')
    throw invalidInput('store', store, 'Give createSqliteLimitStore(database), or leave it out.')
  return { plan, share, longestWaitMs: checkLongestWaitMs(longestWaitMs) }
}

/** A wait in milliseconds: 0 or more, `Infinity` included. */
export function checkLongestWaitMs(longestWaitMs: number): number {
  if (typeof longestWaitMs === 'number' && longestWaitMs >= 0) return longestWaitMs
  throw invalidInput('longestWaitMs', longestWaitMs, 'Give milliseconds from 0 on, or Infinity.')
}

/** 0 for what goes first. */
export function rankOf(priority: CallSchedule['priority']): number {
  const rank = priorities.indexOf(priority ?? 'normal')
  if (rank >= 0) return rank
  throw invalidInput('schedule.priority', priority, 'Give person, normal or background.')
}
