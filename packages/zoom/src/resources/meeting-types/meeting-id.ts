/** A meeting number, also as text, also grouped: `123 4567 8901`. */
export type MeetingId = number | string

/** What the calls take that need the meeting and nothing else. */
export interface MeetingIdInput {
  readonly meetingId: MeetingId
}
