import { BookingError, say } from '@convene/booking'
import type { HostView } from '@convene/booking/contract'
import type { DeskContext } from '../context.ts'
import { presentHost } from './host.ts'

type Parts = Pick<DeskContext, 'store' | 'desk' | 'clock'>

/** All hosts, with what each has spent of its day at Zoom and how it was found there. */
export async function loadHosts({ store, desk, clock }: Parts): Promise<HostView[]> {
  const { hosts, states, names } = await store.read(async (reading) => {
    const hosts = await reading.hosts.list()
    const states = new Map((await reading.hostStates.list()).map((state) => [state.hostId, state]))
    const names = new Map<string | undefined, string | undefined>()
    for (const { memberId } of hosts)
      if (memberId !== undefined) names.set(memberId, (await reading.members.find(memberId))?.name)
    return { hosts, states, names }
  })
  const now = clock.now()
  const spent = await desk.budgets.spent(hosts, now)
  return hosts.map((host) =>
    presentHost(host, {
      spent: spent.get(host.id) ?? 0,
      state: states.get(host.id),
      now,
      memberName: names.get(host.memberId),
    }),
  )
}

/** @throws {BookingError} `not_found` */
export async function loadHost(parts: Parts, id: string): Promise<HostView> {
  const found = (await loadHosts(parts)).find((host) => host.id === id)
  if (found === undefined) throw new BookingError('not_found', say('not_there', {}), { field: 'id', value: id })
  return found
}
