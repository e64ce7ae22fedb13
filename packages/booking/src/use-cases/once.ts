import { BookingError } from '../domain/booking-error.ts'
import type { Member } from '../domain/member.ts'
import { say } from '../domain/message.ts'
import type { Desk, Reading, RequestKey, Transaction } from '../ports.ts'

/**
 * Does what a client asks for in one transaction, once: the same key with the same request gives the same answer again.
 *
 * @param work what is thrown leaves nothing behind, not even the key
 * @throws {BookingError} `key_reused`; `not_allowed` for somebody who is no active member.
 */
export function once<Answer>(
  { store, now }: Desk,
  request: RequestKey,
  work: (transaction: Transaction, member: Member) => Promise<Answer>,
): Promise<Answer> {
  return store.transaction(async (transaction) => {
    const begun = await transaction.requests.begin(request, now())
    if (begun.is === 'other') throw new BookingError('key_reused', say('key_reused', {}))
    if (begun.is === 'same') return JSON.parse(begun.answer) as Answer
    const answer = JSON.stringify(await work(transaction, await activeMember(transaction, request.memberId)))
    await transaction.requests.end(request, answer)
    // As it will be read when the request is repeated.
    return JSON.parse(answer) as Answer
  })
}

/**
 * The answer to a request that was answered before; `undefined`: it is new. For what cannot be done within one transaction, and ends
 * with {@link once}.
 *
 * @throws {BookingError} `key_reused`
 */
export async function answeredBefore<Answer>({ store, now }: Desk, request: RequestKey): Promise<Answer | undefined> {
  const known = await store.transaction(({ requests }) => requests.find(request, now()))
  if (known.is === 'other') throw new BookingError('key_reused', say('key_reused', {}))
  return known.is === 'same' ? (JSON.parse(known.answer) as Answer) : undefined
}

/** @throws {BookingError} `not_allowed` for somebody who is no active member. */
export async function activeMember({ members }: Pick<Reading, 'members'>, id: string): Promise<Member> {
  const member = await members.find(id)
  if (member?.isActive !== true) throw new BookingError('not_allowed', say('not_a_member', {}))
  return member
}
