/** How Zoom may cut time into seconds; nobody outside knows (docs/deviations.md, `limitWindow`). */
export type WindowShape = 'fixed_second' | 'sliding' | 'bucket' | 'skewed'

/** Counts what passes in a stretch of time. What is refused does not count. Instants are ms on the emulator's clock. */
export interface RateWindow {
  readonly limit: number
  /** How many requests would pass at `now`. */
  remaining(now: number): number
  /** Counts one that passes; call it only while some remain. */
  take(now: number): void
}

/** How far the clock of a `skewed` window is ahead of the emulator's. */
export const skewMs = 400

export function createRateWindow(shape: WindowShape, limit: number, lengthMs: number): RateWindow {
  if (shape === 'sliding') return createSlidingWindow(limit, lengthMs)
  if (shape === 'bucket') return createBucket(limit, lengthMs)
  return createFixedWindow(limit, lengthMs, shape === 'skewed' ? skewMs : 0)
}

/** At most `limit` in each stretch that begins at a multiple of its length, on a clock that is `aheadMs` ahead. */
export function createFixedWindow(limit: number, lengthMs: number, aheadMs = 0): RateWindow {
  let stretch = -1
  let used = 0
  const move = (now: number) => {
    const current = Math.floor((now + aheadMs) / lengthMs)
    if (current === stretch) return
    stretch = current
    used = 0
  }
  return {
    limit,
    remaining(now) {
      move(now)
      return limit - used
    },
    take(now) {
      move(now)
      used++
    },
  }
}

/** At most `limit` in any stretch of this length, wherever it begins. */
function createSlidingWindow(limit: number, lengthMs: number): RateWindow {
  /** The instants of the last `limit` requests, in a ring. */
  const taken = new Float64Array(limit)
  let oldest = 0
  let used = 0
  const forget = (now: number) => {
    // A clock that was set back knows nothing of what was taken later.
    if (used > 0 && (taken[(oldest + used - 1) % limit] ?? 0) > now) used = 0
    while (used > 0 && (taken[oldest] ?? 0) <= now - lengthMs) {
      oldest = (oldest + 1) % limit
      used--
    }
  }
  return {
    limit,
    remaining(now) {
      forget(now)
      return limit - used
    },
    take(now) {
      forget(now)
      taken[(oldest + used) % limit] = now
      used++
    },
  }
}

/** A bucket of `limit` tokens that fills evenly, `limit` in each stretch: after a rest a burst passes, and then its refill. */
function createBucket(limit: number, lengthMs: number): RateWindow {
  // In parts of a token, `lengthMs` to one, so that whole milliseconds add up without rounding.
  const full = limit * lengthMs
  let parts = full
  let filledAt = 0
  const fill = (now: number) => {
    parts = now < filledAt ? full : Math.min(full, parts + (now - filledAt) * limit)
    filledAt = now
  }
  return {
    limit,
    remaining(now) {
      fill(now)
      return Math.floor(parts / lengthMs)
    },
    take(now) {
      fill(now)
      parts -= lengthMs
    },
  }
}
