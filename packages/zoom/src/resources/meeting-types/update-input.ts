import type { MeetingFields } from './create-input.ts'

/** A meeting number, also as text, also grouped: `123 4567 8901`. */
export type MeetingId = number | string

/**
 * What `meetings.update` takes. Only what is given changes. With `occurrence_id` Zoom changes `agenda`, `start_time`,
 * `duration` and, of the settings, `host_video`, `participant_video`, `join_before_host`, `mute_upon_entry`,
 * `waiting_room`, `watermark` and `auto_recording` (docs/zoom-facts.md §5.8); `timezone` then only says how to read `start_time`.
 */
export interface UpdateMeetingInput extends MeetingFields {
  readonly meetingId: MeetingId
  /** Changes this one date of a series. */
  readonly occurrence_id?: string | undefined
}

/** What `meetings.get` takes. */
export interface GetMeetingInput {
  readonly meetingId: MeetingId
  /** Shows the start and the duration of this one date of a series. */
  readonly occurrence_id?: string | undefined
  /** Lists past dates of the series too. Default false. */
  readonly show_previous_occurrences?: boolean | undefined
}

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

/** What the calls take that need the meeting and nothing else. */
export interface MeetingIdInput {
  readonly meetingId: MeetingId
}
