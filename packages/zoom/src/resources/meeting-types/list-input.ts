import type { MeetingsListInput } from '../../generated/types/meetings.ts'
import type { OfHost } from '../host-input.ts'

/** What `meetings.list` takes; Zoom's own parameters and `limit`. */
export type ListMeetingsInput = OfHost<MeetingsListInput>
