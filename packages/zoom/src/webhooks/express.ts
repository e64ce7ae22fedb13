import type { WebhookHandlerOptions } from './handler-options.ts'
import { type NodeRequest, type NodeResponse, rawBodyOf, writeAnswer } from './node-request.ts'
import { createReceiver } from './receive.ts'

export type { WebhookHandlerOptions } from './handler-options.ts'
export type { NodeRequest, NodeResponse } from './node-request.ts'

/** The request of Express is that of Node; a parser leaves its result in `body`. */
export interface ExpressRequest extends NodeRequest {
  readonly body?: unknown
  /** Where a `verify` function, or the surroundings (Google Cloud, Firebase), kept the bytes. */
  readonly rawBody?: unknown
}

const remedy = `Put the route above the body parser:
app.post('/webhooks/zoom', createExpressWebhookHandler(options))
app.use(express.json())
or let the parser keep the bytes:
app.use(express.json({ verify: (request, _response, bytes) => { request.rawBody = bytes } }))`

/**
 * Makes a handler for Express, 4 or 5. It reads the bytes of the request itself, or takes those that `express.raw()` or a `verify`
 * function kept. Below a parser that keeps none, every delivery is refused with `raw_body_missing` and the lines to add.
 *
 * @throws `ZoomError` `invalid_input` when an option cannot be used
 */
export function createExpressWebhookHandler(
  options: WebhookHandlerOptions,
): (request: ExpressRequest, response: NodeResponse) => Promise<void> {
  const receive = createReceiver(options)
  return async (request, response) => {
    const { method = '', headers } = request
    const readBody = (limit: number) => rawBodyOf(request, limit, remedy)
    writeAnswer(response, await receive({ method, headers, readBody }))
  }
}
