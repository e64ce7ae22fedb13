import { invalidInput, ZoomError } from '../errors.ts'
import type { Ambient } from './ambient.ts'

/** The longest delay that a timer of the web platform keeps, in milliseconds (about 24 days). */
const longestTimer = 2 ** 31 - 1

/** What the work inside a time limit sees of it. */
export interface TimeLimit {
  /** Aborted when the time is up or the caller gives up. */
  readonly signal: AbortSignal
  remainingMs(): number
  /** Resolves after `delayMs`; never resolves when the limit ends before that. */
  wait(delayMs: number): Promise<void>
  /** Waits for something whose time does not count; the caller can still give up. */
  outside<T>(waiting: Promise<T>): Promise<T>
}

export interface TimeLimitOptions {
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
  /** Makes the error with which the promise rejects; `reason` is the caller's, for `aborted`. */
  readonly ended: (why: 'timeout' | 'aborted', reason?: unknown) => Error
}

/**
 * Runs `work` until it ends, the time is up or the caller gives up, whichever is first, and holds to that even where `work`
 * does not listen. Nothing stays behind: the timer is cancelled and the caller's signal loses its listener.
 */
export function withTimeLimit<T>(
  ambient: Pick<Ambient, 'now' | 'setTimer'>,
  { timeoutMs, signal, ended }: TimeLimitOptions,
  work: (limit: TimeLimit) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    checkTimeoutMs('timeoutMs', timeoutMs)
    if (signal !== undefined && typeof signal?.addEventListener !== 'function')
      throw invalidInput('signal', '(no AbortSignal)', 'Give the signal of an AbortController, or leave it out.')
    if (signal?.aborted) return reject(ended('aborted', signal.reason))
    const controller = new AbortController()
    let endsAt = ambient.now() + timeoutMs
    const end = (why: 'timeout' | 'aborted') => {
      release()
      const error = ended(why, signal?.reason)
      reject(error)
      controller.abort(error)
    }
    const onAbort = () => end('aborted')
    let cancelTimer = ambient.setTimer(timeoutMs, () => end('timeout'))
    const release = () => {
      cancelTimer()
      signal?.removeEventListener('abort', onAbort)
    }
    signal?.addEventListener('abort', onAbort)
    const limit: TimeLimit = {
      signal: controller.signal,
      remainingMs: () => endsAt - ambient.now(),
      wait: (delayMs) =>
        new Promise((resume) => {
          const cancel = ambient.setTimer(delayMs, resume)
          controller.signal.addEventListener('abort', cancel)
        }),
      async outside(waiting) {
        cancelTimer()
        const remainingMs = endsAt - ambient.now()
        const result = await waiting
        if (controller.signal.aborted) return result
        endsAt = ambient.now() + remainingMs
        cancelTimer = ambient.setTimer(Math.max(0, remainingMs), () => end('timeout'))
        return result
      },
    }
    work(limit).then(
      (value) => {
        release()
        resolve(value)
      },
      (error) => {
        release()
        reject(error)
      },
    )
  })
}

/** Makes the error of a step that the time limit or the caller ended, for {@link TimeLimitOptions.ended}. */
export function endOf(operation: string, timeoutMs: number): TimeLimitOptions['ended'] {
  return (why, cause) => new ZoomError(why, `${operation} ${wordsOfEnd(why, timeoutMs)}.`, { operation, cause })
}

/** What follows the name of what was ended. */
export function wordsOfEnd(why: 'timeout' | 'aborted', timeoutMs: number): string {
  return why === 'timeout' ? `did not end within ${timeoutMs} ms` : 'was aborted'
}

/** A time limit that a caller gave, checked. */
export function checkTimeoutMs(field: string, timeoutMs: number): number {
  if (typeof timeoutMs === 'number' && timeoutMs > 0 && timeoutMs <= longestTimer) return timeoutMs
  throw invalidInput(field, timeoutMs, `Give milliseconds: more than 0 and at most ${longestTimer}.`)
}
