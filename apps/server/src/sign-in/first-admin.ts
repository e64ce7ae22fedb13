import { BookingError, firstAdmin, type MemberInput, parseMemberInput } from '@convene/booking'
import type { SignInConfirmation } from '@convene/booking/contract'
import { networkOf } from '../http/client-address.ts'
import { HttpProblem } from '../http/http-problem.ts'
import type { SignedIn } from './links.ts'
import type { Knocking, SignInParts } from './parts.ts'
import { beginSession } from './sessions.ts'
import { createToken, hashOf } from './tokens.ts'
import { countTry } from './tries.ts'

/** How long the link of the first administrator works, in ms. */
const firstAdminLinkLastsMs: number = 24 * 60 * 60_000

/**
 * Makes the one-time link by which the first administrator begins, to be printed where the desk is started. One that was made before
 * works no more.
 *
 * @returns the link, a secret; `undefined`: there is an administrator
 */
export async function createFirstAdminLink({
  store,
  clock,
  randomBytes,
  config,
}: SignInParts): Promise<string | undefined> {
  const token = createToken(randomBytes)
  const createdAt = clock.now()
  const isNeeded = await store.transaction(async ({ members, signInTokens }) => {
    if ((await members.admins()).length > 0) return false
    const expiresAt = createdAt + firstAdminLinkLastsMs
    await signInTokens.removeAll('first_admin')
    await signInTokens.add({ tokenHash: hashOf(token), kind: 'first_admin', data: {}, createdAt, expiresAt })
    return true
  })
  return isNeeded ? `${config.publicUrl}/sign-in#first=${token}` : undefined
}

/**
 * Somebody begins as the first administrator.
 *
 * @throws {HttpProblem} `link_expired`: used, too old, never made, or there is an administrator
 * @throws {BookingError} `invalid_input`; the link can be used again
 */
export async function confirmFirstAdmin(
  parts: SignInParts,
  token: string,
  person: NonNullable<SignInConfirmation['firstAdmin']>,
  { clientAddress, before }: Knocking,
): Promise<SignedIn> {
  await countTry(parts, 'confirm_from_client', networkOf(clientAddress))
  const { store, clock, createId } = parts
  const asked = { tokenHash: hashOf(token), input: { ...person, ...readPerson(person) } }
  const signedIn = await store.transaction(async (transaction) => {
    const member = await firstAdmin({ createId, now: clock.now }, transaction, asked)
    if (member === undefined) return undefined
    return { member, sessionToken: await beginSession(transaction, parts, { member, way: 'first_admin', before }) }
  })
  if (signedIn) return signedIn
  throw new HttpProblem(
    'link_expired',
    'The link has been used, is older than 24 hours, or there is an administrator. Start the desk again for a new one, or ask for a link by mail.',
  )
}

function readPerson(person: unknown): MemberInput {
  try {
    return parseMemberInput(person, ['email', 'name', 'language', 'timeZone'])
  } catch (error) {
    if (!(error instanceof BookingError)) throw error
    const { code, says, details } = error
    throw new BookingError(code, says, { ...details, field: `firstAdmin.${details.field}` })
  }
}
