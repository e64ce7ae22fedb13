import { signWebhook } from '../domain/webhook-signature.ts'

/** Brings a request to the program that receives webhooks. */
export type Deliver = (request: Request) => Promise<Response>

export interface SendParts {
  readonly deliver: Deliver
  /** Calls back after `ms` real milliseconds unless the returned function is called first. */
  readonly after: (ms: number, callback: () => void) => () => void
  /** Ends when the emulator does. */
  readonly ending: AbortSignal
}

/** A signed body and where it goes. */
export interface WebhookMessage {
  readonly url: string
  readonly secretToken: string
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly body: string
}

/** What came back. */
export type WebhookAnswer =
  | { readonly status: number; readonly text: string; readonly problem?: never }
  | { readonly status?: never; readonly problem: string }

/** Zoom waits no longer for an answer (docs/zoom-facts.md §9). */
const limitMs = 3_000
/** Of an answer only the tokens of a check are read, and these are short. */
const longestAnswer = 10_000

/** Sends one message and waits for its answer, at most 3 real seconds. A redirect is an answer and is not followed. */
export async function sendWebhook(parts: SendParts, message: WebhookMessage): Promise<WebhookAnswer> {
  const { url, secretToken, timestamp, body } = message
  const limit = new AbortController()
  const cancel = parts.after(limitMs, () => limit.abort(new Error('there was no answer within 3 seconds')))
  const { signal } = limit
  // Not `AbortSignal.any`: that would leave something of each message with the emulator until its end.
  const end = () => limit.abort(parts.ending.reason)
  // A receiver in this process may not look at the signal.
  const { promise: isOver, reject } = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => reject(signal.reason))
  if (parts.ending.aborted) end()
  else parts.ending.addEventListener('abort', end)
  const exchange = async (): Promise<WebhookAnswer> => {
    const response = await parts.deliver(
      new Request(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'x-zm-request-timestamp': String(timestamp),
          'x-zm-signature': signWebhook(secretToken, timestamp, body),
        },
        body,
        redirect: 'manual',
        signal,
      }),
    )
    return { status: response.status, text: await readStart(response) }
  }
  try {
    return await Promise.race([exchange(), isOver])
  } catch (error) {
    return { problem: reasonOf(error) }
  } finally {
    cancel()
    parts.ending.removeEventListener('abort', end)
  }
}

async function readStart(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > longestAnswer) break
  }
  return text
}

/** `fetch` hides the reason of a failed connection in the cause. */
function reasonOf(error: unknown): string {
  const { cause } = error instanceof Error ? error : {}
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  if (code === 'ECONNREFUSED') return 'nothing listens at the address'
  const message = cause instanceof Error ? cause.message : error instanceof Error ? error.message : String(error)
  return code === undefined ? message : `${message} (${code})`
}
