import { ZoomError } from '@convene/zoom'
import { HttpProblem } from '../../http/http-problem.ts'
import { type DeskRoute, memberRoute, noContent } from '../../http/route.ts'
import { loadParts } from '../../present/load-booking.ts'
import { idParams } from '../../schemas/common.ts'

export const endRunning: DeskRoute = memberRoute(
  {
    method: 'post',
    path: '/api/v1/bookings/{id}/end-running',
    tag: 'Bookings',
    summary: 'End a meeting at Zoom that runs beyond its end',
    description: 'So that the next one on its host can start. Everybody in it is sent away.',
    scope: 'admin:write',
    role: 'admin',
    params: idParams,
    answers: { 204: { description: 'It does not run any more' } },
    problems: ['not_found', 'not_allowed', 'wrong_state', 'zoom_away', 'zoom_refused'],
  },
  async ({ context, member, params }) => {
    const { booking, occurrences, status, now } = await loadParts(context, member, params.id)
    const isInTime = occurrences.some(({ startsAt, endsAt }) => startsAt <= now && now < endsAt)
    if (isInTime) throw new HttpProblem('wrong_state', 'The meeting is within its time: it has a right to its lane.')
    const meetingId = status?.meeting?.id
    if (meetingId === undefined) throw new HttpProblem('wrong_state', 'The booking has no meeting at Zoom.')
    await context.zoom.meetings.end({ meetingId }).catch((error: unknown) => {
      // It has ended by itself meanwhile.
      if (!(error instanceof ZoomError && (error.code === 'conflict' || error.code === 'not_found'))) throw error
    })
    await context.store.transaction(({ audit }) =>
      audit.add({
        id: context.createId(),
        at: now,
        by: member.id,
        what: 'running_ended',
        thing: booking.id,
        details: { hostId: booking.hostId },
      }),
    )
    context.news.wake()
    return noContent()
  },
)
