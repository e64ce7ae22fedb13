import type { Ambient, FetchAnswer } from './ambient.ts'
import { notify, type ZoomHooks } from './hooks.ts'

/** Far above any answer of Zoom (300 rows of a list are under 1 MB), and far below what hurts a process. */
export const longestAnswerBytes: number = 16 * 1024 * 1024

/** What a piece of an answer costs beside its bytes: an answer in millions of tiny pieces would fill the memory too. */
export const bytesOfPiece: number = 128

export interface OutgoingRequest {
  readonly operation: string
  readonly attempt: number
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: string | Uint8Array<ArrayBuffer> | undefined
}

export interface Answer {
  readonly status: number
  readonly headers: FetchAnswer['headers']
  /** `undefined` when it was longer than `longestAnswerBytes`. */
  readonly text: string | undefined
}

/** Sends one request once and reads the whole answer. Rejects with the transport's error when there is none. */
export async function send(
  ambient: Pick<Ambient, 'fetch' | 'now'>,
  hooks: ZoomHooks,
  request: OutgoingRequest,
  signal: AbortSignal,
): Promise<Answer> {
  const { operation, attempt, method, url, headers, body } = request
  notify(hooks.onRequest, () => ({ operation, method, url, attempt }))
  const sentAt = ambient.now()
  const base = { method, headers, redirect: 'manual', signal } as const
  const answer = await ambient.fetch(url, body === undefined ? base : { ...base, body })
  const text = await readText(answer)
  notify(hooks.onResponse, () => ({
    operation,
    method,
    url,
    attempt,
    status: answer.status,
    durationMs: ambient.now() - sentAt,
    trackingId: answer.headers.get('x-zm-trackingid') ?? undefined,
    rateLimit: {
      category: answer.headers.get('x-ratelimit-category') ?? undefined,
      limit: answer.headers.get('x-ratelimit-limit') ?? undefined,
      remaining: answer.headers.get('x-ratelimit-remaining') ?? undefined,
    },
  }))
  return { status: answer.status, headers: answer.headers, text }
}

/** The text of an answer, or `undefined` when it is too long; one that does not say its length is read in pieces. */
async function readText(answer: FetchAnswer): Promise<string | undefined> {
  const length = answer.headers.get('content-length')
  const isTooLong = length !== null && Number(length) > longestAnswerBytes
  // A compressed body is longer than its Content-Length says.
  const isKnown = /^\d+$/.test(length ?? '') && answer.headers.get('content-encoding') === null
  // Asked before `body`: some transports make a stream only for whoever looks at that.
  if (isKnown && !isTooLong) return answer.text()
  const { body } = answer
  if (!body) return answer.text()
  if (isTooLong) {
    await body.cancel()
    return undefined
  }
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  const reader = body.getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    bytes += piece.value.byteLength + bytesOfPiece
    if (bytes > longestAnswerBytes) {
      await reader.cancel()
      return undefined
    }
    text += decoder.decode(piece.value, { stream: true })
  }
  return text + decoder.decode()
}
