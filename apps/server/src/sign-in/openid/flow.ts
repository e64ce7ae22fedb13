import type { Member, Transaction } from '@convene/booking'
import type { SignedIn } from '../links.ts'
import { pathToGoOnTo } from '../next-path.ts'
import type { SignInParts } from '../parts.ts'
import { beginSession } from '../sessions.ts'
import { createToken, hashOf, isSame } from '../tokens.ts'
import { OpenIdFailure } from './failure.ts'
import type { Identity } from './identity.ts'
import type { OpenIdProvider } from './provider.ts'

/** How long a person may take at the provider, in ms. */
export const visitLastsMs: number = 10 * 60_000

/** What is kept while a person is at the provider, under the hash of `state`. */
interface Visit {
  readonly nonce: string
  readonly codeVerifier: string
  readonly next: string
  /** The hash of the browser's cookie: who sends somebody else back with an answer of their own signs nobody in. */
  readonly browser: string
}

/** On the way to the provider. */
export interface Departure {
  /** Where the browser goes. */
  readonly url: string
  /** For the cookie by which the browser is known when it comes back. */
  readonly browserToken: string
}

/**
 * Sends a person to the provider.
 *
 * @param browserToken of the browser's cookie, if it has one: people who begin in two tabs can end in both
 * @throws {OpenIdFailure} `provider_away`
 */
export async function beginVisit(
  { store, clock, randomBytes }: SignInParts,
  provider: OpenIdProvider,
  { next, browserToken = createToken(randomBytes) }: { next: string | undefined; browserToken: string | undefined },
): Promise<Departure> {
  const [state, nonce, codeVerifier] = [0, 1, 2].map(() => createToken(randomBytes)) as [string, string, string]
  const url = await provider.addressFor({ state, nonce, codeVerifier })
  const visit: Visit = { nonce, codeVerifier, next: pathToGoOnTo(next), browser: hashOf(browserToken) }
  const createdAt = clock.now()
  await store.transaction(({ signInTokens }) =>
    signInTokens.add({
      tokenHash: hashOf(state),
      kind: 'openid',
      data: { ...visit },
      createdAt,
      expiresAt: createdAt + visitLastsMs,
    }),
  )
  return { url, browserToken }
}

export interface Arrival extends SignedIn {
  readonly next: string
}

/**
 * A person comes back from the provider.
 *
 * @param answer the query that the provider has sent
 * @throws {OpenIdFailure}
 */
export async function endVisit(
  parts: SignInParts,
  provider: OpenIdProvider,
  answer: URLSearchParams,
  { browserToken, before }: { readonly browserToken: string | undefined; readonly before: string | undefined },
): Promise<Arrival> {
  const { store, clock, config } = parts
  const state = answer.get('state') ?? ''
  const taken = await store.transaction(({ signInTokens }) => signInTokens.take(hashOf(state), 'openid', clock.now()))
  const visit = taken?.data as Visit | undefined
  if (visit === undefined || browserToken === undefined || !isSame(hashOf(browserToken), visit.browser))
    throw new OpenIdFailure('expired', 'The sign-in began too long ago, was ended already, or in another browser.')
  const identity = await provider.identify(answer, { state, nonce: visit.nonce, codeVerifier: visit.codeVerifier })
  const signedIn = await store.transaction(async (transaction) => {
    const known = await transaction.members.findByEmail(identity.email)
    const member = known ?? (await addMember(transaction, parts, identity, config))
    if (member?.isActive !== true || !isSameScript(member.email, identity.email)) return undefined
    return { member, sessionToken: await beginSession(transaction, parts, { member, way: 'openid', before }) }
  })
  if (signedIn) return { ...signedIn, next: visit.next }
  throw new OpenIdFailure('not_a_member', 'The address belongs to nobody who is an active member.')
}

/** In lower case the Kelvin sign is a `k`: an address with it belongs to somebody else than one without. */
function isSameScript(one: string, other: string): boolean {
  return /^\p{ASCII}*$/u.test(one) === /^\p{ASCII}*$/u.test(other)
}

/** Whoever has an address of the organisation becomes a member by coming, where the setting names its domains. */
async function addMember(
  { members, policies, audit }: Transaction,
  { createId, clock }: SignInParts,
  { email, name, language, timeZone }: Identity,
  { openid }: SignInParts['config'],
): Promise<Member | undefined> {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  if (!openid?.memberDomains.includes(domain)) return undefined
  const member: Member = {
    id: createId(),
    email,
    name: name ?? email.slice(0, email.lastIndexOf('@')),
    role: 'member',
    language: language ?? 'en',
    timeZone: timeZone ?? (await policies.get()).timeZone,
    needsApproval: false,
    isActive: true,
  }
  await members.save(member)
  await audit.add({
    id: createId(),
    at: clock.now(),
    by: 'desk',
    what: 'member_joined',
    thing: member.id,
    details: { way: 'openid' },
  })
  return member
}
