import { composeInvitation, sipLinks } from '../../domain/invitation.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import type { MeetingRoutes } from './context.ts'
import { findHosted } from './find-meeting.ts'

/** `GET /meetings/{meetingId}/invitation` */
export function invitationRoute({ emulator }: MeetingRoutes): Handler {
  return (context) => {
    const { meeting, host } = findHosted(emulator, context)
    const invitation = composeInvitation(meeting, host, emulator.baseUrl())
    return reply(200, { invitation, sip_links: sipLinks(meeting, host) })
  }
}
