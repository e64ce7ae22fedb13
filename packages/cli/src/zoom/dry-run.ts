import type { ZoomClient } from '@convene/zoom'
import type { CommandContext } from '../commands/command.ts'
import { accessZoom, type ZoomAccess } from './zoom-access.ts'

/** A request that was not sent. */
interface HeldRequest {
  readonly method: string
  readonly url: string
  readonly body?: unknown
}

/** Runs `call` on a client whose transport keeps the first request instead of sending it, and shows that request. */
export async function showDryRun(
  context: CommandContext,
  call: (client: ZoomClient) => PromiseLike<unknown>,
): Promise<void> {
  const { output } = context
  const access = await accessZoom(context, true)
  output.which(access.title)
  const held = await holdRequest(access, call)
  output.answer({ dry_run: true, ...held }, () => {
    output.line('Dry run: this was not sent.')
    output.line(`${held.method} ${held.url}`)
    if (held.body !== undefined) output.line(JSON.stringify(held.body, null, 2))
  })
}

async function holdRequest(
  { apiUrl, oauthUrl }: Pick<ZoomAccess, 'apiUrl' | 'oauthUrl'>,
  call: (client: ZoomClient) => PromiseLike<unknown>,
): Promise<HeldRequest> {
  const { createZoomClient } = await import('@convene/zoom')
  const { promise, resolve, reject } = Promise.withResolvers<HeldRequest>()
  const client = createZoomClient({
    auth: {
      kind: 'bearer',
      cacheKey: 'dry run',
      // Never sent: a dry run asks for no token.
      fetchToken: async () => ({ accessToken: 'dry-run', expiresAt: undefined, scopes: [] }),
    },
    apiUrl,
    oauthUrl,
    ambient: {
      // No timer runs, so that nothing keeps the process or sends the request again.
      setTimer: () => () => {},
      fetch: (url, { method = 'GET', body }) => {
        resolve({ method, url, ...(typeof body === 'string' && { body: JSON.parse(body) as unknown }) })
        return new Promise(() => {})
      },
    },
  })
  // An input that the client refuses is refused here too, before there is a request.
  call(client).then(undefined, reject)
  return promise
}
