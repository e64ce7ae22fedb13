import type { PageFile } from '@convene/web/bundle'

/** Answers what the page asks for; `undefined`: nothing of the page. */
export type PageAnswers = (request: Request) => Response | undefined

/** Paths that are never the page's own: an unknown one below them is a problem, and no page. */
const notThePage = /^\/(api|zoom|docs|assets|openapi\.json|health|ready|metrics)(\/|$)/

/** Files for ever, since their names hold their hashes; the page itself anew each time, at each of its paths. */
export function createPageAnswers(files: readonly PageFile[]): PageAnswers {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const index = byPath.get('/index.html')
  return ({ method, url, headers }) => {
    if (method !== 'GET' && method !== 'HEAD') return undefined
    const { pathname } = new URL(url)
    const file = byPath.get(pathname) ?? (notThePage.test(pathname) ? undefined : index)
    return file && answerWith(file, headers.get('accept-encoding') ?? '')
  }
}

function answerWith(file: PageFile, accepted: string): Response {
  const [encoding, body] = chooseEncoding(file, accepted)
  return new Response(body as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': file.type,
      'content-length': String(body.length),
      'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-store',
      vary: 'accept-encoding',
      ...(encoding !== undefined && { 'content-encoding': encoding }),
    },
  })
}

/** Brotli before gzip, where the browser takes it (RFC 9110 §12.5.3). */
export function chooseEncoding(
  { body, gzip, brotli }: Pick<PageFile, 'body' | 'gzip' | 'brotli'>,
  accepted: string,
): readonly [encoding: 'br' | 'gzip' | undefined, body: Uint8Array] {
  const taken = new Set(
    accepted
      .toLowerCase()
      .split(',')
      .map((one) => one.split(';').map((part) => part.trim()))
      .filter(([, quality]) => quality === undefined || !/^q=0(\.0*)?$/.test(quality))
      .map(([name]) => name),
  )
  if (taken.has('br') && brotli.length < body.length) return ['br', brotli]
  if (taken.has('gzip') && gzip.length < body.length) return ['gzip', gzip]
  return [undefined, body]
}
