import { invalidInput, ZoomError } from '../errors.ts'
import { realAmbient } from '../http/ambient.ts'
import { equalInConstantTime } from '../http/constant-time.ts'
import { type ConsentApp, checkConsentApp } from './authorization-code.ts'
import { base64Url } from './base64url.ts'
import { type ConsentOptions, callSignInServer, oauthUrlOf } from './sign-in-server.ts'
import type { Token } from './strategy.ts'
import { parseToken } from './token-endpoint.ts'

/** A consent under way: send the person to `url`, and keep the other two until they come back. */
export interface Consent {
  readonly url: string
  /** Comes back with the code; it proves that this consent was started here. Bind it to the person's session. */
  readonly state: string
  /** Proves at the exchange that this program started the consent (PKCE, RFC 7636). A secret. */
  readonly codeVerifier: string
}

/** Where the person comes back to, and what they are asked to allow. */
export interface StartConsentOptions extends ConsentOptions {
  /** Exactly as on the app's page; a program on the person's machine may use `http://127.0.0.1:<any port>/…`. */
  readonly redirectUri: string
  /** Only for apps with optional scopes. */
  readonly scopes?: readonly string[] | undefined
}

/** First step: makes the address of Zoom's consent page, with `state` and a PKCE challenge (S256). */
export async function startConsent(app: ConsentApp, options: StartConsentOptions): Promise<Consent> {
  const { id } = checkConsentApp(app)
  const ambient = { ...realAmbient, ...options.ambient }
  if (!URL.canParse(options.redirectUri))
    throw invalidInput('redirectUri', options.redirectUri, "Give the redirect URI as it stands on the app's page.")
  const state = base64Url(ambient.randomBytes(24))
  const codeVerifier = base64Url(ambient.randomBytes(48))
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: id,
    redirect_uri: options.redirectUri,
    state,
    code_challenge: base64Url(await ambient.sha256(codeVerifier)),
    code_challenge_method: 'S256',
  })
  if (options.scopes && options.scopes.length > 0) query.set('scope', options.scopes.join(' '))
  return { url: `${oauthUrlOf(options)}/authorize?${query}`, state, codeVerifier }
}

/**
 * Second step: takes the code out of the address to which Zoom sent the person back.
 *
 * @throws `ZoomError` `sign_in_refused` when the person refused, or when `state` is not the one of this consent.
 */
export function codeFromCallback(callbackUrl: string | URL, state: string): string {
  const url = URL.parse(callbackUrl, 'http://callback.invalid')
  const answer = url?.searchParams
  if (state === '' || !equalInConstantTime(answer?.get('state') ?? '', state))
    throw new ZoomError(
      'sign_in_refused',
      'The person came back with another state than the one this consent began with.',
      {
        remedy: 'Start the consent again, and do not use this code: someone else may have started it.',
      },
    )
  const code = answer?.get('code')
  if (code) return code
  const reason = answer?.get('error_description') ?? answer?.get('error') ?? 'no code'
  throw new ZoomError('sign_in_refused', `Zoom sent the person back without a code (${reason}).`, {
    remedy: 'Ask the person to consent again; the administrator of the account may have to allow the app first.',
  })
}

/** Third step: exchanges the code for tokens. A code works once and for five minutes. */
export function exchangeCode(
  app: ConsentApp,
  input: { readonly code: string; readonly codeVerifier: string; readonly redirectUri: string },
  options: ConsentOptions = {},
): Promise<Token> {
  const { code, codeVerifier, redirectUri } = input
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: codeVerifier }
  return callSignInServer({ path: '/token', form, repeat: 'never' }, app, options, parseToken)
}

/** Voids a token and with it the consent; remove it from your store too. */
export function revokeToken(
  app: ConsentApp,
  token: Pick<Token, 'accessToken'>,
  options: ConsentOptions = {},
): Promise<void> {
  const form = { token: token.accessToken }
  return callSignInServer({ path: '/revoke', form, repeat: 'safe' }, app, options, () => undefined)
}
