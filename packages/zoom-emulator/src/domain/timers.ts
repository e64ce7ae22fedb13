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

export function createDueList(): DueList {
  let list: Due[] = []
  return {
    get first() {
      return list[0]
    },
    add(due) {
      // From the end: what is asked for now is mostly the latest.
      let place = list.length
      while (place > 0 && (list[place - 1]?.instant ?? 0) > due.instant) place--
      list.splice(place, 0, due)
    },
    remove(due) {
      list = list.filter((one) => one !== due)
    },
    clear() {
      list = []
    },
  }
}
