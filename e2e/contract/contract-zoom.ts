import { setTimeout as delay } from 'node:timers/promises'
import { type ContractDates, datesFrom } from './dates.ts'

/** Which Zoom, and how to sign in. */
export interface ContractTarget {
  /** `https://api.zoom.us/v2` */
  readonly apiUrl: string
  /** `https://zoom.us/oauth` */
  readonly oauthUrl: string
  readonly accountId: string
  readonly clientId: string
  readonly clientSecret: string
  /** Whose meetings are made: `me`, an id or an e-mail. */
  readonly userId: string
  /** Milliseconds between two requests, so that the slowest plan's limits hold (docs/zoom-facts.md §3.1). */
  readonly paceMs: number
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Parsed JSON; `undefined` without a body, the text itself where it is no JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a look at what somebody else answers; each field is compared with what is believed.
  readonly body: any
}

/** A Zoom that is looked at: plain HTTP, so that no client of ours stands between a fact and what is seen. */
export interface ContractZoom {
  readonly target: ContractTarget
  readonly dates: ContractDates
  /** Signed; the path begins with `/`, below `/v2`. */
  call(method: string, path: string, body?: unknown): Promise<Answer>
  /** The token endpoint, with the app's credentials unless others are given. */
  askToken(form: Record<string, string>, credentials?: { clientId: string; clientSecret: string }): Promise<Answer>
  /** Makes a meeting that is deleted at the end; a refusal is answered too. */
  create(body: Record<string, unknown>): Promise<Answer>
  /** Deletes everything that was made here. Says what could not be deleted. */
  cleanUp(): Promise<readonly string[]>
  /** Requests that count against the host's 100 creates and updates a day. */
  readonly writes: number
}

/** Every meeting of the suite begins with this, so that a person who finds one left over knows what it is. */
export const topicPrefix = 'Convene contract check'

/** Less than the 100 that a host has a day (docs/zoom-facts.md §3.2). */
export const mostWrites = 90

export function openContractZoom(target: ContractTarget): ContractZoom {
  let token: string | undefined
  let writes = 0
  let nextAt = 0
  const made = new Set<number>()

  const send = async (url: string, init: RequestInit): Promise<Answer> => {
    const waitMs = nextAt - performance.now()
    if (waitMs > 0) await delay(waitMs)
    nextAt = performance.now() + target.paceMs
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) })
    return { status: response.status, headers: response.headers, body: parse(await response.text()) }
  }
  const askToken: ContractZoom['askToken'] = (form, { clientId, clientSecret } = target) =>
    send(`${target.oauthUrl}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams(form),
    })
  const signIn = async (): Promise<string> => {
    const { status, body } = await askToken({ grant_type: 'account_credentials', account_id: target.accountId })
    if (status !== 200) throw new Error(`Signing in failed with status ${status}: ${JSON.stringify(body)}`)
    return body.access_token
  }
  const call: ContractZoom['call'] = async (method, path, body) => {
    if (method === 'PATCH' || (method === 'POST' && /^\/users\/[^/]+\/meetings$/.test(path))) {
      if (writes >= mostWrites) throw new Error(`This suite makes at most ${mostWrites} creates and updates a run.`)
      writes++
    }
    token ??= await signIn()
    const answer = await send(target.apiUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    // The next call signs in anew; this one shows what was answered.
    if (answer.status === 401) token = undefined
    return answer
  }
  return {
    target,
    dates: datesFrom(new Date()),
    call,
    askToken,
    get writes() {
      return writes
    },
    async create(body) {
      const answer = await call('POST', `/users/${target.userId}/meetings`, { topic: topicPrefix, ...body })
      if (answer.status === 201) made.add(answer.body.id)
      return answer
    },
    async cleanUp() {
      const left: string[] = []
      for (const id of made) {
        const { status, body } = await call('DELETE', `/meetings/${id}`)
        if (status !== 204 && status !== 404) left.push(`meeting ${id}: status ${status}, ${JSON.stringify(body)}`)
      }
      made.clear()
      return left
    },
  }
}

function parse(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
