import type { WebhookHandlerOptions } from './handler-options.ts'
import { type NodeRequest, type NodeResponse, rawBodyOf, writeAnswer } from './node-request.ts'
import { createReceiver } from './receive.ts'

export type { WebhookHandlerOptions } from './handler-options.ts'
export type { NodeRequest, NodeResponse } from './node-request.ts'

const remedy = 'Call the handler before anything reads the request: no other code may wait for its "data" events.'

/**
 * Makes a handler for the server of `node:http` or `node:https`: it reads the request, calls the listeners and writes the answer,
 * as `createWebhookHandler` does for a `Request`. It never rejects.
 *
 * @throws `ZoomError` `invalid_input` when an option cannot be used
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { createServer } from 'node:http'
 * import { signWebhook } from '@convene/zoom/webhooks'
 * import { createNodeWebhookHandler } from '@convene/zoom/webhooks/node'
 *
 * const secretToken = 'my-secret-token'
 * const ended: string[] = []
 * const handler = createNodeWebhookHandler({
 *   secretToken,
 *   on: { 'meeting.ended': ({ payload }) => ended.push(payload.object.id) },
 *   onError: console.error,
 * })
 * const server = createServer((request, response) => {
 *   if (request.url === '/webhooks/zoom') handler(request, response)
 *   else response.writeHead(404).end()
 * })
 * await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
 *
 * // What Zoom would send:
 * const { port } = server.address() as { port: number }
 * const body = '{"event":"meeting.ended","event_ts":1793000000000,"payload":{"account_id":"a","object":{"id":"85746065432"}}}'
 * const headers = await signWebhook({ body, secretToken })
 * const { status } = await fetch(`http://127.0.0.1:${port}/webhooks/zoom`, { method: 'POST', headers, body })
 * assert.equal(status, 204)
 * assert.deepEqual(ended, ['85746065432'])
 * server.close()
 * ```
 */
export function createNodeWebhookHandler(
  options: WebhookHandlerOptions,
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  const receive = createReceiver(options)
  return async (request, response) => {
    const { method = '', headers } = request
    const readBody = (limit: number) => rawBodyOf(request, limit, remedy)
    writeAnswer(response, await receive({ method, headers, readBody }))
  }
}
