import type { Meeting } from './entities.ts'
import type { Ids } from './ids.ts'
import { recurs, timingOf } from './meeting-kind.ts'

const dayMs = 86_400_000

/** The instant from which a meeting's id is not found any more (docs/zoom-facts.md §8): never while it runs. */
export function expiresAt(meeting: Meeting): number {
  if (meeting.status === 'started') return Number.POSITIVE_INFINITY
  const lastUse = Math.max(meeting.createdAt, meeting.startedAt ?? 0, meeting.endedAt ?? 0, lastEnd(meeting) ?? 0)
  if (meeting.usePmi || recurs(meeting)) return lastUse + 365 * dayMs
  if (timingOf(meeting) !== 'instant') return lastUse + 30 * dayMs
  return meeting.endedAt ?? meeting.createdAt + 2 * dayMs
}

/** When the last date of a meeting ends; `undefined` for one without a time, or without a date left. */
export function lastEnd(meeting: Meeting): number | undefined {
  const { startAt, durationMinutes, occurrences } = meeting
  if (startAt === undefined || timingOf(meeting) === 'anytime') return undefined
  let end = occurrences ? Number.NEGATIVE_INFINITY : startAt + durationMinutes * 60_000
  for (const { status, startAt: at, durationMinutes: minutes } of occurrences ?? [])
    if (status === 'available') end = Math.max(end, at + minutes * 60_000)
  return end === Number.NEGATIVE_INFINITY ? undefined : end
}

/** Whether its id can be used: not in the trash, not expired. */
export function isUsable(meeting: Meeting, now: number): boolean {
  return meeting.deletedAt === undefined && now < expiresAt(meeting)
}

/** The host has started it: each time after the first it is a new instance, with a new uuid (docs/zoom-facts.md §8). */
export function startMeeting(meeting: Meeting, now: number, ids: Ids): Meeting {
  if (meeting.status === 'started') return meeting
  const { endedAt: _, ...kept } = meeting
  return {
    ...kept,
    status: 'started',
    startedAt: now,
    uuid: meeting.startedAt === undefined ? meeting.uuid : ids.uuid(),
    ...(timingOf(meeting) === 'instant' && { startAt: now }),
  }
}

/** It has ended; one that did not run stays as it is (docs/zoom-facts.md §5.8). */
export function endMeeting(meeting: Meeting, now: number): Meeting {
  return meeting.status === 'started' ? { ...meeting, status: 'waiting', endedAt: now } : meeting
}

/** Into the trash. */
export function deleteMeeting(meeting: Meeting, now: number): Meeting {
  return { ...meeting, deletedAt: now }
}

/** Out of the trash. */
export function recoverMeeting({ deletedAt: _, ...meeting }: Meeting): Meeting {
  return meeting
}
