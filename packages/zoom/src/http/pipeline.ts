import type { AuthStrategy, Token } from '../auth/strategy.ts'
import type { TokenManager } from '../auth/token-manager.ts'
import { invalidInput, type ZoomError } from '../errors.ts'
import type { Ambient } from './ambient.ts'
import { withTimeLimit, wordsOfEnd } from './deadline.ts'
import { encodeBody, encodeTarget } from './encode.ts'
import { encodeForm } from './encode-form.ts'
import { errorFromFailure, type Failure, remedyOfUnknown } from './failure.ts'
import { notify, type ZoomHooks } from './hooks.ts'
import { failureFromTransport } from './network-failure.ts'
import type { CallOptions, Operation, Requester, RequestParts } from './operation.ts'
import { hidden } from './redact.ts'
import { type Meaning, readAnswer } from './response.ts'
import { repeatAfter } from './retry.ts'
import { type OutgoingRequest, send } from './send.ts'
import type { CallScheduler, Turn } from './turn.ts'

export interface PipelineConfig {
  readonly auth: AuthStrategy
  readonly tokens: TokenManager
  /** The API's address as the caller gave it; without it the one that came with the token counts, then Zoom's own. */
  readonly apiUrl: string | undefined
  readonly timeoutMs: number
  readonly retries: number
  readonly hooks: ZoomHooks
  readonly ambient: Ambient
  /** Keeps Zoom's limits; without it every request goes out at once. */
  readonly scheduler?: CallScheduler | undefined
}

