import { BookingError, invalidInput } from '../domain/booking-error.ts'
import type { Host } from '../domain/host.ts'
import { say } from '../domain/message.ts'
import { type HostInput, hostAfter } from '../domain/parse-host.ts'
import type { Desk, RequestKey, Transaction } from '../ports.ts'
import { checkRole } from './access.ts'
import { hostOf } from './change-booking.ts'
import { once } from './once.ts'
import { audit } from './tell.ts'

/**
 * Adds a host, or changes one. Bookings stay where they are: also with fewer lanes, and when nothing new is booked on it.
 *
 * @param asked `hostId`: the one that changes; without it, a new one
 * @throws {BookingError} `invalid_input`, `not_allowed`, `not_found`, `wrong_state` for another Zoom user under bookings to come,
 * `key_reused`.
 */
export function saveHost(
  desk: Desk,
  request: RequestKey,
  asked: { readonly hostId?: string | undefined; readonly input: HostInput },
): Promise<Host> {
  return once(desk, request, async (transaction, admin) => {
    checkRole(admin, 'admin')
    const { hostId, input } = asked
    const hosts = await transaction.hosts.list()
    const before = hostId === undefined ? undefined : hostOf(hosts, hostId)
    const { timeZone } = await transaction.policies.get()
    const host = hostAfter(before?.id ?? desk.createId(), before, input, timeZone)
    await check(desk, transaction, hosts, before, host)
    await transaction.hosts.save(host)
    await transaction.news.add({ at: desk.now(), kind: 'calendar_changed', hostId: host.id })
    await audit(desk, transaction, admin.id, 'host_saved', host.id, {
      isNew: before === undefined,
      fields: Object.keys(input),
    })
    return host
  })
}

async function check(
  desk: Desk,
  transaction: Transaction,
  hosts: readonly Host[],
  before: Host | undefined,
  { id, zoomUser, memberId }: Host,
): Promise<void> {
  const isSameUser = (other: Host) => other.zoomUser.toLowerCase() === zoomUser.toLowerCase()
  if (hosts.some((other) => other.id !== id && isSameUser(other)))
    throw invalidInput('zoomUser', zoomUser, say('host_taken', {}))
  if (memberId !== undefined && (await transaction.members.find(memberId)) === undefined)
    throw invalidInput('memberId', memberId, say('not_there', {}))
  if (before === undefined || before.zoomUser === zoomUser) return
  const now = desk.now()
  const held = await transaction.held([id], { from: now, to: now + tenYearsMs })
  // Safe creation would take another name of the host for another host, and make each meeting anew there.
  if (held.some(({ bookingId }) => bookingId !== undefined))
    throw new BookingError('wrong_state', say('host_is_booked', {}), { field: 'zoomUser', value: zoomUser })
}

const tenYearsMs = 10 * 366 * 24 * 60 * 60_000
