import type { Member } from '../domain/member.ts'
import type { MemberInput } from '../domain/parse-member.ts'
import { memberAfter } from '../domain/parse-member.ts'
import type { Desk, Transaction } from '../ports.ts'
import { audit } from './tell.ts'

/**
 * Makes the first administrator: whoever holds the one-time link that the desk prints as long as it has none. The desk's zone becomes
 * that of the administrator. It all happens in the transaction that is handed in, so that the administrator is signed in with it: the
 * link could not be used again for that.
 *
 * @returns `undefined` for a link that is used, too old, or not needed any more
 */
export async function firstAdmin(
  desk: Pick<Desk, 'createId' | 'now'>,
  transaction: Transaction,
  asked: { readonly tokenHash: string; readonly input: MemberInput & Pick<Member, 'email' | 'name' | 'timeZone'> },
): Promise<Member | undefined> {
  const { tokenHash, input } = asked
  const { members, signInTokens, policies } = transaction
  const token = await signInTokens.take(tokenHash, 'first_admin', desk.now())
  if (token === undefined || (await members.admins()).length > 0) return undefined
  await signInTokens.removeAll('first_admin')
  const before = await members.findByEmail(input.email)
  const given = { ...input, role: 'admin', isActive: true, needsApproval: false } as const
  const admin = memberAfter(before?.id ?? desk.createId(), before, given, input.timeZone)
  await members.save(admin)
  await policies.set({ ...(await policies.get()), timeZone: input.timeZone })
  await audit(desk, transaction, admin.id, 'first_admin_made', admin.id)
  return admin
}
