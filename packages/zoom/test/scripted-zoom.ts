import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { bearer } from '../src/auth/bearer.ts'
import { createZoomClient, type ZoomClient } from '../src/client.ts'

/** A request as it arrived. */
export interface ReceivedRequest {
  readonly method: string
  /** Path and query below `/v2`. */
  readonly url: string
  readonly body: unknown
}

/** What to answer: a status and, except for 204, a JSON body. */
export interface ScriptedAnswer {
  readonly status: number
  readonly body?: unknown
}

/** A server on loopback that answers as the test says, and a client of it. */
export interface ScriptedZoom extends AsyncDisposable {
  readonly client: ZoomClient
  readonly requests: readonly ReceivedRequest[]
}

/** The present in these tests: 22 November 2026, noon in UTC. */
const now: number = Date.UTC(2026, 10, 22, 12)

/** Starts a server for answers that a well-behaved Zoom would not give. */
export async function scriptZoom(answer: (request: ReceivedRequest) => ScriptedAnswer): Promise<ScriptedZoom> {
  const requests: ReceivedRequest[] = []
  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const content = await text(incoming)
    const url = (incoming.url ?? '').replace(/^\/v2/, '')
    const request = { method: incoming.method ?? '', url, body: content === '' ? undefined : JSON.parse(content) }
    requests.push(request)
    const { status, body } = answer(request)
    outgoing.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body))
  }
  const server = createServer((incoming, outgoing) => void handle(incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = createZoomClient({
    auth: bearer('test'),
    apiUrl: `${url}/v2`,
    oauthUrl: `${url}/oauth`,
    ambient: { now: () => now },
  })
  return {
    client,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
