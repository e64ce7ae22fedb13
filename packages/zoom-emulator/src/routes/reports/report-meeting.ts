import { invalidParameter } from '../../domain/field-problem.ts'
import { countAttendance, listAttendance } from '../../domain/life/attendance.ts'
import { kindOf } from '../../domain/meeting-kind.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { paginate } from '../../http/paging.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { type PastInstance, presentParticipantRow, presentPastInstance } from '../../present/past-meeting.ts'
import { instanceFromPath, isPast, yearMs } from '../past-meetings/find-instance.ts'
import { requireReports } from './period.ts'

/** `GET /report/meetings/{meetingId}`: one instance of a meeting, with its tracking fields. */
export function reportMeetingRoute(emulator: Emulator): Handler {
  const { store } = emulator
  return (context) => {
    requireReports(context)
    const instance = findReported(emulator, context)
    if (!isOurs(context, instance)) throw notFound(context)
    const attendance = countAttendance(store.participantsOfInstance(instance.uuid), instance.endedAt)
    const keys = store.meetings.get(instance.meetingId)?.settings.custom_keys
    return reply(200, {
      ...presentPastInstance(instance, store.users.get(instance.hostId), attendance),
      ...(instance.trackingFields.length > 0 && { tracking_fields: instance.trackingFields }),
      ...(Array.isArray(keys) && { custom_keys: keys }),
    })
  }
}

/** `GET /report/meetings/{meetingId}/participants`; registrants are named only where they are asked for. */
export function reportParticipantsRoute(emulator: Emulator): Handler {
  const { store } = emulator
  return (context) => {
    requireReports(context)
    const included = context.req.query('include_fields')
    if (included && included !== 'registrant_id') throw validationFailed([invalidParameter('include_fields')])
    const instance = findReported(emulator, context)
    const { account } = context.env.caller
    const host = store.users.get(instance.hostId)
    if (!isOurs(context, instance) || !host)
      throw new ZoomApiError(400, 1010, `User does not belong to this account:${account.id}.`)
    // Participants are reported to licensed hosts alone (docs/zoom-facts.md §10, 7).
    if (host.type === 1) throw new ZoomApiError(400, 200, 'No permission.')
    const rows = listAttendance(store.participantsOfInstance(instance.uuid), instance.endedAt)
    const placed = rows.map((row, place) => ({ ...row, place }))
    const { fields, rows: shown } = paginate(context, emulator, `report ${instance.uuid}`, placed, ({ place }) => [
      place,
      0,
    ])
    const { page_number: _, ...page } = fields
    const participants = shown.map((row) => {
      const { registrant_id, ...about } = presentParticipantRow(row)
      return {
        ...about,
        participant_user_id: row.person.userId ?? '',
        ...(included && registrant_id !== undefined && { registrant_id }),
      }
    })
    return reply(200, { ...page, participants })
  }
}

function findReported(emulator: Emulator, context: Ctx): PastInstance {
  const instance = instanceFromPath(emulator, context.req.param('meetingId') ?? '')
  if (!instance || !isPast(instance) || kindOf(instance) === 'webinar') throw notFound(context)
  if (instance.endedAt < emulator.clock.now() - yearMs)
    throw new ZoomApiError(400, 12702, 'Can not access meeting a year ago.')
  return instance
}

function isOurs(context: Ctx, { accountId }: PastInstance): boolean {
  return accountId === context.env.caller.account.id
}

function notFound(context: Ctx): ZoomApiError {
  return new ZoomApiError(404, 3001, `Meeting ${context.req.param('meetingId')} not found or has expired.`)
}
