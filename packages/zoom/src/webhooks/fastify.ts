import { WebhookError } from './errors.ts'
import type { WebhookHandlerOptions } from './handler-options.ts'
import type { WebhookHeaders } from './headers.ts'
import { checkBodySize, isRawBody } from './raw-body.ts'
import { createReceiver } from './receive.ts'

export type { WebhookHandlerOptions } from './handler-options.ts'

/** What is needed of a request of Fastify. */
export interface FastifyRequest {
  readonly method: string
  readonly headers: WebhookHeaders
  readonly body?: unknown
  /** Where the plugin `fastify-raw-body` keeps the bytes. */
  readonly rawBody?: unknown
}

/** What is needed of a reply of Fastify. */
export interface FastifyReply {
  code(status: number): unknown
  headers(headers: Record<string, string>): unknown
  send(body?: string): unknown
}

const remedy = `Give the route a parser that leaves the bytes alone:
app.register(async (scope) => {
  scope.removeContentTypeParser('application/json')
  scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes))
  scope.post('/webhooks/zoom', createFastifyWebhookHandler(options))
})`

/**
 * Makes a handler for Fastify, whose own parser of JSON has to be replaced for this route, since it keeps no bytes: without that every
 * delivery is refused with `raw_body_missing` and the lines to add. Fastify's `bodyLimit` counts beside `maxBodyBytes`.
 *
 * @throws `ZoomError` `invalid_input` when an option cannot be used
 */
export function createFastifyWebhookHandler(
  options: WebhookHandlerOptions,
): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  const receive = createReceiver(options)
  return async ({ method, headers, body, rawBody }, reply) => {
    const readBody = async (limit: number) => {
      for (const kept of [rawBody, body]) if (isRawBody(kept)) return checkBodySize(kept, limit)
      throw new WebhookError('raw_body_missing', 'The body was parsed before, and its bytes were not kept.', remedy)
    }
    const answer = await receive({ method, headers, readBody })
    reply.code(answer.status)
    reply.headers({ ...answer.headers })
    return reply.send(answer.body)
  }
}
