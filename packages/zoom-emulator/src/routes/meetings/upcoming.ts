import type { Meeting, User } from '../../domain/entities.ts'
import { joinUrl } from '../../domain/meeting-links.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Emulator } from '../../http/env.ts'
import { reply } from '../../http/reply.ts'
import { resolveUser } from '../../http/resolve-user.ts'
import type { Handler } from '../../http/router.ts'
import type { MeetingRoutes } from './context.ts'

const dayMs = 86_400_000

/**
 * `GET /users/{userId}/upcoming_meetings`: what starts in the next 24 hours, of a series each date, in order; also what others of
 * the account host and the user is invited to (docs/zoom-facts.md §5.7).
 */
export function upcomingMeetingsRoute({ emulator }: MeetingRoutes): Handler {
  return (context) => {
    const { caller } = context.env
    const user = resolveUser(emulator, caller, context.req.param('userId') ?? '')
    const meetings = [...emulator.store.users.values()]
      .filter(({ accountId }) => accountId === user.accountId)
      .flatMap((host) => startsWithinADay(emulator, host))
      .filter(({ host, meeting }) => host.id === user.id || isInvited(user, meeting))
      .sort((a, b) => a.startAt - b.startAt)
      .map((start) => presentUpcoming(start, user, emulator.baseUrl()))
    return reply(200, { total_records: meetings.length, meetings })
  }
}

interface Start {
  readonly meeting: Meeting
  readonly host: User
  readonly startAt: number
  readonly minutes: number
}

function startsWithinADay({ store, clock, listLag }: Emulator, host: User): Start[] {
  const now = clock.now()
  const starts: Start[] = []
  const listed = store.meetingOrder(host.id).list('upcoming', now)
  for (const { meeting, startAt } of listLag.visible(listed, (row) => row.meeting.id, now)) {
    const dates = meeting.occurrences ?? [
      { startAt, durationMinutes: meeting.durationMinutes, status: 'available' as const },
    ]
    for (const date of dates)
      if (date.status === 'available' && date.startAt >= now && date.startAt <= now + dayMs)
        starts.push({ meeting, host, startAt: date.startAt, minutes: date.durationMinutes })
  }
  return starts
}

function isInvited({ email }: User, { settings }: Meeting): boolean {
  const invitees: unknown = settings.meeting_invitees
  return Array.isArray(invitees) && invitees.some((one) => String(one.email).toLowerCase() === email.toLowerCase())
}

function presentUpcoming({ meeting, host, startAt, minutes }: Start, user: User, baseUrl: string): object {
  return {
    id: meeting.id,
    topic: meeting.topic,
    type: meeting.type,
    start_time: formatInstant(startAt),
    duration: minutes,
    timezone: meeting.timeZone,
    created_at: formatInstant(meeting.createdAt),
    join_url: joinUrl(baseUrl, meeting, host),
    passcode: meeting.password,
    use_pmi: meeting.usePmi,
    is_host: host.id === user.id,
    is_all_day: false,
  }
}
