import { meetingsOperations } from '../../generated/meetings.ts'
import type { MeetingsInvitationInput } from '../../generated/types/meetings.ts'
import type { MeetingInvitation } from '../../generated/types/schemas.ts'
import type { CallOptions, Requester } from '../../http/operation.ts'
import { checkNames } from '../check-names.ts'
import { parseMeetingId } from './meeting-id.ts'

const operation = meetingsOperations.invitation

/** `GET /meetings/{meetingId}/invitation` */
export async function getInvitation(
  requester: Requester,
  input: MeetingsInvitationInput,
  options?: CallOptions,
): Promise<MeetingInvitation> {
  checkNames(input, ['meetingId'])
  const path = { meetingId: parseMeetingId(input.meetingId) }
  return await requester.request<MeetingInvitation>(operation, { path }, options)
}
