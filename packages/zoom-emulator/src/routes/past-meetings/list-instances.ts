import { formatInstant } from '../../domain/time.ts'
import type { Emulator } from '../../http/env.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { knownMeeting } from '../meetings/find-meeting.ts'
import { isPast } from './find-instance.ts'

/** Instances are listed for 15 months (docs/zoom-facts.md §5.10). */
const listedMs = 15 * 30.4375 * 86_400_000

/** `GET /past_meetings/{meetingId}/instances`: each time that a meeting was held, oldest first. */
export function pastInstancesRoute(emulator: Emulator): Handler {
  return (context) => {
    const { caller } = context.env
    const text = context.req.param('meetingId') ?? ''
    const meeting = knownMeeting(emulator, caller, text, 'You are not the meeting host.')
    const since = emulator.clock.now() - listedMs
    const past = [...emulator.store.instancesOfMeeting(meeting.id)]
      .filter(isPast)
      .filter(({ endedAt }) => endedAt >= since)
    return reply(200, {
      meetings: past.map(({ uuid, startedAt }) => ({ uuid, start_time: formatInstant(startedAt) })),
    })
  }
}
