import { createTokenSigner } from '../../domain/signed-token.ts'
import type { Emulator, Routes } from '../../http/env.ts'
import type { MeetingRoutes } from './context.ts'
import { createMeetingRoute } from './create.ts'
import { deleteMeetingRoute } from './delete.ts'
import { getMeetingRoute } from './get.ts'
import { invitationRoute } from './invitation.ts'
import { inviteLinksRoute } from './invite-links.ts'
import { joinPages } from './join-pages.ts'
import { listMeetingsRoute } from './list.ts'
import { pastMeetingRoute } from './past-meeting.ts'
import { plannedPages } from './planned-pages.ts'
import { startPage } from './start-page.ts'
import { meetingStatusRoute } from './status.ts'
import { upcomingMeetingsRoute } from './upcoming.ts'
import { updateMeetingRoute } from './update.ts'

/** Everything about meetings: the calls below `/v2`, and the pages that their links lead to. */
export function meetingRoutes(app: Routes, emulator: Emulator): void {
  const routes: MeetingRoutes = { emulator, links: createTokenSigner(emulator.ids.secret(32)) }
  app.post('/v2/users/:userId/meetings', createMeetingRoute(routes))
  app.get('/v2/users/:userId/meetings', listMeetingsRoute(routes))
  app.get('/v2/users/:userId/upcoming_meetings', upcomingMeetingsRoute(routes))
  app.get('/v2/meetings/:meetingId', getMeetingRoute(routes))
  app.patch('/v2/meetings/:meetingId', updateMeetingRoute(routes))
  app.delete('/v2/meetings/:meetingId', deleteMeetingRoute(routes))
  app.put('/v2/meetings/:meetingId/status', meetingStatusRoute(routes))
  app.get('/v2/meetings/:meetingId/invitation', invitationRoute(routes))
  app.post('/v2/meetings/:meetingId/invite_links', inviteLinksRoute(routes))
  app.get('/v2/past_meetings/:meetingId', pastMeetingRoute(routes))
  joinPages(app, routes)
  startPage(app, routes)
  plannedPages(app)
}
