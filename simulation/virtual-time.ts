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

interface Timer {
  readonly at: number
  readonly order: number
  run: (() => void) | undefined
}

/** @param onDrained is told each time that all that was to happen at an instant has happened. */
export function createVirtualTime(startAt: number, onDrained: () => void = () => {}): VirtualTime {
  const heap: Timer[] = []
  let now = startAt
  let order = 0

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

  const time: VirtualTime = {
    now: () => now,
    setTimer(delayMs, run) {
      const timer: Timer = { at: now + Math.max(0, delayMs), order: order++, run }
      push(timer)
      return () => {
        timer.run = undefined
      }
    },
    wait: (ms) => new Promise((resume) => void time.setTimer(ms, resume)),
    async run(isOver) {
      for (await drained(); !isOver(); await drained()) {
        onDrained()
        const timer = next()
        if (timer === undefined) throw new Error('Nothing more will happen, and the run is not over.')
        now = Math.max(now, timer.at)
        timer.run?.()
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
