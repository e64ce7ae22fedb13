import type { MiddlewareHandler } from 'hono'
import { areAccountWide } from '../domain/scopes.ts'
import type { Caller, Emulator, Env } from './env.ts'
import { ZoomApiError } from './zoom-error.ts'

/** Finds the caller by the bearer token, or refuses with 401/124. */
export function authenticate(emulator: Emulator): MiddlewareHandler<Env> {
  /** A token's scopes never change, and building a set for each request would cost more than all the rest of this. */
  const reaches = new WeakMap<readonly string[], Pick<Caller, 'scopes' | 'accountWide'>>()
  const reachOf = (scopes: readonly string[]) => {
    const known = reaches.get(scopes)
    if (known) return known
    const reach = { scopes: new Set(scopes), accountWide: areAccountWide(scopes) }
    reaches.set(scopes, reach)
    return reach
  }
  return async (context, next) => {
    const bearer = /^bearer\s+(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
    const token = bearer === undefined ? undefined : emulator.store.accessTokens.get(bearer)
    if (!token) throw new ZoomApiError(401, 124, 'Invalid access token.')
    if (token.expiresAt <= emulator.clock.now()) throw new ZoomApiError(401, 124, 'Access token is expired.')
    const account = emulator.store.accounts.get(token.accountId)
    const app = emulator.store.apps.get(token.clientId)
    const user = emulator.store.users.get(token.userId)
    if (!account || !app || !user) throw new ZoomApiError(401, 124, 'Invalid access token.')
    context.set('caller', { account, app, user, ...reachOf(token.scopes) })
    await next()
  }
}
