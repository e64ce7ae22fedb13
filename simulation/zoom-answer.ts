import type { FetchAnswer } from '../packages/zoom/src/http/ambient.ts'
import type { Chance } from './chance.ts'
import type { RequestFault } from './fault-model.ts'

/** An answer with its whole body. */
export interface ZoomAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** What the client reads of it. */
export function fetchAnswerFrom({ status, headers, text }: ZoomAnswer): FetchAnswer {
  return { status, headers: headersFrom(headers), text: async () => text }
}

/** An answer whose connection is cut after its headers. */
export function cutAnswerFrom({ status, headers }: ZoomAnswer): FetchAnswer {
  return { status, headers: headersFrom(headers), text: () => Promise.reject(connectionReset()) }
}

function headersFrom(headers: Readonly<Record<string, string>>): FetchAnswer['headers'] {
  return { get: (name) => headers[name.toLowerCase()] ?? null }
}

const json = { 'content-type': 'application/json' }

/** 5xx in one of the forms in which servers and what stands before them fail. */
export function failureAnswer(chance: Chance): ZoomAnswer {
  const status = chance.pick([500, 502, 503, 504])
  const form = chance.pick(['json', 'html', 'empty'])
  if (form === 'json')
    return { status, headers: json, text: JSON.stringify({ code: status, message: 'Internal error.' }) }
  if (form === 'empty') return { status, headers: {}, text: '' }
  return { status, headers: { 'content-type': 'text/html' }, text: `<html><h1>${status}</h1></html>` }
}

export type LimitFault = Extract<RequestFault, `limited_${string}`>

const wordsOfLimit: Readonly<Record<LimitFault, string>> = {
  limited_second: 'You have reached the maximum per-second rate limit for this API. Try again later.',
  limited_concurrent: 'Too many concurrent requests. A request to disassociate this user has already been made.',
  limited_account_day:
    'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.',
  limited_host_day:
    'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.',
  limited_host_day_bare:
    'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.',
}

/** 429 as Zoom words each (docs/zoom-facts.md §3.4, §3.5). */
export function limitAnswer(fault: LimitFault, now: number): ZoomAnswer {
  const isDaily = fault === 'limited_account_day' || fault === 'limited_host_day'
  const midnight = new Date(Math.ceil((now + 1) / 86_400_000) * 86_400_000).toISOString().replace('.000Z', 'Z')
  const headers = {
    ...json,
    ...(fault === 'limited_second' && { 'x-ratelimit-type': 'QPS', 'x-ratelimit-category': 'Medium' }),
    ...(isDaily && { 'x-ratelimit-type': 'Daily-limit', 'retry-after': midnight }),
  }
  return { status: 429, headers, text: JSON.stringify({ code: 429, message: wordsOfLimit[fault] }) }
}

/** 401 for a token (docs/zoom-facts.md §1). */
export const tokenRefused: ZoomAnswer = {
  status: 401,
  headers: json,
  text: JSON.stringify({ code: 124, message: 'Invalid access token.' }),
}

/** As undici words it. */
export function connectionReset(): Error {
  const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })
  return new TypeError('fetch failed', { cause })
}

export function connectionRefused(): Error {
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' })
  return new TypeError('fetch failed', { cause })
}
