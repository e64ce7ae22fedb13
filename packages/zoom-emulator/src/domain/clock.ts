/** The emulator's clock: token lifetimes, starts in the past, page tokens and limits all read it. */
export interface Clock {
  /** The current instant, in milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
}

/** A clock that a test can move; it runs with the machine's unless frozen. */
export interface MovableClock extends Clock {
  /** Moves the clock forward by `ms` milliseconds. */
  advance(ms: number): void
  /** Sets the current instant (ms since 1970, a `Date` or ISO text) and stops the clock there. */
  freeze(at?: number | string | Date): void
  /** Lets the clock run again from where it stands. */
  resume(): void
  /** Back to the time of its source, running. */
  reset(): void
}

/** Makes a movable clock over a source of real time. */
export function createMovableClock(source: () => number): MovableClock {
  let offset = 0
  let frozenAt: number | undefined
  const now = () => frozenAt ?? source() + offset
  return {
    now,
    advance(ms) {
      if (Number.isNaN(new Date(now() + ms).getTime()))
        throw new TypeError(`advance: ${String(ms)} ms leads to no instant; pass a number of milliseconds`)
      if (frozenAt === undefined) offset += ms
      else frozenAt += ms
    },
    freeze(at) {
      const instant = at === undefined ? now() : new Date(at).getTime()
      if (Number.isNaN(instant))
        throw new TypeError(`freeze: ${String(at)} is no instant; pass ISO text with Z, a Date or ms`)
      frozenAt = instant
    },
    resume() {
      if (frozenAt === undefined) return
      offset = frozenAt - source()
      frozenAt = undefined
    },
    reset() {
      offset = 0
      frozenAt = undefined
    },
  }
}
