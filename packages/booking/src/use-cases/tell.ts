import type { Booking } from '../domain/booking.ts'
import type { AuditEntry, Desk, Transaction } from '../ports.ts'

/** What is written into the audit log. */
export type AuditedAct =
  | 'booking_made'
  | 'booking_overridden'
  | 'booking_changed'
  | 'booking_split'
  | 'booking_cancelled'
  | 'booking_approved'
  | 'booking_declined'
  | 'booking_extended'

/** What leaves by mail; that a meeting is ready is said when its link is published. */
export type NewsKind = 'approval_asked' | 'approval_decided' | 'booking_changed' | 'booking_cancelled'

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

/** Each piece of news of a revision leaves once. */
export function tell(
  { now }: Pick<Desk, 'now'>,
  transaction: Transaction,
  kind: NewsKind,
  { id, revision }: Pick<Booking, 'id' | 'revision'>,
  body: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const key = `${kind} ${id} ${revision}`
  return transaction.outbox.add({ key, kind, body: { bookingId: id, revision, ...body }, dueAt: now() })
}

/** People hear of a change, and who is not invited any more hears of that; of a booking that waits for a manager, the managers do. */
export function tellChange(
  desk: Pick<Desk, 'now'>,
  transaction: Transaction,
  before: Booking,
  after: Booking,
): Promise<void> {
  if (after.state === 'requested') return tell(desk, transaction, 'approval_asked', after)
  const left = before.people.filter(({ email }) => !after.people.some((one) => one.email === email))
  return tell(desk, transaction, 'booking_changed', after, left.length === 0 ? {} : { left })
}
