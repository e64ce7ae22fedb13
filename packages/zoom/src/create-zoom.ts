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
import type { CallScheduler } from './http/turn.ts'
import type { ResourceFactory } from './resources/resource-operation.ts'

/** How a client signs in, where it sends, and how long it tries; `auth` is enough. */
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
  /** Keeps the calls inside Zoom's limits: `createScheduler` of `@convene/zoom/limits`. Clients of one account share one. */
  readonly scheduler?: CallScheduler | undefined
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

/** The resources by the names that they get on the client: `{ meetings, registrants }`. */
export type ResourceFactories = Readonly<Record<string, ResourceFactory<object>>>

/** What every client has beside its resources; `request` sends an operation that has no call of its own. */
export interface ZoomBase extends Requester {
  /** Signs in now instead of at the first call, and says what was granted. */
  signIn(options?: CallOptions): Promise<SignIn>
}

/** A client with the resources that it was made with. */
export type Zoom<Factories extends ResourceFactories> = ZoomBase & {
  readonly [Name in keyof Factories]: ReturnType<Factories[Name]>
}

/** As {@link ZoomClientOptions}, with the parts of the API that are wanted. */
export interface ZoomOptions<Factories extends ResourceFactories> extends ZoomClientOptions {
  /** The parts of the API that the program uses, from `@convene/zoom/meetings`, `/users`, `/webinars` …; nothing else is loaded. */
  readonly resources: Factories
}

/**
 * Makes a client of some resources of the Zoom API, so that a program loads, and a bundle holds, only these. Nothing is sent
 * before the first call.
 *
 * @throws `ZoomError` `invalid_input` when an option cannot be used.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { createZoom, optionsFromEnvironment } from '@convene/zoom/core'
 * import { meetings } from '@convene/zoom/meetings'
 * import { startEmulator } from '@convene/zoom-emulator'
 *
 * await using emulator = await startEmulator()
 * const zoom = createZoom({ ...optionsFromEnvironment(emulator.env), resources: { meetings } })
 *
 * const meeting = await zoom.meetings.create({ topic: 'Interview', start_time: '2030-12-20T10:00:00Z' })
 * assert.equal(meeting.topic, 'Interview')
 * ```
 */
export function createZoom<const Factories extends ResourceFactories>(
  options: ZoomOptions<Factories>,
): Zoom<Factories> {
  const { auth, hooks = {}, retries = 3, tokenStore: store = createMemoryTokenStore() } = options
  if (typeof auth?.fetchToken !== 'function')
    throw invalidInput('auth', auth, 'Say how to sign in: auth: serverToServer({ accountId, clientId, clientSecret }).')
  if (!Number.isInteger(retries) || retries < 0 || retries > 10)
    throw invalidInput('retries', retries, 'Give a whole number from 0 to 10.')
  if (options.scheduler !== undefined && typeof options.scheduler?.turn !== 'function')
    throw invalidInput('scheduler', options.scheduler, "Give createScheduler({ plan: 'pro' }) of @convene/zoom/limits.")
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
  const requester = createPipeline({
    auth,
    tokens,
    apiUrl,
    timeoutMs,
    retries,
    hooks,
    ambient,
    scheduler: options.scheduler,
  })
  const resourceContext = { requester, now: () => ambient.now() }
  const resources = Object.entries(options.resources).map(([name, create]) => [name, create(resourceContext)])
  const base: ZoomBase = {
    request: requester.request,
    async signIn(options = {}) {
      const limit = options.timeoutMs ?? timeoutMs
      const within = { timeoutMs: limit, signal: options.signal, ended: endOf('signIn', limit) }
      const { scopes, expiresAt } = await withTimeLimit(ambient, within, async () => tokens.get())
      return { kind: auth.kind, scopes, expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt) }
    },
  }
  return { ...Object.fromEntries(resources), ...base } as Zoom<Factories>
}
