import { BookingError } from '@convene/booking'
import type { Problem } from '@convene/booking/contract'
import { ZoomError } from '@convene/zoom'
import { presentAlternatives, presentRefusal, presentRefusedHosts } from '../present/availability.ts'
import { isDatabaseTrouble } from './database-trouble.ts'
import { HttpProblem } from './http-problem.ts'
import { problemCodes } from './problem-codes.ts'

/** What a problem is made with. */
export interface ProblemParts {
  readonly publicUrl: string
  readonly requestId: string
  readonly now: number
  /** The names of hosts, for `no_free_host`. */
  readonly hostName: (id: string) => string
}

/** How an error is answered. `isFault`: it is ours, and goes into the log. */
export interface ProblemAnswer {
  readonly problem: Problem
  readonly headers: Readonly<Record<string, string>>
  readonly isFault: boolean
}

/** Makes a problem of whatever a route has thrown (RFC 9457). What is no refusal is told without any detail. */
export function problemOf(error: unknown, parts: ProblemParts): ProblemAnswer {
  if (error instanceof BookingError) return answer(problemOfBooking(error, parts))
  if (error instanceof ZoomError) return problemOfZoom(error, parts)
  if (error instanceof HttpProblem) {
    const { code, message, details } = error
    const { headers, ...rest } = details
    return answer({ ...base(code, message, parts), ...rest }, headers)
  }
  if (isBrokenOff(error)) return answer(base('invalid_input', 'The request broke off before its end.', parts))
  if (isDatabaseTrouble(error))
    return { ...answer({ ...base('database_away', awayDetail, parts), retryAfter: 5 }), isFault: true }
  const detail = 'The desk has made a mistake. Try again; if it stays, tell who runs the desk the request id.'
  return { ...answer(base('internal', detail, parts)), isFault: true }
}

/** The same for every route: the log knows what it is. */
const awayDetail =
  'Nothing was done. Try again in a moment, with the same Idempotency-Key; what is booked stays booked.'

function answer(problem: Problem, headers: Readonly<Record<string, string>> = {}): ProblemAnswer {
  const { retryAfter } = problem
  return {
    problem,
    headers: { ...headers, ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }) },
    isFault: false,
  }
}

/** The client has gone while it sent: Node says so of the body. */
function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET' && error.message === 'aborted'
}

function base(code: Problem['code'], detail: string, { publicUrl, requestId }: ProblemParts): Problem {
  return { type: `${publicUrl}/docs#problem-${code}`, ...problemCodes[code], code, detail, requestId }
}

function problemOfBooking({ code, says, message, details }: BookingError, parts: ProblemParts): Problem {
  const { field, value, nearest, split, refusals, availability } = details
  return {
    ...base(code, message, parts),
    says,
    ...(field !== undefined && { field, value: shown(value) }),
    ...(nearest !== undefined && { nearest }),
    ...(split !== undefined && { split }),
    ...(refusals !== undefined && { refusals: refusals.map(presentRefusal) }),
    ...(availability !== undefined && {
      refused: presentRefusedHosts(availability.refused, parts.hostName),
      alternatives: presentAlternatives(availability.alternatives, parts.hostName),
    }),
  }
}

/** A longer value is not sent back: the field says which one it is. */
const longestShown = 1000

function shown(value: unknown): unknown {
  const text = JSON.stringify(value)
  return text === undefined || text.length <= longestShown ? (value ?? null) : `${text.slice(0, longestShown)}…`
}

/** Zoom's own refusals, which hold no secret; what is out of reach is not the caller's mistake, nor a fault of the desk. */
function problemOfZoom(error: ZoomError, parts: ProblemParts): ProblemAnswer {
  const { code, message, details } = error
  const isAway =
    ['network', 'timeout', 'rate_limited', 'malformed_answer'].includes(code) || (details.status ?? 0) >= 500
  if (!isAway) return { ...answer(base('zoom_refused', message, parts)), isFault: true }
  const retryAt = details.retryAt?.getTime() ?? parts.now + 30_000
  const retryAfter = Math.max(1, Math.ceil((retryAt - parts.now) / 1000))
  return answer({ ...base('zoom_away', message, parts), retryAfter })
}
