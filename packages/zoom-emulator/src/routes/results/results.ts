import { formatInstant } from '../../domain/time.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { reply } from '../../http/reply.ts'
import type { Handler, Router } from '../../http/router.ts'
import { userNotFound, ZoomApiError } from '../../http/zoom-error.ts'
import type { PastInstance } from '../../present/past-meeting.ts'
import { findPastInstance } from '../past-meetings/find-instance.ts'
import { remap } from '../sessions/remap.ts'

/** What was answered and asked in meetings that are over: nothing yet, since nobody can answer in an emulated one. */
export function resultRoutes(router: Router, emulator: Emulator): void {
  const { store } = emulator
  const find = (context: Ctx): PastInstance => {
    const instance = findPastInstance(emulator, context)
    if (!store.users.get(instance.hostId)) throw userNotFound(instance.hostId)
    return instance
  }
  /** Reports refuse in other words who may not read them. */
  const findReported = (context: Ctx): PastInstance =>
    remap(
      300,
      () => new ZoomApiError(400, 200, 'No permission.'),
      () => find(context),
    )
  const answered =
    (findInstance: (context: Ctx) => PastInstance): Handler =>
    (context) => {
      const { meetingId: id, uuid, startedAt } = findInstance(context)
      return reply(200, { id, uuid, start_time: formatInstant(startedAt), questions: [] })
    }
  router.on('GET /past_meetings/{meetingId}/polls', answered(find))
  router.on(
    'GET /past_meetings/{meetingId}/qa',
    answered((context) =>
      remap(
        1010,
        (message) => new ZoomApiError(401, 1010, message),
        () => find(context),
      ),
    ),
  )
  router.on('GET /report/meetings/{meetingId}/polls', answered(findReported))
  router.on('GET /report/meetings/{meetingId}/qa', answered(findReported))
  router.on('GET /report/meetings/{meetingId}/survey', (context) => {
    const { meetingId, uuid, startedAt } = findReported(context)
    const { customSurvey } = store.surveys.get(meetingId) ?? {}
    return reply(200, {
      meeting_id: meetingId,
      meeting_uuid: uuid,
      start_time: formatInstant(startedAt),
      survey_name: customSurvey?.title,
      survey_answers: [],
    })
  })
}
