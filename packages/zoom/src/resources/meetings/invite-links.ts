import { invalidInput } from '../../errors.ts'
import { meetingsOperations } from '../../generated/meetings.ts'
import type { MeetingsInviteLinksInput } from '../../generated/types/meetings.ts'
import type { InviteLinks } from '../../generated/types/schemas.ts'
import type { CallOptions, Requester } from '../../http/operation.ts'
import { checkBoolean, checkInteger, checkSome, checkText } from '../check.ts'
import { callOperation } from '../create-resource.ts'
import { parseMeetingId } from './meeting-id.ts'

/** `POST /meetings/{meetingId}/invite_links` */
export function createInviteLinks(
  requester: Requester,
  input: MeetingsInviteLinksInput,
  options?: CallOptions,
): Promise<InviteLinks> {
  return callOperation(requester, meetingsOperations.inviteLinks, input, options, () => checkInviteLinks(input))
}

function checkInviteLinks({ meetingId, attendees, ttl }: MeetingsInviteLinksInput): void {
  parseMeetingId(meetingId)
  checkSome('attendees', attendees, 500)
  checkInteger('ttl', ttl, 0, 7_776_000)
  for (const [index, { name, disable_video, disable_audio }] of attendees.entries()) {
    const field = `attendees[${index}]`
    if (name === '') throw invalidInput(`${field}.name`, name, 'Zoom shows this name in the meeting.')
    checkText(`${field}.name`, name, 64)
    checkBoolean(`${field}.disable_video`, disable_video)
    checkBoolean(`${field}.disable_audio`, disable_audio)
  }
}
