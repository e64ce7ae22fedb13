import type { AuthStrategy } from './auth/strategy.ts'
import { createTokenEndpoint } from './auth/token-endpoint.ts'
import { createTokenManager } from './auth/token-manager.ts'
import { createMemoryTokenStore, type TokenStore } from './auth/token-store.ts'
import { invalidInput } from './errors.ts'
import { type Ambient, realAmbient } from './http/ambient.ts'
import { checkBaseUrl } from './http/base-url.ts'
import { checkTimeoutMs, endOf, withTimeLimit } from './http/deadline.ts'
import type { ZoomHooks } from './http/hooks.ts'
import type { CallOptions, Requester } from './http/operation.ts'
import { createPipeline } from './http/pipeline.ts'
import { createMeetings, type MeetingsResource } from './resources/meetings.ts'
import { createUsers, type UsersResource } from './resources/users.ts'

export interface ZoomClientOptions {
  /** How to sign in: `serverToServer`, `authorizationCode`, `clientCredentials`, `bearer` or `legacyJwt`. */
  readonly auth: AuthStrategy
  /** Where the API is: `https://api.zoom.us/v2` unless you develop against an emulator. Given, it wins over Zoom's regional one. */
  readonly apiUrl?: string | undefined
  /** Where tokens are asked for: `https://zoom.us/oauth`. */
  readonly oauthUrl?: string | undefined
  /** Time limit of a request with its repetitions and waits, in milliseconds (30,000). */
  readonly timeoutMs?: number | undefined
  /** How often a request is repeated where that is safe: 0 to 10 (3). */
  readonly retries?: number | undefined
  /** Where tokens are kept: in the memory of this client, unless you hand in a store to share or to keep them. */
  readonly tokenStore?: TokenStore | undefined
  /** Called while requests run, for logs and traces. */
  readonly hooks?: ZoomHooks | undefined
  /** The surroundings: clock, timers, chance and the transport (`{ fetch: createNodeFetch() }`). */
  readonly ambient?: Partial<Ambient> | undefined
}

/** What a sign-in granted, without the token itself. */
export interface SignIn {
  /** The kind of app: `server_to_server`, `authorization_code`, `client_credentials`, `bearer` or `jwt`. */
  readonly kind: string
  /** The scopes by name; empty when nobody listed them. */
  readonly scopes: readonly string[]
  /** When the token ends; it is renewed before that. `undefined` when nobody said. */
  readonly expiresAt: Date | undefined
}

/** A client of the Zoom API; `request` sends an operation that has no method of its own. */
export interface ZoomClient extends Requester {
  readonly meetings: MeetingsResource
  readonly users: UsersResource
  /** Signs in now instead of at the first call, and says what was granted. */
  signIn(options?: CallOptions): Promise<SignIn>
}

/**
 * Makes a client of the Zoom API. Nothing is sent before the first call.
 *
 * @throws `ZoomError` `invalid_input` when an option cannot be used.
 */
export function createZoomClient(options: ZoomClientOptions): ZoomClient {
  const { auth, hooks = {}, retries = 3, tokenStore: store = createMemoryTokenStore() } = options
  if (typeof auth?.fetchToken !== 'function')
    throw invalidInput('auth', auth, 'Say how to sign in: auth: serverToServer({ accountId, clientId, clientSecret }).')
  if (!Number.isInteger(retries) || retries < 0 || retries > 10)
    throw invalidInput('retries', retries, 'Give a whole number from 0 to 10.')
  const apiUrl = options.apiUrl === undefined ? undefined : checkBaseUrl('apiUrl', options.apiUrl)
  const oauthUrl = checkBaseUrl('oauthUrl', options.oauthUrl ?? 'https://zoom.us/oauth')
  if ((apiUrl === undefined) !== (options.oauthUrl === undefined))
    throw invalidInput(
      apiUrl === undefined ? 'apiUrl' : 'oauthUrl',
      undefined,
      'Give both addresses, or neither for the real Zoom: a token of one Zoom is worth nothing at another.',
    )
  const timeoutMs = checkTimeoutMs('timeoutMs', options.timeoutMs ?? 30_000)
  const ambient = { ...realAmbient, ...options.ambient }

  const tokenEndpoint = createTokenEndpoint({ oauthUrl, retries, hooks, ambient })
  const context = { tokenEndpoint, now: ambient.now, hmacSha256: ambient.hmacSha256 }
  const tokens = createTokenManager({ auth, store, context, timeoutMs, ambient })
  const requester = createPipeline({ auth, tokens, apiUrl, timeoutMs, retries, hooks, ambient })
  return {
    request: requester.request,
    meetings: createMeetings(requester, () => ambient.now()),
    users: createUsers(requester),
    async signIn(options = {}) {
      const limit = options.timeoutMs ?? timeoutMs
      const within = { timeoutMs: limit, signal: options.signal, ended: endOf('signIn', limit) }
      const { scopes, expiresAt } = await withTimeLimit(ambient, within, async () => tokens.get())
      return { kind: auth.kind, scopes, expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt) }
    },
  }
}
