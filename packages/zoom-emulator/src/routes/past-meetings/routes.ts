import type { Emulator } from '../../http/env.ts'
import type { Router } from '../../http/router.ts'
import { pastMeetingRoute } from './get.ts'
import { pastInstancesRoute } from './list-instances.ts'
import { pastParticipantsRoute } from './list-participants.ts'

/** What was: the meetings that were held, and who came. */
export function pastMeetingRoutes(router: Router, emulator: Emulator): void {
  router.on('GET /past_meetings/{meetingId}', pastMeetingRoute(emulator))
  router.on('GET /past_meetings/{meetingId}/instances', pastInstancesRoute(emulator))
  router.on('GET /past_meetings/{meetingId}/participants', pastParticipantsRoute(emulator))
}
