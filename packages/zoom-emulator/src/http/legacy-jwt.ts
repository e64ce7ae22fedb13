import { createHmac, timingSafeEqual } from 'node:crypto'
import type { JwtApp } from '../domain/entities.ts'
import type { Store } from '../storage/store.ts'

/** A token that a legacy JWT app signed itself (docs/zoom-facts.md §1.6). */
export interface LegacyJwt {
  readonly app: JwtApp
  /** ms since 1970 */
  readonly expiresAt: number
}

const rememberedTokens = 1_000

/** Reads such tokens; one that was found good is remembered, since programs send the same again and again. */
export function createJwtReader(store: Store): (token: string) => LegacyJwt | undefined {
  const known = new Map<string, LegacyJwt>()
  return (token) => {
    const remembered = known.get(token)
    if (remembered && store.apps.get(remembered.app.clientId) === remembered.app) return remembered
    const jwt = readJwt(store, token)
    if (!jwt) return undefined
    if (known.size >= rememberedTokens) known.clear()
    known.set(token, jwt)
    return jwt
  }
}

function readJwt(store: Store, token: string): LegacyJwt | undefined {
  const [header, payload, signature, ...rest] = token.split('.')
  if (!header || !payload || !signature || rest.length > 0) return undefined
  const { alg } = parsePart(header)
  const { iss, exp } = parsePart(payload)
  const app = typeof iss === 'string' ? store.apps.get(iss) : undefined
  // Programs send `exp` as a float too, such as Python's time.time() + 60.
  if (alg !== 'HS256' || app?.type !== 'jwt' || typeof exp !== 'number' || !Number.isFinite(exp)) return undefined
  const wanted = createHmac('sha256', app.clientSecret).update(`${header}.${payload}`).digest()
  const given = Buffer.from(signature, 'base64url')
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? { app, expiresAt: exp * 1000 } : undefined
}

function parsePart(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString())
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
