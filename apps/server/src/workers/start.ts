import type { DeskWorkers } from './workers.ts'

/** Workers that run. */
export interface RunningWorkers {
  /** Lets what is under way end, and begins nothing new. */
  stop(): Promise<void>
}

/** Starts everything that happens by itself. Any number of processes may do so over one database. */
export function startWorkers(workers: DeskWorkers): RunningWorkers {
  const stopping = new AbortController()
  const running = workers.run(stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
