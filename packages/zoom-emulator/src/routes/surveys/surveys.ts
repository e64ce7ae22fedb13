import { changeSurvey, parseSurvey } from '../../domain/survey.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler, Router } from '../../http/router.ts'
import { presentSurvey } from '../../present/survey.ts'
import { orRefuse } from '../meetings/context.ts'
import { requireFeature } from '../sessions/require-feature.ts'
import { findHosted, meetingKind, type SessionKind, titleOf } from '../sessions/session-kind.ts'

/** The calls about the survey of a meeting or webinar (docs/zoom-facts.md §5.10). */
export interface SurveyHandlers {
  readonly get: Handler
  readonly update: Handler
  readonly remove: Handler
}

/** The surveys of meetings. */
export function surveyRoutes(router: Router, emulator: Emulator): void {
  const survey = surveyHandlers(emulator, meetingKind(emulator))
  router.on('GET /meetings/{meetingId}/survey', survey.get)
  router.on('PATCH /meetings/{meetingId}/survey', survey.update)
  router.on('DELETE /meetings/{meetingId}/survey', survey.remove)
}

/** The calls about the survey of one kind of sessions, for the route files of that kind to register. */
export function surveyHandlers(emulator: Emulator, kind: SessionKind): SurveyHandlers {
  const { store, switches } = emulator
  const findId = (context: Ctx): number => {
    const found = findHosted(emulator, kind, context)
    requireFeature(emulator, kind, found, 'survey', 3000, `${titleOf(kind)} survey disabled.`)
    return found.session.id
  }
  return {
    get(context) {
      const id = findId(context)
      const survey = store.surveys.get(id) ?? changeSurvey(id, undefined, {})
      const emailed = kind.name === 'webinar' && { show_in_the_follow_up_email: survey.showInTheFollowUpEmail }
      return reply(200, { ...presentSurvey(survey), ...emailed })
    },
    async update(context) {
      const body = await readJson(context)
      const id = findId(context)
      store.surveys.put(changeSurvey(id, store.surveys.get(id), orRefuse(parseSurvey(body, switches.coerceText))))
      return reply(204)
    },
    remove(context) {
      store.surveys.delete(findId(context))
      return reply(204)
    },
  }
}
