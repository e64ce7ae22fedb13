import { randomUUID } from 'node:crypto'
import type { Problem } from '@convene/booking/contract'

export interface Answered<Body> {
  readonly status: number
  /** JSON as it came; anything else as a text. */
  readonly body: Body
  readonly headers: Headers
}

export interface DeskCallOptions {
  readonly body?: object
  /** The same for each try of one write; a fresh one otherwise. */
  readonly key?: string
  readonly signal?: AbortSignal
}

/** Somebody who is signed in, as the page calls the desk. */
export interface DeskCaller {
  readonly url: string
  /** Of the session, as a browser keeps it. */
  readonly cookie: { readonly name: string; readonly value: string }
  /** Whatever the answer is. */
  call<Body>(method: string, path: string, options?: DeskCallOptions): Promise<Answered<Body | Problem>>
  /** @throws Error with what the desk answered, if that is a problem */
  ask<Body>(method: string, path: string, body?: object): Promise<Body>
  /** The same person at another process of the desk. */
  at(url: string): DeskCaller
}

export function createDeskCaller(url: string, token: string): DeskCaller {
  const caller: DeskCaller = {
    url,
    cookie: { name: 'convene', value: token },
    async call<Body>(method: string, path: string, { body, key = randomUUID(), signal }: DeskCallOptions = {}) {
      const isWrite = method !== 'GET'
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        redirect: 'manual',
        headers: {
          cookie: `convene=${token}`,
          ...(isWrite && { origin: url, 'idempotency-key': key }),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      })
      const text = await answer.text()
      const isJson = answer.headers.get('content-type')?.includes('json') ?? false
      return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as Body }
    },
    async ask<Body>(method: string, path: string, body?: object) {
      const { status, body: said } = await caller.call<Body>(method, path, body && { body })
      if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(said)}`)
      return said as Body
    },
    at: (other) => createDeskCaller(other, token),
  }
  return caller
}