/** The whole way of a request: encode → time limit → turn → sign → send → classify → repeat or answer. */
export function createPipeline(config: PipelineConfig): Requester {
  const { tokens, hooks, ambient, scheduler } = config

  return {
    async request<Answer>(operation: Operation, parts: RequestParts = {}, options?: CallOptions): Promise<Answer> {
      // Encode. What is wrong here is told before anything is sent.
      const target = encodeTarget(operation, parts)
      const form = operation.bodyType === undefined ? undefined : await encodeForm(parts.body ?? {})
      const body = form?.content ?? encodeBody(parts.body)
      const { timeoutMs = config.timeoutMs, signal } = checkOptions(options)

      // `unknown` from the moment when a request goes out until an answer says that it was not done.
      let outcome: Failure['outcome'] = 'not_done'
      const ended = (why: 'timeout' | 'aborted', cause?: unknown) =>
        endedError(operation, outcome, why, timeoutMs, cause)

      // Time limit, over all attempts and waits.
      return withTimeLimit(ambient, { timeoutMs, signal, ended }, async (limit) => {
        let tokenWasRenewed = false
        for (let attempt = 1; ; attempt++) {
          // Wait for the turn, where a scheduler keeps Zoom's limits. What waits there does not use up the time limit.
          let turn: Turn | undefined
          if (scheduler !== undefined) {
            const call = {
              operation,
              parts,
              schedule: options?.schedule,
              signal: limit.signal,
              timeoutMs,
              caller: tokens,
            }
            const next = scheduler.turn(call)
            turn = next instanceof Promise ? await limit.outside(next) : next
          }

          // Sign.
          let token: Token
          try {
            token = await tokens.get()
          } catch (error) {
            turn?.done()
            throw error
          }
          const headers: Record<string, string> = {
            authorization: `Bearer ${token.accessToken}`,
            accept: 'application/json',
          }
          if (body !== undefined) headers['content-type'] = form?.contentType ?? 'application/json'
          const url = (config.apiUrl ?? apiUrlOf(token.apiUrl)) + target
          const request = { operation: operation.id, attempt, method: operation.method, url, headers, body }

          // Send. When the limit has ended, the caller has had the error: nothing goes out any more.
          try {
            await options?.beforeSend?.()
            limit.signal.throwIfAborted()
          } catch (error) {
            turn?.done()
            throw error
          }
          const outcomeBefore = outcome
          outcome = 'unknown'
          const meaning = await sendAndRead(operation, request, limit.signal, token.accessToken, turn)
          if (meaning.ok) return meaning.value as Answer
          const { failure } = meaning
          if (failure.outcome === 'not_done') outcome = outcomeBefore

          // A deletion whose first answer was lost: that the thing is gone now is what was wanted.
          if (failure.code === 'not_found' && operation.method === 'DELETE' && outcome === 'unknown')
            return undefined as Answer

          // Repeat: once with a new token, and where it is safe after a wait.
          if (failure.tokenRefused && !tokenWasRenewed) {
            tokenWasRenewed = true
            await tokens.renew(token)
            attempt--
            continue
          }
          const remainingMs = limit.remainingMs()
          const { repeat } = operation
          const situation = { repeat, attempt, retries: config.retries, now: ambient.now(), remainingMs }
          // A refusal by a limit that the scheduler keeps from now on: the next turn comes when the limit allows it.
          const isKept = turn?.keepsRefusal === true && attempt <= config.retries
          const waitMs = isKept ? 0 : repeatAfter(failure, { ...situation, random: ambient.random() })
          if (waitMs === undefined) throw errorFromFailure(explained(failure), operation, outcome)
          const { code: reason, message } = failure
          notify(hooks.onRetry, () => ({
            operation: operation.id,
            method: operation.method,
            url,
            attempt,
            reason,
            message,
            waitMs,
          }))
          await limit.wait(waitMs)
        }
      })
    },
  }

  async function sendAndRead(
    operation: Operation,
    request: OutgoingRequest,
    signal: AbortSignal,
    accessToken: string,
    turn: Turn | undefined,
  ): Promise<Meaning> {
    try {
      const answer = await send(ambient, hooks, request, signal)
      // A refusal that repeats the token must not carry it into an error.
      const text = answer.status >= 400 ? answer.text?.replaceAll(accessToken, hidden) : answer.text
      const meaning = readAnswer(operation, { ...answer, text }, ambient.now)
      turn?.done(answer, meaning)
      return meaning
    } catch (cause) {
      turn?.done()
      if (signal.aborted) throw cause
      return { ok: false, failure: failureFromTransport(cause, operation) }
    }
  }

  /** A kind of app that Zoom does not serve any more knows better why it was refused. */
  function explained(failure: Failure): Failure {
    const { refusalRemedy } = config.auth
    const isAppRefused = failure.tokenRefused || (failure.details.zoomCode === 200 && /REST API/i.test(failure.message))
    if (!isAppRefused || refusalRemedy === undefined) return failure
    return { ...failure, code: 'sign_in_refused', details: { ...failure.details, remedy: refusalRemedy } }
  }
}

const optionNames = ['signal', 'timeoutMs', 'schedule', 'beforeSend']

/** Refuses an option by another name, such as `timeout`: it would have no effect, and nobody would notice. */
function checkOptions(options: CallOptions | null = {}): CallOptions {
  for (const [name, value] of Object.entries(options ?? {}))
    if (!optionNames.includes(name))
      throw invalidInput(name, String(value), 'A call has the options signal, timeoutMs, schedule and beforeSend.')
  return options ?? {}
}

/** The regional address that came with a token; it was checked when the token was read. */
function apiUrlOf(tokenApiUrl: string | undefined): string {
  return tokenApiUrl === undefined ? 'https://api.zoom.us/v2' : `${tokenApiUrl}/v2`
}

function endedError(
  operation: Operation,
  outcome: Failure['outcome'],
  why: 'timeout' | 'aborted',
  timeoutMs: number,
  cause: unknown,
): ZoomError {
  const advice = outcome === 'unknown' ? remedyOfUnknown(operation) : 'Nothing was done; it may be called again.'
  const details = { cause, remedy: why === 'aborted' && operation.repeat === 'safe' ? undefined : advice }
  return errorFromFailure(
    { code: why, message: `${operation.id} ${wordsOfEnd(why, timeoutMs)}.`, outcome, details },
    operation,
    outcome,
  )
}
