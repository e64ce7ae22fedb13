import type { Surroundings } from '../surroundings.ts'

/** Clock and timers as the client takes them, from those of the command. */
export interface Timers {
  now(): number
  setTimer(delayMs: number, run: () => void): () => void
}

export function timersOf({ now, sleep }: Pick<Surroundings, 'now' | 'sleep'>): Timers {
  return {
    now,
    setTimer(delayMs, run) {
      const cancelled = new AbortController()
      void sleep(delayMs, cancelled.signal).then(() => {
        if (!cancelled.signal.aborted) run()
      })
      return () => cancelled.abort()
    },
  }
}
