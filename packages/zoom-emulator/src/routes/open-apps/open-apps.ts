import { formatInstant } from '../../domain/time.ts'
import type { Emulator } from '../../http/env.ts'
import { reply } from '../../http/reply.ts'
import type { Router } from '../../http/router.ts'
import { findHosted, meetingKind } from '../sessions/session-kind.ts'

/** `/meetings/{meetingId}/open_apps`: the app that is to open with a meeting is the caller's own. Nothing tells Zoom's callers of it. */
export function openAppRoutes(router: Router, emulator: Emulator): void {
  const kind = meetingKind(emulator)
  router.on('POST /meetings/{meetingId}/open_apps', (context) => {
    const { session } = findHosted(emulator, kind, context)
    return reply(201, {
      id: session.id,
      start_time: session.startAt === undefined ? undefined : formatInstant(session.startAt),
      app_id: context.env.caller.app.clientId,
    })
  })
  router.on('DELETE /meetings/{meetingId}/open_apps', (context) => {
    findHosted(emulator, kind, context)
    return reply(204)
  })
}
