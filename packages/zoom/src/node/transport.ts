import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { Ambient, FetchAnswer, FetchInit } from '../http/ambient.ts'
import type { NotSentError } from '../http/network-failure.ts'
import { longestAnswerBytes } from '../http/send.ts'

export interface NodeFetchOptions {
  /**
   * How long an unused connection is kept, in milliseconds (15,000). A server closes connections that idle too long, and a
   * creation that meets such a close has an unknown outcome, so this stays well below what servers allow.
   */
  readonly keepAliveMs?: number | undefined
  /** How many connections to one server at most (no limit). */
  readonly maxConnections?: number | undefined
}

/** A transport for `createZoomClient({ ambient: { fetch } })` that closes its connections when it is disposed. */
export interface NodeFetch extends AsyncDisposable {
  (url: string, init: FetchInit): ReturnType<Ambient['fetch']>
}

/** A repetition that cannot do a second thing at the server (RFC 9110 §9.2.2). PATCH and POST are not among them. */
const idempotent = new Set(['GET', 'HEAD', 'PUT', 'DELETE'])

/**
 * A transport on `node:http` and `node:https` with connections that are kept: less than half the CPU of the global `fetch`.
 * It follows no redirection and asks for no compression. Its errors say where they can that nothing was sent.
 *
 * @example
 * ```ts
 * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
 * import { createNodeFetch } from '@convene/zoom/node'
 * import { startEmulator } from '@convene/zoom-emulator'
 *
 * await using emulator = await startEmulator()
 * await using fetch = createNodeFetch()
 * const zoom = createZoomClient({ ...optionsFromEnvironment(emulator.env), ambient: { fetch } })
 * await zoom.meetings.create({ topic: 'Weekly' })
 * ```
 */
export function createNodeFetch({ keepAliveMs = 15_000, maxConnections }: NodeFetchOptions = {}): NodeFetch {
  const agentOptions = { keepAlive: true, timeout: keepAliveMs, maxSockets: maxConnections ?? Number.POSITIVE_INFINITY }
  const http = new HttpAgent(agentOptions)
  const https = new HttpsAgent(agentOptions)
  let isClosed = false

  const send = (url: URL, init: FetchInit, isRepetition: boolean): Promise<FetchAnswer> =>
    new Promise((resolve, reject) => {
      const { signal, body } = init
      if (signal.aborted) return reject(signal.reason)
      if (isClosed) return reject(notSent(new Error('This transport is closed')))
      const isTls = url.protocol === 'https:'
      const request = (isTls ? httpsRequest : httpRequest)({
        agent: isTls ? https : http,
        host: url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname,
        port: url.port === '' ? undefined : Number(url.port),
        path: url.pathname + url.search,
        method: init.method,
        headers:
          body === undefined ? init.headers : { ...init.headers, 'content-length': String(Buffer.byteLength(body)) },
      })
      // Node writes a request only when its connection stands.
      let left = false
      let answered = false
      request.on('socket', (socket) => {
        if (!socket.connecting) left = true
        else
          socket.once(isTls ? 'secureConnect' : 'connect', () => {
            left = true
          })
      })
      const onAbort = () => request.destroy(signal.reason)
      signal.addEventListener('abort', onAbort)
      request.on('response', (response) => {
        answered = true
        readAnswer(response).then(resolve, fail)
      })
      request.on('close', () => signal.removeEventListener('abort', onAbort))
      request.on('error', fail)
      request.end(body)

      function fail(error: Error): void {
        // A kept connection that the server closed at the same moment: the request met no one.
        const wasStale = request.reusedSocket && !answered && !signal.aborted && isConnectionLoss(error)
        if (wasStale && !isRepetition && idempotent.has(init.method)) resolve(send(url, init, true))
        else reject(left || signal.aborted ? error : notSent(error))
      }
    })

  const fetch = (url: string, init: FetchInit): Promise<FetchAnswer> => send(new URL(url), init, false)
  return Object.assign(fetch, {
    async [Symbol.asyncDispose]() {
      isClosed = true
      http.destroy()
      https.destroy()
    },
  })
}

async function readAnswer(response: IncomingMessage): Promise<FetchAnswer> {
  const text = await new Promise<string | undefined>((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength
      if (bytes <= longestAnswerBytes) return void chunks.push(chunk)
      resolve(undefined)
      response.destroy()
    })
    response.on('end', () => resolve((chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)).toString()))
    response.on('error', reject)
  })
  const headers = { get: (name: string) => headerOf(response, name) }
  return { status: response.statusCode ?? 0, headers, text: async () => text }
}

function headerOf(response: IncomingMessage, name: string): string | null {
  const value = response.headers[name]
  return Array.isArray(value) ? value.join(', ') : (value ?? null)
}

function isConnectionLoss(error: Error): boolean {
  const { code } = error as { code?: unknown }
  return code === 'ECONNRESET' || code === 'EPIPE'
}

function notSent(error: Error): Error & NotSentError {
  return Object.assign(error, { notSent: true } as const)
}
