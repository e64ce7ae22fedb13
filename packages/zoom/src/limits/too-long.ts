import { ZoomError } from '../errors.ts'
import type { Need } from './need.ts'

const reasons: Readonly<Record<string, string>> = {
  per_second: 'the calls of each second are spoken for',
  daily: "the account's calls of the day are used up",
  host_daily: "the host's creations and changes of the day are used up",
  concurrent: 'another deletion of the same user is running',
}

/** The error of a call that would wait, or has waited, too long for its turn. Nothing was sent. */
export function waitTooLong(operation: string, need: Need, longestWaitMs: number, retryAt: number): ZoomError {
  const at = new Date(retryAt)
  return new ZoomError(
    'rate_limited',
    `${operation} would wait for its turn longer than ${longestWaitMs} ms: ${reasons[need.name]} (${need.limit}).`,
    {
      limit: need.name,
      retryAt: at,
      remedy: `It can go at ${at.toISOString()} at the earliest; call it then, or let it wait with a greater longestWaitMs.`,
      operation,
      outcome: 'not_done',
    },
  )
}
