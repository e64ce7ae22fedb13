import { invalidInput } from '../errors.ts'
import { realAmbient } from '../http/ambient.ts'
import { checkTimeoutMs } from '../http/deadline.ts'
import { WebhookError } from './errors.ts'
import type { WebhookEvent, WebhookEventName } from './events.ts'
import type { WebhookFailure, WebhookHandlerOptions } from './handler-options.ts'
import type { WebhookHeaders } from './headers.ts'
import type { RawBody } from './raw-body.ts'
import { checkSecretTokens } from './secret-tokens.ts'
import { createMemorySeenStore } from './seen-store.ts'
import { usualMaxAgeMs, type VerifiedWebhook, verifyWebhook } from './verify.ts'

/** One delivery, whatever brought it. */
export interface WebhookDelivery {
  readonly method: string
  readonly headers: WebhookHeaders
  /** Gives the bytes as they came; refuses with a `WebhookError` when there are more than `limit`, or none any more. */
  readonly readBody: (limit: number) => Promise<RawBody>
  /** Keeps the surroundings alive until the listener has ended, where they would end with the answer. */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined
}

export interface WebhookAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Text; absent for an answer without a body. */
  readonly body?: string
}

const noContent: WebhookAnswer = { status: 204, headers: {} }

/** Shorter than five minutes: Zoom's first retry finds the lease of a program that ended run out. */
const leaseMs = 4 * 60_000

/** What the handlers of every framework share: verifies, stops replays, calls the listener and answers in time. Never rejects. */
export function createReceiver(options: WebhookHandlerOptions): (delivery: WebhookDelivery) => Promise<WebhookAnswer> {
  const { on = {}, onOther, onError, maxAgeMs = usualMaxAgeMs, answerWithinMs = 2500 } = options
  const { maxBodyBytes = 1_048_576, seen = createMemorySeenStore() } = options
  const secretToken = checkSecretTokens(options.secretToken)
  if (typeof onError !== 'function')
    throw invalidInput('onError', onError, 'Give a function: a listener that fails late is seen nowhere else.')
  checkTimeoutMs('answerWithinMs', answerWithinMs)
  checkTimeoutMs('maxAgeMs', maxAgeMs)
  if (!Number.isSafeInteger(maxBodyBytes) || maxBodyBytes < 1)
    throw invalidInput('maxBodyBytes', maxBodyBytes, 'Give a whole number of bytes from 1 on.')
  const ambient = { ...realAmbient, ...options.ambient }
  const running = new Map<string, Run>()

  function report(error: unknown, failure: WebhookFailure): void {
    // What reports failures must not decide the answer, nor end the process, when it fails itself: at once or as a promise.
    new Promise((done) => done(onError(error, failure))).catch(() => {})
  }

  function listenerOf(event: WebhookEvent): ((event: never) => unknown) | undefined {
    return Object.hasOwn(on, event.event) ? on[event.event as WebhookEventName] : onOther
  }

  /** Calls the listener once for any number of deliveries of one event, and says what to answer them. */
  async function handle(run: Run, { event, key }: VerifiedWebhook): Promise<WebhookAnswer> {
    const listener = listenerOf(event) as ((event: WebhookEvent) => unknown) | undefined
    if (listener === undefined) return noContent
    try {
      const now = ambient.now()
      const claim = await seen.claim(key, { now, leaseUntil: now + leaseMs, keepUntil: run.keepUntil })
      if (claim === 'handled') return noContent
      if (claim === 'busy') return tryLater('Another process works on this event.')
      try {
        await listener(event)
      } catch (error) {
        report(error, { event, answered: run.answered })
        await seen.release(key)
        return tryLater('The event could not be handled.')
      }
    } catch (error) {
      report(error, { event, answered: run.answered })
      return tryLater('It could not be looked up whether this event was handled.')
    }
    // It was handled: a store that cannot note this must not make Zoom send it again.
    await seen.keep(key, run.keepUntil).catch((error: unknown) => report(error, { event, answered: run.answered }))
    return noContent
  }

  /** Begins with an event, or joins the run that another delivery of it began. */
  function runOf(verified: VerifiedWebhook): Run {
    const { key } = verified
    const keepUntil = verified.signedAt + maxAgeMs
    const earlier = running.get(key)
    if (earlier) {
      earlier.keepUntil = Math.max(earlier.keepUntil, keepUntil)
      return earlier
    }
    const run: Run = { keepUntil, answered: false, ended: Promise.resolve(noContent) }
    running.set(key, run)
    run.ended = handle(run, verified).finally(() => running.delete(key))
    return run
  }

  /** The answer of a run, or in time the one that it is accepted. */
  function answerInTime(run: Run): Promise<WebhookAnswer> {
    return new Promise((resolve) => {
      const cancel = ambient.setTimer(answerWithinMs, () => {
        run.answered = true
        resolve(noContent)
      })
      run.ended.then((answer) => {
        cancel()
        resolve(answer)
      })
    })
  }

  return async ({ method, headers, readBody, waitUntil }) => {
    if (method !== 'POST') return { ...problem(405, 'method_not_allowed', 'Zoom posts.'), headers: { allow: 'POST' } }
    try {
      const body = await readBody(maxBodyBytes)
      const verified = await verifyWebhook({ body, headers, secretToken, maxAgeMs, ambient })
      if (verified.answer) return json(200, verified.answer)
      const run = runOf(verified)
      waitUntil?.(run.ended)
      return await answerInTime(run)
    } catch (error) {
      report(error, { answered: false })
      return error instanceof WebhookError ? problem(error.status, error.code, error.message) : tryLater('It failed.')
    }
  }
}

/** The work on one event, for all of its deliveries. */
interface Run {
  keepUntil: number
  /** A delivery of it was answered before it ended. */
  answered: boolean
  ended: Promise<WebhookAnswer>
}

function json(status: number, body: object): WebhookAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

function problem(status: number, code: string, message: string): WebhookAnswer {
  return json(status, { code, message })
}

/** A status after which Zoom sends the event again: in 5, 25 and 85 minutes (docs/zoom-facts.md §9). */
function tryLater(message: string): WebhookAnswer {
  return problem(503, 'not_handled', message)
}
