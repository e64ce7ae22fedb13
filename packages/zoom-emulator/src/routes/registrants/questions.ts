import { noQuestions, parseQuestions } from '../../domain/registration-questions.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { orRefuse } from '../meetings/context.ts'
import type { RegistrantRoutes } from './dialect.ts'
import { findRegistrable } from './find-registrants.ts'

/** `GET …/registrants/questions`: first name and e-mail are always asked, and not listed. */
export function getQuestionsRoute(routes: RegistrantRoutes): Handler {
  return (context) => reply(200, findRegistrable(routes, context).meeting.registrationQuestions ?? noQuestions)
}

/** `PATCH …/registrants/questions`: a list that is sent replaces the earlier one. */
export function updateQuestionsRoute(routes: RegistrantRoutes): Handler {
  const { emulator, dialect } = routes
  return async (context) => {
    const body = await readJson(context)
    const { meeting } = findRegistrable(routes, context)
    const change = orRefuse(parseQuestions(body, dialect.questionTypes, emulator.switches.coerceText))
    const registrationQuestions = { ...(meeting.registrationQuestions ?? noQuestions), ...change }
    emulator.store.meetings.put({ ...meeting, registrationQuestions })
    return reply(204)
  }
}
