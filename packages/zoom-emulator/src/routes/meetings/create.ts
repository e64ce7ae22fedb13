import { createMeeting } from '../../domain/meeting-create.ts'
import { parseCreate } from '../../domain/meeting-fields.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import { resolveUser } from '../../http/resolve-user.ts'
import type { Handler } from '../../http/router.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { withTemplate } from '../templates/templates.ts'
import { requireTrackingFields } from '../tracking-fields/tracking-fields.ts'
import { announceCreated } from './announce.ts'
import { chooseScheduledHost, refuseInstantFor, requireHosting } from './choose-host.ts'
import { answerMeeting, type MeetingRoutes, meetingContext, orRefuse } from './context.ts'

/** `POST /users/{userId}/meetings` */
export function createMeetingRoute(routes: MeetingRoutes): Handler {
  const { emulator } = routes
  return async (context) => {
    const { caller } = context.env
    const body = await readJson(context)
    const asker = resolveUser(emulator, caller, context.req.param('userId') ?? '')
    const sent = orRefuse(parseCreate(body, emulator.switches.coerceText))
    const input = withTemplate(emulator, caller.account.id, sent)
    if (input.schedule_for && input.type === 1) refuseInstantFor()
    requireTrackingFields(emulator, caller.account.id, input.tracking_fields)
    requirePreSchedulable(input.pre_schedule, input.type ?? 2)
    const host = input.schedule_for ? chooseScheduledHost(emulator, caller, input.schedule_for) : asker
    requireHosting(host)
    const { store, ids } = emulator
    const meeting = orRefuse(
      createMeeting(
        {
          id: ids.meetingId((id) => store.meetings.get(id) !== undefined),
          host,
          ...(host.id !== asker.id && { assistantId: asker.id }),
          input,
        },
        meetingContext(emulator),
      ),
    )
    store.meetings.put(meeting)
    announceCreated(emulator, caller.user, { meeting, host })
    return reply(201, answerMeeting(routes, caller, meeting))
  }
}

/** 400/3000 for a placeholder of a type that can be none. */
export function requirePreSchedulable(preSchedule: boolean | undefined, type: number): void {
  if (!preSchedule || type === 2 || type === 3) return
  throw new ZoomApiError(
    400,
    3000,
    'Prescheduling is only available for scheduled meetings (type 2) and recurring meetings with no fixed time (type 3).',
  )
}
