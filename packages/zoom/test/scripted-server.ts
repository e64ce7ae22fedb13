import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** What the server does with one request. */
export type Behaviour = (response: ServerResponse, request: Received) => void

export interface ScriptedServer extends AsyncDisposable {
  readonly url: string
  readonly received: readonly Received[]
  /** Resolves when this many requests have come in. */
  waitFor(count: number): Promise<void>
}

/** A real HTTP server on 127.0.0.1 that does one thing a request, in order; the last one for all that follow. */
export async function startScriptedServer(...script: Behaviour[]): Promise<ScriptedServer> {
  const received: Received[] = []
  const waiting: { count: number; resolve: () => void }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { method = '', url = '', headers } = request
    received.push({ method, url, headers, body })
    for (const { count, resolve } of waiting) if (received.length >= count) resolve()
    script[Math.min(received.length, script.length) - 1]?.(response, { method, url, headers, body })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    waitFor: (count) =>
      received.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve })),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Behaviour {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'x-zm-trackingid': 'v=2.0;clid=t', ...headers })
    response.end(status === 204 ? undefined : text)
  }
}

export const noContent: Behaviour = answer(204, '')
/** Closes the connection after the request came in, before a byte of an answer. */
export const cut: Behaviour = (response) => response.destroy()
/** Closes the connection in the middle of the answer. */
export const cutInside: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"id":', () => response.destroy())
}
/** Never answers. */
export const silent: Behaviour = () => {}
/** Answers far more than a client should read, and ends all the same, so that a client without a limit fills no memory. */
export const overlong: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  let left = 64
  const write = () => {
    if (response.destroyed) return
    left -= 1
    if (left === 0) response.end()
    else response.write('x'.repeat(1024 * 1024), write)
  }
  write()
}
