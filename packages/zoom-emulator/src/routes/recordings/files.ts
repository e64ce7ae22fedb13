import type { Bytes } from '../../domain/recording/mp4-box.ts'
import { mediaOf, type Recording, type RecordingFile, visibleFiles } from '../../domain/recording/recording.ts'
import type { TokenSigner } from '../../domain/signed-token.ts'
import { createSignIn } from '../../http/authenticate.ts'
import { type ByteRange, parseRange } from '../../http/byte-range.ts'
import type { PageCtx, Routes } from '../../http/context.ts'
import type { Caller, Emulator } from '../../http/env.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { noRecording } from './find-recording.ts'

/**
 * `/rec/download/{id}`: the bytes of a file, whole or a range of them, for the bearer of an access token, in the header or as
 * `access_token` in the query, or of the recording's own `download_access_token`.
 */
export function recordingFileRoutes(app: Routes, emulator: Emulator, links: TokenSigner): void {
  const { store, clock } = emulator
  const signIn = createSignIn(emulator)
  const find = (id: string): { recording: Recording; file: RecordingFile } => {
    for (const recording of store.recordings.values()) {
      const file = visibleFiles(recording, 'kept', clock.now()).find((one) => one.id === id)
      if (file) return { recording, file }
    }
    throw noRecording()
  }
  const callerOf = (context: PageCtx, token: string): Caller =>
    signIn(new Request(new URL('/', context.req.url), { headers: { authorization: `Bearer ${token}` } }))
  const mayRead = (context: PageCtx, { uuid, accountId, hostId }: Recording): boolean => {
    const token = tokenOf(context)
    if (links.read(token, clock.now()) === `recording ${uuid}`) return true
    const { account, user, accountWide } = callerOf(context, token)
    return account.id === accountId && (accountWide || user.id === hostId)
  }

  app.get('/rec/download/:id', (context) => {
    const { recording, file } = find(context.req.param('id'))
    if (!mayRead(context, recording)) throw new ZoomApiError(403, 200, 'You do not have the right permissions.')
    return answerBytes(context, mediaOf(file), file)
  })
}

function tokenOf(context: PageCtx): string {
  const [scheme = '', token = ''] = context.req.header('authorization')?.split(' ') ?? []
  return scheme.toLowerCase() === 'bearer' ? token : (context.req.query('access_token') ?? '')
}

/** The bytes or the part of them that `Range` asks for (RFC 9110 §14). */
function answerBytes(context: PageCtx, bytes: Bytes, { id, fileType }: RecordingFile): Response {
  const headers = {
    'accept-ranges': 'bytes',
    'content-type': fileType === 'MP4' ? 'video/mp4' : 'audio/mp4',
    'content-disposition': `attachment; filename="${id}.${fileType.toLowerCase()}"`,
  }
  const range: ByteRange | 'all' | 'none' = parseRange(context.req.header('range'), bytes.length)
  if (range === 'none') return context.body(null, 416, { 'content-range': `bytes */${bytes.length}` })
  if (range === 'all') return context.body(bytes, 200, { ...headers, 'content-length': String(bytes.length) })
  const { first, last } = range
  return context.body(bytes.slice(first, last + 1), 206, {
    ...headers,
    'content-length': String(last - first + 1),
    'content-range': `bytes ${first}-${last}/${bytes.length}`,
  })
}
