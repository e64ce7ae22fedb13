import type { Operation, RequestParts } from './operation.ts'
import type { Meaning } from './response.ts'
import type { Answer } from './send.ts'

/** What a caller may say of a call's place among the others; it counts only where the client has a scheduler. */
export interface CallSchedule {
  /** `person`: somebody waits for it. `background`: a nightly sweep. Without it `normal`. */
  readonly priority?: 'person' | 'normal' | 'background' | undefined
  /** The host whose day the call uses up, by id or e-mail address, where neither the path nor an earlier answer tells. */
  readonly host?: string | undefined
  /** The longest wait for its turn in milliseconds, `Infinity` for any; a call that would wait longer fails at once. */
  readonly longestWaitMs?: number | undefined
}

/** A call that asks for its turn: once before each time that it goes out. */
export interface CallToSchedule {
  readonly operation: Operation
  readonly parts: RequestParts
  readonly schedule: CallSchedule | undefined
  /** Aborted when the call is given up; the turn is then not wanted any more. */
  readonly signal: AbortSignal
  /** The call has surely ended this many milliseconds after its turn began. */
  readonly timeoutMs: number
  /** The same for all calls of one sign-in: `me` is another person in another one. */
  readonly caller: object
}

/** Leave to send one request once. */
export interface Turn {
  /** To be told when the request has ended: with what came back, or without it where nothing did. Only the first time counts. */
  done(answer?: Answer, meaning?: Meaning): void
  /** Zoom refused the call, and its next turn will not come before Zoom takes it. Known once the turn is done. */
  readonly keepsRefusal: boolean
}

/** What a client asks before each request; `createScheduler` of `@convene/zoom/limits` makes one. */
export interface CallScheduler {
  /** Rejects with a `ZoomError` `rate_limited` when the wait would be too long. */
  turn(call: CallToSchedule): Turn | Promise<Turn>
}
