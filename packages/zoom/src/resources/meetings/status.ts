import { meetingsOperations } from '../../generated/meetings.ts'
import type { MeetingsInvitationInput } from '../../generated/types/meetings.ts'
import type { CallOptions, Requester } from '../../http/operation.ts'
import { callOperation } from '../create-resource.ts'
import { parseMeetingId } from './meeting-id.ts'

/** `PUT /meetings/{meetingId}/status`: `end` a running meeting, `recover` a deleted one. */
export function setMeetingStatus(
  requester: Requester,
  action: 'end' | 'recover',
  input: MeetingsInvitationInput,
  options?: CallOptions,
): Promise<void> {
  const operation = { ...meetingsOperations.updateStatus, id: `meetings.${action}` }
  return callOperation(requester, operation, { ...input, action }, options, () => parseMeetingId(input.meetingId))
}
