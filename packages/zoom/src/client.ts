import type { AuthStrategy } from './auth/strategy.ts'
import { type Ambient, realAmbient } from './http/ambient.ts'
import { createPipeline } from './http/pipeline.ts'
import { createMeetings, type MeetingsResource } from './resources/meetings.ts'
import { createUsers, type UsersResource } from './resources/users.ts'

export interface ZoomClientOptions {
  readonly auth: AuthStrategy
  /** Where the API is: `https://api.zoom.us/v2` unless you develop against an emulator. */
  readonly apiUrl?: string
  /** Where tokens are asked for: `https://zoom.us/oauth`. */
  readonly oauthUrl?: string
  readonly ambient?: Partial<Ambient>
}

export interface ZoomClient {
  readonly meetings: MeetingsResource
  readonly users: UsersResource
}

/** Makes a client of the Zoom API. */
export function createZoomClient(options: ZoomClientOptions): ZoomClient {
  const ambient = { ...realAmbient, ...options.ambient }
  const requester = createPipeline({
    auth: options.auth,
    apiUrl: options.apiUrl ?? 'https://api.zoom.us/v2',
    oauthUrl: options.oauthUrl ?? 'https://zoom.us/oauth',
    ambient,
  })
  return { meetings: createMeetings(requester, () => ambient.now()), users: createUsers(requester) }
}
