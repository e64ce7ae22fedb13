import type { Instant } from '@convene/booking/contract'

/** RFC 3339 in UTC, to the second. */
export function presentInstant(at: number): Instant {
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}
