import { BookingError, invalidInput } from '../domain/booking-error.ts'
import type { Member } from '../domain/member.ts'
import { say } from '../domain/message.ts'
import { type MemberInput, memberAfter } from '../domain/parse-member.ts'
import type { Desk, RequestKey, Transaction } from '../ports.ts'
import { checkRole } from './access.ts'
import { once } from './once.ts'
import { audit } from './tell.ts'

/**
 * Adds a member, or changes one. Who is not active any more is signed out at once.
 *
 * @param asked `memberId`: the one that changes; without it, a new one
 * @throws {BookingError} `invalid_input`, `not_found`, `not_allowed` for the last administrator too, `key_reused`.
 */
export function saveMember(
  desk: Desk,
  request: RequestKey,
  asked: { readonly memberId?: string | undefined; readonly input: MemberInput },
): Promise<Member> {
  return once(desk, request, async (transaction, admin) => {
    checkRole(admin, 'admin')
    const { memberId, input } = asked
    const before = memberId === undefined ? undefined : await memberOf(transaction, memberId)
    const { timeZone } = await transaction.policies.get()
    const member = memberAfter(before?.id ?? desk.createId(), before, input, timeZone)
    await checkEmail(transaction, member)
    if (before !== undefined && (member.role !== 'admin' || !member.isActive))
      await checkNotLastAdmin(transaction, member)
    await transaction.members.save(member)
    if (!member.isActive) await transaction.sessions.removeOf(member.id)
    await audit(desk, transaction, admin.id, 'member_saved', member.id, {
      isNew: before === undefined,
      fields: Object.keys(input),
      role: member.role,
    })
    return member
  })
}

/**
 * Changes what members say of themselves.
 *
 * @throws {BookingError} `not_allowed`, `key_reused`.
 */
export function saveSelf(
  desk: Desk,
  request: RequestKey,
  input: Pick<MemberInput, 'name' | 'language' | 'timeZone'>,
): Promise<Member> {
  return once(desk, request, async (transaction) => {
    const member = { ...(await memberOf(transaction, request.memberId)), ...input }
    await transaction.members.save(member)
    await audit(desk, transaction, member.id, 'member_saved', member.id, { isNew: false, fields: Object.keys(input) })
    return member
  })
}

/**
 * A member who is to be changed: somebody who takes a role away at the same time waits, and is not written over.
 *
 * @throws {BookingError} `not_found`, of somebody who was erased too
 */
export async function memberOf({ members }: Pick<Transaction, 'members'>, id: string): Promise<Member> {
  const member = await members.findToChange(id)
  if (member === undefined || member.email === '')
    throw new BookingError('not_found', say('not_there', {}), { field: 'memberId', value: id })
  return member
}

/** @throws {BookingError} `not_allowed`: without an administrator nobody could make another one. */
export async function checkNotLastAdmin({ members }: Pick<Transaction, 'members'>, { id }: Member): Promise<void> {
  const admins = await members.admins()
  if (admins.length === 1 && admins[0]?.id === id) throw new BookingError('not_allowed', say('last_admin', {}))
}

async function checkEmail({ members }: Pick<Transaction, 'members'>, { id, email }: Member): Promise<void> {
  const namesake = await members.findByEmail(email)
  if (namesake !== undefined && namesake.id !== id) throw invalidInput('email', email, say('email_taken', {}))
}
