import { hidden } from '../http/redact.ts'

/** What Zoom's token endpoint answered: `{reason, error}`, not the envelope of the API (docs/zoom-facts.md §1.4). */
export interface TokenRefusal {
  readonly status: number
  readonly reason: string
  readonly error: string
}

/** The grant of a sign-in on another device (RFC 8628 §3.4). */
export const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'

export type GrantType = 'account_credentials' | 'authorization_code' | 'refresh_token' | (string & {})

/** Reads a refusal; both parts are empty when the body is something else. */
export function parseTokenRefusal(status: number, body: unknown): TokenRefusal {
  const { reason, error, message } = (body ?? {}) as { reason?: unknown; error?: unknown; message?: unknown }
  const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
  return { status, reason: textOf(reason) || textOf(message), error: textOf(error) }
}

/** Says in words what to do after a refusal, by the grant that was asked for. */
export function remedyOfTokenRefusal({ status, reason, error }: TokenRefusal, grant: GrantType): string {
  if (/disabled|deactivat|not activ|\b47(?:17|38)\b/i.test(reason))
    return 'Activate the app on marketplace.zoom.us, or ask the administrator of the account to.'
  if (error === 'invalid_client' || /client_id|client_secret/i.test(reason))
    return "Compare the client id and the client secret with the app's page on marketplace.zoom.us; a secret that was made anew voids the old one."
  if (/redirect/i.test(reason))
    return "Give the redirect URI exactly as it stands on the app's page, to its last slash; the same at the consent and at the exchange."
  if (grant === 'account_credentials') {
    if (error === 'unsupported_grant_type')
      return 'This is not a Server-to-Server OAuth app: make one on marketplace.zoom.us, or sign in with authorizationCode().'
    if (error === 'invalid_request')
      return "Compare the account id with the app's page on marketplace.zoom.us, and see there that the app is activated."
  }
  if (grant === deviceGrant) {
    if (error === 'unsupported_grant_type' || error === 'unauthorized_client')
      return 'Allow the app on marketplace.zoom.us to be used on devices, or sign in with startConsent().'
    return 'Start the sign-in again and show the person the new code; a code works once and for some minutes.'
  }
  if (error === 'unsupported_grant_type')
    return 'This kind of app cannot sign in this way; a Server-to-Server OAuth app signs in with serverToServer().'
  if (grant === 'refresh_token')
    return 'The refresh token was used already, revoked, or is too old: the person has to consent again.'
  if (grant === 'authorization_code')
    return 'A code works once and for five minutes, with the code verifier of the same consent: start the consent again.'
  return status === 404 ? 'Check oauthUrl: it ends in /oauth.' : 'Check the app on marketplace.zoom.us, and oauthUrl.'
}

/** Zoom's words for a message: `(invalid_client: Invalid client_id or client_secret)`. */
export function wordsOfTokenRefusal({ status, reason, error }: TokenRefusal, secrets: readonly string[]): string {
  const words = [error, reason].filter((part) => part !== '').join(': ') || `status ${status}`
  return `(${secrets.reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, hidden)), words)})`
}
