import type { ForeignMeeting } from '../../ports.ts'

/** What a booking holds of the host. */
export interface HeldLane {
  readonly lane: number
  readonly heldFrom: number
  readonly heldTo: number
}

/**
 * Says which lane each foreign meeting makes busy: the first that neither a booking nor another foreign meeting has at that time, so
 * that a host with two lanes keeps one for us. Where there is none the host has too many meetings already, and it is the first lane.
 */
export function lanesOfForeign(
  meetings: readonly ForeignMeeting[],
  held: readonly HeldLane[],
  lanes: number,
): readonly (ForeignMeeting & { readonly lane: number })[] {
  const busy = [...held]
  return meetings
    .toSorted((a, b) => a.startsAt - b.startsAt || a.zoomMeetingId - b.zoomMeetingId)
    .map((meeting) => {
      const { startsAt, endsAt } = meeting
      const isFree = (lane: number) =>
        !busy.some((one) => one.lane === lane && one.heldFrom < endsAt && one.heldTo > startsAt)
      const lane = Array.from({ length: lanes }, (_, index) => index + 1).find(isFree) ?? 1
      busy.push({ lane, heldFrom: startsAt, heldTo: endsAt })
      return { ...meeting, lane }
    })
}
