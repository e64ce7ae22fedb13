import { hidden, isSecretName, redactCause, redactText, redactValue } from './http/redact.ts'

/** Every kind of failure, closed; `docs/errors.md` has a section for each. */
export const zoomErrorCodes = [
  'invalid_input',
  'sign_in_refused',
  'scope_missing',
  'not_found',
  'conflict',
  'rate_limited',
  'zoom_refused',
  'start_shifted',
  'timeout',
  'aborted',
  'network',
  'malformed_answer',
  'key_reused',
  'key_unknown',
] as const

/** What happened, in one word of a closed list. */
export type ZoomErrorCode = (typeof zoomErrorCodes)[number]

/** One field that Zoom refused, in Zoom's words. */
export interface FieldError {
  readonly field: string
  readonly message: string
}

/**
 * Which limit was reached (docs/zoom-facts.md §3): `per_second` and `daily` belong to the account, `host_daily` is the 100
 * creations and changes a day of one host, `concurrent` is a lock on one user.
 */
export type RateLimit = 'per_second' | 'daily' | 'host_daily' | 'concurrent' | 'unknown'

/** The evidence. Every field is absent where it does not apply. */
export interface ZoomErrorDetails {
  /** What to do now, in words; the message ends with it. */
  readonly remedy?: string | undefined
  /** HTTP status of the answer. */
  readonly status?: number | undefined
  /** Zoom's own number for the refusal: 3001, 4711 … */
  readonly zoomCode?: number | undefined
  /** The fields Zoom refused. */
  readonly fieldErrors?: readonly FieldError[] | undefined
  /** `invalid_input`: the field, as the caller wrote it (`settings.jbh_time`). */
  readonly field?: string | undefined
  /** `invalid_input`: the value of that field; a secret is replaced. */
  readonly value?: unknown
  /** `scope_missing`: any one of these scopes would do. */
  readonly scopes?: readonly string[] | undefined
  /** `rate_limited`: which limit. */
  readonly limit?: RateLimit | undefined
  /** `rate_limited`: the instant from which the call can succeed again. */
  readonly retryAt?: Date | undefined
  /** Zoom's name for the request (`x-zm-trackingid`): what Zoom's support asks for. */
  readonly trackingId?: string | undefined
  /** What was called: `meetings.create`. */
  readonly operation?: string | undefined
  /** A call that changes something failed: surely not done, or nobody can know. Absent for calls that only read. */
  readonly outcome?: 'not_done' | 'unknown' | undefined
  /** `start_shifted`: the meeting as Zoom answered it. It exists. Not printed and not enumerated, since it holds secrets. */
  readonly meeting?: unknown
  /** `start_shifted`: the instant that was meant. */
  readonly meantAt?: Date | undefined
  /** `start_shifted`: the instant that Zoom answered; absent where Zoom shows none. */
  readonly answeredAt?: Date | undefined
  /** What went wrong below; a cause that holds a secret is replaced by a copy without it. */
  readonly cause?: unknown
}

const brand = Symbol.for('@convene/zoom ZoomError')

/**
 * The one error class of this package. `code` says what happened, `details` hold the evidence, `remedy` says what to do.
 * Nothing that prints it (message, stack, JSON, `util.inspect`) shows a token, a client secret, a passcode or a start link.
 */
export class ZoomError extends Error {
  readonly code: ZoomErrorCode
  readonly details: Omit<ZoomErrorDetails, 'cause'>

  /** `message` says what happened; `details.remedy` is added to it. */
  constructor(code: ZoomErrorCode, message: string, details: ZoomErrorDetails = {}) {
    const { cause, meeting, ...shown } = details
    const text = details.remedy === undefined ? message : `${message} ${details.remedy}`
    super(redactText(text), cause === undefined ? undefined : { cause: redactCause(cause) })
    this.code = code
    const evidence = Object.entries(shown).filter(([, value]) => value !== undefined)
    this.details = redactValue(Object.fromEntries(evidence)) as ZoomErrorDetails
    if (meeting !== undefined) Object.defineProperty(this.details, 'meeting', { value: meeting })
  }

  override get name(): string {
    return 'ZoomError'
  }

  /** What to do now, in words; empty when there is nothing to add to the message. */
  get remedy(): string {
    return this.details.remedy ?? ''
  }

  /** Where the repository explains this code: `docs/errors.md#rate_limited`. */
  get docsAnchor(): string {
    return `docs/errors.md#${this.code}`
  }

  toJSON(): Record<string, unknown> {
    return {
      name: this.name,
      code: this.code,
      message: this.message,
      ...this.details,
      docs: this.docsAnchor,
    }
  }

  /**
   * An error of another copy of this class is one too: each entry point of the package brings its own code (docs/decisions/0008).
   */
  static override [Symbol.hasInstance](value: unknown): value is ZoomError {
    return typeof value === 'object' && value !== null && brand in value
  }

  static {
    Object.defineProperty(ZoomError.prototype, brand, { value: true })
    Object.defineProperty(ZoomError.prototype, Symbol.for('nodejs.util.inspect.custom'), { value: print })
  }
}

/** How Node prints it: the stack, then the evidence (the remedy stands in the message already). */
function print(
  this: ZoomError,
  _depth: number,
  options: object,
  inspect: (value: unknown, options: object) => string,
): string {
  const { name: _name, message: _message, remedy: _remedy, ...evidence } = this.toJSON()
  const cause = this.cause === undefined ? {} : { '[cause]': this.cause }
  return `${this.stack} ${inspect({ ...evidence, ...cause }, options)}`
}

/** An `invalid_input` error that names the field, its value (hidden where it is a secret) and the remedy. */
export function invalidInput(field: string, value: unknown, remedy: string, cause?: unknown): ZoomError {
  const shown = isSecretName(field) && value !== undefined ? hidden : redactValue(value)
  return new ZoomError('invalid_input', `${field} is ${textOf(shown)}, which cannot be used.`, {
    field,
    value: shown,
    remedy,
    outcome: 'not_done',
    cause,
  })
}

function textOf(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === hidden) return hidden
  if (typeof value !== 'object' && typeof value !== 'string') return String(value)
  try {
    const text = JSON.stringify(value) ?? String(value)
    return text.length > 100 ? `${text.slice(0, 99)}…` : text
  } catch {
    return Object.prototype.toString.call(value)
  }
}
