/** Things that will happen at an instant of the emulator's clock: a cut after 40 minutes, a repeated delivery. */
export interface Timers {
  /**
   * Calls `run` when the clock reaches `instant` (ms since 1970; at once when that is over), unless the returned function
   * is called first.
   */
  at(instant: number, run: () => unknown): () => void
}

/** One thing to happen. */
export interface Due {
  readonly instant: number
  readonly run: () => unknown
}

/** What is still to happen, soonest first; of one instant in the order of asking. */
export interface DueList {
  readonly first: Due | undefined
  add(due: Due): void
  remove(due: Due): void
  clear(): void
}

interface Place {
  readonly due: Due
  readonly order: number
}

/** A binary heap: of many thousands that wait, adding and taking one looks at a few. What was removed stays in it until it comes up. */
export function createDueList(): DueList {
  let heap: Place[] = []
  const waiting = new Set<Due>()
  let count = 0

  const add = (place: Place): void => {
    let at = heap.length
    for (; at > 0; at = (at - 1) >> 1) {
      const above = heap[(at - 1) >> 1]
      if (!above || isBefore(above, place)) break
      heap[at] = above
    }
    heap[at] = place
  }
  const dropFirst = (): void => {
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let at = 0
    for (;;) {
      const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]]
      const next = left && right && isBefore(right, left) ? right : left
      if (!next || isBefore(last, next)) break
      heap[at] = next
      at = next === left ? 2 * at + 1 : 2 * at + 2
    }
    heap[at] = last
  }

  return {
    get first() {
      while (heap[0] && !waiting.has(heap[0].due)) dropFirst()
      return heap[0]?.due
    },
    add(due) {
      waiting.add(due)
      add({ due, order: count++ })
    },
    remove(due) {
      waiting.delete(due)
      if (heap.length < 32 || heap.length < waiting.size * 2) return
      // Whatever was to happen in months and was called off would fill the memory.
      const left = heap.filter((place) => waiting.has(place.due))
      heap = []
      for (const place of left) add(place)
    },
    clear() {
      heap = []
      waiting.clear()
    },
  }
}

function isBefore(a: Place, b: Place): boolean {
  return a.due.instant < b.due.instant || (a.due.instant === b.due.instant && a.order < b.order)
}
