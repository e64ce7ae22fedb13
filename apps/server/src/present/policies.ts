import type { Policies } from '@convene/booking'
import type { PoliciesView } from '@convene/booking/contract'
import { presentInstant } from './instant.ts'

export function presentPolicies(policies: Policies): PoliciesView {
  const { noticeMinutes, horizonDays, longestMinutes, datesPerWeek, bufferMinutes, pool, ...same } = policies
  return {
    ...same,
    noticeMinutes: noticeMinutes ?? null,
    horizonDays: horizonDays ?? null,
    longestMinutes: longestMinutes ?? null,
    datesPerWeek: datesPerWeek ?? null,
    bufferMinutes: bufferMinutes ?? null,
    pool: pool === undefined ? null : { ...pool, confirmedAt: presentInstant(pool.confirmedAt) },
  }
}
