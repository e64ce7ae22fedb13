import type { CallOptions, Operation, Requester } from '../../http/operation.ts'
import { checkNames } from '../check-names.ts'
import type { MeetingIdInput } from '../meeting-types/meeting-id.ts'
import { parseMeetingId } from './meeting-id.ts'

const operation: Omit<Operation, 'id'> = {
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
  input: MeetingIdInput,
  options?: CallOptions,
): Promise<void> {
  checkNames(input, ['meetingId'])
  const path = { meetingId: parseMeetingId(input.meetingId) }
  await requester.request({ ...operation, id: `meetings.${action}` }, { path, body: { action } }, options)
}
