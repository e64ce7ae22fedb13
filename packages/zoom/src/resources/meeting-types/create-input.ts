import type { MeetingFields } from './meeting-fields.ts'

/** What `meetings.create` takes. */
export interface CreateMeetingInput extends MeetingFields {
  /** The host: user id, e-mail address or `me`, the default. */
  readonly userId?: string | undefined
  /** Make a passcode by the host's settings when `password` is absent? Zoom's default is true (§5.3). */
  readonly default_password?: boolean | undefined
}
