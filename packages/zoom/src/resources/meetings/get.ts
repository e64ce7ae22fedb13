import type { CallOptions, Operation, Requester } from '../../http/operation.ts'
import type { Meeting } from '../meeting-types/meeting.ts'
import type { GetMeetingInput } from '../meeting-types/update-input.ts'
import { parseMeetingId } from './meeting-id.ts'

const operation: Operation = {
  id: 'meeting',
  method: 'GET',
  path: '/meetings/{meetingId}',
  repeat: 'safe',
  scopes: {
    granular: ['meeting:read:meeting', 'meeting:read:meeting:admin'],
    classic: ['meeting:read', 'meeting:read:admin'],
  },
  answers: ['id', 'join_url'],
}

/** `GET /meetings/{meetingId}` */
export async function getMeeting(
  requester: Requester,
  { meetingId, ...query }: GetMeetingInput,
  options?: CallOptions,
): Promise<Meeting> {
  const path = { meetingId: parseMeetingId(meetingId) }
  return await requester.request<Meeting>(operation, { path, query }, options)
}
