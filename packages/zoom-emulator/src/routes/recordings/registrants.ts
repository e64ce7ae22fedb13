import { invalidParameter } from '../../domain/field-problem.ts'
import type { Recording } from '../../domain/recording/recording.ts'
import {
  addRegistrant,
  decideRegistrants,
  needsRegistration,
  parseRecordingDecision,
  type RecordingRegistrant,
} from '../../domain/recording/recording-registrant.ts'
import { parsePerson } from '../../domain/registrant-fields.ts'
import { answerProblems, noQuestions, parseQuestions } from '../../domain/registration-questions.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { paginate } from '../../http/paging.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Router } from '../../http/router.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { orRefuse } from '../meetings/context.ts'
import { findRecording } from './find-recording.ts'

const statuses: readonly string[] = ['approved', 'pending', 'denied']

/** Those who ask to see a recording, and what they are asked. */
export function recordingRegistrantRoutes(router: Router, emulator: Emulator): void {
  const { store, ids, switches } = emulator
  const find = (context: Ctx): Recording => {
    const { recording } = findRecording(emulator, context)
    if (!needsRegistration(recording))
      throw new ZoomApiError(404, 404, `Registration has not been enabled for this recording: ${recording.ownerId}.`)
    return recording
  }

  router.on('GET /meetings/{meetingId}/recordings/registrants', (context) => {
    const { uuid, registrants = [] } = find(context)
    const status = context.req.query('status') || 'approved'
    if (!statuses.includes(status)) throw validationFailed([invalidParameter('status')])
    const wanted = registrants.map((one, place) => ({ one, place })).filter(({ one }) => one.status === status)
    const list = `recording registrants ${uuid} ${status}`
    const { rows, fields } = paginate(context, emulator, list, wanted, ({ place }) => [place, 0])
    return reply(200, { ...fields, registrants: rows.map(({ one }) => present(one)) })
  })
  router.on('POST /meetings/{meetingId}/recordings/registrants', async (context) => {
    const body = await readJson(context)
    const found = find(context)
    const { person } = orRefuse(parsePerson(body, switches.coerceText))
    const problems = answerProblems(found.questions ?? noQuestions, person)
    if (problems.length > 0) throw validationFailed(problems)
    const { recording, registrant } = addRegistrant(found, person, ids.urlSafeId())
    store.recordings.put(recording)
    return reply(201, {
      id: recording.ownerId,
      registrant_id: registrant.id,
      share_url: `${emulator.baseUrl()}/rec/share/${encodeURIComponent(recording.uuid)}`,
      topic: recording.settings.topic,
    })
  })
  router.on('PUT /meetings/{meetingId}/recordings/registrants/status', async (context) => {
    const body = await readJson(context)
    const recording = find(context)
    store.recordings.put(decideRegistrants(recording, orRefuse(parseRecordingDecision(body, switches.coerceText))))
    return reply(204)
  })
  router.on('GET /meetings/{meetingId}/recordings/registrants/questions', (context) =>
    reply(200, find(context).questions ?? noQuestions),
  )
  router.on('PATCH /meetings/{meetingId}/recordings/registrants/questions', async (context) => {
    const body = await readJson(context)
    const recording = find(context)
    const change = orRefuse(parseQuestions(body, ['short', 'single', 'multiple'], switches.coerceText))
    store.recordings.put({ ...recording, questions: { ...(recording.questions ?? noQuestions), ...change } })
    return reply(204)
  })
}

function present({ id, person, status }: RecordingRegistrant): object {
  const { language: _, source_id: __, ...answers } = person
  return { id, ...answers, status }
}
