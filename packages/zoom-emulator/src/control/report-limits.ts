import { type LimitLabel, limitLabels } from '../domain/limits/plan-limits.ts'
import type { Emulator } from '../http/env.ts'

/** One limit and what is left of it at this moment of the emulator's clock. */
export interface RemainingCalls {
  readonly limit: number
  readonly remaining: number
}

/** What is left of a limit of the account, in its window and for the day. */
export interface LabelReport extends RemainingCalls {
  /** Of this day in UTC, where the plan limits it; heavy and resource-intensive calls may share it. */
  readonly daily?: RemainingCalls
  /** Calls that were too many since the start, refused or not. */
  readonly exceeded: number
}

/** What is left of every limit at this moment. */
export interface LimitsReport {
  /** The accounts that called. */
  readonly accounts: readonly {
    readonly account_id: string
    readonly plan: string
    readonly labels: Readonly<Record<LimitLabel, LabelReport>>
  }[]
  /** The hosts for whom a meeting or webinar was made or changed today. */
  readonly hosts: readonly (RemainingCalls & { readonly user_id: string; readonly email?: string })[]
}

export function reportLimits({ limits, clock, store }: Pick<Emulator, 'limits' | 'clock' | 'store'>): LimitsReport {
  const now = clock.now()
  const accounts = Array.from(limits.accounts(), ([accountId, { plan, labels }]) => {
    const reports = limitLabels.map((label): [LimitLabel, LabelReport] => {
      const { window, daily, exceeded } = labels[label]
      return [
        label,
        {
          limit: window.limit,
          remaining: window.remaining(now),
          ...(daily && { daily: { limit: daily.limit, remaining: daily.remaining(now) } }),
          exceeded,
        },
      ]
    })
    return { account_id: accountId, plan, labels: Object.fromEntries(reports) as Record<LimitLabel, LabelReport> }
  })
  const hosts = limits.hosts.list(now).map(({ key, remaining }) => {
    const email = store.users.get(key)?.email
    return { user_id: key, ...(email !== undefined && { email }), limit: limits.hosts.limit, remaining }
  })
  return { accounts, hosts }
}
