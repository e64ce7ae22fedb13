import { composeInvitation, sipLinks } from '../../domain/invitation.ts'
import { requireScopes } from '../../http/authorize.ts'
import type { Ctx } from '../../http/env.ts'
import { hostOf, type MeetingRoutes } from './context.ts'
import { findMeeting } from './find-meeting.ts'

/** `GET /meetings/{meetingId}/invitation` */
export function invitationRoute({ emulator }: MeetingRoutes): (context: Ctx) => Response {
  return (context) => {
    requireScopes(context.env.caller, { granular: 'meeting:read:invitation', classic: 'meeting:read' })
    const meeting = findMeeting(emulator, context)
    const host = hostOf(emulator, meeting)
    const invitation = composeInvitation(meeting, host, emulator.baseUrl())
    return context.json({ invitation, sip_links: sipLinks(meeting, host) })
  }
}
