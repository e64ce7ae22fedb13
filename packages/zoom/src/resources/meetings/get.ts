import type { CallOptions, Operation, Requester } from '../../http/operation.ts'
import { checkBoolean } from '../check.ts'
import { checkNames } from '../check-names.ts'
import type { GetMeetingInput } from '../meeting-types/get-input.ts'
import type { Meeting } from '../meeting-types/meeting.ts'
import { checkOccurrenceId, parseMeetingId } from './meeting-id.ts'

const operation: Operation = {
  id: 'meetings.get',
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
  input: GetMeetingInput,
  options?: CallOptions,
): Promise<Meeting> {
  checkNames(input, ['meetingId', 'occurrence_id', 'show_previous_occurrences'])
  const { meetingId, ...query } = input
  checkOccurrenceId(query.occurrence_id)
  checkBoolean('show_previous_occurrences', query.show_previous_occurrences)
  const path = { meetingId: parseMeetingId(meetingId) }
  return await requester.request<Meeting>(operation, { path, query }, options)
}
