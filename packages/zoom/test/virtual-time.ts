import type { Ambient } from '../src/http/ambient.ts'

/** A clock that jumps from one thing to happen to the next; nothing sleeps. */
export interface VirtualTime extends Pick<Ambient, 'now' | 'setTimer' | 'random'> {
  /** Resolves after so many virtual milliseconds. */
  wait(ms: number): Promise<void>
  /** Work that has to end before the clock may go on. */
  hold<T>(work: Promise<T>): Promise<T>
  /** Lets time pass until this has ended; fails when nothing more will happen. */
  run<T>(work: Promise<T>): Promise<T>
}

interface Timer {
  readonly at: number
  readonly order: number
  run: (() => void) | undefined
}

/** `onMove` is told each instant before anything happens at it. */
export function createVirtualTime(
  startAt: number,
  { onMove = () => {}, random = () => 0.5 }: { onMove?: (now: number) => void; random?: () => number } = {},
): VirtualTime {
  const heap: Timer[] = []
  let now = startAt
  let order = 0
  let held = 0

  const isBefore = (a: Timer, b: Timer) => a.at < b.at || (a.at === b.at && a.order < b.order)
  const push = (timer: Timer) => {
    let place = heap.push(timer) - 1
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (isBefore(heap[parent] as Timer, timer)) break
      heap[place] = heap[parent] as Timer
      place = parent
    }
    heap[place] = timer
  }
  const pop = (): Timer | undefined => {
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Timer, heap[child] as Timer)) child++
      if (!isBefore(heap[child] as Timer, last)) break
      heap[place] = heap[child] as Timer
      place = child
    }
    heap[place] = last
    return first
  }
  const next = (): Timer | undefined => {
    let timer = pop()
    while (timer !== undefined && timer.run === undefined) timer = pop()
    return timer
  }
  const quiet = async () => {
    do await new Promise<void>((resume) => setImmediate(resume))
    while (held > 0)
  }

  const time: VirtualTime = {
    now: () => now,
    random,
    setTimer(delayMs, run) {
      const timer: Timer = { at: now + Math.max(0, delayMs), order: order++, run }
      push(timer)
      return () => {
        timer.run = undefined
      }
    },
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
        const timer = next()
        if (timer === undefined) throw new Error('Nothing more will happen, and the work has not ended.')
        if (timer.at > now) {
          now = timer.at
          onMove(now)
        }
        timer.run?.()
      }
      return work
    },
  }
  return time
}
