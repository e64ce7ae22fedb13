import type { Problem } from '@convene/booking/contract'
import type { Surroundings } from '../surroundings.ts'
import type { Answer } from './answer.ts'
import type { Call } from './call.ts'

export interface ApiOptions extends Pick<Surroundings, 'request' | 'after' | 'createKey'> {
  /** Told when the desk does not know who asks: the session has ended. */
  readonly onSignedOut: () => void
}

export interface SendOptions {
  /** Of a write: the same for each repetition of one submit. */
  readonly key?: string | undefined
  readonly signal?: AbortSignal | undefined
}

export interface Api {
  send<Value>(call: Call<Value>, options?: SendOptions): Promise<Answer<Value>>
  createKey(): string
}

/** How long to wait, in milliseconds, before a call that got no answer is repeated. */
const waits = [400, 1500]

/** Calls the desk. A call without an answer is repeated twice, a write with the same key: it is done once. */
export function createApi({ request, after, createKey, onSignedOut }: ApiOptions): Api {
  const sleep = (milliseconds: number) => new Promise<void>((resolve) => after(milliseconds, resolve))

  async function sendOnce<Value>(call: Call<Value>, { key, signal }: SendOptions): Promise<Answer<Value>> {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (call.body !== undefined) headers['content-type'] = 'application/json'
    if (call.isWrite) headers['idempotency-key'] = key ?? createKey()
    const init: RequestInit = { method: call.method, headers, credentials: 'same-origin', cache: 'no-store' }
    if (call.body !== undefined) init.body = JSON.stringify(call.body)
    if (signal !== undefined) init.signal = signal
    try {
      const response = await request(`/api/v1${call.path}`, init)
      const type = response.headers.get('content-type') ?? ''
      if (response.ok) {
        const value = type.includes('json') ? await response.json() : undefined
        return { is: 'good', value: value as Value }
      }
      if (!type.includes('problem+json')) return { is: 'unreachable' }
      const problem = (await response.json()) as Problem
      if (problem.code === 'not_signed_in') onSignedOut()
      return { is: 'refused', problem }
    } catch {
      return { is: signal?.aborted ? 'given_up' : 'unreachable' }
    }
  }

  return {
    createKey,
    async send(call, options = {}) {
      const kept = { ...options, key: options.key ?? createKey() }
      let answer = await sendOnce(call, kept)
      for (const wait of waits) {
        if (answer.is !== 'unreachable') break
        await sleep(wait)
        if (options.signal?.aborted) return { is: 'given_up' }
        answer = await sendOnce(call, kept)
      }
      return answer
    },
  }
}
