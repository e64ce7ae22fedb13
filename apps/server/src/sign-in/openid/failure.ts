import type { OpenIdProblem } from '@convene/booking/contract'
import { AuthorizationResponseError, ResponseBodyError } from 'openid-client'

/** A sign-in by OpenID Connect that led nowhere. The message is for the log: no token, code or address of a person is in it. */
export class OpenIdFailure extends Error {
  readonly code: OpenIdProblem

  constructor(code: OpenIdProblem, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
  }

  override get name(): string {
    return 'OpenIdFailure'
  }
}

/** What the provider says where it cannot at the moment (RFC 6749 §4.1.2.1). */
const isAway: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable'])

/** Puts what `openid-client` throws in our words. Causes hold the provider's whole answers, so they are left behind. */
export function failureOf(error: unknown): OpenIdFailure {
  if (error instanceof OpenIdFailure) return error
  if (error instanceof AuthorizationResponseError) {
    const said = `The provider sent the person back: ${word(error.error)}.`
    if (error.error === 'access_denied') return new OpenIdFailure('refused', said)
    return new OpenIdFailure(isAway.has(error.error) ? 'provider_away' : 'failed', said)
  }
  if (error instanceof ResponseBodyError) {
    const said = `The provider does not give a token: ${word(error.error)} (HTTP ${error.status}).`
    return new OpenIdFailure(error.status >= 500 || isAway.has(error.error) ? 'provider_away' : 'failed', said)
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  // `fetch` fails with a TypeError that has no code of its own.
  if (code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && code === ''))
    return new OpenIdFailure('provider_away', 'The provider cannot be reached.')
  return new OpenIdFailure('failed', `The provider's answer cannot be believed (${word(code)}).`)
}

/** Error codes are words; anything else that comes in their place is not repeated. */
function word(text: string): string {
  return /^\w{1,60}$/.test(text) ? text : 'no error code'
}
