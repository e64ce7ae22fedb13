import type { CallOptions, Operation, Requester } from '../../http/operation.ts'
import { checkNames } from '../check-names.ts'
import type { MeetingInvitation } from '../meeting-types/invitation.ts'
import type { MeetingIdInput } from '../meeting-types/meeting-id.ts'
import { parseMeetingId } from './meeting-id.ts'

const operation: Operation = {
  id: 'meetings.invitation',
  method: 'GET',
  path: '/meetings/{meetingId}/invitation',
  repeat: 'safe',
  scopes: {
    granular: ['meeting:read:invitation', 'meeting:read:invitation:admin'],
    classic: ['meeting:read', 'meeting:read:admin'],
  },
  answers: ['invitation'],
}

/** `GET /meetings/{meetingId}/invitation` */
export async function getInvitation(
  requester: Requester,
  input: MeetingIdInput,
  options?: CallOptions,
): Promise<MeetingInvitation> {
  checkNames(input, ['meetingId'])
  const path = { meetingId: parseMeetingId(input.meetingId) }
  return await requester.request<MeetingInvitation>(operation, { path }, options)
}
