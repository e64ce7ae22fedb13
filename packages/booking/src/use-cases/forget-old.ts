import type { Desk } from '../ports.ts'
import { audit, theDesk } from './tell.ts'

/** How long the desk remembers, in days. */
export interface RetentionDays {
  /** What bookings were about, after their last date. */
  readonly bookings: number
  readonly audit: number
}

const hourMs = 60 * 60_000
const dayMs = 24 * hourMs
const mailDays = 30

/**
 * Removes what is older than the desk may remember.
 *
 * @returns how many bookings were emptied
 */
export function forgetOld(desk: Desk, days: RetentionDays): Promise<number> {
  const now = desk.now()
  return desk.store.transaction(async (transaction) => {
    const keys = await transaction.retention.forget({
      bookings: now - days.bookings * dayMs,
      audit: now - days.audit * dayMs,
      messages: now - mailDays * dayMs,
      mails: now - mailDays * dayMs,
      requests: now - dayMs,
      expired: now,
      news: now - hourMs,
    })
    await desk.planner.forget(transaction, keys)
    if (keys.length > 0)
      await audit(desk, transaction, theDesk, 'data_forgotten', 'bookings', { bookings: keys.length })
    return keys.length
  })
}
