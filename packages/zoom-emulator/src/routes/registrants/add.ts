import { parseBatch, parsePerson } from '../../domain/registrant-fields.ts'
import { answerProblems, noQuestions } from '../../domain/registration-questions.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed } from '../../http/zoom-error.ts'
import { presentNewRegistrant, registrantLink } from '../../present/registrant.ts'
import { orRefuse } from '../meetings/context.ts'
import type { RegistrantRoutes } from './dialect.ts'
import { enroll, requireOpen } from './enroll.ts'
import { findRegistrable } from './find-registrants.ts'

/** `POST …/registrants`: answers every question that is required, and says on which dates of a series it is. */
export function addRegistrantRoute(routes: RegistrantRoutes): Handler {
  const { emulator, dialect } = routes
  return async (context) => {
    const body = await readJson(context)
    const found = findRegistrable(routes, context)
    const { meeting } = found
    requireOpen(emulator, meeting, dialect.add)
    const { person, autoApprove } = orRefuse(parsePerson(body, emulator.switches.coerceText))
    const problems = answerProblems(meeting.registrationQuestions ?? noQuestions, person)
    if (problems.length > 0) throw validationFailed(problems)
    const occurrenceIds = (context.req.query('occurrence_ids') ?? '').split(',').flatMap((id) => id.trim() || [])
    const added = enroll(routes, found, { people: [person], autoApprove, occurrenceIds, refusals: dialect.add })
    const answers = added.map((registrant) => ({
      ...presentNewRegistrant(meeting, registrant, emulator.baseUrl()),
      ...dialect.more(registrant),
    }))
    return reply(201, answers[0] ?? {})
  }
}

/** `POST …/batch_registrants`: up to 30 people, whose answers to questions nobody waits for. */
export function addBatchRoute(routes: RegistrantRoutes): Handler {
  const { emulator, dialect } = routes
  return async (context) => {
    const body = await readJson(context)
    const found = findRegistrable(routes, context)
    const { meeting } = found
    if (meeting.type !== dialect.batchType) throw dialect.notBatchable()
    requireOpen(emulator, meeting, dialect.batch)
    const { people, autoApprove } = orRefuse(parseBatch(body, emulator.switches.coerceText))
    const registrants = enroll(routes, found, { people, autoApprove, refusals: dialect.batch })
    return reply(201, {
      registrants: registrants.map((registrant) => ({
        registrant_id: registrant.id,
        email: registrant.person.email,
        join_url: registrantLink(emulator.baseUrl(), meeting, registrant),
        ...dialect.more(registrant),
      })),
    })
  }
}
