import type { DeskContext } from '../context.ts'

/** Workers that run. */
export interface RunningWorkers {
  /** Lets what is under way end, and begins nothing new. */
  stop(): Promise<void>
}

/** Starts everything that happens by itself. Any number of processes may do so over one database. */
export function startWorkers({ keeper, log }: DeskContext): RunningWorkers {
  const stopping = new AbortController()
  const { signal } = stopping
  const running = [keeper.work({ signal, onError: (error) => log.error('worker', { worker: 'meetings', error }) })]
  return {
    async stop() {
      stopping.abort()
      await Promise.all(running)
    },
  }
}
