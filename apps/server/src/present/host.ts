import { callsOfDay, type Host, type HostState } from '@convene/booking'
import type { HostHealth, HostView } from '@convene/booking/contract'
import { presentInstant } from './instant.ts'

/** Zoom counts creations and changes of a host by days of UTC (docs/zoom-facts.md §3.2). */
const dayMs = 86_400_000

export interface HostStanding {
  readonly spent: number
  readonly state: HostState | undefined
  readonly now: number
  /** Of the member whose own host it is. */
  readonly memberName: string | undefined
}

export function presentHost(host: Host, { spent, state, now, memberName }: HostStanding): HostView {
  const { hours, memberId, ...same } = host
  return {
    ...same,
    hours: hours ?? null,
    memberId: memberId ?? null,
    memberName: memberName || null,
    budget: { spent, of: callsOfDay, renewsAt: presentInstant((Math.floor(now / dayMs) + 1) * dayMs) },
    health: presentHealth(state),
  }
}

function presentHealth(state: HostState | undefined): HostHealth {
  if (state === undefined) return { is: 'not_seen_yet', seenAt: null, agenda: 'unknown', foreignMeetings: 0 }
  const { problem, seenAt, agenda, foreignMeetings } = state
  return { is: problem ?? 'good', seenAt: presentInstant(seenAt), agenda: agenda ?? 'unknown', foreignMeetings }
}
