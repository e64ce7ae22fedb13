/** Every kind of failure, closed: `docs/errors.md` has an anchor for each. */
export type ZoomErrorCode =
  | 'invalid_input'
  | 'sign_in_refused'
  | 'scope_missing'
  | 'not_found'
  | 'conflict'
  | 'rate_limited'
  | 'zoom_refused'
  | 'start_shifted'
  | 'timeout'
  | 'aborted'
  | 'network'
  | 'malformed_answer'

/** The one error class of this package; `code` says what happened, `remedy` what to do now. */
export class ZoomError extends Error {
  readonly code: ZoomErrorCode
  constructor(code: ZoomErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'ZoomError'
    this.code = code
  }
}
