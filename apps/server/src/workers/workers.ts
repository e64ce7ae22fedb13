import { endBookings, forgetOld } from '@convene/booking'
import { checkHostByMessage, createHostsWorker } from './hosts.ts'
import { createOutboxWorker } from './outbox.ts'
import { createOverrunsWorker } from './overruns.ts'
import { createRounds, type Worker } from './rounds.ts'
import { createSettleWorker } from './settle.ts'
import type { WorkerParts } from './worker-parts.ts'

const endEveryMs = 30_000
const forgetEveryMs = 24 * 60 * 60_000

/** Everything that the desk does by itself, in this process; others may do the same beside it. */
export interface DeskWorkers {
  /** Works until the signal ends it, and then finishes what is under way. */
  run(signal: AbortSignal): Promise<void>
  /** This process has written something: whatever follows from it begins at once. */
  wake(): void
  /** Safe creation has got further with this meeting (its `onStatus`). */
  noticed(meetingKey: string): void
}

export function createWorkers(parts: WorkerParts): DeskWorkers {
  const { config, desk, keeper, log, news } = parts
  const settle = createSettleWorker(parts)
  const outbox = createOutboxWorker(parts, checkHostByMessage(parts))
  const ended = createRounds(parts, {
    name: 'ended',
    everyMs: endEveryMs,
    async round() {
      if ((await endBookings(desk)) > 0) news.wake()
    },
  })
  const forgetting = createRounds(parts, {
    name: 'forgetting',
    everyMs: forgetEveryMs,
    async round() {
      await forgetOld(desk, config.retention)
    },
  })
  const workers: readonly Worker[] = [
    settle,
    outbox,
    ended,
    createHostsWorker(parts),
    createOverrunsWorker(parts),
    forgetting,
  ]
  let isRunning = false
  return {
    async run(signal) {
      isRunning = true
      const onError = (error: unknown) => log.error('worker_failed', { worker: 'keeper', error })
      await Promise.all([keeper.work({ signal, onError }), ...workers.map((worker) => worker.run(signal))])
      isRunning = false
    },
    wake: () => outbox.wake(),
    noticed(meetingKey) {
      // Where workers run apart, those see it.
      if (isRunning) settle.noticed(meetingKey)
    },
  }
}
