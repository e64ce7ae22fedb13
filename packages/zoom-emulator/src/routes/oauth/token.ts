import { askDeviceSignIn } from '../../domain/device-sign-in.ts'
import type { AccessToken, RefreshToken } from '../../domain/entities.ts'
import {
  accessTokenLifeSeconds,
  exchangeCode,
  type IssuedTokens,
  issueAccountToken,
  issueChatbotToken,
  issueUserTokens,
  rotate,
  verifierFits,
} from '../../domain/tokens.ts'
import type { Routes } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { OAuthError } from '../../http/oauth-error.ts'
import { readForm } from '../../http/read-form.ts'
import { findClient, invalidClient, type OAuthClient } from './client.ts'

type Exchange = (
  emulator: Emulator,
  client: OAuthClient,
  form: URLSearchParams,
) => { access: AccessToken; refresh?: RefreshToken }

const exchanges: Readonly<Record<string, Exchange>> = {
  account_credentials: exchangeAccountCredentials,
  authorization_code: exchangeAuthorizationCode,
  refresh_token: exchangeRefreshToken,
  client_credentials: exchangeClientCredentials,
  'urn:ietf:params:oauth:grant-type:device_code': exchangeDeviceCode,
}

/** `POST /oauth/token` (docs/zoom-facts.md §1.2, §1.4). */
export function tokenRoute(app: Routes, emulator: Emulator): void {
  app.post('/oauth/token', async (context) => {
    const form = await readForm(context)
    const client = findClient(emulator.store, context.req.header('authorization'), form)
    const grantType = form.get('grant_type') ?? ''
    const exchange = Object.hasOwn(exchanges, grantType) ? exchanges[grantType] : undefined
    if (!exchange) throw unsupported()
    const { access, refresh } = exchange(emulator, client, form)
    return context.json({
      access_token: access.token,
      token_type: 'bearer',
      ...(refresh && { refresh_token: refresh.token }),
      expires_in: accessTokenLifeSeconds,
      scope: access.scopes.join(' '),
      api_url: emulator.baseUrl(),
    })
  })
}

function exchangeAccountCredentials(
  emulator: Emulator,
  { app }: OAuthClient,
  form: URLSearchParams,
): { access: AccessToken } {
  if (app.type !== 'server_to_server') throw unsupported()
  if (form.get('account_id') !== app.accountId) throw new OAuthError(400, 'invalid_request', 'Bad Request')
  return { access: issueAccountToken(emulator, app) }
}

function exchangeAuthorizationCode(
  emulator: Emulator,
  { app, provedBySecret }: OAuthClient,
  form: URLSearchParams,
): IssuedTokens {
  if (app.type !== 'oauth') throw unsupported()
  const code = emulator.store.authorizationCodes.get(form.get('code') ?? '')
  if (!code || code.clientId !== app.clientId || code.expiresAt <= emulator.clock.now())
    throw new OAuthError(400, 'invalid_grant', 'Invalid authorization code')
  if (form.get('redirect_uri') !== code.redirectUri)
    throw new OAuthError(400, 'invalid_request', 'Redirect URI mismatch')
  if (code.codeChallenge === undefined && !provedBySecret) throw invalidClient()
  if (code.codeChallenge !== undefined && !verifierFits(code, form.get('code_verifier') ?? ''))
    throw new OAuthError(400, 'invalid_grant', 'Invalid code_verifier')
  const { clientId, userId, scopes } = code
  const grant = { clientId, userId, scopes, accountId: app.accountId }
  return exchangeCode(emulator, code, provedBySecret ? grant : { ...grant, publicClient: true })
}

function exchangeRefreshToken(
  emulator: Emulator,
  { app, provedBySecret }: OAuthClient,
  form: URLSearchParams,
): IssuedTokens {
  if (app.type !== 'oauth') throw unsupported()
  const token = emulator.store.refreshTokens.get(form.get('refresh_token') ?? '')
  if (!token || token.clientId !== app.clientId || token.expiresAt <= emulator.clock.now())
    throw new OAuthError(400, 'invalid_grant', 'Invalid Token!')
  if (!provedBySecret && !token.publicClient) throw invalidClient()
  return rotate(emulator, token)
}

function exchangeClientCredentials(emulator: Emulator, { app, provedBySecret }: OAuthClient): { access: AccessToken } {
  if (app.type !== 'oauth') throw unsupported()
  if (!provedBySecret) throw invalidClient()
  return { access: issueChatbotToken(emulator, app) }
}

function exchangeDeviceCode(
  emulator: Emulator,
  { app, provedBySecret }: OAuthClient,
  form: URLSearchParams,
): IssuedTokens {
  if (app.type !== 'oauth') throw unsupported()
  const signIn = emulator.store.deviceSignIns.get(form.get('device_code') ?? '')
  if (signIn?.clientId !== app.clientId) throw new OAuthError(400, 'invalid_grant', 'Invalid device code')
  const answer = askDeviceSignIn(emulator, signIn)
  if (typeof answer === 'string') throw new OAuthError(400, answer, waitingWords[answer])
  const { clientId, scopes } = signIn
  const grant = { clientId, scopes, userId: answer.userId, accountId: app.accountId }
  return issueUserTokens(emulator, provedBySecret ? grant : { ...grant, publicClient: true })
}

/** Zoom's own words are not known. */
const waitingWords = {
  authorization_pending: 'The user has not answered yet',
  slow_down: 'Polling too fast',
  access_denied: 'The user declined',
  expired_token: 'The device code has expired',
}

export function unsupported(): OAuthError {
  return new OAuthError(400, 'unsupported_grant_type', 'unsupported grant type')
}
