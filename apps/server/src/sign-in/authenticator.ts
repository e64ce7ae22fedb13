import type { ApiScope } from '@convene/booking/contract'
import { isDatabaseTrouble } from '../http/database-trouble.ts'
import type { Authenticator, Signed } from '../http/session.ts'
import { apiKeyFrom } from './api-key.ts'
import { sessionCookie } from './cookies.ts'
import type { SignInParts } from './parts.ts'
import { idleMs, touchAfterMs } from './sessions.ts'
import { hashOf } from './tokens.ts'

/**
 * Knows members by the cookie of their session, and programs by their API key. Who sends a key that is not known is not let in by a
 * cookie beside it. Members are looked up each time: one who was deactivated, or lost a role, has lost it with the next request.
 */
export function createAuthenticator({
  store,
  clock,
  config,
}: Pick<SignInParts, 'store' | 'clock' | 'config'>): Authenticator {
  const cookie = sessionCookie(config)

  const bySession = async (tokenHash: string, isUse: boolean): Promise<Signed | undefined> => {
    const now = clock.now()
    const { session, member } = await store.read(async ({ sessions, members }) => {
      const session = await sessions.find(tokenHash)
      return { session, member: session && (await members.find(session.memberId)) }
    })
    if (session === undefined || member?.isActive !== true) return undefined
    if (now >= session.expiresAt || now - session.seenAt >= idleMs) return undefined
    if (isUse && now - session.seenAt >= touchAfterMs)
      await ifItCan(store.transaction(({ sessions }) => sessions.touch(tokenHash, now)))
    return { member, by: 'session', scopes: 'all', id: nameOf(tokenHash) }
  }

  const byKey = async (tokenHash: string, isUse: boolean): Promise<Signed | undefined> => {
    const now = clock.now()
    const { key, member } = await store.read(async ({ apiKeys, members }) => {
      const key = await apiKeys.find(tokenHash)
      return { key, member: key && (await members.find(key.memberId)) }
    })
    if (key === undefined || member?.isActive !== true) return undefined
    if (key.expiresAt !== undefined && now >= key.expiresAt) return undefined
    if (isUse && now - (key.lastUsedAt ?? 0) >= touchAfterMs)
      await ifItCan(store.transaction(({ apiKeys }) => apiKeys.touch(key.id, now)))
    return { member, by: 'key', scopes: new Set(key.scopes as readonly ApiScope[]), id: nameOf(tokenHash) }
  }

  const find = async ({ headers }: Request, isUse: boolean): Promise<Signed | undefined> => {
    const authorization = headers.get('authorization')
    if (authorization !== null) {
      const key = apiKeyFrom(authorization)
      return key === undefined ? undefined : byKey(hashOf(key), isUse)
    }
    const token = cookie.read(headers)
    return token === undefined ? undefined : bySession(hashOf(token), isUse)
  }

  return {
    authenticate: (request) => find(request, true),
    lookAgain: (request) => find(request, false),
  }
}

/** Where nothing can be written, a disk that is full say, people still read. */
async function ifItCan(written: Promise<void>): Promise<void> {
  await written.catch((error: unknown) => {
    if (!isDatabaseTrouble(error)) throw error
  })
}

/** Enough of the hash to tell one from another; no token leads from it. */
function nameOf(tokenHash: string): string {
  return tokenHash.slice(0, 12)
}
