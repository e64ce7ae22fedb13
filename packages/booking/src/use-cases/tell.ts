import type { AuditedAct } from '../domain/audited-act.ts'
import type { Booking, Person } from '../domain/booking.ts'
import type { AuditEntry, Desk, Transaction } from '../ports.ts'

/** What leaves by mail. `booking_confirmed`: there is a link; with `link: 'new'` in the place of another. */
export type NewsKind =
  | 'approval_asked'
  | 'approval_decided'
  | 'booking_confirmed'
  | 'booking_changed'
  | 'booking_cancelled'
  | 'deputies_changed'
  | 'overrun'

/** Who has done it, where nobody has: a worker. */
export const theDesk = 'desk'

export function audit(
  { createId, now }: Pick<Desk, 'createId' | 'now'>,
  transaction: Transaction,
  by: string,
  what: AuditedAct,
  thing: string,
  details: AuditEntry['details'] = {},
): Promise<void> {
  return transaction.audit.add({ id: createId(), at: now(), by, what, thing, details })
}

/** Pages that show the booking, and those that show when its host is busy, look again. */
export async function noteChange(
  { now }: Pick<Desk, 'now'>,
  { news }: Pick<Transaction, 'news'>,
  { id, organiserId, deputies, hostId }: Pick<Booking, 'id' | 'organiserId' | 'deputies' | 'hostId'>,
): Promise<void> {
  for (const memberId of [organiserId, ...deputies])
    await news.add({ at: now(), kind: 'booking_changed', bookingId: id, memberId, hostId })
  await news.add({ at: now(), kind: 'calendar_changed', hostId })
}

/** Each piece of news of a revision leaves once. */
export function tell(
  { now }: Pick<Desk, 'now'>,
  transaction: Transaction,
  kind: NewsKind,
  { id, revision, sequence }: Pick<Booking, 'id' | 'revision' | 'sequence'>,
  body: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const key = `${kind} ${id} ${revision}`
  return transaction.outbox.add({ key, kind, body: { bookingId: id, revision, sequence, ...body }, dueAt: now() })
}

/**
 * People hear of a change; who is invited by it hears of all, and who is not invited any more of that. Of a booking that waits for a
 * manager, the managers do.
 */
export function tellChange(
  desk: Pick<Desk, 'now'>,
  transaction: Transaction,
  before: Booking,
  after: Booking,
): Promise<void> {
  if (after.state === 'requested') return tell(desk, transaction, 'approval_asked', after)
  const left = notAmong(before.people, after.people)
  const joined = notAmong(after.people, before.people).map(({ email }) => email)
  const named = notNamed(after.deputies, before.deputies)
  return tell(desk, transaction, 'booking_changed', after, {
    ...(left.length > 0 && { left }),
    ...(joined.length > 0 && { joined }),
    ...(named.length > 0 && { named }),
  })
}

/** Who may start the meeting from now on hears of it, and who may not any more. */
export async function tellDeputies(
  desk: Pick<Desk, 'now'>,
  transaction: Transaction,
  before: Booking,
  after: Booking,
): Promise<void> {
  const named = notNamed(after.deputies, before.deputies)
  const dismissed = notNamed(before.deputies, after.deputies)
  for (const memberId of dismissed)
    await transaction.news.add({ at: desk.now(), kind: 'booking_changed', bookingId: after.id, memberId })
  if (named.length + dismissed.length > 0)
    await tell(desk, transaction, 'deputies_changed', after, { named, dismissed })
}

const notNamed = (some: readonly string[], others: readonly string[]): readonly string[] =>
  some.filter((id) => !others.includes(id))

function notAmong(people: readonly Person[], others: readonly Person[]): readonly Person[] {
  return people.filter(({ email }) => !others.some((one) => one.email === email))
}
