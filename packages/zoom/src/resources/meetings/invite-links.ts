import { invalidInput } from '../../errors.ts'
import { meetingsOperations } from '../../generated/meetings.ts'
import type { MeetingsInviteLinksInput as InviteLinksInput } from '../../generated/types/meetings.ts'
import type { InviteLinks } from '../../generated/types/schemas.ts'
import type { CallOptions, Requester } from '../../http/operation.ts'
import { checkBoolean, checkInteger, checkList, checkText } from '../check.ts'
import { checkNames } from '../check-names.ts'
import { parseMeetingId } from './meeting-id.ts'

const operation = meetingsOperations.inviteLinks

/** `POST /meetings/{meetingId}/invite_links` */
export async function createInviteLinks(
  requester: Requester,
  input: InviteLinksInput,
  options?: CallOptions,
): Promise<InviteLinks> {
  checkInput(input)
  const { meetingId, ...body } = input
  const path = { meetingId: parseMeetingId(meetingId) }
  return await requester.request<InviteLinks>(operation, { path, body }, options)
}

function checkInput(input: InviteLinksInput): void {
  checkNames(input, ['meetingId', 'attendees', 'ttl'])
  checkList('attendees', input.attendees, 500)
  if (!input.attendees?.length)
    throw invalidInput('attendees', input.attendees, 'Name at least one: [{ name: "Ada" }].')
  checkInteger('ttl', input.ttl, 0, 7_776_000)
  for (const [index, attendee] of input.attendees.entries()) {
    const field = `attendees[${index}]`
    checkNames(attendee, ['name', 'disable_video', 'disable_audio'], { within: `${field}.` })
    const { name, disable_video, disable_audio } = attendee
    if (!name) throw invalidInput(`${field}.name`, name, 'Zoom shows this name in the meeting.')
    checkText(`${field}.name`, name, 64)
    checkBoolean(`${field}.disable_video`, disable_video)
    checkBoolean(`${field}.disable_audio`, disable_audio)
  }
}
