import { ZoomError } from '../errors.ts'
import type { Ambient } from '../http/ambient.ts'
import { withTimeLimit } from '../http/deadline.ts'
import type { AuthContext, AuthStrategy, Token } from './strategy.ts'
import { createMemoryTokenStore, type TokenStore } from './token-store.ts'

/** A token is renewed this long before its end, so that none ends while its request is on the way. */
const earlyMs = 60_000

export interface TokenManager {
  /** A token that Zoom should accept; the same for everyone who asks at the same time. */
  get(): Token | Promise<Token>
  /** A token other than `refused`, which Zoom did not accept. */
  renew(refused: Token): Token | Promise<Token>
}

export interface TokenManagerConfig {
  readonly auth: AuthStrategy
  readonly store: TokenStore
  readonly context: AuthContext
  readonly timeoutMs: number
  readonly ambient: Pick<Ambient, 'now' | 'setTimer'>
}

/**
 * Caches the token, renews it early, and asks Zoom once for any number of callers. A caller that gives up does not end the
 * request, since others wait for it too. A new token is stored before anyone gets it: a refresh token works once
 * (docs/zoom-facts.md §10, 18), so one that was not kept would be lost.
 */
export function createTokenManager({ auth, store, context, timeoutMs, ambient }: TokenManagerConfig): TokenManager {
  const keptIn = auth.cacheKey === '' ? createMemoryTokenStore() : store
  let current: { readonly token: Token; readonly renewAt: number } | undefined
  let inFlight: Promise<Token> | undefined
  /** A new token that the store did not take; it is stored before another one is asked for. */
  let unsaved: Token | undefined

  function shared(refused?: string): Promise<Token> {
    inFlight ??= obtain(refused).finally(() => {
      inFlight = undefined
    })
    return inFlight
  }

  async function obtain(refused: string | undefined): Promise<Token> {
    const isUsable = (token: Token | undefined): token is Token =>
      token !== undefined && token.accessToken !== refused && ambient.now() < renewalOf(token, earlyMs)
    const stored = latest(await keptIn.get(auth.cacheKey), auth.initial?.())
    if (isUsable(stored)) return adopt(stored, earlyMs)

    let fetched: Token | undefined
    const change = async (inStore: Token | undefined): Promise<Token> => {
      const previous = latest(latest(inStore, auth.initial?.()), unsaved)
      if (isUsable(previous)) return previous
      fetched = await withTimeLimit(ambient, { timeoutMs, ended: () => signInTimeout(timeoutMs) }, (limit) =>
        auth.fetchToken(context, previous, limit.signal),
      )
      return fetched
    }
    try {
      const token = (await keptIn.update(auth.cacheKey, change)) as Token
      unsaved = undefined
      // A token that lives shorter than two minutes is still used for half of its life.
      const life = fetched?.expiresAt === undefined ? Number.POSITIVE_INFINITY : fetched.expiresAt - ambient.now()
      return adopt(token, Math.min(earlyMs, life / 2))
    } catch (error) {
      unsaved = fetched ?? unsaved
      throw error
    }
  }

  function adopt(token: Token, early: number): Token {
    current = { token, renewAt: renewalOf(token, early) }
    return token
  }

  return {
    get: () => (current !== undefined && ambient.now() < current.renewAt ? current.token : shared()),
    renew(refused) {
      if (current !== undefined && current.token.accessToken !== refused.accessToken) return current.token
      current = undefined
      return shared(refused.accessToken)
    },
  }
}

function renewalOf(token: Token, early: number): number {
  return (token.expiresAt ?? Number.POSITIVE_INFINITY) - early
}

function latest(a: Token | undefined, b: Token | undefined): Token | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return (b.expiresAt ?? Number.POSITIVE_INFINITY) > (a.expiresAt ?? Number.POSITIVE_INFINITY) ? b : a
}

function signInTimeout(timeoutMs: number): ZoomError {
  return new ZoomError('timeout', `Signing in did not end within ${timeoutMs} ms.`, {
    operation: 'oauthToken',
    outcome: 'not_done',
    remedy: 'Check oauthUrl and that it can be reached from here.',
  })
}
