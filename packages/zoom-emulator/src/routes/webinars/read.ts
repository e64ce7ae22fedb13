import { invalidParameter } from '../../domain/field-problem.ts'
import { paginate } from '../../http/paging.ts'
import { reply } from '../../http/reply.ts'
import { resolveUser } from '../../http/resolve-user.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed } from '../../http/zoom-error.ts'
import { presentWebinarRow } from '../../present/webinar.ts'
import type { MeetingRoutes } from '../meetings/context.ts'
import { askedOccurrence } from '../meetings/find-meeting.ts'
import { answerWebinar } from './context.ts'
import { findWebinar } from './find-webinar.ts'

/** `GET /webinars/{webinarId}` */
export function getWebinarRoute(routes: MeetingRoutes): Handler {
  return (context) => {
    const webinar = findWebinar(routes.emulator, context)
    const occurrence = askedOccurrence(context, webinar)
    const showPrevious = context.req.query('show_previous_occurrences')?.toLowerCase() === 'true'
    return reply(
      200,
      answerWebinar(routes, context.env.caller, webinar, { showPrevious, ...(occurrence && { occurrence }) }),
    )
  }
}

const types = ['scheduled', 'upcoming'] as const

/** `GET /users/{userId}/webinars` */
export function listWebinarsRoute({ emulator }: MeetingRoutes): Handler {
  return (context) => {
    const host = resolveUser(emulator, context.env.caller, context.req.param('userId') ?? '')
    const asked = context.req.query('type') || 'scheduled'
    const type = types.find((known) => known === asked)
    if (!type) throw validationFailed([invalidParameter('type')])
    const now = emulator.clock.now()
    const listed = emulator.store.webinarOrder(host.id).list(type, now)
    const rows = emulator.listLag.visible(listed, ({ meeting }) => meeting.id, now)
    const page = paginate(context, emulator, `webinars ${host.id} ${type}`, rows, ({ startAt, meeting }) => [
      startAt,
      meeting.id,
    ])
    const baseUrl = emulator.baseUrl()
    return reply(200, {
      ...page.fields,
      webinars: page.rows.map(({ meeting }) => presentWebinarRow(meeting, host, baseUrl)),
    })
  }
}
