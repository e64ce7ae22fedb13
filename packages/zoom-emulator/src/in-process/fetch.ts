import { ConnectionCut, fetchCut } from '../faults/connection-cut.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { plainRequest } from './plain-request.ts'
import { TextResponse } from './text-response.ts'

export interface InProcessParts {
  /** The emulator's address, no slash at the end. */
  readonly base: string
  readonly answerTo: (request: IncomingRequest) => Response | Promise<Response>
  /** Headers that every answer gets. */
  readonly headers: () => Readonly<Record<string, string>>
}

/** Answers without a socket as a `fetch` with one would: a cut connection and an aborted signal reject. */
export async function fetchInProcess(
  { base, answerTo, headers }: InProcessParts,
  input: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined)
  signal?.throwIfAborted()
  const request = plainRequest(base, input, init) ?? standardRequest(base, input, init)
  try {
    const made = answerTo(request)
    const answer = made instanceof Promise ? await (signal ? unlessAborted(signal, made) : made) : made
    return withHeaders(answer, headers())
  } catch (error) {
    if (error instanceof ConnectionCut) return withHeaders(fetchCut(error), headers())
    throw error
  }
}

function standardRequest(base: string, input: string | URL | Request, init?: RequestInit): Request {
  if (input instanceof Request) return new Request(input, init)
  const target = typeof input === 'string' && input.startsWith('/') ? base + input : input
  return new Request(new URL(target, base), init)
}

/** The signal may live as long as its program: nothing of this request stays with it. */
async function unlessAborted<T>(signal: AbortSignal, made: Promise<T>): Promise<T> {
  const { promise: isAborted, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    return await Promise.race([made, isAborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

function withHeaders(answer: Response, headers: Readonly<Record<string, string>>): Response {
  if (answer instanceof TextResponse) answer.addHeaders(headers)
  else for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value)
  return answer
}
