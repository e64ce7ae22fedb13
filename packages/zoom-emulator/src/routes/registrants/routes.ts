import type { Routes } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import type { Handler, Router } from '../../http/router.ts'
import { addBatchRoute, addRegistrantRoute } from './add.ts'
import { decideRoute, deleteRegistrantRoute } from './decide.ts'
import type { RegistrantRoutes } from './dialect.ts'
import { meetingDialect } from './meeting-dialect.ts'
import { getQuestionsRoute, updateQuestionsRoute } from './questions.ts'
import { getRegistrantRoute, listRegistrantsRoute } from './read.ts'
import { registerPage } from './register-page.ts'

/** Everything about those who register for meetings: the calls, and the page where people register themselves. */
export function registrantRoutes(router: Router, app: Routes, emulator: Emulator): void {
  const handlers = registrantHandlers({ emulator, dialect: meetingDialect })
  router.on('GET /meetings/{meetingId}/registrants', handlers.list)
  router.on('POST /meetings/{meetingId}/registrants', handlers.add)
  router.on('POST /meetings/{meetingId}/batch_registrants', handlers.addBatch)
  router.on('PUT /meetings/{meetingId}/registrants/status', handlers.decide)
  router.on('GET /meetings/{meetingId}/registrants/questions', handlers.questions)
  router.on('PATCH /meetings/{meetingId}/registrants/questions', handlers.updateQuestions)
  router.on('GET /meetings/{meetingId}/registrants/{registrantId}', handlers.get)
  router.on('DELETE /meetings/{meetingId}/registrants/{registrantId}', handlers.remove)
  registerPage(app, emulator, meetingDialect)
}

/** The calls about registrants, each the same for meetings and webinars. */
export interface RegistrantHandlers {
  readonly list: Handler
  readonly add: Handler
  readonly addBatch: Handler
  readonly decide: Handler
  readonly questions: Handler
  readonly updateQuestions: Handler
  readonly get: Handler
  readonly remove: Handler
}

/** The calls about the registrants of meetings, or those of webinars. */
export function registrantHandlers(routes: RegistrantRoutes): RegistrantHandlers {
  return {
    list: listRegistrantsRoute(routes),
    add: addRegistrantRoute(routes),
    addBatch: addBatchRoute(routes),
    decide: decideRoute(routes),
    questions: getQuestionsRoute(routes),
    updateQuestions: updateQuestionsRoute(routes),
    get: getRegistrantRoute(routes),
    remove: deleteRegistrantRoute(routes),
  }
}
