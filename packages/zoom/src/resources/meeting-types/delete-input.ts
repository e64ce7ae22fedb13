import type { MeetingId } from './meeting-id.ts'

/** What `meetings.delete` takes. */
export interface DeleteMeetingInput {
  readonly meetingId: MeetingId
  /** Deletes this one date of a series. */
  readonly occurrence_id?: string | undefined
  /** Write to the host and the alternative hosts? Zoom's default is true. */
  readonly schedule_for_reminder?: boolean | undefined
  /** Write to the people who registered? Zoom's default is false. */
  readonly cancel_meeting_reminder?: boolean | undefined
}
