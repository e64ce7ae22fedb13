import type { Ambient } from '../src/http/ambient.ts'
import { createTimerQueue } from './timer-queue.ts'

/** A clock that jumps from one thing to happen to the next; nothing sleeps. */
export interface VirtualTime extends Pick<Ambient, 'now' | 'setTimer' | 'random'> {
  /** Resolves after so many virtual milliseconds. */
  wait(ms: number): Promise<void>
  /** Work that has to end before the clock may go on. */
  hold<T>(work: Promise<T>): Promise<T>
  /** Lets time pass until this has ended; fails when nothing more will happen. */
  run<T>(work: Promise<T>): Promise<T>
}

/** `onMove` is told each instant before anything happens at it. */
export function createVirtualTime(
  startAt: number,
  { onMove = () => {}, random = () => 0.5 }: { onMove?: (now: number) => void; random?: () => number } = {},
): VirtualTime {
  const timers = createTimerQueue()
  let now = startAt
  let held = 0

  const quiet = async () => {
    do await new Promise<void>((resume) => setImmediate(resume))
    while (held > 0)
  }

  const time: VirtualTime = {
    now: () => now,
    random,
    setTimer: (delayMs, run) => timers.add(now + Math.max(0, delayMs), run),
    wait: (ms) => new Promise((resume) => void time.setTimer(ms, resume)),
    hold(work) {
      held++
      return work.finally(() => held--)
    },
    async run(work) {
      let isOver = false
      const over = () => {
        isOver = true
      }
      work.then(over, over)
      for (await quiet(); !isOver; await quiet()) {
        const timer = timers.next()
        if (timer === undefined) throw new Error('Nothing more will happen, and the work has not ended.')
        if (timer.at > now) {
          now = timer.at
          onMove(now)
        }
        timer.run()
      }
      return work
    },
  }
  return time
}
