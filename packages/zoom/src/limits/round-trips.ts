/** How long a request may have been on its way before Zoom counted it, beyond what every request takes. */
export interface RoundTrips {
  /** Learns from a request that took this long, and gives by how much later than the fastest it may have been counted. */
  delayOf(durationMs: number): number
}

/** Below so many requests nobody knows what the fastest is. */
const enough = 16
const memory = 256

/**
 * Between a request's way there and its answer's way back nobody sees when Zoom counted it. But a request cannot be faster than
 * the fastest: one that took 40 ms more came at most 40 ms later than planned, and so long more its place stays taken. With
 * steady answers nothing is lost, and with unsteady ones nothing is risked.
 */
export function createRoundTrips(): RoundTrips {
  let fastest = Number.POSITIVE_INFINITY
  let fastestBefore = Number.POSITIVE_INFINITY
  let seen = 0
  let isKnown = false
  return {
    delayOf(durationMs) {
      if (durationMs < fastest) fastest = durationMs
      if (++seen >= enough) isKnown = true
      const delay = isKnown ? durationMs - Math.min(fastest, fastestBefore) : durationMs
      if (seen === memory) {
        fastestBefore = fastest
        fastest = Number.POSITIVE_INFINITY
        seen = 0
      }
      return Math.max(0, delay)
    },
  }
}
