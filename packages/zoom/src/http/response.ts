import type { ZoomErrorDetails } from '../errors.ts'
import { type Failure, remedyOfUnknown } from './failure.ts'
import type { Operation } from './operation.ts'
import { type Envelope, limitOf, parseEnvelope, remedyOfRefusal, scopesOfMessage } from './refusal.ts'
import { nextUtcMidnight, parseRetryAfter } from './retry-after.ts'
import { type Answer, longestAnswerBytes } from './send.ts'

/** What an answer means: the value to hand on, or a failure. */
export type Meaning = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Failure }

/** Reads Zoom's answer to an operation; `now` is for waits that Zoom asks for. */
export function readAnswer(operation: Operation, answer: Answer, now: () => number): Meaning {
  const { status, text } = answer
  if (text === undefined) return malformed(operation, answer, `is longer than ${longestAnswerBytes} bytes`)
  // A followed redirection would carry the token elsewhere; 0 is how browsers report one that was not followed.
  if ((status >= 300 && status < 400) || status === 0) return malformed(operation, answer, 'is a redirection')
  const body = parseJson(text)
  const envelope = parseEnvelope(body)
  if (status >= 400) return { ok: false, failure: failureOf(operation, answer, envelope, now()) }
  const missing = operation.answers?.find(
    (field) => (body as Record<string, unknown> | undefined)?.[field] === undefined,
  )
  // Some old endpoints answer a refusal with status 200 (docs/zoom-facts.md §11).
  if (envelope && (missing !== undefined || operation.answers === undefined))
    return { ok: false, failure: failureOf(operation, answer, envelope, now()) }
  if (text !== '' && body === undefined)
    return malformed(operation, answer, `is not JSON: it starts with ${startOf(text)}`)
  if (missing !== undefined) return malformed(operation, answer, `has no field "${missing}"`)
  return { ok: true, value: body }
}

function failureOf(operation: Operation, answer: Answer, envelope: Envelope | undefined, now: number): Failure {
  const { status, headers } = answer
  const zoomCode = envelope?.zoomCode
  const evidence: ZoomErrorDetails = {
    status,
    zoomCode,
    fieldErrors: envelope && envelope.fieldErrors.length > 0 ? envelope.fieldErrors : undefined,
    trackingId: trackingIdOf(answer),
  }
  const words = wordsOf(answer, envelope)
  const refused = (code: Failure['code'], message: string, details: ZoomErrorDetails): Failure => ({
    code,
    message,
    outcome: 'not_done',
    details: { ...evidence, ...details },
  })

  const namedScopes = scopesOfMessage(envelope?.message ?? '')
  if (zoomCode === 4711 || (zoomCode === 4700 && namedScopes.length > 0)) {
    const scopes = namedScopes.length > 0 ? namedScopes : [...operation.scopes.granular, ...operation.scopes.classic]
    return refused('scope_missing', `Zoom refused ${operation.id} because the token lacks a scope.`, {
      scopes,
      remedy: `Add ${scopes.length > 1 ? 'one of ' : ''}${scopes.join(', ')} to the app on marketplace.zoom.us; the next token has it.`,
    })
  }
  if (status === 401 || zoomCode === 124) {
    const failure = refused('sign_in_refused', `Zoom did not accept the token for ${operation.id} ${words}`, {
      remedy: 'Sign in again; check that the app is still activated.',
    })
    return { ...failure, tokenRefused: true }
  }
  if (status === 429) {
    const limit = limitOf(headers.get('x-ratelimit-type'), envelope?.message ?? '')
    const asked = parseRetryAfter(headers.get('retry-after'), now)
    const isDaily = limit === 'daily' || limit === 'host_daily'
    const retryAt = new Date(asked ?? (isDaily ? nextUtcMidnight(now) : now + 1000))
    return refused('rate_limited', `Zoom takes no more calls of ${operation.id} for now ${words}`, {
      limit,
      retryAt,
      remedy: `Calls can go on at ${retryAt.toISOString()}${limit === 'host_daily' ? '; other hosts are not affected' : ''}.`,
    })
  }
  if (zoomCode === 1001 || zoomCode === 3001 || (status === 404 && envelope && zoomCode !== 2300))
    return refused('not_found', `Zoom does not have what ${operation.id} asks for ${words}`, {
      remedy:
        zoomCode === 3001
          ? 'Check the meeting id and the account; Zoom also forgets meetings some time after their last date.'
          : 'Check the id, and that it belongs to the account of this app.',
    })
  if (status === 409 || zoomCode === 1005)
    return refused('conflict', `The present state at Zoom does not allow ${operation.id} ${words}`, {
      remedy: 'Read the present state, then decide.',
    })
  if (status >= 500 || status === 408) {
    const asked = parseRetryAfter(headers.get('retry-after'), now)
    return {
      ...refused('zoom_refused', `Zoom failed at ${operation.id} ${words}`, {
        retryAt: asked === undefined ? undefined : new Date(asked),
        remedy: remedyOfUnknown(operation),
      }),
      outcome: 'unknown',
    }
  }
  return refused('zoom_refused', `Zoom refused ${operation.id} ${words}`, {
    remedy: envelope
      ? remedyOfRefusal(envelope.zoomCode)
      : 'The answer is not in the form of Zoom: check apiUrl and whether a proxy answers in its place.',
  })
}

/** Zoom's own words: `(300): Validation Failed. settings.jbh_time: Invalid parameter: jbh_time.` */
function wordsOf({ status, text = '' }: Answer, envelope: Envelope | undefined): string {
  if (!envelope) return `(status ${status})${text.trim() === '' ? '.' : `: ${startOf(text)}.`}`
  const fields = envelope.fieldErrors.map(({ field, message }) => ` ${field}: ${endSentence(message)}`)
  return `(${envelope.zoomCode}): ${endSentence(envelope.message)}${fields.join('')}`
}

function endSentence(text: string): string {
  return /[.!?。！？]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`
}

function malformed(operation: Operation, answer: Answer, problem: string): Meaning {
  const remedy = 'Check apiUrl and whether a proxy answers in the place of Zoom.'
  return {
    ok: false,
    failure: {
      code: 'malformed_answer',
      message: `The answer to ${operation.id} ${problem}.`,
      outcome: 'unknown',
      details: {
        status: answer.status,
        trackingId: trackingIdOf(answer),
        remedy: operation.repeat === 'safe' ? remedy : `${remedy} ${remedyOfUnknown(operation)}`,
      },
    },
  }
}

function trackingIdOf({ headers }: Answer): string | undefined {
  return headers.get('x-zm-trackingid') ?? undefined
}

function parseJson(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function startOf(text: string): string {
  const start = text.trim().replace(/\s+/g, ' ')
  return JSON.stringify(start.length > 60 ? `${start.slice(0, 60)}…` : start)
}
