import type { LiveControl, LiveMethod } from '../../domain/live-control.ts'
import { parseLiveControl } from '../../domain/live-control.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Router } from '../../http/router.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { orRefuse } from '../meetings/context.ts'
import { requireFeature } from '../sessions/require-feature.ts'
import { presentSession } from '../sessions/session-event.ts'
import { findHosted, type HostedSession, meetingKind, requireRunning } from '../sessions/session-kind.ts'
import { actOnCompanion, actOnRecording } from './act.ts'

/** What can be done to a running meeting (docs/zoom-facts.md §5.10). */
export function liveMeetingRoutes(router: Router, emulator: Emulator): void {
  const kind = meetingKind(emulator)
  const findRunning = (context: Ctx): HostedSession => {
    const found = findHosted(emulator, kind, context)
    requireRunning(kind, found.session)
    return found
  }

  router.on('PATCH /live_meetings/{meetingId}/events', async (context) => {
    const body = await readJson(context)
    const found = findRunning(context)
    const { method, params } = orRefuse(parseLiveControl(body, emulator.switches.coerceText))
    if (!control(emulator, context, found, { method, params }))
      throw new ZoomApiError(400, 3000, `${method} is not possible now: ${reasons[method] ?? 'try again'}.`)
    return reply(202)
  })

  // Messages can be changed only where the account screens them for data that may not leave (DLP); no emulated one does.
  const refuseChat = (context: Ctx): never => {
    const { account } = context.env.caller
    findHosted(emulator, kind, context)
    throw new ZoomApiError(
      400,
      200,
      account.plan === 'free' ? 'Only available for Paid accounts.' : 'DLP is not enabled.',
    )
  }
  router.on('PATCH /live_meetings/{meetingId}/chat/messages/{messageId}', refuseChat)
  router.on('DELETE /live_meetings/{meetingId}/chat/messages/{messageId}', refuseChat)
}

const reasons: Readonly<Partial<Record<LiveMethod, string>>> = {
  'recording.start': 'the meeting is being recorded',
  'recording.stop': 'the meeting is not being recorded',
  'recording.pause': 'the meeting is not being recorded, or the recording is paused',
  'recording.resume': 'the recording is not paused',
  'ai_companion.start': 'AI Companion has started',
  'ai_companion.stop': 'AI Companion has not started',
  'ai_companion.disable': 'AI Companion has not started',
}

/** Does what is asked; `false` where the meeting is in no state for it. */
function control(emulator: Emulator, context: Ctx, found: HostedSession, asked: LiveControl): boolean {
  const { session } = found
  const { method, params } = asked
  const { user } = context.env.caller
  const tell = (what: string, participant: object): void =>
    emulator.events.publish(`meeting.${what}`, session.accountId, () => ({
      object: { ...presentSession(session), participant },
    }))
  switch (method) {
    case 'recording.start':
      requireFeature(emulator, meetingKind(emulator), found, 'cloud_recording', 300, 'No permission.')
      return actOnRecording(emulator, session, 'start')
    case 'recording.stop':
      return actOnRecording(emulator, session, 'stop')
    case 'recording.pause':
      return actOnRecording(emulator, session, 'pause')
    case 'recording.resume':
      return actOnRecording(emulator, session, 'resume')
    case 'ai_companion.start':
      return actOnCompanion(emulator, session, 'start', user)
    case 'ai_companion.stop':
      return actOnCompanion(emulator, session, 'stop', user)
    case 'ai_companion.disable':
      return actOnCompanion(emulator, session, 'disable', user)
    case 'participant.invite':
      for (const contact of params.contacts ?? []) tell('invitation_dispatched', contact)
      return true
    case 'participant.invite.callout':
      tell('participant_phone_callout_ringing', {
        invitee_name: params.invitee_name,
        phone_number: params.phone_number,
      })
      return true
    case 'participant.invite.room_system_callout':
      tell('participant_room_system_callout_ringing', { call_type: params.call_type, device_ip: params.device_ip })
      return true
    case 'waiting_room.update':
      return true
  }
}
