import type { CallOptions, Operation } from '../../http/operation.ts'
import type { CreateMeetingInput } from '../meeting-types/create-input.ts'
import type { Meeting } from '../meeting-types/meeting.ts'
import { checkCreateFields } from './check-fields.ts'
import { checkStart } from './check-start.ts'
import type { MeetingsContext } from './context.ts'
import { presentFields } from './present-fields.ts'
import { resolveTimes } from './resolve-times.ts'

const operation: Operation = {
  id: 'meetings.create',
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
  { requester, now }: MeetingsContext,
  input: CreateMeetingInput,
  options?: CallOptions,
): Promise<Meeting> {
  checkCreateFields(input)
  const { userId = 'me', ...fields } = input
  const times = resolveTimes(fields, now())
  const body = presentFields(fields, times)
  const meeting = await requester.request<Meeting>(operation, { path: { userId }, body }, options)
  checkStart(meeting, times.meant, operation.id)
  return meeting
}
