import { areAccountWide, scopesOf } from '../domain/scopes.ts'
import type { Caller, Emulator } from './env.ts'
import type { IncomingRequest } from './incoming-request.ts'
import { createJwtReader } from './legacy-jwt.ts'
import { ZoomApiError } from './zoom-error.ts'

/** Finds the caller of a request by its bearer token, or refuses with 401/124. */
export function createSignIn({ store, clock }: Emulator): (request: IncomingRequest) => Caller {
  /** A token's scopes never change, and building a set for each request would cost more than all the rest of this. */
  const reaches = new WeakMap<readonly string[], Pick<Caller, 'scopes' | 'accountWide'>>()
  const reachOf = (scopes: readonly string[]) => {
    const known = reaches.get(scopes)
    if (known) return known
    const reach = { scopes: new Set(scopes), accountWide: areAccountWide(scopes) }
    reaches.set(scopes, reach)
    return reach
  }
  const readJwt = createJwtReader(store)
  const readToken = (token: string) => {
    const issued = store.accessTokens.get(token)
    if (issued) return issued
    const jwt = readJwt(token)
    if (!jwt) return undefined
    const { clientId, accountId } = jwt.app
    const userId = store.accounts.get(accountId)?.ownerId ?? ''
    return { clientId, accountId, userId, scopes: scopesOf(jwt.app), expiresAt: jwt.expiresAt }
  }
  return ({ headers, url }) => {
    const authorization = headers.get('authorization')
    if (authorization === null && new URL(url).searchParams.has('access_token')) throw refused(inQuery)
    const isBearer = authorization?.slice(0, 7).toLowerCase() === 'bearer '
    const token = isBearer ? readToken(authorization.slice(7).trim()) : undefined
    if (!token) throw refused('Invalid access token.')
    if (token.expiresAt <= clock.now()) throw refused('Access token is expired.')
    const account = store.accounts.get(token.accountId)
    const app = store.apps.get(token.clientId)
    const user = store.users.get(token.userId)
    if (!account || !app || !user) throw refused('Invalid access token.')
    return { account, app, user, ...reachOf(token.scopes) }
  }
}

/** Not taken since 2023 (docs/zoom-facts.md §1.1). */
const inQuery = 'Invalid access token, this access token is not supported as query parameter string.'

function refused(message: string): ZoomApiError {
  return new ZoomApiError(401, 124, message)
}
