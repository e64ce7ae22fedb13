export type OAuthErrorName =
  | 'access_denied'
  | 'authorization_pending'
  | 'expired_token'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_request'
  | 'slow_down'
  | 'unsupported_grant_type'

/** A refusal of `/oauth/*`, whose shape is not that of the API (docs/zoom-facts.md §1.4). */
export class OAuthError extends Error {
  readonly status: number
  readonly error: OAuthErrorName

  constructor(status: number, error: OAuthErrorName, reason: string) {
    super(reason)
    this.name = 'OAuthError'
    this.status = status
    this.error = error
  }

  /** The body of the answer. */
  toBody(): { reason: string; error: OAuthErrorName } {
    return { reason: this.message, error: this.error }
  }
}
