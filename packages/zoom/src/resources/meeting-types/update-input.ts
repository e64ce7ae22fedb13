import type { MeetingsUpdateInput } from '../../generated/types/meetings.ts'
import type { MeetingFields } from './meeting-fields.ts'

/**
 * What `meetings.update` takes. Only what is given changes. With `occurrence_id` Zoom changes `agenda`, `start_time`,
 * `duration` and, of the settings, `host_video`, `participant_video`, `join_before_host`, `mute_upon_entry`,
 * `waiting_room`, `watermark` and `auto_recording` (docs/zoom-facts.md §5.8); `timezone` then only says how to read `start_time`.
 */
export interface UpdateMeetingInput extends MeetingFields, Pick<MeetingsUpdateInput, 'meetingId' | 'occurrence_id'> {}
