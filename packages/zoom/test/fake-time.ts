import type { Ambient } from '../src/http/ambient.ts'

/** Timers this long are time limits: they wait until a test lets them run out. Shorter ones are waits and end at once. */
const limitFromMs = 10_000

export interface FakeTime extends Pick<Ambient, 'now' | 'setTimer' | 'random'> {
  /** How long the code under test waited, in milliseconds, in order. */
  readonly waits: readonly number[]
  /** How many time limits are running. */
  readonly running: () => number
  /** Lets every running time limit run out. */
  readonly expire: () => void
  readonly moveTo: (instant: number) => void
}

/** A clock that moves only when someone waits, and chance that is always the middle. */
export function createFakeTime(startAt: number = Date.parse('2026-12-17T10:00:00Z')): FakeTime {
  let now = startAt
  const waits: number[] = []
  const limits = new Set<() => void>()
  return {
    waits,
    running: () => limits.size,
    now: () => now,
    random: () => 0.5,
    setTimer(delayMs, run) {
      if (delayMs >= limitFromMs) {
        limits.add(run)
        return () => limits.delete(run)
      }
      const immediate = setImmediate(() => {
        waits.push(delayMs)
        now += delayMs
        run()
      })
      return () => clearImmediate(immediate)
    },
    expire: () => {
      for (const run of [...limits]) run()
    },
    moveTo: (instant) => {
      now = instant
    },
  }
}
