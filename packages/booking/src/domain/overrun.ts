import type { Occurrence } from './booking.ts'
import { minuteMs } from './meeting-dates.ts'

/** So long before the next booking of a lane begins, a meeting that still runs on it is told. */
export const overrunNoticeMs: number = 10 * minuteMs

/** Whether a meeting may run now by right: one of its dates is under way. */
export function isWithinItsTime(dates: readonly Occurrence[], now: number): boolean {
  return dates.some(({ startsAt, endsAt, isHeld }) => isHeld && startsAt <= now && now < endsAt)
}

/** Whether one of these dates is about to begin, or has begun and has not ended: whatever else runs on its lane is in its way. */
export function isDue(dates: readonly Occurrence[], now: number): boolean {
  return dates.some(({ heldFrom, endsAt, isHeld }) => isHeld && heldFrom <= now + overrunNoticeMs && now < endsAt)
}
