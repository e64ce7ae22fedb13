import type { CallOptions, Operation, Requester } from '../../http/operation.ts'
import type { DeleteMeetingInput } from '../meeting-types/update-input.ts'
import { parseMeetingId } from './meeting-id.ts'

const operation: Operation = {
  id: 'meetingDelete',
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
  { meetingId, ...query }: DeleteMeetingInput,
  options?: CallOptions,
): Promise<void> {
  await requester.request(operation, { path: { meetingId: parseMeetingId(meetingId) }, query }, options)
}
