import type { Member, Transaction } from '@convene/booking'
import type { SignInParts } from './parts.ts'
import { createToken, hashOf } from './tokens.ts'

const minute = 60_000
const hour = 60 * minute

/** How long a session may lie idle, in ms. */
export const idleMs: number = 12 * hour
/** How long a session lasts in all, in ms. */
export const longestMs: number = 30 * 24 * hour
/** Not each request is worth a write. */
export const touchAfterMs: number = 5 * minute

/** Who is let in, how, and the token of the session that the browser had before. */
export interface NewSession {
  readonly member: Member
  readonly way: 'link' | 'openid' | 'demo' | 'first_admin'
  readonly before: string | undefined
}

/**
 * Signs a member in.
 *
 * @returns the token for the cookie. It is always a new one, so that nobody can prepare a session for somebody else to sign in to; the one
 * that the browser had before ends.
 */
export async function beginSession(
  { sessions, audit }: Pick<Transaction, 'sessions' | 'audit'>,
  { clock, createId, randomBytes }: Pick<SignInParts, 'clock' | 'createId' | 'randomBytes'>,
  { member, way, before }: NewSession,
): Promise<string> {
  const token = createToken(randomBytes)
  const now = clock.now()
  if (before !== undefined) await sessions.remove(hashOf(before))
  await sessions.add({
    tokenHash: hashOf(token),
    memberId: member.id,
    way,
    createdAt: now,
    expiresAt: now + longestMs,
    seenAt: now,
  })
  await audit.add({ id: createId(), at: now, by: member.id, what: 'signed_in', thing: member.id, details: { way } })
  return token
}

/** Signs out: who holds the token afterwards holds nothing. */
export async function endSession({ store }: Pick<SignInParts, 'store'>, token: string): Promise<void> {
  await store.transaction(({ sessions }) => sessions.remove(hashOf(token)))
}
