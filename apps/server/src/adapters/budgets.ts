import { callsOfDay, type Host, type HostBudgets, type Store } from '@convene/booking'
import type { Bucket, LimitStore } from '@convene/zoom/limits'

export interface BudgetParts {
  readonly limits: Pick<LimitStore, 'look'>
  readonly store: Pick<Store, 'read'>
}

/**
 * How many creations and changes each host has made today, as the scheduler of calls counts them: by the desk's own name of the host
 * until an answer of Zoom has told its id, in each process by itself, and by the id from then on. So both are looked at.
 */
export function createBudgets({ limits, store }: BudgetParts): HostBudgets {
  return {
    async spent(hosts, now) {
      const states = await store.read(({ hostStates }) => hostStates.list())
      const zoomIds = new Map(states.map(({ hostId, zoomId }) => [hostId, zoomId]))
      const names = hosts.flatMap((host) => namesOf(host, zoomIds.get(host.id)))
      const buckets = await limits.look(
        names.map(({ name }) => `host ${name}`),
        now,
      )
      const ofHosts = Map.groupBy(buckets, (_, index) => names[index]?.hostId)
      return new Map(hosts.map(({ id }) => [id, spentOf(ofHosts.get(id) ?? [], now)]))
    },
  }
}

function namesOf({ id: hostId, zoomUser }: Host, zoomId: string | undefined): { hostId: string; name: string }[] {
  const own = zoomUser.includes('@') ? zoomUser.toLowerCase() : zoomUser
  return [...new Set([own, zoomId ?? own])].map((name) => ({ hostId, name }))
}

function spentOf(buckets: readonly Bucket[], now: number): number {
  // Zoom has said that the day is used up: somebody else has spent the rest.
  if (buckets.some(({ blockedUntil }) => blockedUntil > now)) return callsOfDay
  const open = buckets.reduce((sum, bucket) => sum + bucket.open, 0)
  return buckets.flatMap(({ ends }) => ends).reduce((sum, { at, count }) => sum + (at > now ? count : 0), open)
}
