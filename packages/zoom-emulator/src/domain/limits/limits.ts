import type { Account } from '../entities.ts'
import type { Switches } from '../switches.ts'
import { type AccountLimits, createAccountLimits, type LabelCounter } from './account-limits.ts'
import { createDailyCaps, type DailyCaps } from './daily-caps.ts'
import { hostDailyLimit, type LimitLabel } from './plan-limits.ts'

/** Which limit a call was one too many for. */
export type ExceededLimit = 'window' | 'day'

/** Counts every call against Zoom's limits (docs/zoom-facts.md §3); whether one is refused is for the switch `limits`. */
export interface Limits {
  /** The counters of a label in an account. */
  counterOf(account: Pick<Account, 'id' | 'plan'>, label: LimitLabel): LabelCounter
  /** Counts a call; one that is too many is told, and counts only where nothing refuses it. */
  count(counter: LabelCounter, now: number): ExceededLimit | undefined
  /** Requests that create or change meetings and webinars, by their host. */
  readonly hosts: DailyCaps
  /** Registrations for one meeting with one e-mail (docs/zoom-facts.md §3.2). */
  readonly registrations: DailyCaps
  /** Decisions about one registrant (docs/zoom-facts.md §3.2). */
  readonly registrantDecisions: DailyCaps
  /** The accounts that called. */
  accounts(): Iterable<readonly [accountId: string, limits: AccountLimits]>
  /** Forgets every count. */
  clear(): void
}

export function createLimits({ limits: mode, limitWindow }: Pick<Switches, 'limits' | 'limitWindow'>): Limits {
  const byAccount = new Map<string, AccountLimits>()
  const hosts = createDailyCaps(hostDailyLimit)
  const registrations = createDailyCaps(3)
  const registrantDecisions = createDailyCaps(10)
  return {
    counterOf({ id, plan }, label) {
      let limits = byAccount.get(id)
      // A plan that changes begins to count anew.
      if (limits?.plan !== plan) {
        limits = createAccountLimits(plan, limitWindow)
        byAccount.set(id, limits)
      }
      return limits.labels[label]
    },
    count(counter, now) {
      const { window, daily } = counter
      const isPastDay = daily !== undefined && daily.remaining(now) <= 0
      const isPastWindow = window.remaining(now) <= 0
      if (isPastDay || isPastWindow) counter.exceeded++
      if (isPastDay && mode !== 'off') return 'day'
      if (isPastWindow && mode === 'all') return 'window'
      if (!isPastDay) daily?.take(now)
      if (!isPastWindow) window.take(now)
      return undefined
    },
    hosts,
    registrations,
    registrantDecisions,
    accounts: () => byAccount.entries(),
    clear() {
      byAccount.clear()
      hosts.clear()
      registrations.clear()
      registrantDecisions.clear()
    },
  }
}
