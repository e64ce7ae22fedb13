import { createTimerQueue } from '../packages/zoom/test/timer-queue.ts'

/** A clock that jumps from one thing to happen to the next; nothing sleeps. */
export interface VirtualTime {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `run` once after so many virtual milliseconds; the function it returns cancels that. */
  setTimer(delayMs: number, run: () => void): () => void
  /** Resolves after so many virtual milliseconds. */
  wait(ms: number): Promise<void>
  /** Lets time pass until `isOver` says so; fails when nothing more will happen. */
  run(isOver: () => boolean): Promise<void>
}

/** @param onDrained is told each time that all that was to happen at an instant has happened. */
export function createVirtualTime(startAt: number, onDrained: () => void = () => {}): VirtualTime {
  const timers = createTimerQueue()
  let now = startAt

  const time: VirtualTime = {
    now: () => now,
    setTimer: (delayMs, run) => timers.add(now + Math.max(0, delayMs), run),
    wait: (ms) => new Promise((resume) => void time.setTimer(ms, resume)),
    async run(isOver) {
      for (await drained(); !isOver(); await drained()) {
        onDrained()
        const timer = timers.next()
        if (timer === undefined) throw new Error('Nothing more will happen, and the run is not over.')
        now = Math.max(now, timer.at)
        timer.run()
      }
    },
  }
  return time
}

/**
 * Resolves when every promise that could go on has gone on: Node calls what is given to `nextTick` inside a microtask when no
 * microtask is left. That is exact and costs a third of a turn of the event loop, which nothing in a simulation needs.
 */
function drained(): Promise<void> {
  return new Promise((resume) => process.nextTick(resume))
}
