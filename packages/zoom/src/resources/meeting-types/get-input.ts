import type { MeetingId } from './meeting-id.ts'

/** What `meetings.get` takes. */
export interface GetMeetingInput {
  readonly meetingId: MeetingId
  /** Shows the start and the duration of this one date of a series. */
  readonly occurrence_id?: string | undefined
  /** Lists past dates of the series too. Default false. */
  readonly show_previous_occurrences?: boolean | undefined
}
