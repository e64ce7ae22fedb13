import { createRequestHandler, type WebhookContext } from './handler.ts'
import type { WebhookHandlerOptions } from './handler-options.ts'

export type { WebhookContext } from './handler.ts'
export type { WebhookHandlerOptions } from './handler-options.ts'

/** What is needed of a context of Hono. */
export interface HonoContext {
  readonly req: { readonly raw: Request }
  /** There on workers; Hono throws where there is none. */
  readonly executionCtx: WebhookContext
}

const remedy = `Put the route above the middleware or the validator that reads the body:
app.post('/webhooks/zoom', createHonoWebhookHandler(options))
app.use(readsTheBody)`

/**
 * Makes a handler for Hono, on Node, workers, Deno or Bun. On workers a slow listener keeps the worker alive until it has ended. Below a
 * middleware that reads the body, every delivery is refused with `raw_body_missing` and the lines to add.
 *
 * @throws `ZoomError` `invalid_input` when an option cannot be used
 */
export function createHonoWebhookHandler(options: WebhookHandlerOptions): (context: HonoContext) => Promise<Response> {
  const handler = createRequestHandler(options, remedy)
  return (context) => handler(context.req.raw, executionContextOf(context))
}

function executionContextOf(context: HonoContext): WebhookContext | undefined {
  try {
    return context.executionCtx
  } catch {
    return undefined
  }
}
