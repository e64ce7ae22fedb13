import type { Member } from '@convene/booking'
import { networkOf } from '../http/client-address.ts'
import { HttpProblem } from '../http/http-problem.ts'
import { pathToGoOnTo } from './next-path.ts'
import type { Knocking, SignInParts } from './parts.ts'
import { beginSession } from './sessions.ts'
import { createToken, hashOf } from './tokens.ts'
import { countTry } from './tries.ts'

const minute = 60_000
/** How long a link works, in ms. */
const linkLastsMs: number = 15 * minute
/** A link that could not be sent for so long is not waited for any more, in ms. */
const askedLastsMs = 60 * minute

/** What waits in the outbox until it is sent: who asked and when. There is no token in it, since none has been made yet. */
export interface AskedLink {
  readonly email: string
  readonly next: string
  readonly askedAt: number
}

/** @throws {TypeError} for what no desk has written */
export function parseAskedLink({ email, next, askedAt }: Readonly<Record<string, unknown>>): AskedLink {
  if (typeof email !== 'string' || typeof next !== 'string' || typeof askedAt !== 'number')
    throw new TypeError('Nobody has asked for this link.')
  return { email, next, askedAt }
}

/**
 * Somebody asks for a link. Whether the address is a member's is not looked at here, so the answer cannot tell, nor the time that it
 * takes: the outbox finds out when it comes to send (`createLink`).
 *
 * @throws {HttpProblem} `too_many_tries`
 */
export async function askForLink(
  parts: SignInParts,
  { email, next }: { readonly email: string; readonly next: string | undefined },
  clientAddress: string,
): Promise<void> {
  await countTry(parts, 'link_from_client', networkOf(clientAddress))
  await countTry(parts, 'link_to_address', email)
  const askedAt = parts.clock.now()
  const body: AskedLink = { email, next: pathToGoOnTo(next), askedAt }
  await parts.store.transaction(({ outbox }) =>
    outbox.add({ key: `sign_in_link ${parts.createId()}`, kind: 'sign_in_link', body: { ...body }, dueAt: askedAt }),
  )
}

/** A link, made at the moment in which it is sent. */
export interface SignInLink {
  readonly member: Member
  /** A secret. */
  readonly url: string
  readonly expiresAt: number
}

/**
 * Makes the link for a mail. Its token lies behind `#`, which browsers send to no server, neither as a path nor as a referrer; and the
 * page there has a button to be clicked, since scanners of mails open each link.
 *
 * @returns `undefined`: nothing is to be sent, since nobody active has the address, or it was asked for too long ago
 */
export async function createLink(
  { store, clock, randomBytes, config }: SignInParts,
  { email, next, askedAt }: AskedLink,
): Promise<SignInLink | undefined> {
  const now = clock.now()
  if (now - askedAt > askedLastsMs) return undefined
  const token = createToken(randomBytes)
  const expiresAt = now + linkLastsMs
  const member = await store.transaction(async ({ members, signInTokens }) => {
    const found = await members.findByEmail(email)
    if (found?.isActive !== true) return undefined
    const data = { memberId: found.id, email: found.email }
    await signInTokens.add({ tokenHash: hashOf(token), kind: 'link', data, createdAt: now, expiresAt })
    return found
  })
  const goOn = next === '/' ? '' : `?next=${encodeURIComponent(next)}`
  return member && { member, url: `${config.publicUrl}/sign-in${goOn}#token=${token}`, expiresAt }
}

/** Who has come in, and the token for the cookie. */
export interface SignedIn {
  readonly member: Member
  readonly sessionToken: string
}

/**
 * The click on the page that the link opens.
 *
 * @throws {HttpProblem} `link_expired`: used, too old, never made, or its member is gone or has another address now
 */
export async function confirmLink(
  parts: SignInParts,
  token: string,
  { clientAddress, before }: Knocking,
): Promise<SignedIn> {
  await countTry(parts, 'confirm_from_client', networkOf(clientAddress))
  const signedIn = await parts.store.transaction(async (transaction) => {
    const taken = await transaction.signInTokens.take(hashOf(token), 'link', parts.clock.now())
    const member = taken && (await transaction.members.find(String(taken.data.memberId)))
    // An address that was taken away from a member takes the mails with it that went there.
    if (member?.isActive !== true || member.email !== taken?.data.email) return undefined
    return { member, sessionToken: await beginSession(transaction, parts, { member, way: 'link', before }) }
  })
  if (signedIn) return signedIn
  throw new HttpProblem('link_expired', 'The link has been used, or is older than 15 minutes. Ask for another one.')
}
