interface Timer {
  readonly at: number
  readonly order: number
  run: (() => void) | undefined
}

/** What will happen, in the order of its instants, and of its planning at one instant. */
export interface TimerQueue {
  /** The function it returns cancels it. */
  add(at: number, run: () => void): () => void
  /** Takes what happens first. */
  next(): { readonly at: number; readonly run: () => void } | undefined
}

/** A binary heap: a simulation has tens of thousands of timers that wait. */
export function createTimerQueue(): TimerQueue {
  const heap: Timer[] = []
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

  return {
    add(at, run) {
      const timer: Timer = { at, order: order++, run }
      push(timer)
      return () => {
        timer.run = undefined
      }
    },
    next() {
      for (let timer = pop(); timer !== undefined; timer = pop()) {
        const { at, run } = timer
        if (run !== undefined) return { at, run }
      }
      return undefined
    },
  }
}
