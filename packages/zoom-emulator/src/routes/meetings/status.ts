import { missingField } from '../../domain/field-problem.ts'
import { oneOf, parseFields } from '../../domain/fields.ts'
import { isUsable, recoverMeeting } from '../../domain/meeting-lifecycle.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { meetingNotFound, validationFailed } from '../../http/zoom-error.ts'
import { endForAll } from '../life/act.ts'
import { announceMoved } from './announce.ts'
import { requireHosting } from './choose-host.ts'
import { hostOf, type MeetingRoutes, orRefuse } from './context.ts'
import { knownMeeting } from './find-meeting.ts'

const fields = { action: oneOf('end', 'recover') }

/** `PUT /meetings/{meetingId}/status`: 204 also for a meeting that does not run, or is not deleted (docs/zoom-facts.md §5.8). */
export function meetingStatusRoute({ emulator }: MeetingRoutes): Handler {
  return async (context) => {
    const { caller } = context.env
    const body = await readJson(context)
    const { action } = orRefuse(parseFields<{ action: 'end' | 'recover' }>(fields, body, true))
    if (action === undefined) throw validationFailed([missingField('action')])
    const meetingId = context.req.param('meetingId') ?? ''
    const known = knownMeeting(emulator, caller, meetingId, "You're not the meeting host.")
    requireHosting(hostOf(emulator, known))
    const now = emulator.clock.now()
    const meeting = action === 'recover' ? recoverMeeting(known) : known
    if (!isUsable(meeting, now)) throw meetingNotFound(meeting.id)
    if (action === 'end') endForAll(emulator, meeting)
    else emulator.store.meetings.put(meeting)
    if (action === 'recover' && known.deletedAt !== undefined)
      announceMoved(emulator, caller.user, 'recovered', meeting)
    return reply(204)
  }
}
