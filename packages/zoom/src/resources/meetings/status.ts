import { meetingsOperations } from '../../generated/meetings.ts'
import type { MeetingsInvitationInput } from '../../generated/types/meetings.ts'
import type { CallOptions, Requester } from '../../http/operation.ts'
import { checkNames } from '../check-names.ts'
import { parseMeetingId } from './meeting-id.ts'

const operation = meetingsOperations.updateStatus

/** `PUT /meetings/{meetingId}/status`: `end` a running meeting, `recover` a deleted one. */
export async function setMeetingStatus(
  requester: Requester,
  action: 'end' | 'recover',
  input: MeetingsInvitationInput,
  options?: CallOptions,
): Promise<void> {
  checkNames(input, ['meetingId'])
  const path = { meetingId: parseMeetingId(input.meetingId) }
  await requester.request({ ...operation, id: `meetings.${action}` }, { path, body: { action } }, options)
}
