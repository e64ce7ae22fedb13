import type { Meeting, User } from '../../domain/entities.ts'
import { joinUrl } from '../../domain/meeting-links.ts'
import { formatInstant } from '../../domain/time.ts'
import { requireScopes } from '../../http/authorize.ts'
import type { Ctx, Emulator } from '../../http/env.ts'
import { resolveUser } from '../../http/resolve-user.ts'
import type { MeetingRoutes } from './context.ts'

const dayMs = 86_400_000

/** `GET /users/{userId}/upcoming_meetings`: what starts in the next 24 hours, of a series each date, in order (docs/zoom-facts.md §5.7). */
export function upcomingMeetingsRoute({ emulator }: MeetingRoutes): (context: Ctx) => Response {
  return (context) => {
    const { caller } = context.var
    requireScopes(caller, { granular: 'meeting:read:list_upcoming_meetings', classic: 'meeting:read' })
    const host = resolveUser(emulator, caller, context.req.param('userId') ?? '')
    const meetings = startsWithinADay(emulator, host)
      .sort((a, b) => a.startAt - b.startAt)
      .map(({ meeting, startAt, minutes }) => presentUpcoming(meeting, startAt, minutes, emulator.baseUrl()))
    return context.json({ total_records: meetings.length, meetings })
  }
}

interface Start {
  readonly meeting: Meeting
  readonly startAt: number
  readonly minutes: number
}

function startsWithinADay({ store, clock }: Emulator, host: User): Start[] {
  const now = clock.now()
  const starts: Start[] = []
  for (const { meeting, startAt } of store.meetingOrder(host.id).list('upcoming', now)) {
    if (startAt > now + dayMs) break
    const dates = meeting.occurrences ?? [
      { startAt, durationMinutes: meeting.durationMinutes, status: 'available' as const },
    ]
    for (const date of dates)
      if (date.status === 'available' && date.startAt >= now && date.startAt <= now + dayMs)
        starts.push({ meeting, startAt: date.startAt, minutes: date.durationMinutes })
  }
  return starts
}

function presentUpcoming(meeting: Meeting, startAt: number, duration: number, baseUrl: string): object {
  return {
    id: meeting.id,
    topic: meeting.topic,
    type: meeting.type,
    start_time: formatInstant(startAt),
    duration,
    timezone: meeting.timeZone,
    created_at: formatInstant(meeting.createdAt),
    join_url: joinUrl(baseUrl, meeting),
    passcode: meeting.password,
    use_pmi: meeting.usePmi,
    is_host: true,
    is_all_day: false,
  }
}
