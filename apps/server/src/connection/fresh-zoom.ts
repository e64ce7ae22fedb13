import { type Ambient, createZoomClient, serverToServer, type ZoomClient } from '@convene/zoom'
import { createNodeFetch } from '@convene/zoom/node'
import type { ZoomCredentials } from '../config.ts'
import type { Clock } from '../context.ts'

/** A client that keeps no token from before, and has an eye on Zoom's clock. */
export interface FreshZoom extends AsyncDisposable {
  readonly zoom: ZoomClient
  /** How far the desk's clock is ahead of Zoom's, in ms; `undefined` while Zoom has not said what time it is. */
  skewMs(): number | undefined
}

/** Makes such a client; what it calls is not counted among the calls of the desk, so let it call little. */
export function openFreshZoom(credentials: ZoomCredentials, clock: Clock): FreshZoom {
  const { apiUrl, oauthUrl } = credentials
  const auth = serverToServer({ ...credentials, clientSecret: credentials.clientSecret.reveal() })
  const transport = createNodeFetch()
  let skewMs: number | undefined
  const fetch: Ambient['fetch'] = async (url, init) => {
    const sentAt = clock.now()
    const answer = await transport(url, init)
    const zoomAt = Date.parse(answer.headers.get('date') ?? '')
    // The header counts whole seconds, and the answer took its time.
    if (!Number.isNaN(zoomAt)) skewMs = (sentAt + clock.now()) / 2 - zoomAt
    return answer
  }
  const { now, setTimer } = clock
  return {
    zoom: createZoomClient({ auth, apiUrl, oauthUrl, retries: 1, ambient: { fetch, now, setTimer } }),
    skewMs: () => skewMs,
    [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
  }
}
