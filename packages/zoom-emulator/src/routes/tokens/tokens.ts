import type { Feature } from '../../domain/features.ts'
import { invalidParameter } from '../../domain/field-problem.ts'
import { oneOf, parseFields, text } from '../../domain/fields.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler, Router } from '../../http/router.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { orRefuse } from '../meetings/context.ts'
import { requireFeature } from '../sessions/require-feature.ts'
import { findHosted, meetingKind, type SessionKind } from '../sessions/session-kind.ts'

/** The calls that give tokens of a meeting or webinar (docs/zoom-facts.md §5.10). */
export interface TokenHandlers {
  readonly liveStreaming: Handler
  readonly localArchiving: Handler
  readonly localRecording: Handler
  readonly closedCaption: Handler
  readonly sipDialing: Handler
}

/** Seconds that a join token lives. */
const joinTokenLife = 120
/** Seconds that a SIP address lives. */
const sipLife = 7200

/** The tokens of meetings. */
export function tokenRoutes(router: Router, emulator: Emulator): void {
  const tokens = tokenHandlers(emulator, meetingKind(emulator))
  router.on('GET /meetings/{meetingId}/jointoken/live_streaming', tokens.liveStreaming)
  router.on('GET /meetings/{meetingId}/jointoken/local_archiving', tokens.localArchiving)
  router.on('GET /meetings/{meetingId}/jointoken/local_recording', tokens.localRecording)
  router.on('GET /meetings/{meetingId}/token', tokens.closedCaption)
  router.on('POST /meetings/{meetingId}/sip_dialing', tokens.sipDialing)
}

/** The calls that give the tokens of one kind of sessions, for the route files of that kind to register. */
export function tokenHandlers(emulator: Emulator, kind: SessionKind): TokenHandlers {
  const { ids } = emulator
  const joinToken =
    (feature: Feature, refusal: string): Handler =>
    (context) => {
      if (context.env.caller.app.type === 'jwt')
        throw new ZoomApiError(400, 124, 'This API only supports OAuth2 authorization.')
      requireFeature(emulator, kind, findHosted(emulator, kind, context), feature, 3000, refusal)
      return reply(200, { token: ids.secret(120), expire_in: joinTokenLife })
    }
  const captionAddress = (context: Ctx): string => {
    const { session } = findHosted(emulator, kind, context)
    const query = new URLSearchParams({ id: String(session.id), ns: ids.secret(8), signature: ids.secret(43) })
    return `${emulator.baseUrl()}/closedcaption?${query}`
  }
  return {
    liveStreaming: joinToken('live_streaming', 'Not allowed to start live streaming.'),
    localArchiving: joinToken('local_archiving', 'Not allowed to start local archiving.'),
    localRecording: joinToken('local_recording', 'Not allowed to start local recording.'),
    closedCaption(context) {
      const type = context.req.query('type')
      orRefuse(parseFields<{ type: string }>({ type: oneOf('closed_caption_token') }, type ? { type } : {}, false))
      return reply(200, { token: captionAddress(context) })
    },
    async sipDialing(context) {
      const body = await readJson(context)
      const { session, host } = findHosted(emulator, kind, context)
      if (host.type !== 2)
        throw new ZoomApiError(400, 3000, `The ${kind.name}'s SIP URI does not exist: ${session.id}.`)
      const { passcode } = orRefuse(parseFields<{ passcode: string }>({ passcode: text(64) }, body, true))
      if (passcode !== undefined && passcode !== session.numericPassword)
        throw validationFailed([invalidParameter('passcode')])
      return reply(200, {
        sip_dialing: `${ids.secret(43)}@zoomcrc.com`,
        paid_crc_plan_participant: true,
        participant_identifier_code: ids.secret(16),
        expire_in: sipLife,
      })
    },
  }
}
