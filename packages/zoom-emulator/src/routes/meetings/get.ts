import { requireScopes } from '../../http/authorize.ts'
import type { Ctx } from '../../http/env.ts'
import { answerMeeting, type MeetingRoutes } from './context.ts'
import { askedOccurrence, findMeeting } from './find-meeting.ts'

/** `GET /meetings/{meetingId}` */
export function getMeetingRoute(routes: MeetingRoutes): (context: Ctx) => Response {
  return (context) => {
    const { caller } = context.env
    requireScopes(caller, { granular: 'meeting:read:meeting', classic: 'meeting:read' })
    const meeting = findMeeting(routes.emulator, context)
    const occurrence = askedOccurrence(context, meeting)
    const showPrevious = context.req.query('show_previous_occurrences')?.toLowerCase() === 'true'
    return context.json(answerMeeting(routes, caller, meeting, { showPrevious, ...(occurrence && { occurrence }) }))
  }
}
