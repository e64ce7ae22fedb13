import type { IncomingHeaders, IncomingRequest } from '../http/incoming-request.ts'

/** Characters that a path and a query keep as they are; no segment that means another one. */
const plainPath = /^\/[\w\-.~/%!$&()*+,;=:@?]*$/
const dotSegment = /\/(?:\.|%2e){1,2}(?:[/?]|$)/i
const plainName = /^[A-Za-z\d-]+$/
const plainValue = /^(?:[!-~](?:[ -~]*[!-~])?)?$/
const bodyless: readonly string[] = ['GET', 'HEAD']
const bearing: readonly string[] = ['POST', 'PUT', 'PATCH', 'DELETE']
const options: ReadonlySet<string> = new Set(['method', 'headers', 'body', 'signal', 'redirect'])

/**
 * A request for this emulator that no `Request` need be made of, because the standard would change nothing in it; `undefined`
 * for every other one. Making a `Request` costs more than most answers.
 *
 * @param base the emulator's address.
 */
export function plainRequest(
  base: string,
  input: string | URL | Request,
  init: RequestInit = {},
): IncomingRequest | undefined {
  if (typeof input !== 'string') return undefined
  const path = input.startsWith(base) ? input.slice(base.length) : input
  if (!plainPath.test(path) || dotSegment.test(path)) return undefined
  for (const name in init) if (!options.has(name)) return undefined
  const { method = 'GET', headers: given, body = null } = init
  if (!(body === null ? [...bodyless, ...bearing] : bearing).includes(method)) return undefined
  const text = textOf(body)
  const headers = given === undefined ? new Map<string, string>() : plainHeaders(given)
  if (!headers || (body !== null && text === undefined)) return undefined
  if (text !== undefined) {
    // What a fetch adds on its way to a socket.
    if (!headers.has('content-type')) headers.set('content-type', body === text ? textType : formType)
    headers.set('content-length', String(Buffer.byteLength(text)))
  }
  return new PlainRequest(method, base + path, headers, text)
}

const textType = 'text/plain;charset=UTF-8'
const formType = 'application/x-www-form-urlencoded;charset=UTF-8'

function textOf(body: RequestInit['body']): string | undefined {
  if (typeof body === 'string') return body.isWellFormed() ? body : undefined
  return body instanceof URLSearchParams ? body.toString() : undefined
}

function plainHeaders(given: NonNullable<RequestInit['headers']>): Map<string, string> | undefined {
  if (Object.getPrototypeOf(given) !== Object.prototype) return undefined
  const headers = new Map<string, string>()
  for (const [name, value] of Object.entries(given)) {
    if (!plainName.test(name) || typeof value !== 'string' || !plainValue.test(value)) return undefined
    const lower = name.toLowerCase()
    if (headers.has(lower)) return undefined
    headers.set(lower, value)
  }
  return headers
}

class PlainRequest implements IncomingRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHeaders
  readonly #text: string | undefined

  constructor(method: string, url: string, headers: ReadonlyMap<string, string>, text: string | undefined) {
    this.method = method
    this.url = url
    this.headers = {
      get: (name) => headers.get(name.toLowerCase()) ?? null,
      has: (name) => headers.has(name.toLowerCase()),
      [Symbol.iterator]: () => [...headers].sort(([a], [b]) => (a < b ? -1 : 1)).values(),
    }
    this.#text = text
  }

  get body(): Request['body'] {
    return this.#text === undefined ? null : new Response(this.#text).body
  }

  text(): Promise<string> {
    return Promise.resolve(this.#text ?? '')
  }
}
