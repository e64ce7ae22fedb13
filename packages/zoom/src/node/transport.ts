import type { IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { Ambient, FetchAnswer, FetchInit } from '../http/ambient.ts'
import type { NotSentError } from '../http/network-failure.ts'
import { bytesOfPiece, longestAnswerBytes } from '../http/send.ts'

// An `import` of node:http also loads its WebSocket and with it all of the global `fetch`: 40 ms of each start (Node 26).
const { Agent: HttpAgent, request: httpRequest } = process.getBuiltinModule('node:http')

/** How connections are kept. */
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

  const send = (url: string, init: FetchInit, isRepetition: boolean): Promise<FetchAnswer> =>
    new Promise((resolve, reject) => {
      const { signal, body, method } = init
      if (signal.aborted) return reject(signal.reason)
      if (isClosed) return reject(notSent(new Error('This transport is closed')))
      const { isTls, host, port, path } = addressOf(url)
      const headers =
        body === undefined ? init.headers : { ...init.headers, 'content-length': String(Buffer.byteLength(body)) }
      const options = { agent: isTls ? https : http, host, port, path, method, headers }
      const request = (isTls ? httpsRequest : httpRequest)(options)

      // Node writes a request only when its connection stands.
      let hasLeft = false
      let isAnswered = false
      request.on('socket', (socket) => {
        if (!socket.connecting) hasLeft = true
        else
          socket.once(isTls ? 'secureConnect' : 'connect', () => {
            hasLeft = true
          })
      })
      const onAbort = () => request.destroy(signal.reason)
      const fail = (error: Error): void => {
        signal.removeEventListener('abort', onAbort)
        // A kept connection that the server closed at the same moment: the request met no one.
        const wasStale = request.reusedSocket && !isAnswered && !signal.aborted && isConnectionLoss(error)
        if (wasStale && !isRepetition && idempotent.has(method)) resolve(send(url, init, true))
        else reject(hasLeft || signal.aborted ? error : notSent(error))
      }
      request.on('response', (response) => {
        isAnswered = true
        readText(response, fail, (text) => {
          signal.removeEventListener('abort', onAbort)
          resolve({
            status: response.statusCode ?? 0,
            headers: { get: (name) => headerOf(response, name) },
            text: async () => text,
          })
        })
      })
      request.on('error', fail)
      // Node closes the connection of an answer that it hands to nobody, such as 101, without an error.
      request.on('close', () => {
        if (!isAnswered) fail(new Error('The connection was closed without an answer'))
      })
      signal.addEventListener('abort', onAbort)
      request.end(body)
    })

  const fetch = (url: string, init: FetchInit): Promise<FetchAnswer> => send(url, init, false)
  return Object.assign(fetch, {
    async [Symbol.asyncDispose]() {
      isClosed = true
      http.destroy()
      https.destroy()
    },
  })
}

/** Reads an answer to its end; the text is `undefined` when it is too long. */
function readText(
  response: IncomingMessage,
  onError: (error: Error) => void,
  onText: (text: string | undefined) => void,
): void {
  const chunks: Buffer[] = []
  let bytes = 0
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength + bytesOfPiece
    if (bytes <= longestAnswerBytes) return void chunks.push(chunk)
    onText(undefined)
    response.destroy()
  })
  response.on('end', () => onText(Buffer.concat(chunks).toString()))
  response.on('error', onError)
}

/** Takes an address apart without the cost of a `URL`: the client checked its beginning and encoded the rest. */
function addressOf(url: string): { isTls: boolean; host: string; port: number | undefined; path: string } {
  const [, scheme, host = '', port, path = ''] = /^(https?):\/\/(\[[^\]]+\]|[^/:?#]+)(?::(\d+))?(.*)$/.exec(url) ?? []
  return {
    isTls: scheme === 'https',
    host: host.startsWith('[') ? host.slice(1, -1) : host,
    port: port === undefined ? undefined : Number(port),
    path: path.startsWith('/') ? path : `/${path}`,
  }
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
