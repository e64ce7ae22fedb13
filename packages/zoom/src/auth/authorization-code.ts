import { invalidInput, ZoomError } from '../errors.ts'
import { checkClientId, checkCredential } from './credentials.ts'
import type { AuthStrategy, Token } from './strategy.ts'

/** An app for which persons consent. `clientSecret` is absent for a public client (a program on the person's own machine). */
export interface ConsentApp {
  readonly clientId: string
  readonly clientSecret?: string | undefined
}

/** The app, and the person for whom it acts. */
export interface AuthorizationCodeOptions extends ConsentApp {
  /** What `exchangeCode` gave, or only the refresh token of it. May be absent when the store has one. */
  readonly token?: Token | { readonly refreshToken: string } | undefined
  /** Names the person in the store, where one program keeps tokens of several; your own id for them is best. */
  readonly person?: string | undefined
}

/**
 * Signs in as a person who consented (docs/zoom-facts.md §1.2). Each refresh gives a new refresh token and voids the old one:
 * hand a store to the client that keeps it, or the person has to consent again after a restart.
 */
export function authorizationCode(options: AuthorizationCodeOptions): AuthStrategy {
  const client = checkConsentApp(options)
  const { token, person = 'me' } = options
  const initial = token && initialToken(token)
  return {
    kind: 'authorization_code',
    cacheKey: consentKey(options, person),
    initial: initial && (() => initial),
    async fetchToken(context, previous, signal) {
      if (previous?.refreshToken === undefined) throw consentMissing(person)
      const form = { grant_type: 'refresh_token', refresh_token: previous.refreshToken }
      const fresh = await context.tokenEndpoint(form, client, signal)
      // Should an answer bring no new refresh token, the old one is the only one there is.
      return { refreshToken: previous.refreshToken, ...fresh }
    },
  }
}

/** The key under which a store keeps the token of a person: to put the first one there, and to take it away. */
export function consentKey(app: ConsentApp, person = 'me'): string {
  return `consent ${app.clientId} ${person}`
}

/** The app's credentials for the token endpoint, checked. */
export function checkConsentApp(app: ConsentApp): { id: string; secret?: string } {
  const id = checkClientId('clientId', app.clientId)
  return app.clientSecret === undefined ? { id } : { id, secret: checkCredential('clientSecret', app.clientSecret) }
}

function initialToken(token: Token | { readonly refreshToken: string }): Token {
  if ('accessToken' in token) return token
  if (typeof token.refreshToken !== 'string' || token.refreshToken === '')
    throw invalidInput('token.refreshToken', token.refreshToken, 'Give the refresh token that exchangeCode() returned.')
  return { accessToken: '', expiresAt: 0, refreshToken: token.refreshToken, scopes: [] }
}

function consentMissing(person: string): ZoomError {
  return new ZoomError('sign_in_refused', `There is no token of ${JSON.stringify(person)} to sign in with.`, {
    outcome: 'not_done',
    remedy: 'Let the person consent (startConsent, then exchangeCode), and give the token or keep it in the store.',
  })
}
