import { meetingsOperations } from '../../generated/meetings.ts'
import type { MeetingsDeleteInput as DeleteMeetingInput } from '../../generated/types/meetings.ts'
import type { CallOptions, Requester } from '../../http/operation.ts'
import { checkBoolean } from '../check.ts'
import { namesOf } from '../check-input.ts'
import { checkNames } from '../check-names.ts'
import { checkOccurrenceId, parseMeetingId } from './meeting-id.ts'

const operation = meetingsOperations.delete

/** `DELETE /meetings/{meetingId}` */
export async function deleteMeeting(
  requester: Requester,
  input: DeleteMeetingInput,
  options?: CallOptions,
): Promise<void> {
  checkNames(input, namesOf(operation))
  const { meetingId, ...query } = input
  checkOccurrenceId(query.occurrence_id)
  checkBoolean('schedule_for_reminder', query.schedule_for_reminder)
  checkBoolean('cancel_meeting_reminder', query.cancel_meeting_reminder)
  await requester.request(operation, { path: { meetingId: parseMeetingId(meetingId) }, query }, options)
}
