import { needsApproval } from '../domain/approval.ts'
import { BookingError } from '../domain/booking-error.ts'
import { datesIfAny } from '../domain/meeting-dates.ts'
import { costOf } from '../domain/zoom-cost.ts'
import type { Desk } from '../ports.ts'
import { type Question, spentToday } from './availability.ts'
import { whereOf } from './book-meeting.ts'
import { replaceOn } from './change-booking.ts'
import { type Chosen, holdBest } from './hold.ts'
import { audit, theDesk } from './tell.ts'

/** Zoom's creations and changes a host and day (docs/zoom-facts.md §3.2). */
const callsADay = 100

/**
 * Moves a booking whose meeting Zoom has surely not made, since the day of its host there is used up, to another host that is free: both
 * lanes change in one transaction. Nobody was told a link yet, so that none changes.
 *
 * @returns `stays` where no other host is free, or it is not to be moved
 */
export async function moveFromFullHost(desk: Desk, meetingKey: string): Promise<'moved' | 'stays'> {
  const budgetSpent = await spentToday(desk)
  const now = desk.now()
  try {
    return await desk.store.transaction(async (transaction) => {
      const booking = await transaction.bookings.findByMeetingKey(meetingKey)
      if (booking?.state !== 'reserved' || (await transaction.publications.find(booking.id)) !== undefined)
        return 'stays'
      const organiser = await transaction.members.find(booking.organiserId)
      const occurrences = await transaction.bookings.occurrencesOf(booking.id)
      const dates = datesIfAny(booking)
      if (organiser === undefined || dates === undefined || occurrences.some(({ startsAt }) => startsAt <= now))
        return 'stays'
      const policies = await transaction.policies.get()
      const hosts = (await transaction.hosts.list()).filter(
        (host) =>
          host.id !== booking.hostId &&
          !needsApproval(organiser, host, policies) &&
          (budgetSpent.get(host.id) ?? 0) + costOf(undefined, { hostId: host.id, wish: booking }).calls <= callsADay,
      )
      const question: Question = {
        wish: booking,
        dates,
        organiserId: organiser.id,
        policies,
        hosts,
        budgetSpent,
        ignoring: booking.id,
        now,
      }
      const own = { booking, wish: booking, occurrences }
      const hold = (chosen: Chosen) =>
        replaceOn(desk, transaction, own, { wish: booking, begun: [], dates, notes: [] }, question, chosen)
      const moved = await holdBest(transaction, question, hold)
      await audit(desk, transaction, theDesk, 'booking_moved', moved.id, {
        ...whereOf(moved),
        from: booking.hostId,
        why: 'limited',
      })
      return 'moved'
    })
  } catch (error) {
    if (error instanceof BookingError && error.code === 'no_free_host') return 'stays'
    throw error
  }
}
