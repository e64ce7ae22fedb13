import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { PageFile } from '@convene/web/bundle'

/** Answers what the page asks for; `undefined`: nothing of the page. */
export type PageAnswers = (request: Request) => Promise<Response> | undefined

/** Paths that are never the page's own: an unknown one below them is a problem, and no page. */
const notThePage = /^\/(api|zoom|docs|assets|openapi\.json|health|ready|metrics)(\/|$)/

/**
 * Files for ever, since their names hold their hashes; the page itself anew each time, at each of its paths. Each is compressed when
 * it is first asked for, and kept so: most are scenes and languages that nobody may ask for, and compressing all keeps a start waiting.
 */
export function createPageAnswers(files: readonly PageFile[]): PageAnswers {
  const byPath = new Map(files.map((file) => [file.path, { file, bodies: createBodies(file.body) }]))
  const index = byPath.get('/index.html')
  return ({ method, url, headers }) => {
    if (method !== 'GET' && method !== 'HEAD') return undefined
    const { pathname } = new URL(url)
    const found = byPath.get(pathname) ?? (notThePage.test(pathname) ? undefined : index)
    return found && answerWith(found.file, found.bodies, chooseEncoding(headers.get('accept-encoding') ?? ''))
  }
}

type Encoding = 'br' | 'gzip' | 'identity'
type Bodies = (encoding: Encoding) => Promise<Uint8Array>

/** The body of a file in each encoding, made once. */
function createBodies(body: Uint8Array): Bodies {
  const made = new Map<Encoding, Promise<Uint8Array>>()
  return (encoding) => {
    const before = made.get(encoding)
    if (before !== undefined) return before
    const making = compress(body, encoding)
    made.set(encoding, making)
    return making
  }
}

async function compress(body: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'br') return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  return encoding === 'gzip' ? promisify(gzip)(body, { level: 9 }) : body
}

async function answerWith(file: PageFile, bodies: Bodies, encoding: Encoding): Promise<Response> {
  const body = await bodies(encoding)
  return new Response(body as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': file.type,
      'content-length': String(body.length),
      'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-store',
      vary: 'accept-encoding',
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    },
  })
}

/** Brotli before gzip, where the browser takes it (RFC 9110 §12.5.3). */
function chooseEncoding(accepted: string): Encoding {
  const taken = new Set(
    accepted
      .toLowerCase()
      .split(',')
      .map((one) => one.split(';').map((part) => part.trim()))
      .filter(([, quality]) => quality === undefined || !/^q=0(\.0*)?$/.test(quality))
      .map(([name]) => name),
  )
  if (taken.has('br')) return 'br'
  return taken.has('gzip') ? 'gzip' : 'identity'
}
