import { base64Url } from './base64url.ts'
import { checkCredential } from './credentials.ts'
import type { AuthStrategy } from './strategy.ts'

/** An hour, in seconds: long enough to be made seldom, short enough to matter little when it leaks. */
const lifeSeconds = 3600

/**
 * The JWT app, which Zoom ended on 8 September 2023 (docs/zoom-facts.md §1.6). It works on the emulator, so that an old program
 * can be moved step by step; the real Zoom refuses it, and the error says how to go on.
 */
export function legacyJwt(app: { readonly apiKey: string; readonly apiSecret: string }): AuthStrategy {
  const apiKey = checkCredential('apiKey', app.apiKey)
  const apiSecret = checkCredential('apiSecret', app.apiSecret)
  return {
    kind: 'jwt',
    cacheKey: '', // Made here, without a request: nothing to share.
    refusalRemedy:
      'Zoom ended JWT apps on 8 September 2023: make a Server-to-Server OAuth app on marketplace.zoom.us, give it the scopes, activate it, and sign in with serverToServer({ accountId, clientId, clientSecret }).',
    async fetchToken(context) {
      const expiresAt = (Math.floor(context.now() / 1000) + lifeSeconds) * 1000
      const signed = [
        { alg: 'HS256', typ: 'JWT' },
        { iss: apiKey, exp: expiresAt / 1000 },
      ]
        .map((part) => base64Url(new TextEncoder().encode(JSON.stringify(part))))
        .join('.')
      const signature = base64Url(await context.hmacSha256(apiSecret, signed))
      return { accessToken: `${signed}.${signature}`, expiresAt, scopes: [] }
    },
  }
}
