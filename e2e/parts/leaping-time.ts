/**
 * Time that runs with the machine's, and that a test has leap. Whoever uses it finds himself on a machine that has slept for so long:
 * nothing is quicker than it is, so that a machine under load changes nothing.
 */
import type { ClockSource } from '@convene/zoom-emulator'

export interface LeapingTime {
  now(): number
  /** Calls `run` once after `delayMs`, or at a leap over that instant; what it gives back cancels that. */
  setTimer(delayMs: number, run: () => void): () => void
  /** The same for the emulator. */
  readonly clock: Required<ClockSource>
  /** So many milliseconds have passed at once. */
  leap(ms: number): void
}

interface Timer {
  readonly at: number
  readonly run: () => void
  handle: NodeJS.Timeout | undefined
}

const longestWaitMs = 2 ** 31 - 1

export function startLeapingTime(startAt: number): LeapingTime {
  let ahead = startAt - Date.now()
  const waiting = new Set<Timer>()
  const now = () => Date.now() + ahead

  const arm = (timer: Timer): void => {
    clearTimeout(timer.handle)
    timer.handle = setTimeout(
      () => {
        if (now() < timer.at) return arm(timer)
        waiting.delete(timer)
        timer.run()
      },
      Math.min(Math.max(timer.at - now(), 0), longestWaitMs),
    )
  }
  const setTimer = (delayMs: number, run: () => void): (() => void) => {
    const timer: Timer = { at: now() + delayMs, run, handle: undefined }
    waiting.add(timer)
    arm(timer)
    return () => {
      waiting.delete(timer)
      clearTimeout(timer.handle)
    }
  }
  return {
    now,
    setTimer,
    clock: { now, after: setTimer },
    leap(ms) {
      ahead += ms
      // In the order of their instants: those that are due have the same wait now, and timers of one wait keep their order.
      for (const timer of [...waiting].sort((one, other) => one.at - other.at)) arm(timer)
    },
  }
}
