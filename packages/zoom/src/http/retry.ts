import type { Failure } from './failure.ts'
import type { Operation } from './operation.ts'

/** The first repetition after a failure without a wait of its own comes within this time; each further one within twice that. */
const firstDelayMs = 500
const longestDelayMs = 8000

export interface RepeatSituation {
  readonly repeat: Operation['repeat']
  /** How many times the request has gone out: 1 after the first. */
  readonly attempt: number
  /** How many repetitions are allowed. */
  readonly retries: number
  readonly now: number
  readonly remainingMs: number
  /** Chance: at least 0, below 1. */
  readonly random: number
}

/**
 * How long to wait before the request goes out again, in milliseconds; `undefined` when it must not, or when it would not fit
 * into the time limit: then the failure is told at once.
 */
export function repeatAfter(failure: Failure, situation: RepeatSituation): number | undefined {
  if (situation.attempt > situation.retries || failure.final || !mayRepeat(failure, situation.repeat)) return undefined
  const askedMs = Math.max(0, (failure.details.retryAt?.getTime() ?? 0) - situation.now)
  // Full jitter: programs that failed together do not come back together.
  const jitterMs = situation.random * Math.min(longestDelayMs, firstDelayMs * 2 ** (situation.attempt - 1))
  const waitMs = Math.ceil(askedMs + jitterMs)
  return waitMs < situation.remainingMs ? waitMs : undefined
}

function mayRepeat({ code, details, outcome }: Failure, repeat: Operation['repeat']): boolean {
  // Zoom counts a refused call as not done, so even a create may go out again; a daily limit lasts too long to wait for.
  if (code === 'rate_limited') return details.limit !== 'daily' && details.limit !== 'host_daily'
  // An operation written by hand in JavaScript may say nothing: then it is not repeated.
  const harmless = repeat === 'safe' || repeat === 'absolute'
  if (code === 'network') return harmless || outcome === 'not_done'
  const passing = [408, 500, 502, 503, 504].includes(details.status ?? 0)
  return code === 'zoom_refused' && passing && harmless
}
