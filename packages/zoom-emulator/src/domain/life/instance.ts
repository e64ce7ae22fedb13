import type { Meeting } from '../entities.ts'

/** One instance of a meeting: one time that it took place, from its start to its end, as the meeting was then: a later change does not rewrite the past. */
export interface Instance {
  /** The meeting's at that start; each start has another (docs/zoom-facts.md §8). */
  readonly uuid: string
  readonly meetingId: number
  readonly accountId: string
  readonly hostId: string
  readonly topic: string
  readonly type: Meeting['type']
  readonly trackingFields: Meeting['trackingFields']
  readonly startedAt: number
  /** Absent while it runs. */
  readonly endedAt?: number
}

/** The instance that begins with a start. */
export function instanceFromMeeting(meeting: Meeting, startedAt: number): Instance {
  const { uuid, id, accountId, hostId, topic, type, trackingFields } = meeting
  return { uuid, meetingId: id, accountId, hostId, topic, type, trackingFields, startedAt }
}
