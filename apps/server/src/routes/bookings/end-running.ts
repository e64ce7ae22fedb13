import { endOverrun } from '@convene/booking'
import { ZoomError } from '@convene/zoom'
import { type DeskRoute, memberRoute, noContent } from '../../http/route.ts'
import { idParams } from '../../schemas/common.ts'

export const endRunning: DeskRoute = memberRoute(
  {
    method: 'post',
    path: '/api/v1/bookings/{id}/end-running',
    tag: 'Bookings',
    summary: 'End a meeting at Zoom that runs beyond its end',
    description:
      'So that the next one on its lane can start; everybody in it is sent away. Of the booking that overruns, or of the one whose time comes: administrators, and where a rule of the desk allows it the organiser of the next booking, by the id of that one.',
    scope: 'bookings:write',
    params: idParams,
    answers: { 204: { description: 'It does not run any more' } },
    problems: ['not_found', 'not_allowed', 'wrong_state', 'zoom_away', 'zoom_refused', 'key_reused'],
  },
  async ({ context, key, params }) => {
    await endOverrun(context.desk, key, { bookingId: params.id }, async (meetingId) => {
      try {
        await context.zoom.meetings.end({ meetingId })
        return true
      } catch (error) {
        const hasEnded = error instanceof ZoomError && (error.code === 'conflict' || error.code === 'not_found')
        if (hasEnded) return false
        throw error
      }
    })
    context.news.wake()
    return noContent()
  },
)
