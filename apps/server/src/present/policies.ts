import type { Policies, Store } from '@convene/booking'
import type { PoliciesView } from '@convene/booking/contract'
import { presentInstant } from './instant.ts'

function presentPolicies(policies: Policies, confirmedByName: string | undefined): PoliciesView {
  const { noticeMinutes, horizonDays, longestMinutes, datesPerWeek, bufferMinutes, pool, ...same } = policies
  return {
    ...same,
    noticeMinutes: noticeMinutes ?? null,
    horizonDays: horizonDays ?? null,
    longestMinutes: longestMinutes ?? null,
    datesPerWeek: datesPerWeek ?? null,
    bufferMinutes: bufferMinutes ?? null,
    pool:
      pool === undefined
        ? null
        : { ...pool, confirmedByName: confirmedByName || null, confirmedAt: presentInstant(pool.confirmedAt) },
  }
}

/** The rules, with the name of whoever has confirmed that hosts are shared. */
export function loadPolicies(store: Pick<Store, 'read'>, known?: Policies): Promise<PoliciesView> {
  return store.read(async ({ policies, members }) => {
    const rules = known ?? (await policies.get())
    const confirmer = rules.pool && (await members.find(rules.pool.confirmedBy))
    return presentPolicies(rules, confirmer?.name)
  })
}
