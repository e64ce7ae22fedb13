import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { answerMeeting, type MeetingRoutes } from './context.ts'
import { askedOccurrence, findHosted } from './find-meeting.ts'

/** `GET /meetings/{meetingId}` */
export function getMeetingRoute(routes: MeetingRoutes): Handler {
  return (context) => {
    const { caller } = context.env
    const { meeting } = findHosted(routes.emulator, context)
    const occurrence = askedOccurrence(context, meeting)
    const showPrevious = context.req.query('show_previous_occurrences')?.toLowerCase() === 'true'
    return reply(200, answerMeeting(routes, caller, meeting, { showPrevious, ...(occurrence && { occurrence }) }))
  }
}
