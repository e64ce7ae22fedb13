import { invalidInput } from '../errors.ts'
import type { Operation } from '../http/operation.ts'
import { takenOf } from './bucket.ts'
import { type Estimate, estimateCalls, type WorkToEstimate } from './estimate.ts'
import type { HostNames } from './host-names.ts'
import type { Need } from './need.ts'
import type { CallNeeds } from './needs-of-call.ts'
import type { LimitStore } from './store.ts'

/** What stands for all creations and changes: of those, making a meeting needs most places. */
const creation: Operation = {
  id: 'meetings.create',
  method: 'POST',
  path: '/users/{userId}/meetings',
  repeat: 'never',
  scopes: { granular: [], classic: [] },
  label: 'medium',
}

export interface EstimateParts {
  readonly needs: Pick<CallNeeds, 'needsOf'>
  readonly hosts: Pick<HostNames, 'nameOf'>
  readonly store: Pick<LimitStore, 'look'>
}

/** Looks what is left of each host's day and of the account's, and counts the days from `now` on (our clock). */
export async function estimateWork(
  { needs, hosts, store }: EstimateParts,
  work: WorkToEstimate,
  now: number,
): Promise<Estimate> {
  const calls = callsByHost(work)
  const needsOfHosts = [...calls.keys()].map((host) => needs.needsOf(creation, hosts.nameOf(host, work)))
  const left = async ({ bucket: name, limit }: Need): Promise<number> => {
    const [bucket] = await store.look([name], now)
    return bucket === undefined || bucket.blockedUntil > now ? 0 : Math.max(0, limit - takenOf(bucket))
  }
  const leastLeft = async (some: readonly Need[]) =>
    Math.min(Number.POSITIVE_INFINITY, ...(await Promise.all(some.map(left))))
  const ofAccount = needs.needsOf(creation, undefined)
  const days = ofAccount.filter(({ kind }) => kind === 'day')
  const slowest = ofAccount
    .filter(({ kind }) => kind === 'window')
    .reduce((one, other) => (other.limit * one.lengthMs < one.limit * other.lengthMs ? other : one))
  const hostDays = needsOfHosts.map((some) => some.filter(({ name }) => name === 'host_daily'))
  const leftOfHosts = await Promise.all(hostDays.map(leastLeft))
  return estimateCalls({
    now,
    hosts: [...calls.values()].map((count, index) => ({ calls: count, leftToday: leftOfHosts[index] ?? 0 })),
    perHostAndDay: hostDays[0]?.[0]?.limit ?? 0,
    limit: slowest.limit,
    lengthMs: slowest.lengthMs,
    perDay: Math.min(Number.POSITIVE_INFINITY, ...days.map(({ limit }) => limit)),
    leftToday: await leastLeft(days),
  })
}

function callsByHost(work: WorkToEstimate): ReadonlyMap<string, number> {
  const calls = new Map<string, number>()
  if ('count' in work) {
    const { count, hosts } = work
    checkCount('count', count)
    const names = [...new Set(hosts)]
    for (const [index, host] of names.entries())
      calls.set(host, Math.floor(count / names.length) + (index < count % names.length ? 1 : 0))
  } else for (const [host, count] of Object.entries(work.hosts)) calls.set(host, checkCount(`hosts.${host}`, count))
  if (calls.size === 0) throw invalidInput('hosts', [], 'Name at least one host.')
  return calls
}

function checkCount(field: string, count: number): number {
  if (Number.isInteger(count) && count >= 0 && count <= 10_000_000) return count
  throw invalidInput(field, count, 'Give a whole number of calls from 0 to 10,000,000.')
}
