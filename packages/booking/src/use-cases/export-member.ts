import type { Booking } from '../domain/booking.ts'
import type { Desk, ListedBooking, Page, Reading } from '../ports.ts'
import { checkRole } from './access.ts'
import { activeMember } from './once.ts'
import { memberOf } from './save-member.ts'
import { audit } from './tell.ts'

const pageSize = 500
const always = { from: 0, to: Number.MAX_SAFE_INTEGER }

/** Everything that the desk keeps of a member. Instants are RFC 3339. */
export type MemberExport = Readonly<Record<string, unknown>>

/**
 * Collects everything that the desk keeps of a member, for the member or an administrator. That it was asked for is audited.
 *
 * @throws {BookingError} `not_allowed`, `not_found`.
 */
export async function exportMember(desk: Desk, byId: string, memberId: string): Promise<MemberExport> {
  const member = await desk.store.transaction(async (transaction) => {
    const by = await activeMember(transaction, byId)
    if (byId !== memberId) checkRole(by, 'admin')
    const found = await memberOf(transaction, memberId)
    await audit(desk, transaction, byId, 'member_exported', memberId)
    return found
  })
  // Reading all of it takes its time, in which nobody else shall wait.
  return desk.store.read(async (reading) => {
    const keys = await reading.apiKeys.listOf(memberId)
    return {
      exportedAt: instant(desk.now()),
      member,
      bookings: (await all((page) => reading.bookings.listOf(memberId, always, page))).map(presentOwn),
      invitedTo: (await reading.bookings.listInviting(member.email)).map(({ id, start, timeZone, people }) => ({
        bookingId: id,
        start,
        timeZone,
        as: people.find(({ email }) => email.toLowerCase() === member.email.toLowerCase()),
      })),
      deputyOf: (await all((page) => reading.bookings.listFor(memberId, always, page)))
        .filter(({ organiserId }) => organiserId !== memberId)
        .map(({ id, start, timeZone }) => ({ bookingId: id, start, timeZone })),
      apiKeys: keys.map(({ tokenHash: _hash, createdAt, expiresAt, lastUsedAt, ...key }) => ({
        ...key,
        createdAt: instant(createdAt),
        expiresAt: instant(expiresAt),
        lastUsedAt: instant(lastUsedAt),
      })),
      audit: await auditOf(reading, memberId),
    }
  })
}

async function all(list: (page: Page) => Promise<readonly ListedBooking[]>): Promise<readonly Booking[]> {
  const found: ListedBooking[] = []
  for (let after: string | undefined; ; after = found.at(-1)?.place) {
    const page = await list({ after, limit: pageSize })
    found.push(...page)
    if (page.length < pageSize) return found
  }
}

function presentOwn({ createdAt, changedAt, meetingKey: _key, ...booking }: Booking): object {
  return { ...booking, createdAt: instant(createdAt), changedAt: instant(changedAt) }
}

/** What the member did, and what was done to the member. */
async function auditOf(reading: Reading, memberId: string): Promise<object[]> {
  const found: object[] = []
  for (let after: string | undefined; ; ) {
    const page = await reading.audit.list(always, { after, limit: pageSize })
    for (const { at, by, what, thing, details } of page)
      if (by === memberId || thing === memberId) found.push({ at: instant(at), by, what, thing, details })
    if (page.length < pageSize) return found
    after = page.at(-1)?.id
  }
}

const instant = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString()
