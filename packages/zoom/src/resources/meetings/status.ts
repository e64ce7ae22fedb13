import type { CallOptions, Operation, Requester } from '../../http/operation.ts'
import type { MeetingIdInput } from '../meeting-types/update-input.ts'
import { parseMeetingId } from './meeting-id.ts'

const operation: Operation = {
  id: 'meetingStatus',
  method: 'PUT',
  path: '/meetings/{meetingId}/status',
  repeat: 'absolute',
  scopes: {
    granular: ['meeting:update:status', 'meeting:update:status:admin'],
    classic: ['meeting:write', 'meeting:write:admin'],
  },
}

/** `PUT /meetings/{meetingId}/status`: `end` a running meeting, `recover` a deleted one. */
export async function setMeetingStatus(
  requester: Requester,
  action: 'end' | 'recover',
  { meetingId }: MeetingIdInput,
  options?: CallOptions,
): Promise<void> {
  await requester.request(operation, { path: { meetingId: parseMeetingId(meetingId) }, body: { action } }, options)
}
