import { createDueList, type Due, type Timers } from './timers.ts'

/** The emulator's clock: token lifetimes, starts in the past, page tokens and limits all read it. */
export interface Clock {
  /** The current instant, in milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
}

/** A clock that a test can move; it runs with the machine's unless frozen. */
export interface MovableClock extends Clock {
  /**
   * Moves the clock forward by `ms` milliseconds. What becomes due on the way happens in order, one after the other, the clock
   * standing at its instant; await the promise to go on when all of it has happened, what was under way before included.
   */
  advance(ms: number): Promise<void>
  /** Sets the current instant (ms since 1970, a `Date` or ISO text) and stops the clock there; what is due by then happens. */
  freeze(at?: number | string | Date): Promise<void>
  /** Whether it stands still. */
  readonly isFrozen: boolean
  /** Lets the clock run again from where it stands. */
  resume(): void
  /** Back to the time of its source, running; nothing is due any more. */
  reset(): void
}

/** Where the time under a movable clock comes from. */
export interface ClockSource extends Clock {
  /** Calls back after `ms` of its milliseconds unless the returned function is called first. */
  after?(ms: number, callback: () => void): () => void
}

/** The clock as the emulator holds it. */
export interface RunningClock extends MovableClock, Timers {
  /** Nothing is due any more. */
  clear(): void
}

/** The longest wait of the machine's own timers. */
const longestWaitMs = 2 ** 31 - 1

/** Makes a movable clock over a source of time; without `after` what is due happens only when the clock is moved. */
export function createMovableClock(source: ClockSource): RunningClock {
  const dueList = createDueList()
  let offset = 0
  let frozenAt: number | undefined
  /** What the source's timer was set for. */
  let armed: { readonly due: Due; readonly cancel: () => void } | undefined
  /** Ends when the running movement does; `undefined` when the clock is at rest. */
  let moving: Promise<void> | undefined
  /** What happened while the clock ran by itself, and has not ended. */
  const happening = new Set<Promise<unknown>>()

  const now = () => frozenAt ?? source.now() + offset
  const set = (instant: number) => {
    if (frozenAt === undefined) offset = instant - source.now()
    else frozenAt = instant
  }
  const disarm = () => {
    armed?.cancel()
    armed = undefined
  }
  const arm = () => {
    const { first } = dueList
    const isWaitedFor = first && !moving && (frozenAt === undefined || first.instant <= frozenAt)
    if (!isWaitedFor) return disarm()
    // Most of what is asked for comes after something else.
    if (armed?.due === first) return
    disarm()
    const cancel = source.after?.(Math.min(Math.max(first.instant - now(), 0), longestWaitMs), () => {
      armed = undefined
      void move(now, false)
    })
    if (cancel) armed = { due: first, cancel }
  }
  /** Lets happen what is due until `target`; a clock that is moved stands at the instant of each, and ends at the target. */
  const happen = async (target: number, isMoved: boolean) => {
    if (isMoved) await Promise.all(happening)
    for (let due = dueList.first; due && due.instant <= target; due = dueList.first) {
      dueList.remove(due)
      if (isMoved) set(Math.max(due.instant, now()))
      const done = due.run()
      // A clock that runs by itself does not stand still for what takes its time.
      if (isMoved) await done
      else if (done instanceof Promise) letHappen(done)
    }
    if (isMoved) set(target)
  }
  const letHappen = (done: Promise<unknown>) => {
    const ended = done.finally(() => happening.delete(ended))
    happening.add(ended)
  }
  const move = (targetOf: () => number, isMoved: boolean): Promise<void> => {
    if (moving) return moving.then(() => move(targetOf, isMoved))
    const target = targetOf()
    if (isMoved) disarm()
    // With nothing due, the clock has moved when this returns.
    if (!(dueList.first && dueList.first.instant <= target) && !(isMoved && happening.size > 0)) {
      if (isMoved) set(target)
      arm()
      return Promise.resolve()
    }
    moving = happen(target, isMoved).finally(() => {
      moving = undefined
      arm()
    })
    return moving
  }

  return {
    now,
    at(instant, run) {
      const due: Due = { instant, run }
      dueList.add(due)
      arm()
      return () => {
        dueList.remove(due)
        arm()
      }
    },
    advance(ms) {
      if (Number.isNaN(new Date(now() + ms).getTime()))
        throw new TypeError(`advance: ${String(ms)} ms leads to no instant; pass a number of milliseconds`)
      return move(() => now() + ms, true)
    },
    freeze(at) {
      const instant = at === undefined ? now() : new Date(at).getTime()
      if (Number.isNaN(instant))
        throw new TypeError(`freeze: ${String(at)} is no instant; pass ISO text with Z, a Date or ms`)
      frozenAt = now()
      return move(() => instant, true)
    },
    get isFrozen() {
      return frozenAt !== undefined
    },
    resume() {
      if (frozenAt === undefined) return
      offset = frozenAt - source.now()
      frozenAt = undefined
      disarm()
      arm()
    },
    clear() {
      dueList.clear()
      disarm()
    },
    reset() {
      offset = 0
      frozenAt = undefined
      dueList.clear()
      disarm()
    },
  }
}
