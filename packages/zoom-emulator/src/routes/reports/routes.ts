import type { Emulator } from '../../http/env.ts'
import type { Router } from '../../http/router.ts'
import { reportDailyRoute, reportUsersRoute } from './report-account.ts'
import { reportMeetingRoute, reportParticipantsRoute } from './report-meeting.ts'
import { reportUserMeetingsRoute } from './report-user-meetings.ts'

/** Reports of what was held. */
export function reportRoutes(router: Router, emulator: Emulator): void {
  router.on('GET /report/meetings/{meetingId}', reportMeetingRoute(emulator))
  router.on('GET /report/meetings/{meetingId}/participants', reportParticipantsRoute(emulator))
  router.on('GET /report/users/{userId}/meetings', reportUserMeetingsRoute(emulator))
  router.on('GET /report/users', reportUsersRoute(emulator))
  router.on('GET /report/daily', reportDailyRoute(emulator))
}
