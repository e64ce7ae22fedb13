import type { ZoomClient } from '@convene/zoom'
import type { CommandContext } from '../commands/command.ts'
import { accessZoom } from './zoom-access.ts'

/** An open way to the chosen Zoom. */
export interface OpenZoom extends AsyncDisposable {
  readonly client: ZoomClient
  readonly emulated: boolean
}

/** Opens the chosen Zoom and says which it is; `raw` when standard output is a text for a file. */
export async function openZoom(context: CommandContext, raw = false): Promise<OpenZoom> {
  const access = await accessZoom(context)
  context.output.which(access.title, raw)
  const { createZoomClient } = await import('@convene/zoom')
  const { auth, apiUrl, oauthUrl, tokenStore, emulated } = access
  const { createNodeFetch } = await import('@convene/zoom/node')
  const fetch = createNodeFetch()
  const client = createZoomClient({ auth, apiUrl, oauthUrl, tokenStore, ambient: { fetch } })
  return {
    client,
    emulated,
    async [Symbol.asyncDispose]() {
      await fetch[Symbol.asyncDispose]()
      await access[Symbol.asyncDispose]()
    },
  }
}
