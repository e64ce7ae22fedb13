/** Why a delivery was refused, closed; `docs/errors.md` has a section for each. */
export const webhookErrorCodes = [
  'raw_body_missing',
  'body_too_large',
  'signature_missing',
  'signature_wrong',
  'timestamp_too_old',
  'timestamp_in_future',
  'body_malformed',
] as const

/** Why a delivery was refused, in one word of a closed list. */
export type WebhookErrorCode = (typeof webhookErrorCodes)[number]

const statuses: Readonly<Record<WebhookErrorCode, number>> = {
  raw_body_missing: 500,
  body_too_large: 413,
  signature_missing: 401,
  signature_wrong: 401,
  timestamp_too_old: 401,
  timestamp_in_future: 401,
  body_malformed: 400,
}

const brand = Symbol.for('@convene/zoom WebhookError')

/** A delivery that cannot be trusted or read. Nothing of its body, its signature or a secret token stands in the error. */
export class WebhookError extends Error {
  readonly code: WebhookErrorCode
  /** What to do now, in words; the message ends with it. */
  readonly remedy: string

  /** `message` says what happened; `remedy` is added to it. */
  constructor(code: WebhookErrorCode, message: string, remedy: string, cause?: unknown) {
    super(`${message} ${remedy}`, cause === undefined ? undefined : { cause })
    this.code = code
    this.remedy = remedy
  }

  override get name(): string {
    return 'WebhookError'
  }

  /** The HTTP status to answer the delivery with. */
  get status(): number {
    return statuses[this.code]
  }

  /** Where the repository explains this code: `docs/errors.md#signature_wrong`. */
  get docsAnchor(): string {
    return `docs/errors.md#${this.code}`
  }

  /** An error of another copy of this class is one too, as with `ZoomError` (docs/decisions/0008). */
  static override [Symbol.hasInstance](value: unknown): value is WebhookError {
    return typeof value === 'object' && value !== null && brand in value
  }

  static {
    Object.defineProperty(WebhookError.prototype, brand, { value: true })
  }
}
