import { meetingsOperations } from '../../generated/meetings.ts'
import type { MeetingsGetInput } from '../../generated/types/meetings.ts'
import type { Meeting } from '../../generated/types/schemas.ts'
import type { CallOptions, Requester } from '../../http/operation.ts'
import { checkBoolean } from '../check.ts'
import { callOperation } from '../create-resource.ts'
import { checkOccurrenceId, parseMeetingId } from './meeting-id.ts'

/** `GET /meetings/{meetingId}` */
export function getMeeting(requester: Requester, input: MeetingsGetInput, options?: CallOptions): Promise<Meeting> {
  return callOperation(requester, meetingsOperations.get, input, options, () => {
    parseMeetingId(input.meetingId)
    checkOccurrenceId(input.occurrence_id)
    checkBoolean('show_previous_occurrences', input.show_previous_occurrences)
  })
}
