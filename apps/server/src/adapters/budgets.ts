import type { HostBudgets } from '@convene/booking'
import type { LimitStore } from '@convene/zoom/limits'

/**
 * How many creations and changes each host has made today, as the scheduler of calls counts them: by the name under which it knows the
 * host, which is the desk's own until an answer of Zoom has told the id.
 */
export function createBudgets(limits: Pick<LimitStore, 'look'>): HostBudgets {
  return {
    async spent(hosts, now) {
      const names = hosts.map(({ zoomUser }) => `host ${zoomUser.includes('@') ? zoomUser.toLowerCase() : zoomUser}`)
      const buckets = await limits.look(names, now)
      return new Map(
        hosts.map(({ id }, index) => {
          const { open = 0, ends = [] } = buckets[index] ?? {}
          return [id, ends.reduce((sum, { at, count }) => sum + (at > now ? count : 0), open)]
        }),
      )
    },
  }
}
