import { type AttendanceRow, listAttendance, wasAlone } from '../../domain/life/attendance.ts'
import type { Emulator } from '../../http/env.ts'
import { paginate } from '../../http/paging.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { userNotFound } from '../../http/zoom-error.ts'
import { type PastInstance, presentParticipantRow } from '../../present/past-meeting.ts'
import { findPastInstance } from './find-instance.ts'

/** How late the participants of a past meeting can be read where the switch delays them. */
const delayMs = 15 * 60_000

/** `GET /past_meetings/{meetingId}/participants`: who was there, a line for each stay (docs/zoom-facts.md §5.10). */
export function pastParticipantsRoute(emulator: Emulator): Handler {
  return (context) => {
    const instance = findPastInstance(emulator, context)
    if (!emulator.store.users.get(instance.hostId)) throw userNotFound(instance.hostId)
    const rows = listedRows(emulator, instance).map((row, place) => ({ ...row, place }))
    const page = paginate(context, emulator, `participants ${instance.uuid}`, rows, ({ place }) => [place, 0])
    const participants = page.rows.map((row) => ({
      ...presentParticipantRow(row),
      internal_user: row.person.userId !== undefined,
    }))
    return reply(200, { ...page.fields, participants })
  }
}

/** The lines that can be read now. */
export function listedRows({ store, clock, switches }: Emulator, { uuid, endedAt }: PastInstance): AttendanceRow[] {
  if (switches.pastParticipants === 'delayed' && clock.now() < endedAt + delayMs) return []
  const people = [...store.participantsOfInstance(uuid)]
  return switches.singleParticipant === 'hidden' && wasAlone(people) ? [] : listAttendance(people, endedAt)
}
