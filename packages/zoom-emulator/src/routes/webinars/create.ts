import { createMeeting } from '../../domain/meeting-create.ts'
import { parseWebinar } from '../../domain/webinar-fields.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import { resolveUser } from '../../http/resolve-user.ts'
import type { Handler } from '../../http/router.ts'
import { announceCreated } from '../meetings/announce.ts'
import { chooseScheduledHost } from '../meetings/choose-host.ts'
import { type MeetingRoutes, orRefuse } from '../meetings/context.ts'
import { requireTrackingFields } from '../tracking-fields/tracking-fields.ts'
import { answerWebinar, refuseSimulive, refuseTemplate, webinarContext } from './context.ts'
import { requireWebinars } from './find-webinar.ts'

const defaultTopic = 'Zoom Webinar'

/** `POST /users/{userId}/webinars`: a host without the webinar feature is 400/200. */
export function createWebinarRoute(routes: MeetingRoutes): Handler {
  const { emulator } = routes
  return async (context) => {
    const { caller } = context.env
    const body = await readJson(context)
    const asker = resolveUser(emulator, caller, context.req.param('userId') ?? '')
    const input = orRefuse(parseWebinar(body, emulator.switches.coerceText))
    const host = input.schedule_for ? chooseScheduledHost(emulator, caller, input.schedule_for) : asker
    requireWebinars(emulator, host)
    refuseSimulive(input)
    refuseTemplate(input)
    requireTrackingFields(emulator, caller.account.id, input.tracking_fields)
    const { store, ids } = emulator
    const webinar = orRefuse(
      createMeeting(
        {
          id: ids.meetingId((id) => store.meetings.get(id) !== undefined),
          host,
          ...(host.id !== asker.id && { assistantId: asker.id }),
          // A webinar has a passcode only where one is sent or needed: it has no `default_password`.
          input: { ...input, type: input.type ?? 5, topic: input.topic || defaultTopic, default_password: false },
        },
        webinarContext(emulator),
      ),
    )
    store.meetings.put(webinar)
    announceCreated(emulator, caller.user, { meeting: webinar, host })
    return reply(201, answerWebinar(routes, caller, webinar))
  }
}
