/** The values of `x-zm-trackingid`, one an answer, so made by counting: a random one would cost more than many an answer. */
export interface TrackingIds {
  readonly next: () => string
  /** Begins to count again. */
  restart(): void
}

/** @param prefix tells the answers of one emulator from those of another. */
export function createTrackingIds(prefix: string): TrackingIds {
  let count = 0
  return {
    next: () => `v=2.0;clid=emulated;rid=${prefix}-${++count}`,
    restart() {
      count = 0
    },
  }
}
