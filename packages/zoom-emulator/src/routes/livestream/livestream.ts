import { isLive, type LiveStream, parseLiveStream, parseLiveStreamAction } from '../../domain/live-stream.ts'
import type { Session } from '../../domain/session.ts'
import type { Emulator } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler, Router } from '../../http/router.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { orRefuse } from '../meetings/context.ts'
import { requireFeature } from '../sessions/require-feature.ts'
import { publishSessionEvent } from '../sessions/session-event.ts'
import { findHosted, meetingKind, requireRunning, type SessionKind } from '../sessions/session-kind.ts'

/** The calls about the live stream of a meeting or webinar (docs/zoom-facts.md §5.10). */
export interface LiveStreamHandlers {
  readonly get: Handler
  readonly update: Handler
  readonly updateStatus: Handler
}

/** The live streams of meetings. */
export function livestreamRoutes(router: Router, emulator: Emulator): void {
  const kind = meetingKind(emulator)
  const livestream = livestreamHandlers(emulator, kind)
  router.on('GET /meetings/{meetingId}/livestream', livestream.get)
  router.on('PATCH /meetings/{meetingId}/livestream', livestream.update)
  router.on('PATCH /meetings/{meetingId}/livestream/status', livestream.updateStatus)
}

/** The calls about the live streams of one kind of sessions, for the route files of that kind to register. */
export function livestreamHandlers(emulator: Emulator, kind: SessionKind): LiveStreamHandlers {
  const { store, switches } = emulator
  return {
    get(context) {
      const { session } = findHosted(emulator, kind, context)
      const { streamUrl = '', streamKey = '', pageUrl = '', resolution } = store.liveStreams.get(session.id) ?? {}
      return reply(200, { stream_url: streamUrl, stream_key: streamKey, page_url: pageUrl, resolution })
    },
    async update(context) {
      const body = await readJson(context)
      const { session } = findHosted(emulator, kind, context)
      const addresses = orRefuse(parseLiveStream(body, switches.coerceText))
      const { liveUuid, settings } = store.liveStreams.get(session.id) ?? {}
      store.liveStreams.put({
        ownerId: session.id,
        ...addresses,
        ...(liveUuid && { liveUuid }),
        ...(settings && { settings }),
      })
      return reply(204)
    },
    async updateStatus(context) {
      const body = await readJson(context)
      const found = findHosted(emulator, kind, context)
      const { session } = found
      const { action, settings } = orRefuse(parseLiveStreamAction(body, switches.coerceText))
      requireFeature(emulator, kind, found, 'live_streaming', 3000, 'Not allowed to start live streaming.')
      requireRunning(kind, session)
      const stream = readyFor(action, store.liveStreams.get(session.id), session)
      const { liveUuid: _, ...kept } = stream
      store.liveStreams.put({
        ...kept,
        ...(action !== 'stop' && { liveUuid: session.uuid }),
        ...(settings && { settings: { ...stream.settings, ...settings } }),
      })
      if (action !== 'mode')
        publishSessionEvent(
          emulator,
          kind,
          session,
          action === 'start' ? 'live_streaming_started' : 'live_streaming_stopped',
          context.env.caller.user,
        )
      return reply(204)
    },
  }
}

/** The stream, where the action makes sense for it; otherwise 400/3000. */
function readyFor(action: 'start' | 'stop' | 'mode', stream: LiveStream | undefined, session: Session): LiveStream {
  if (!stream) throw new ZoomApiError(400, 3000, 'Live streaming is not set up: send its addresses first.')
  if (action === 'start' && isLive(stream, session)) throw new ZoomApiError(400, 3000, 'Live streaming has started.')
  if (action !== 'start' && !isLive(stream, session))
    throw new ZoomApiError(400, 3000, 'Live streaming has not started.')
  return stream
}
