import type { TokenSigner } from '../../domain/signed-token.ts'
import type { Routes } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import type { Router } from '../../http/router.ts'
import { invitedPages } from '../life/invited-pages.ts'
import { roomPage } from '../life/room-page.ts'
import type { MeetingRoutes } from './context.ts'
import { createMeetingRoute } from './create.ts'
import { deleteMeetingRoute } from './delete.ts'
import { getMeetingRoute } from './get.ts'
import { invitationRoute } from './invitation.ts'
import { inviteLinksRoute } from './invite-links.ts'
import { joinPages } from './join-pages.ts'
import { listMeetingsRoute } from './list.ts'
import { plannedPages } from './planned-pages.ts'
import { startPage } from './start-page.ts'
import { meetingStatusRoute } from './status.ts'
import { upcomingMeetingsRoute } from './upcoming.ts'
import { updateMeetingRoute } from './update.ts'

/** Everything about meetings: the calls below `/v2`, and the pages that their links lead to. */
export function meetingRoutes(router: Router, app: Routes, emulator: Emulator, links: TokenSigner): void {
  const routes: MeetingRoutes = { emulator, links }
  router.on('POST /users/{userId}/meetings', createMeetingRoute(routes))
  router.on('GET /users/{userId}/meetings', listMeetingsRoute(routes))
  router.on('GET /users/{userId}/upcoming_meetings', upcomingMeetingsRoute(routes))
  router.on('GET /meetings/{meetingId}', getMeetingRoute(routes))
  router.on('PATCH /meetings/{meetingId}', updateMeetingRoute(routes))
  router.on('DELETE /meetings/{meetingId}', deleteMeetingRoute(routes))
  router.on('PUT /meetings/{meetingId}/status', meetingStatusRoute(routes))
  router.on('GET /meetings/{meetingId}/invitation', invitationRoute(routes))
  router.on('POST /meetings/{meetingId}/invite_links', inviteLinksRoute(routes))
  joinPages(app, routes)
  startPage(app, routes)
  invitedPages(app, routes)
  roomPage(app, routes)
  plannedPages(app)
}
