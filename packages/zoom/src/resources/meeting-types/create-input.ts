import type { CreateMeetingFields } from '../../generated/types/schemas.ts'
import type { MeetingFields } from './meeting-fields.ts'

/** What `meetings.create` takes. */
export interface CreateMeetingInput extends MeetingFields, Pick<CreateMeetingFields, 'default_password'> {
  /** The host: user id, e-mail address or `me`, the default. */
  readonly userId?: string | undefined
}
