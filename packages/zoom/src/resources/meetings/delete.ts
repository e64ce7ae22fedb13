import type { CallOptions, Operation, Requester } from '../../http/operation.ts'
import { checkBoolean } from '../check.ts'
import { checkNames } from '../check-names.ts'
import type { DeleteMeetingInput } from '../meeting-types/delete-input.ts'
import { checkOccurrenceId, parseMeetingId } from './meeting-id.ts'

const operation: Operation = {
  id: 'meetings.delete',
  method: 'DELETE',
  path: '/meetings/{meetingId}',
  repeat: 'absolute',
  scopes: {
    granular: ['meeting:delete:meeting', 'meeting:delete:meeting:admin'],
    classic: ['meeting:write', 'meeting:write:admin'],
  },
}

/** `DELETE /meetings/{meetingId}` */
export async function deleteMeeting(
  requester: Requester,
  input: DeleteMeetingInput,
  options?: CallOptions,
): Promise<void> {
  checkNames(input, ['meetingId', 'occurrence_id', 'schedule_for_reminder', 'cancel_meeting_reminder'])
  const { meetingId, ...query } = input
  checkOccurrenceId(query.occurrence_id)
  checkBoolean('schedule_for_reminder', query.schedule_for_reminder)
  checkBoolean('cancel_meeting_reminder', query.cancel_meeting_reminder)
  await requester.request(operation, { path: { meetingId: parseMeetingId(meetingId) }, query }, options)
}
