import type { Booking } from '../domain/booking.ts'
import type { Desk, ListedBooking, RequestKey, Transaction } from '../ports.ts'
import { checkRole } from './access.ts'
import { hostOf } from './change-booking.ts'
import { once } from './once.ts'
import { checkNotLastAdmin, memberOf } from './save-member.ts'
import { audit, noteChange } from './tell.ts'

const pageSize = 100

/**
 * Erases a member: name and address everywhere, sessions, keys, mails, and what the bookings were about, here and at Zoom. The bookings stay
 * as slots of nobody; what is still to come takes place.
 *
 * @throws {BookingError} `not_found`, `not_allowed` for the last administrator too, `key_reused`.
 */
export function eraseMember(
  desk: Desk,
  request: RequestKey,
  asked: { readonly memberId: string },
): Promise<{ readonly id: string }> {
  return once(desk, request, async (transaction, admin) => {
    checkRole(admin, 'admin')
    const member = await memberOf(transaction, asked.memberId)
    const { id } = member
    await checkNotLastAdmin(transaction, member)
    const toCome = await bookingsToCome(desk, transaction, id)
    const keys = await transaction.retention.eraseMember(id, desk.now())
    await desk.planner.forget(transaction, keys)
    for (const before of toCome) await rename(desk, transaction, before)
    await audit(desk, transaction, admin.id, 'member_erased', id)
    return { id }
  })
}

async function bookingsToCome(desk: Desk, { bookings }: Transaction, memberId: string): Promise<readonly Booking[]> {
  const range = { from: desk.now(), to: Number.MAX_SAFE_INTEGER }
  const found: ListedBooking[] = []
  for (let after: string | undefined; ; after = found.at(-1)?.place) {
    const page = await bookings.listOf(memberId, range, { after, limit: pageSize })
    found.push(...page)
    if (page.length < pageSize) break
  }
  return found.filter(({ state }) => state === 'reserved' || state === 'unknown' || state === 'confirmed')
}

/** Its title is at Zoom too. */
async function rename(desk: Desk, transaction: Transaction, before: Booking): Promise<void> {
  const booking = await transaction.bookings.find(before.id)
  if (booking === undefined || (await transaction.drift.find(booking.id))?.is === 'deleted') return
  const host = hostOf(await transaction.hosts.list(), booking.hostId)
  const occurrences = await transaction.bookings.occurrencesOf(booking.id)
  await desk.planner.change(transaction, { booking, host, occurrences }, before)
  await noteChange(desk, transaction, booking)
}
