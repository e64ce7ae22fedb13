import type { Host, LeasedMessage, Reading, Transaction } from '@convene/booking'
import { aheadMs, type CheckHostParts, checkHost } from './check-host.ts'
import { createRounds, type Worker } from './rounds.ts'

/** How often each host is looked at. */
const everyMs = 10 * 60_000
const roundMs = 60_000
const hintMs = 30_000
/** Each series is read with every sixth look: no list shows its single dates. */
const looksPerSeries = 6

/** Looks at all hosts from time to time, in whichever process it is due first. */
export function createHostsWorker(parts: CheckHostParts): Worker {
  const { store, clock } = parts
  const looks = new Map<string, number>()

  async function round(signal: AbortSignal): Promise<void> {
    const { hosts, seenAt } = await store.read(async (reading) => ({
      hosts: await hostsInUse(reading, clock.now()),
      seenAt: new Map((await reading.hostStates.list()).map((state) => [state.hostId, state.seenAt])),
    }))
    for (const host of hosts) {
      if (signal.aborted) return
      if (clock.now() < (seenAt.get(host.id) ?? 0) + everyMs) continue
      const look = looks.get(host.id) ?? 0
      looks.set(host.id, look + 1)
      await checkHost(parts, host, look % looksPerSeries === 0)
    }
  }

  return createRounds(parts, { name: 'hosts', everyMs: roundMs, round })
}

/** Of those on which nothing new is booked, the ones on which something is still to come. */
async function hostsInUse(reading: Reading, now: number): Promise<readonly Host[]> {
  const hosts = await reading.hosts.list()
  const resting = hosts.filter(({ isActive }) => !isActive).map(({ id }) => id)
  const held = resting.length === 0 ? [] : await reading.held(resting, { from: now, to: now + aheadMs })
  const booked = new Set(held.flatMap(({ hostId, bookingId }) => (bookingId === undefined ? [] : [hostId])))
  return hosts.filter(({ id, isActive }) => isActive || booked.has(id))
}

const kind = 'check_host'

/**
 * Has a host looked at soon, by whichever process works: a webhook has told that something is other there.
 *
 * @param zoomUser its user id at Zoom
 */
export async function askToCheckHost(
  { hosts, hostStates, outbox }: Pick<Transaction, 'hosts' | 'hostStates' | 'outbox'>,
  zoomUser: string,
  now: number,
): Promise<void> {
  const states = await hostStates.list()
  const host = (await hosts.list()).find(
    ({ id, zoomUser: name }) =>
      name === zoomUser || states.some(({ hostId, zoomId }) => hostId === id && zoomId === zoomUser),
  )
  if (host === undefined) return
  // Of many hints of half a minute one is enough, when they are over.
  const dueAt = (Math.floor(now / hintMs) + 1) * hintMs
  await outbox.add({ key: `${kind} ${host.id} ${dueAt}`, kind, body: { hostId: host.id }, dueAt })
}

/** What the outbox does with such a message. */
export function checkHostByMessage(parts: CheckHostParts): Record<string, (message: LeasedMessage) => Promise<void>> {
  return {
    [kind]: async ({ body }) => {
      const host = await parts.store.read(({ hosts }) => hosts.find(String(body.hostId)))
      if (host !== undefined) await checkHost(parts, host)
    },
  }
}
