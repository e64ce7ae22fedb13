import type { LeasedMessage, Transaction } from '@convene/booking'
import { type CheckHostParts, checkHost } from './check-host.ts'
import { createRounds, type Worker } from './rounds.ts'

/** How often each host is looked at. */
const everyMs = 10 * 60_000
const roundMs = 60_000
/** Each series is read with every sixth look: no list shows its single dates. */
const looksPerSeries = 6

/** How late the desk hears of what somebody does at Zoom where no webhooks come, in minutes. */
export const hearsLateByMinutes: number = (everyMs * looksPerSeries) / 60_000

/** Looks at all hosts from time to time, in whichever process it is due first. */
export function createHostsWorker(parts: CheckHostParts): Worker {
  const { store, clock } = parts
  const looks = new Map<string, number>()

  async function round(signal: AbortSignal): Promise<void> {
    const { hosts, seenAt } = await store.read(async (reading) => ({
      hosts: await reading.hosts.list(),
      seenAt: new Map((await reading.hostStates.list()).map((state) => [state.hostId, state.seenAt])),
    }))
    for (const host of hosts) {
      if (signal.aborted) return
      if (!host.isActive || clock.now() < (seenAt.get(host.id) ?? 0) + everyMs) continue
      const look = looks.get(host.id) ?? 0
      looks.set(host.id, look + 1)
      await checkHost(parts, host, look % looksPerSeries === 0)
    }
  }

  return createRounds(parts, { name: 'hosts', everyMs: roundMs, round })
}

const kind = 'check_host'

/** Has a host looked at soon, by whichever process works: a webhook has told that something is other there. */
export function askToCheckHost({ outbox }: Pick<Transaction, 'outbox'>, hostId: string, now: number): Promise<void> {
  // Of many hints of one minute one is enough, and it comes when they are over.
  const dueAt = Math.floor(now / roundMs) * roundMs + roundMs / 2
  const at = dueAt > now ? dueAt : dueAt + roundMs
  return outbox.add({ key: `${kind} ${hostId} ${at}`, kind, body: { hostId }, dueAt: at })
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
