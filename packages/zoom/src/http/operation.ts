import type { CallSchedule } from './turn.ts'

/** What the pipeline has to know of one Zoom operation. Data, no code: one constant an operation, beside its resource. */
export interface Operation {
  /** Names the operation in errors, logs and traces, as the caller calls it: `meetings.create`. */
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Zoom's path below `/v2`, with its parameters in braces: `/users/{userId}/meetings`. */
  readonly path: string
  /**
   * May the request be sent again when its outcome is unknown?
   * `safe`: it only reads. `absolute`: a repetition ends in the same state (PUT, DELETE, a PATCH of absolute values).
   * `never`: a repetition could make a second thing (Zoom has no idempotency key, docs/zoom-facts.md §10).
   */
  readonly repeat: 'safe' | 'absolute' | 'never'
  /** Any one of these scopes opens the operation (docs/zoom-facts.md §2). */
  readonly scopes: { readonly granular: readonly string[]; readonly classic: readonly string[] }
  /** Zoom's label for its rate limits (docs/zoom-facts.md §3); `unknown`, and absent, where nobody knows. */
  readonly label?: RateLimitLabel
  /** How the body is sent: as JSON, unless it is a form with files. */
  readonly bodyType?: 'multipart/form-data'
  /** Fields without which the answer is malformed and must not be passed on. */
  readonly answers?: readonly string[]
}

/** Zoom's names for how much of its limits a call takes (docs/zoom-facts.md §3.1). */
export type RateLimitLabel = 'light' | 'medium' | 'heavy' | 'resource_intensive' | 'unknown'

/** A query value; `undefined` is left out, a list is sent as CSV. */
export type QueryValue = string | number | boolean | readonly (string | number)[] | undefined

/** The variable parts of one request. */
export interface RequestParts {
  readonly path?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, QueryValue>>
  /** Plain data; of a form, an object with its files and values. */
  readonly body?: unknown
}

/** What every call takes last. */
export interface CallOptions {
  /** Ends the call early: the promise rejects with `ZoomError` `aborted`, whose `cause` is the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** Time limit of a request with its repetitions and waits, in milliseconds; a call that takes several has it for each. */
  readonly timeoutMs?: number | undefined
  /** Its place among the other calls, for a client with a scheduler. Time spent waiting for a turn is beside `timeoutMs`. */
  readonly schedule?: CallSchedule | undefined
  /**
   * Called each time that a request of the call is about to leave, when its turn has come and its token is there: the place to
   * write down what must be known if this program dies now. When it rejects, nothing is sent and the call rejects with its error.
   */
  readonly beforeSend?: (() => Promise<void>) | undefined
}

/** Sends one operation through the pipeline: encode, sign, time limit, repetition, errors. */
export interface Requester {
  request<Answer>(operation: Operation, parts?: RequestParts, options?: CallOptions): Promise<Answer>
}
