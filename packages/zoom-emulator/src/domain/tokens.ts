import { createHash } from 'node:crypto'
import type { Store } from '../storage/store.ts'
import type { Clock } from './clock.ts'
import type { AccessToken, App, AuthorizationCode, OAuthApp, RefreshToken, ServerToServerApp } from './entities.ts'
import type { Ids } from './ids.ts'
import { scopesOf } from './scopes.ts'
import type { Switches } from './switches.ts'

/** How long things live on the emulator's clock, in ms (docs/zoom-facts.md §1.2). */
const accessTokenLifeMs = 3_600_000
const refreshTokenLifeMs = 90 * 86_400_000
const codeLifeMs = 5 * 60_000
/** How long something expired is kept, so that its holder hears that it expired, not that it never was. */
const keepExpiredMs = 86_400_000

export const accessTokenLifeSeconds: number = accessTokenLifeMs / 1000

/** What issuing needs of a running emulator. */
export interface TokenParts {
  readonly store: Store
  readonly clock: Clock
  readonly ids: Ids
  readonly switches: Pick<Switches, 'tokens'>
}

type Grant = Pick<AuthorizationCode, 'clientId' | 'userId' | 'scopes'> & {
  readonly accountId: string
  readonly publicClient?: true
}

/** Issues a token of the account to its Server-to-Server app. */
export function issueAccountToken(parts: TokenParts, app: ServerToServerApp): AccessToken {
  const { store, switches } = parts
  const userId = store.accounts.get(app.accountId)?.ownerId ?? ''
  return store.transaction(() => {
    if (switches.tokens === 'newest_only') forgetTokens(store, app.clientId, userId)
    return issueAccessToken(parts, { clientId: app.clientId, accountId: app.accountId, userId, scopes: scopesOf(app) })
  })
}

/** Issues a token of the app itself, for its chatbot: it reaches nothing of the API (docs/zoom-facts.md §1.2). */
export function issueChatbotToken(parts: TokenParts, app: OAuthApp): AccessToken {
  const userId = parts.store.accounts.get(app.accountId)?.ownerId ?? ''
  const { clientId, accountId } = app
  return parts.store.transaction(() => issueAccessToken(parts, { clientId, accountId, userId, scopes: ['imchat:bot'] }))
}

/** Notes that a user allowed an app, and issues the code by which the app collects its tokens. */
export function issueCode(
  { store, clock, ids }: TokenParts,
  consent: Pick<AuthorizationCode, 'userId' | 'redirectUri' | 'codeChallenge' | 'codeChallengeMethod'> & { app: App },
): AuthorizationCode {
  const { app, ...rest } = consent
  sweep(store.authorizationCodes, ({ code }) => code, clock.now())
  const expiresAt = clock.now() + codeLifeMs
  const code = { ...rest, code: ids.secret(40), clientId: app.clientId, scopes: scopesOf(app), expiresAt }
  store.authorizationCodes.put(code)
  return code
}

/** Whether a `code_verifier` belongs to the challenge that came with the code (RFC 7636 §4.6). */
export function verifierFits({ codeChallenge, codeChallengeMethod }: AuthorizationCode, verifier: string): boolean {
  const challenge =
    codeChallengeMethod === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier
  return challenge === codeChallenge
}

/** Turns a code into tokens. */
export function exchangeCode(parts: TokenParts, code: AuthorizationCode, grant: Grant): IssuedTokens {
  return parts.store.transaction(() => {
    parts.store.authorizationCodes.delete(code.code)
    return issueUserTokens(parts, grant)
  })
}

/** Issues tokens of a user who allowed the app. Those that the app had of this user die (docs/zoom-facts.md §1.3). */
export function issueUserTokens(parts: TokenParts, grant: Grant): IssuedTokens {
  return parts.store.transaction(() => {
    forgetTokens(parts.store, grant.clientId, grant.userId)
    return issueBoth(parts, grant)
  })
}

/** Replaces a refresh token, which dies at once. */
export function rotate(parts: TokenParts, old: RefreshToken): IssuedTokens {
  return parts.store.transaction(() => {
    parts.store.refreshTokens.delete(old.token)
    return issueBoth(parts, old)
  })
}

/** Takes from an app all tokens that it has of a user. */
export function forgetTokens(store: Store, clientId: string, userId: string): void {
  for (const tokens of [store.accessTokens, store.refreshTokens])
    for (const token of tokens.values())
      if (token.clientId === clientId && token.userId === userId) tokens.delete(token.token)
}

export interface IssuedTokens {
  readonly access: AccessToken
  readonly refresh: RefreshToken
}

function issueBoth(parts: TokenParts, grant: Grant): IssuedTokens {
  const { store, clock } = parts
  const { clientId, accountId, userId, scopes, publicClient } = grant
  const expiresAt = clock.now() + refreshTokenLifeMs
  const refresh: RefreshToken = {
    token: jwtLike(parts, grant, expiresAt, 1),
    clientId,
    accountId,
    userId,
    scopes,
    expiresAt,
    ...(publicClient && { publicClient }),
  }
  sweep(store.refreshTokens, ({ token }) => token, clock.now())
  store.refreshTokens.put(refresh)
  return { access: issueAccessToken(parts, grant), refresh }
}

function issueAccessToken(parts: TokenParts, { clientId, accountId, userId, scopes }: Grant): AccessToken {
  const { store, clock } = parts
  const expiresAt = clock.now() + accessTokenLifeMs
  const token = jwtLike(parts, { clientId, accountId, userId, scopes }, expiresAt, 0)
  const access: AccessToken = { token, clientId, accountId, userId, scopes, expiresAt }
  sweep(store.accessTokens, ({ token }) => token, clock.now())
  store.accessTokens.put(access)
  return access
}

/** Long and in three parts, as Zoom's are; only the emulator that made it knows it, so nothing in it is signed. */
function jwtLike({ clock, ids }: TokenParts, grant: Grant, expiresAt: number, type: 0 | 1): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const issuedAt = Math.floor(clock.now() / 1000)
  const header = { sv: '000001', alg: 'HS512', v: '2.0', kid: ids.secret(36) }
  const payload = {
    ver: 10,
    auid: ids.secret(32),
    nbf: issuedAt,
    code: ids.secret(40),
    iss: `zm:cid:${grant.clientId}`,
    gno: 0,
    exp: Math.floor(expiresAt / 1000),
    type,
    iat: issuedAt,
    aud: 'https://oauth.zoom.us',
    uid: grant.userId,
    aid: grant.accountId,
  }
  return `${encode(header)}.${encode(payload)}.${ids.secret(86)}`
}

/** Forgets what expired long ago. All in a collection live equally long, so the oldest come first. */
export function sweep<Entity extends { readonly expiresAt: number }>(
  collection: { values(): Iterable<Entity>; delete(key: string): boolean },
  keyOf: (entity: Entity) => string,
  now: number,
): void {
  for (const entity of collection.values()) {
    if (entity.expiresAt + keepExpiredMs > now) return
    collection.delete(keyOf(entity))
  }
}
