import { WebhookError } from './errors.ts'
import { checkBodySize, collectRawBody, isRawBody, type RawBody } from './raw-body.ts'
import type { WebhookAnswer } from './receive.ts'

/** What is needed of Node's `IncomingMessage`. */
export interface NodeRequest {
  readonly method?: string | undefined
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Something has read of it. */
  readonly readableDidRead: boolean
  iterator(options: { destroyOnReturn: boolean }): AsyncIterable<unknown>
}

/** What is needed of Node's `ServerResponse`. */
export interface NodeResponse {
  writeHead(status: number, headers: Record<string, string>): unknown
  end(body?: string): unknown
}

/**
 * The bytes of a request: those that a framework or a middleware kept as `rawBody` or `body`, or else those that are still to be
 * read. A `body` that was parsed is nothing to go by.
 *
 * @throws `WebhookError` `raw_body_missing`, `body_too_large` or `body_malformed`
 */
export async function rawBodyOf(
  request: NodeRequest & { readonly body?: unknown; readonly rawBody?: unknown },
  limit: number,
  remedy: string,
): Promise<RawBody> {
  for (const kept of [request.rawBody, request.body]) if (isRawBody(kept)) return checkBodySize(kept, limit)
  if (request.readableDidRead)
    throw new WebhookError('raw_body_missing', 'The body was read before, and its bytes were not kept.', remedy)
  // Over the limit the connection has to stay until the answer is written.
  return collectRawBody(request.iterator({ destroyOnReturn: false }), limit, remedy)
}

/** Writes an answer. What is left of a body that was too large can only be got rid of together with its connection. */
export function writeAnswer(response: NodeResponse, { status, headers, body }: WebhookAnswer): void {
  response.writeHead(status, status === 413 ? { ...headers, connection: 'close' } : { ...headers })
  response.end(body)
}
