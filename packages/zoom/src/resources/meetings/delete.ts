import { meetingsOperations } from '../../generated/meetings.ts'
import type { MeetingsDeleteInput } from '../../generated/types/meetings.ts'
import type { CallOptions, Requester } from '../../http/operation.ts'
import { checkBoolean } from '../check.ts'
import { callOperation } from '../create-resource.ts'
import { checkOccurrenceId, parseMeetingId } from './meeting-id.ts'

/** `DELETE /meetings/{meetingId}` */
export function deleteMeeting(requester: Requester, input: MeetingsDeleteInput, options?: CallOptions): Promise<void> {
  return callOperation(requester, meetingsOperations.delete, input, options, () => {
    parseMeetingId(input.meetingId)
    checkOccurrenceId(input.occurrence_id)
    checkBoolean('schedule_for_reminder', input.schedule_for_reminder)
    checkBoolean('cancel_meeting_reminder', input.cancel_meeting_reminder)
  })
}
