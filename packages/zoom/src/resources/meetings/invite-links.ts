import type { CallOptions, Operation, Requester } from '../../http/operation.ts'
import type { InviteLinks, InviteLinksInput } from '../meeting-types/invitation.ts'
import { parseMeetingId } from './meeting-id.ts'

const operation: Operation = {
  id: 'meetingInviteLinksCreate',
  method: 'POST',
  path: '/meetings/{meetingId}/invite_links',
  repeat: 'never',
  scopes: {
    granular: ['meeting:write:invite_links', 'meeting:write:invite_links:admin'],
    classic: ['meeting:write', 'meeting:write:admin'],
  },
  answers: ['attendees'],
}

/** `POST /meetings/{meetingId}/invite_links` */
export async function createInviteLinks(
  requester: Requester,
  { meetingId, ...body }: InviteLinksInput,
  options?: CallOptions,
): Promise<InviteLinks> {
  const path = { meetingId: parseMeetingId(meetingId) }
  return await requester.request<InviteLinks>(operation, { path, body }, options)
}
