import type { Meeting, Occurrence, User } from '../../domain/entities.ts'
import { kindOf } from '../../domain/meeting-kind.ts'
import { isUsable } from '../../domain/meeting-lifecycle.ts'
import { findOccurrence } from '../../domain/meeting-occurrence.ts'
import { readMeetingId } from '../../domain/path-ids.ts'
import type { Ctx } from '../../http/context.ts'
import type { Caller, Emulator } from '../../http/env.ts'
import { meetingNotFound, ZoomApiError } from '../../http/zoom-error.ts'
import { mayUse, requireSameAccount } from '../sessions/may-use.ts'
import { requireHosting } from './choose-host.ts'
import { hostOf } from './context.ts'

/**
 * The meeting of the path, for a caller who may use it (docs/zoom-facts.md §5.2): no number is 400/300; unknown, deleted and
 * expired 404/3001; a webinar 400/3000; of another account 400/1010; of another host, without account-wide scopes, 400/3003.
 */
export function findMeeting(emulator: Emulator, context: Ctx, notHost = 'You are not the meeting host.'): Meeting {
  const { caller } = context.env
  const meeting = knownMeeting(emulator, caller, context.req.param('meetingId') ?? '', notHost)
  if (!isUsable(meeting, emulator.clock.now())) throw meetingNotFound(meeting.id)
  return meeting
}

/** As `findMeeting`, with its host: one who is gone is 404/1001, one who may have no meetings now 400/3161. */
export function findHosted(emulator: Emulator, context: Ctx): { meeting: Meeting; host: User } {
  const meeting = findMeeting(emulator, context)
  const host = hostOf(emulator, meeting)
  requireHosting(host)
  return { meeting, host }
}

/** As `findMeeting`, with those that are in the trash or have expired. */
export function knownMeeting(
  emulator: Pick<Emulator, 'store'>,
  caller: Caller,
  text: string,
  notHost: string,
): Meeting {
  const id = readMeetingId(text)
  if (id === undefined) throw new ZoomApiError(400, 300, 'Invalid meeting ID.')
  const meeting = emulator.store.meetings.get(id)
  if (!meeting) throw meetingNotFound(id)
  if (kindOf(meeting) === 'webinar') throw new ZoomApiError(400, 3000, 'Cannot access webinar info.')
  return permitted(emulator, caller, meeting, notHost)
}

/** The meeting, for a caller who may use it. */
export function permitted(
  emulator: Pick<Emulator, 'store'>,
  caller: Caller,
  meeting: Meeting,
  notHost: string,
): Meeting {
  requireSameAccount(caller, meeting)
  if (!mayUse(emulator, caller, meeting)) throw new ZoomApiError(400, 3003, notHost)
  return meeting
}

/** The occurrence that `occurrence_id` names; none is asked for: `undefined`; no such one: 400/3000. */
export function askedOccurrence(context: Ctx, meeting: Meeting): Occurrence | undefined {
  const id = context.req.query('occurrence_id')
  if (!id) return undefined
  const occurrence = findOccurrence(meeting, id)
  if (!occurrence) throw new ZoomApiError(400, 3000, 'Invalid occurrence_id.')
  return occurrence
}
