import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { RunningEmulator } from '../src/index.ts'

interface TokenAnswer {
  readonly access_token: string
  readonly refresh_token: string
  readonly token_type: string
  readonly expires_in: number
  readonly scope: string
  readonly api_url: string
  readonly reason?: string
  readonly error?: string
}

interface Answer<Body = TokenAnswer> {
  readonly status: number
  readonly body: Body
}

/** The demo's apps, as they sign in at the token endpoint. */
export const serverApp: string = `Basic ${btoa('demo-client:demo-secret')}`
export const userApp: string = `Basic ${btoa('demo-oauth-client:demo-oauth-secret')}`
export const redirect = 'http://127.0.0.1:53682/callback'
export const verifier = 'a-verifier-of-at-least-forty-three-characters-x'
/** The challenge of `verifier`. */
export const s256: string = createHash('sha256').update(verifier).digest('base64url')
export const forAccount = { grant_type: 'account_credentials', account_id: 'demo-account' } as const

/** What an app and a browser do to get a token. */
export interface OAuthCalls {
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Answer>
  token(form: Record<string, string>, authorization?: string): Promise<Answer>
  me(accessToken: string): Promise<Answer<{ email?: string; code?: number; message?: string }>>
  authorizeUrl(parameters?: Record<string, string>): string
  /** Answers the consent page as a user, as its buttons do, and gives the address that the browser is sent to. */
  allow(parameters?: Record<string, string>, user?: string, decision?: 'allow' | 'deny'): Promise<URL>
  codeOf(parameters?: Record<string, string>, user?: string): Promise<string>
  exchange(code: string, more?: Record<string, string>, authorization?: string): Promise<Answer>
}

export function oauthCalls(running: () => RunningEmulator): OAuthCalls {
  const calls: OAuthCalls = {
    async post(path, form, headers = {}) {
      const answer = await fetch(`${running().url}${path}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(form),
      })
      return { status: answer.status, body: (await answer.json()) as TokenAnswer }
    },
    token: (form, authorization) => calls.post('/oauth/token', form, authorization ? { authorization } : {}),
    async me(accessToken) {
      const answer = await running().fetch('/v2/users/me', { headers: { authorization: `Bearer ${accessToken}` } })
      return {
        status: answer.status,
        body: (await answer.json()) as { email?: string; code?: number; message?: string },
      }
    },
    authorizeUrl: (parameters = {}) =>
      `${running().url}/oauth/authorize?${new URLSearchParams({ response_type: 'code', client_id: 'demo-oauth-client', redirect_uri: redirect, ...parameters })}`,
    async allow(parameters = {}, user = 'mei@example.com', decision = 'allow') {
      const body = new URLSearchParams({
        ...Object.fromEntries(new URL(calls.authorizeUrl(parameters)).searchParams),
        user,
        decision,
      })
      const answer = await fetch(`${running().url}/oauth/authorize`, { method: 'POST', body, redirect: 'manual' })
      assert.equal(answer.status, 302)
      return new URL(answer.headers.get('location') ?? '')
    },
    codeOf: async (parameters, user) => (await calls.allow(parameters, user)).searchParams.get('code') ?? '',
    exchange: (code, more = {}, authorization = userApp) =>
      calls.token({ grant_type: 'authorization_code', code, redirect_uri: redirect, ...more }, authorization),
  }
  return calls
}
