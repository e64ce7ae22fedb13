import { getPath } from 'hono/utils/url'

/** What routes ask of a request; a `Request` has all of it. */
export interface IncomingRequest extends Pick<Request, 'method' | 'url' | 'body' | 'text'> {
  readonly headers: IncomingHeaders
}

/** What is asked of its headers. */
export interface IncomingHeaders extends Iterable<[string, string]> {
  get(name: string): string | null
  has(name: string): boolean
}

/** The same request for Hono, whose types want a whole `Request` and whose code asks no more of it than routes do. */
export function forHono(request: IncomingRequest): Request {
  return request as Request
}

/** The path of a request, without its query. */
export function pathOf(request: IncomingRequest): string {
  return getPath(forHono(request))
}
