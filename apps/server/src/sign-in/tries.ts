import { HttpProblem } from '../http/http-problem.ts'
import type { SignInParts } from './parts.ts'
import { hashOf } from './tokens.ts'

const quarter = 15 * 60_000

/** So many within a quarter of an hour. A school may stand behind one address; nobody needs a sixth mail. */
const limits = {
  link_to_address: 5,
  link_from_client: 60,
  confirm_from_client: 60,
  openid_from_client: 120,
  demo_from_client: 240,
} as const

/**
 * Counts one more try, in the database, so that all processes count together and a restart forgets nothing.
 *
 * @param whose an e-mail address, or the address of a client
 * @throws {HttpProblem} `too_many_tries`, which says when to go on, and the same to members and strangers
 */
export async function countTry(
  { store, clock }: Pick<SignInParts, 'store' | 'clock'>,
  what: keyof typeof limits,
  whose: string,
): Promise<void> {
  const now = clock.now()
  // A hash: the table of tries shall not be a list of addresses.
  const limit = { key: `${what} ${hashOf(whose.toLowerCase())}`, windowMs: quarter, most: limits[what] }
  const result = await store.transaction(({ tries }) => tries.count(limit, now))
  if (result.ok) return
  const retryAfter = Math.max(1, Math.ceil((result.retryAt - now) / 1000))
  const minutes = Math.ceil(retryAfter / 60)
  throw new HttpProblem('too_many_tries', `Too many tries to sign in. Wait ${minutes} min, then try again.`, {
    retryAfter,
  })
}
