/** One line of Zoom's `errors` array. */
export interface FieldError {
  readonly field: string
  readonly message: string
}

/** A refusal in Zoom's envelope; thrown anywhere below a route, written by `app.ts` (docs/zoom-facts.md §11). */
export class ZoomApiError extends Error {
  readonly status: number
  readonly code: number
  readonly errors: readonly FieldError[] | undefined

  constructor(status: number, code: number, message: string, errors?: readonly FieldError[]) {
    super(message)
    this.name = 'ZoomApiError'
    this.status = status
    this.code = code
    this.errors = errors
  }

  /** The body of the answer. */
  toBody(): { code: number; message: string; errors?: readonly FieldError[] } {
    return { code: this.code, message: this.message, ...(this.errors && { errors: this.errors }) }
  }
}

/** 400 with code 300 and the fields at fault. */
export function validationFailed(errors: readonly FieldError[]): ZoomApiError {
  return new ZoomApiError(400, 300, 'Validation Failed.', errors)
}

/** 404 with code 1001. */
export function userNotFound(id: string): ZoomApiError {
  return new ZoomApiError(404, 1001, `User does not exist: ${id}.`)
}

/** 404 with code 3001. */
export function meetingNotFound(id: string | number): ZoomApiError {
  return new ZoomApiError(404, 3001, `Meeting does not exist: ${id}.`)
}
