import type { FetchInit } from '../packages/zoom/src/http/ambient.ts'
import type { RequestKind } from './fault-model.ts'

/** A request as the network sees it. */
export interface ZoomRequest {
  readonly kind: RequestKind
  readonly method: string
  /** Below `/v2`, without the query; `/oauth/token` for tokens. */
  readonly path: string
  readonly isList: boolean
  /** The meeting that it is about. */
  readonly meetingId: number | undefined
  readonly body: string | undefined
}

export function zoomRequestFrom(url: string, { method, body }: FetchInit): ZoomRequest {
  const path = new URL(url).pathname.replace(/^\/v2/, '')
  const meeting = /^\/meetings\/(\d+)/.exec(path)?.[1]
  const isList = method === 'GET' && /^\/users\/[^/]+\/meetings$/.test(path)
  return {
    kind: kindOf(method, path),
    method,
    path,
    isList,
    meetingId: meeting === undefined ? undefined : Number(meeting),
    body: typeof body === 'string' ? body : undefined,
  }
}

function kindOf(method: string, path: string): RequestKind {
  if (path === '/oauth/token') return 'token'
  if (method === 'GET') return 'read'
  return method === 'POST' && /^\/users\/[^/]+\/meetings$/.test(path) ? 'create' : 'write'
}
