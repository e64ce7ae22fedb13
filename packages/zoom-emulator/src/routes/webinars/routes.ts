import type { TokenSigner } from '../../domain/signed-token.ts'
import type { Routes } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import type { Router } from '../../http/router.ts'
import { livestreamHandlers } from '../livestream/livestream.ts'
import type { MeetingRoutes } from '../meetings/context.ts'
import { pollHandlers } from '../polls/polls.ts'
import { registerPage } from '../registrants/register-page.ts'
import { registrantHandlers } from '../registrants/routes.ts'
import { webinarDialect } from '../registrants/webinar-dialect.ts'
import type { SessionKind } from '../sessions/session-kind.ts'
import { surveyHandlers } from '../surveys/surveys.ts'
import { tokenHandlers } from '../tokens/tokens.ts'
import { deleteWebinarRoute, updateWebinarRoute, webinarStatusRoute } from './change.ts'
import { createWebinarRoute } from './create.ts'
import { findWebinar } from './find-webinar.ts'
import { panelistRoutes } from './panelists.ts'
import { pastWebinarRoutes } from './past.ts'
import { getWebinarRoute, listWebinarsRoute } from './read.ts'

/** Everything about webinars; what they share with meetings is registered here by its handlers. */
export function webinarRoutes(router: Router, app: Routes, emulator: Emulator, links: TokenSigner): void {
  const routes: MeetingRoutes = { emulator, links }
  router.on('POST /users/{userId}/webinars', createWebinarRoute(routes))
  router.on('GET /users/{userId}/webinars', listWebinarsRoute(routes))
  router.on('GET /webinars/{webinarId}', getWebinarRoute(routes))
  router.on('PATCH /webinars/{webinarId}', updateWebinarRoute(routes))
  router.on('DELETE /webinars/{webinarId}', deleteWebinarRoute(routes))
  router.on('PUT /webinars/{webinarId}/status', webinarStatusRoute(routes))
  panelistRoutes(router, emulator)
  registrants(router, app, emulator)
  pastWebinarRoutes(router, emulator)
  shared(router, emulator)
}

function registrants(router: Router, app: Routes, emulator: Emulator): void {
  const handlers = registrantHandlers({ emulator, dialect: webinarDialect })
  router.on('GET /webinars/{webinarId}/registrants', handlers.list)
  router.on('POST /webinars/{webinarId}/registrants', handlers.add)
  router.on('POST /webinars/{webinarId}/batch_registrants', handlers.addBatch)
  router.on('PUT /webinars/{webinarId}/registrants/status', handlers.decide)
  router.on('GET /webinars/{webinarId}/registrants/questions', handlers.questions)
  router.on('PATCH /webinars/{webinarId}/registrants/questions', handlers.updateQuestions)
  router.on('GET /webinars/{webinarId}/registrants/{registrantId}', handlers.get)
  router.on('DELETE /webinars/{webinarId}/registrants/{registrantId}', handlers.remove)
  registerPage(app, emulator, webinarDialect)
}

function shared(router: Router, emulator: Emulator): void {
  const kind: SessionKind = { name: 'webinar', find: (context) => findWebinar(emulator, context) }
  const polls = pollHandlers(emulator, kind)
  router.on('GET /webinars/{webinarId}/polls', polls.list)
  router.on('POST /webinars/{webinarId}/polls', polls.create)
  router.on('GET /webinars/{webinarId}/polls/{pollId}', polls.get)
  router.on('PUT /webinars/{webinarId}/polls/{pollId}', polls.update)
  router.on('DELETE /webinars/{webinarId}/polls/{pollId}', polls.remove)
  const survey = surveyHandlers(emulator, kind)
  router.on('GET /webinars/{webinarId}/survey', survey.get)
  router.on('PATCH /webinars/{webinarId}/survey', survey.update)
  router.on('DELETE /webinars/{webinarId}/survey', survey.remove)
  const livestream = livestreamHandlers(emulator, kind)
  router.on('GET /webinars/{webinarId}/livestream', livestream.get)
  router.on('PATCH /webinars/{webinarId}/livestream', livestream.update)
  router.on('PATCH /webinars/{webinarId}/livestream/status', livestream.updateStatus)
  const tokens = tokenHandlers(emulator, kind)
  router.on('GET /webinars/{webinarId}/jointoken/live_streaming', tokens.liveStreaming)
  router.on('GET /webinars/{webinarId}/jointoken/local_archiving', tokens.localArchiving)
  router.on('GET /webinars/{webinarId}/jointoken/local_recording', tokens.localRecording)
  router.on('GET /webinars/{webinarId}/token', tokens.closedCaption)
  router.on('POST /webinars/{webinarId}/sip_dialing', tokens.sipDialing)
}
