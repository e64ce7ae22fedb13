import { WebhookError } from './errors.ts'
import type { WebhookHandlerOptions } from './handler-options.ts'
import { collectRawBody, handInRawBody } from './raw-body.ts'
import { createReceiver, type WebhookAnswer } from './receive.ts'

/** What a worker hands in beside the request: work that goes on after the answer. */
export interface WebhookContext {
  waitUntil?(work: Promise<unknown>): void
}

/** Takes a request of Zoom and gives the answer; never rejects. */
export type WebhookHandler = (request: Request, context?: WebhookContext) => Promise<Response>

/**
 * Makes a handler of Zoom's webhooks, on the standards of the web: `Request` in, `Response` out.
 *
 * - A delivery that is not signed by a secret token, or too old, gets 401; one that cannot be read 400; a larger one than
 *   `maxBodyBytes` 413; any method but POST 405.
 * - Zoom's check of the address (`endpoint.url_validation`) is answered.
 * - Each event is handled once: replays and duplicates are answered without calling a listener again.
 * - When a listener fails, or `seen` before it, the answer is 503: Zoom sends the event again after 5, 25 and 85 minutes.
 * - When a listener takes longer than `answerWithinMs`, Zoom is answered 204 and the listener goes on. Should it fail then, only
 *   `onError` hears of it (`answered: true`): Zoom does not send that event again.
 *
 * @throws `ZoomError` `invalid_input` when an option cannot be used
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { createWebhookHandler, signWebhook } from '@convene/zoom/webhooks'
 *
 * const secretToken = 'my-secret-token'
 * const started: string[] = []
 * const handler = createWebhookHandler({
 *   secretToken,
 *   on: { 'meeting.started': async ({ payload }) => started.push(payload.object.id) },
 *   onError: console.error,
 * })
 *
 * const body = '{"event":"meeting.started","event_ts":1793000000000,"payload":{"account_id":"a","object":{"id":"85746065432"}}}'
 * const headers = await signWebhook({ body, secretToken })
 * const deliver = () => handler(new Request('https://example.com/webhooks/zoom', { method: 'POST', headers, body }))
 *
 * assert.equal((await deliver()).status, 204)
 * assert.equal((await deliver()).status, 204)
 * assert.deepEqual(started, ['85746065432'])
 * ```
 */
export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  return createRequestHandler(options, handInRawBody)
}

/** The same, with what to do about a body that was read before, for the framework at hand. */
export function createRequestHandler(options: WebhookHandlerOptions, remedy: string): WebhookHandler {
  const receive = createReceiver(options)
  return async (request, context) => {
    const answer = await receive({
      method: request.method,
      headers: request.headers,
      readBody: async (limit) => {
        if (request.bodyUsed) throw new WebhookError('raw_body_missing', 'The body was read before.', remedy)
        return request.body === null ? '' : collectRawBody(request.body, limit, remedy)
      },
      waitUntil: context?.waitUntil && ((work) => context.waitUntil?.(work)),
    })
    return responseOf(answer)
  }
}

function responseOf({ status, headers, body }: WebhookAnswer): Response {
  return new Response(body ?? null, { status, headers })
}
