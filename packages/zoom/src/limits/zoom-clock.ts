import { dayMs } from './plan-limits.ts'

/** What is known of Zoom's clock: it is ahead of ours by at least `leastMs` and at most `mostMs` (less than 0: behind). */
export interface ClockBounds {
  readonly leastMs: number
  readonly mostMs: number
}

export interface ZoomClock {
  bounds(): ClockBounds
  /** Learns from the `date` header of an answer to a request that went out and came back at these instants of our clock. */
  learn(date: string, sentAt: number, answeredAt: number): void
  /** The first instant of our clock at which Zoom has surely begun the day after the one that it may have at `at`. */
  dayEnd(at: number): number
}

/** How wrong a clock may be that nothing was compared with. */
const unknownSkewMs = 5000
/** What an answer may be older than its `date` says: servers in front of Zoom may hold it for a moment. */
const marginMs = 500
/** Bounds are taken afresh after so long: clocks drift, and are set. */
const freshForMs = 600_000

/** Zoom's days begin by Zoom's clock, and ours may be wrong: each answer says what time it is there, to the second. */
export function createZoomClock(): ZoomClock {
  let leastMs = -unknownSkewMs
  let mostMs = unknownSkewMs
  let since = Number.NEGATIVE_INFINITY
  let last = ''
  return {
    bounds: () => ({ leastMs, mostMs }),
    learn(date, sentAt, answeredAt) {
      // Within one second of Zoom the first answer says most.
      if (date === last) return
      last = date
      const instant = Date.parse(date)
      if (Number.isNaN(instant)) return
      const least = instant - answeredAt - marginMs
      const most = instant + 1000 - sentAt + marginMs
      const isFresh = answeredAt - since < freshForMs && answeredAt >= since
      // Bounds that exclude each other: one of the clocks was set.
      if (isFresh && least <= mostMs && most >= leastMs) {
        leastMs = Math.max(leastMs, least)
        mostMs = Math.min(mostMs, most)
        return
      }
      leastMs = least
      mostMs = most
      since = answeredAt
    },
    dayEnd: (at) => (Math.floor((at + mostMs) / dayMs) + 1) * dayMs - leastMs,
  }
}
