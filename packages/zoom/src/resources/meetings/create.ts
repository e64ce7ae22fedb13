import type { CallOptions, Operation } from '../../http/operation.ts'
import type { CreateMeetingInput } from '../meeting-types/create-input.ts'
import type { Meeting } from '../meeting-types/meeting.ts'
import type { MeetingsContext } from './context.ts'

const operation: Operation = {
  id: 'meetingCreate',
  method: 'POST',
  path: '/users/{userId}/meetings',
  repeat: 'never',
  scopes: {
    granular: ['meeting:write:meeting', 'meeting:write:meeting:admin'],
    classic: ['meeting:write', 'meeting:write:admin'],
  },
  answers: ['id', 'join_url'],
}

/** `POST /users/{userId}/meetings` */
export async function createMeeting(
  context: MeetingsContext,
  { userId = 'me', ...body }: CreateMeetingInput,
  options?: CallOptions,
): Promise<Meeting> {
  return await context.requester.request<Meeting>(operation, { path: { userId }, body }, options)
}
