import type { Meeting } from '../../domain/entities.ts'
import { type MeetingKind, recurs } from '../../domain/meeting-kind.ts'
import { deleteMeeting } from '../../domain/meeting-lifecycle.ts'
import { deleteOccurrence } from '../../domain/meeting-occurrence.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { queryFlag } from '../users/context.ts'
import { announceMoved } from './announce.ts'
import type { MeetingRoutes } from './context.ts'
import { askedOccurrence, findHosted } from './find-meeting.ts'
import { ownerOfPersonalId } from './personal-room.ts'

/** `DELETE /meetings/{meetingId}` */
export function deleteMeetingRoute({ emulator }: MeetingRoutes): Handler {
  return deleteHandler(emulator, {
    name: 'meeting',
    reminders: ['schedule_for_reminder', 'cancel_meeting_reminder'],
    find: (context) => findHosted(emulator, context).meeting,
  })
}

/** Where the deletion of meetings and that of webinars differ. */
export interface Deletable {
  readonly name: MeetingKind
  /** Parameters that ask for e-mails: they go nowhere here, but must be readable. */
  readonly reminders: readonly string[]
  find(context: Ctx): Meeting
}

/** Deletes a meeting or webinar, or one date of it. */
export function deleteHandler(emulator: Emulator, { name, reminders, find }: Deletable): Handler {
  return (context) => {
    const { account, user } = context.env.caller
    for (const reminder of reminders) queryFlag(context, reminder)
    if (ownerOfPersonalId(emulator, context.req.param(`${name}Id`) ?? '')?.accountId === account.id)
      throw new ZoomApiError(400, 3018, 'Not allowed to delete PMI.')
    const meeting = find(context)
    if (meeting.status === 'started')
      throw new ZoomApiError(400, 3002, `Sorry, you cannot delete this ${name} since it is in progress.`)
    const occurrence = askedOccurrence(context, meeting)
    if (!occurrence && meeting.endedAt !== undefined && !recurs(meeting))
      throw new ZoomApiError(400, 3007, `Sorry, you cannot delete this ${name} since it has ended.`)
    emulator.store.meetings.put(
      occurrence ? deleteOccurrence(meeting, occurrence) : deleteMeeting(meeting, emulator.clock.now()),
    )
    announceMoved(emulator, user, 'deleted', meeting, occurrence)
    return reply(204)
  }
}
