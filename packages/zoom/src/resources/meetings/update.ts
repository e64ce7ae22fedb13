import type { CallOptions, Operation } from '../../http/operation.ts'
import type { Meeting } from '../meeting-types/meeting.ts'
import type { UpdateMeetingInput } from '../meeting-types/update-input.ts'
import type { MeetingsContext } from './context.ts'
import { getMeeting } from './get.ts'
import { parseMeetingId } from './meeting-id.ts'

const operation: Operation = {
  id: 'meetingUpdate',
  method: 'PATCH',
  path: '/meetings/{meetingId}',
  repeat: 'absolute',
  scopes: {
    granular: ['meeting:update:meeting', 'meeting:update:meeting:admin'],
    classic: ['meeting:write', 'meeting:write:admin'],
  },
}

/** `PATCH /meetings/{meetingId}`, then `GET`. */
export async function updateMeeting(
  { requester }: MeetingsContext,
  { meetingId, occurrence_id, ...body }: UpdateMeetingInput,
  options?: CallOptions,
): Promise<Meeting> {
  const path = { meetingId: parseMeetingId(meetingId) }
  await requester.request(operation, { path, query: { occurrence_id }, body }, options)
  return await getMeeting(requester, { meetingId, occurrence_id }, options)
}
