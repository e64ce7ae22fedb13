import { meetingsOperations } from '../../generated/meetings.ts'
import type { MeetingsGetInput as GetMeetingInput } from '../../generated/types/meetings.ts'
import type { Meeting } from '../../generated/types/schemas.ts'
import type { CallOptions, Requester } from '../../http/operation.ts'
import { checkBoolean } from '../check.ts'
import { namesOf } from '../check-input.ts'
import { checkNames } from '../check-names.ts'
import { checkOccurrenceId, parseMeetingId } from './meeting-id.ts'

const operation = meetingsOperations.get

/** `GET /meetings/{meetingId}` */
export async function getMeeting(
  requester: Requester,
  input: GetMeetingInput,
  options?: CallOptions,
): Promise<Meeting> {
  checkNames(input, namesOf(operation))
  const { meetingId, ...query } = input
  checkOccurrenceId(query.occurrence_id)
  checkBoolean('show_previous_occurrences', query.show_previous_occurrences)
  const path = { meetingId: parseMeetingId(meetingId) }
  return await requester.request<Meeting>(operation, { path, query }, options)
}
