import { recurs } from '../../domain/meeting-kind.ts'
import { deleteMeeting } from '../../domain/meeting-lifecycle.ts'
import { deleteOccurrence } from '../../domain/meeting-occurrence.ts'
import type { Ctx } from '../../http/env.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { announceMoved } from './announce.ts'
import type { MeetingRoutes } from './context.ts'
import { askedOccurrence, findHosted } from './find-meeting.ts'
import { ownerOfPersonalId } from './personal-room.ts'

/** `DELETE /meetings/{meetingId}`: the reminders that it can ask for go nowhere here, but must be readable. */
export function deleteMeetingRoute({ emulator }: MeetingRoutes): Handler {
  return (context) => {
    for (const name of ['schedule_for_reminder', 'cancel_meeting_reminder']) requireBoolean(context, name)
    if (ownerOfPersonalId(emulator, context.req.param('meetingId') ?? '')?.accountId === context.env.caller.account.id)
      throw new ZoomApiError(400, 3018, 'Not allowed to delete PMI.')
    const { meeting } = findHosted(emulator, context)
    if (meeting.status === 'started')
      throw new ZoomApiError(400, 3002, 'Sorry, you cannot delete this meeting since it is in progress.')
    const occurrence = askedOccurrence(context, meeting)
    if (!occurrence && meeting.endedAt !== undefined && !recurs(meeting))
      throw new ZoomApiError(400, 3007, 'Sorry, you cannot delete this meeting since it has ended.')
    emulator.store.meetings.put(
      occurrence ? deleteOccurrence(meeting, occurrence) : deleteMeeting(meeting, emulator.clock.now()),
    )
    announceMoved(emulator, context.env.caller.user, 'deleted', meeting, occurrence)
    return reply(204)
  }
}

function requireBoolean(context: Ctx, name: string): void {
  const text = context.req.query(name)
  if (text && !/^(true|false)$/i.test(text))
    throw validationFailed([{ field: name, message: `Invalid parameter: ${name}.` }])
}
