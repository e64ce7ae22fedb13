import { meetingsOperations } from '../../generated/meetings.ts'
import type { Meeting } from '../../generated/types/schemas.ts'
import type { CallOptions } from '../../http/operation.ts'
import type { CreateMeetingInput } from '../meeting-types/create-input.ts'
import type { ResourceContext } from '../resource-operation.ts'
import { checkCreateFields } from './check-fields.ts'
import { checkStart } from './check-start.ts'
import { presentFields } from './present-fields.ts'
import { resolveTimes } from './resolve-times.ts'

const operation = meetingsOperations.create

/** `POST /users/{userId}/meetings` */
export async function createMeeting(
  { requester, now }: ResourceContext,
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
