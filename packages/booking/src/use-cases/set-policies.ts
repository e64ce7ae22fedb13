import { invalidInput } from '../domain/booking-error.ts'
import { say } from '../domain/message.ts'
import type { PoliciesInput } from '../domain/parse-policies.ts'
import type { Policies } from '../domain/policies.ts'
import type { Desk, RequestKey } from '../ports.ts'
import { checkRole } from './access.ts'
import { once } from './once.ts'
import { audit } from './tell.ts'

/**
 * Sets the rules of the desk, all of them. What is booked stays booked.
 *
 * @throws {BookingError} `invalid_input` for a host that there is not, `not_allowed`, `key_reused`.
 */
export function setPolicies(desk: Desk, request: RequestKey, input: PoliciesInput): Promise<Policies> {
  return once(desk, request, async (transaction, admin) => {
    checkRole(admin, 'admin')
    const known = new Set((await transaction.hosts.list()).map(({ id }) => id))
    for (const [index, id] of input.approvalForHosts.entries())
      if (!known.has(id)) throw invalidInput(`approvalForHosts[${index}]`, id, say('not_there', {}))
    const before = await transaction.policies.get()
    const policies: Policies = { ...input, pool: before.pool }
    await transaction.policies.set(policies)
    await transaction.news.add({ at: desk.now(), kind: 'zoom_changed' })
    await audit(desk, transaction, admin.id, 'policies_set', 'policies', { before, after: policies })
    return policies
  })
}

/**
 * An administrator confirms that the organisation may share hosts of its own among its members: from then on hosts of the pool are
 * booked. Who, and when, is kept.
 *
 * @throws {BookingError} `not_allowed`, `key_reused`.
 */
export function confirmPool(desk: Desk, request: RequestKey): Promise<Policies> {
  return setPool(desk, request, true)
}

/** Takes that back: only members' own hosts are booked; what is booked stays booked. @throws {BookingError} as {@link confirmPool} */
export function withdrawPool(desk: Desk, request: RequestKey): Promise<Policies> {
  return setPool(desk, request, false)
}

function setPool(desk: Desk, request: RequestKey, isConfirmed: boolean): Promise<Policies> {
  return once(desk, request, async (transaction, admin) => {
    checkRole(admin, 'admin')
    const before = await transaction.policies.get()
    const pool = isConfirmed ? { confirmedBy: admin.id, confirmedAt: desk.now() } : undefined
    const policies: Policies = { ...before, pool: isConfirmed ? (before.pool ?? pool) : undefined }
    await transaction.policies.set(policies)
    await transaction.news.add({ at: desk.now(), kind: 'zoom_changed' })
    await audit(desk, transaction, admin.id, isConfirmed ? 'pool_confirmed' : 'pool_withdrawn', 'policies')
    return policies
  })
}
