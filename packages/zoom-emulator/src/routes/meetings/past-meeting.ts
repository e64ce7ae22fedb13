import type { Meeting } from '../../domain/entities.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Caller, Emulator } from '../../http/env.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { meetingNotFound, ZoomApiError } from '../../http/zoom-error.ts'
import { hostOf, type MeetingRoutes } from './context.ts'
import { knownMeeting, permitted } from './find-meeting.ts'

const yearMs = 365 * 86_400_000
const notHost = 'You are not the meeting host.'

/** `GET /past_meetings/{meetingId}`: the last instance of a meeting, once it has ended (docs/zoom-facts.md §5.10). */
export function pastMeetingRoute({ emulator }: MeetingRoutes): Handler {
  return (context) => {
    const { caller } = context.env
    const meeting = instanceOf(emulator, caller, context.req.param('meetingId') ?? '')
    const { startedAt, endedAt } = meeting
    if (startedAt === undefined || endedAt === undefined) throw meetingNotFound(meeting.id)
    if (endedAt < emulator.clock.now() - yearMs)
      throw new ZoomApiError(400, 12702, 'Can not access a meeting a year ago.')
    const host = hostOf(emulator, meeting)
    const minutes = Math.ceil((endedAt - startedAt) / 60_000)
    return reply(200, {
      uuid: meeting.uuid,
      id: meeting.id,
      host_id: meeting.hostId,
      type: meeting.type,
      topic: meeting.topic,
      user_name: host.displayName,
      user_email: host.email,
      start_time: formatInstant(startedAt),
      end_time: formatInstant(endedAt),
      duration: minutes,
      // Nobody joins an emulated meeting but the host who starts it.
      total_minutes: minutes,
      participants_count: 1,
      dept: host.department,
      source: 'Zoom',
      has_meeting_summary: false,
    })
  }
}

/** By the meeting's number, or by the instance's uuid, encoded once or twice (docs/zoom-facts.md §8). */
function instanceOf(emulator: Emulator, caller: Caller, text: string): Meeting {
  const uuid = text.replaceAll(/%(2[BF]|3D)/gi, decodeURIComponent)
  if (!/^[A-Za-z0-9+/]{22}==$/.test(uuid)) return knownMeeting(emulator, caller, text, notHost)
  for (const meeting of emulator.store.meetings.values())
    if (meeting.uuid === uuid) return permitted(emulator, caller, meeting, notHost)
  throw meetingNotFound(uuid)
}
