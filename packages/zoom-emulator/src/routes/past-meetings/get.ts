import { countAttendance } from '../../domain/life/attendance.ts'
import { isReady } from '../../domain/summary.ts'
import type { Emulator } from '../../http/env.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { presentPastMeeting } from '../../present/past-meeting.ts'
import { findPastInstance } from './find-instance.ts'

/** `GET /past_meetings/{meetingId}`: how a meeting that has ended was held (docs/zoom-facts.md §5.10). */
export function pastMeetingRoute(emulator: Emulator): Handler {
  const { store, clock } = emulator
  return (context) => {
    const instance = findPastInstance(emulator, context)
    const host = store.users.get(instance.hostId)
    if (!host) throw new ZoomApiError(400, 1010, `User does not exist: ${instance.hostId}`)
    const attendance = countAttendance(store.participantsOfInstance(instance.uuid), instance.endedAt)
    return reply(
      200,
      presentPastMeeting(instance, host, attendance, isReady(store.summaries.get(instance.uuid), clock.now())),
    )
  }
}
