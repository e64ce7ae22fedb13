import type { Meeting } from '../../domain/entities.ts'
import { parseUpdate } from '../../domain/meeting-fields.ts'
import { updateOccurrence } from '../../domain/meeting-occurrence.ts'
import { updateMeeting } from '../../domain/meeting-update.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { withTemplate } from '../templates/templates.ts'
import { requireTrackingFields } from '../tracking-fields/tracking-fields.ts'
import { announceUpdated } from './announce.ts'
import { chooseScheduledHost, refuseInstantFor, requireHosting } from './choose-host.ts'
import { hostOf, type MeetingRoutes, meetingContext, orRefuse } from './context.ts'
import { requirePreSchedulable } from './create.ts'
import { askedOccurrence, findMeeting } from './find-meeting.ts'

/** `PATCH /meetings/{meetingId}` */
export function updateMeetingRoute({ emulator }: MeetingRoutes): Handler {
  return async (context) => {
    const { caller } = context.env
    const body = await readJson(context)
    const meeting = findMeeting(emulator, context)
    if (meeting.status === 'started')
      throw new ZoomApiError(400, 3000, 'You cannot update or delete meetings that have started using this method.')
    const sent = orRefuse(parseUpdate(body, emulator.switches.coerceText))
    const input = withTemplate(emulator, caller.account.id, sent)
    const oldHost = hostOf(emulator, meeting)
    requireHosting(oldHost)
    const occurrence = askedOccurrence(context, meeting)
    if (occurrence) {
      const after = orRefuse(updateOccurrence(meeting, occurrence, input, meetingContext(emulator), oldHost))
      emulator.store.meetings.put(after)
      announceUpdated(emulator, caller.user, { meeting, host: oldHost }, { meeting: after, host: oldHost }, occurrence)
      return reply(204)
    }
    const type = input.type ?? meeting.type
    if (input.schedule_for && type === 1) refuseInstantFor()
    requirePreSchedulable(input.pre_schedule, type)
    if (input.tracking_fields) requireTrackingFields(emulator, caller.account.id, input.tracking_fields)
    const host = input.schedule_for ? chooseScheduledHost(emulator, caller, input.schedule_for) : oldHost
    requireHosting(host)
    const updated = orRefuse(updateMeeting(meeting, input, host, meetingContext(emulator)))
    const after = host.id === oldHost.id ? updated : moved(updated, host.id, caller.user.id)
    emulator.store.meetings.put(after)
    announceUpdated(emulator, caller.user, { meeting, host: oldHost }, { meeting: after, host })
    return reply(204)
  }
}

/** Another host, the same id, passcode and links (docs/zoom-facts.md §5.8). */
export function moved(meeting: Meeting, hostId: string, callerId: string): Meeting {
  const { assistantId: _, ...kept } = meeting
  return { ...kept, hostId, ...(callerId !== hostId && { assistantId: callerId }) }
}
