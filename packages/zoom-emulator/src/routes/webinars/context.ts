import type { Meeting } from '../../domain/entities.ts'
import { invalidParameter } from '../../domain/field-problem.ts'
import type { MeetingContext } from '../../domain/meeting-create.ts'
import { hidesAgenda } from '../../domain/meeting-policy.ts'
import { type WebinarInput, webinarPolicy } from '../../domain/webinar-fields.ts'
import type { Caller, Emulator } from '../../http/env.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import type { MeetingView } from '../../present/meeting.ts'
import { presentWebinar } from '../../present/webinar.ts'
import { hostOf, type MeetingRoutes, meetingContext, zakFor } from '../meetings/context.ts'

/** As for meetings, with those settings of the host that webinars have. */
export function webinarContext(emulator: Emulator): MeetingContext {
  const context = meetingContext(emulator)
  return { ...context, policyOf: (host) => webinarPolicy(context.policyOf(host)) }
}

/** The full answer about a webinar. */
export function answerWebinar(
  { emulator, links }: MeetingRoutes,
  { account }: Caller,
  webinar: Meeting,
  options: Pick<MeetingView, 'occurrence' | 'showPrevious'> = {},
): Record<string, unknown> {
  const host = hostOf(emulator, webinar)
  const now = emulator.clock.now()
  return presentWebinar(webinar, {
    host,
    baseUrl: emulator.baseUrl(),
    now,
    zak: zakFor(links, host, now),
    hidesAgenda: hidesAgenda(account),
    ...options,
  })
}

/** A simulive webinar plays a recording: an account without that feature is refused, and this one never has it. */
export function refuseSimulive({ is_simulive, schedule_for }: WebinarInput): void {
  if (is_simulive !== true) return
  const message = schedule_for
    ? 'Can not schedule simulive webinar for others.'
    : "Account hasn't enabled Simulive Webinar."
  throw new ZoomApiError(400, 300, message)
}

/** Templates of webinars are not here: no id can be the right one. */
export function refuseTemplate({ template_id }: WebinarInput): void {
  if (template_id) throw validationFailed([invalidParameter('template_id')])
}
