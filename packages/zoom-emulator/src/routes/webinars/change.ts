import { missingField } from '../../domain/field-problem.ts'
import { oneOf, parseFields } from '../../domain/fields.ts'
import { updateOccurrence } from '../../domain/meeting-occurrence.ts'
import { updateMeeting } from '../../domain/meeting-update.ts'
import { parseWebinar } from '../../domain/webinar-fields.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { endForAll } from '../life/act.ts'
import { announceUpdated } from '../meetings/announce.ts'
import { chooseScheduledHost } from '../meetings/choose-host.ts'
import { hostOf, type MeetingRoutes, orRefuse } from '../meetings/context.ts'
import { deleteHandler } from '../meetings/delete.ts'
import { askedOccurrence } from '../meetings/find-meeting.ts'
import { moved } from '../meetings/update.ts'
import { requireTrackingFields } from '../tracking-fields/tracking-fields.ts'
import { refuseSimulive, refuseTemplate, webinarContext } from './context.ts'
import { findWebinar, requireWebinars } from './find-webinar.ts'

/** `PATCH /webinars/{webinarId}` */
export function updateWebinarRoute({ emulator }: MeetingRoutes): Handler {
  return async (context) => {
    const { caller } = context.env
    const body = await readJson(context)
    const webinar = findWebinar(emulator, context)
    if (webinar.status === 'started')
      throw new ZoomApiError(400, 3000, 'You cannot update or delete webinars that have started using this method.')
    const input = orRefuse(parseWebinar(body, emulator.switches.coerceText))
    const host = hostOf(emulator, webinar)
    const occurrence = askedOccurrence(context, webinar)
    if (occurrence) {
      const meeting = orRefuse(updateOccurrence(webinar, occurrence, input, webinarContext(emulator), host))
      emulator.store.meetings.put(meeting)
      announceUpdated(emulator, caller.user, { meeting: webinar, host }, { meeting, host }, occurrence)
      return reply(204)
    }
    const newHost = input.schedule_for ? chooseScheduledHost(emulator, caller, input.schedule_for) : host
    requireWebinars(emulator, newHost)
    refuseSimulive(input)
    refuseTemplate(input)
    if (input.tracking_fields) requireTrackingFields(emulator, caller.account.id, input.tracking_fields)
    const updated = orRefuse(updateMeeting(webinar, input, newHost, webinarContext(emulator)))
    const meeting = newHost.id === host.id ? updated : moved(updated, newHost.id, caller.user.id)
    emulator.store.meetings.put(meeting)
    announceUpdated(emulator, caller.user, { meeting: webinar, host }, { meeting, host: newHost })
    return reply(204)
  }
}

/** `DELETE /webinars/{webinarId}` */
export function deleteWebinarRoute({ emulator }: MeetingRoutes): Handler {
  return deleteHandler(emulator, {
    name: 'webinar',
    reminders: ['cancel_webinar_reminder'],
    find(context) {
      const webinar = findWebinar(emulator, context)
      hostOf(emulator, webinar)
      return webinar
    },
  })
}

/** `PUT /webinars/{webinarId}/status`: as for meetings, but that it answers 200, and nothing can be recovered. */
export function webinarStatusRoute({ emulator }: MeetingRoutes): Handler {
  return async (context) => {
    const body = await readJson(context)
    const webinar = findWebinar(emulator, context)
    const { action } = orRefuse(parseFields<{ action: 'end' }>({ action: oneOf('end') }, body, true))
    if (action === undefined) throw validationFailed([missingField('action')])
    hostOf(emulator, webinar)
    endForAll(emulator, webinar)
    return reply(200, {})
  }
}
