import type { Wish } from '../domain/booking.ts'
import { BookingError } from '../domain/booking-error.ts'
import { heldSpan } from '../domain/held.ts'
import type { Host } from '../domain/host.ts'
import { whyUnfit } from '../domain/host-fit.ts'
import { datesOfMeeting } from '../domain/meeting-dates.ts'
import { say } from '../domain/message.ts'
import type { Desk, RequestKey, Transaction } from '../ports.ts'
import { checkRole } from './access.ts'
import type { Question } from './availability.ts'
import { answerOf, type BookingAnswer, checkToCome, keepNew, newBooking, whereOf } from './book-meeting.ts'
import { hostOf } from './change-booking.ts'
import { holdDeputies } from './deputies.ts'
import { activeMember, once } from './once.ts'
import { audit } from './tell.ts'

/** What an administrator books beside the rules, on which host. */
export interface OverrideRequest {
  readonly wish: Wish
  readonly hostId: string
  /** Whose meeting it is. */
  readonly organiserId: string
  /** Addresses of members who may start it too. */
  readonly deputies?: readonly string[]
}

/** So many overrides at one time are more than anybody can mean. */
const mostOverrides = 10

/**
 * An administrator books a host although it is taken, closed, or a rule forbids it: a single meeting, or a series with all of its dates.
 * The booking gets a lane beyond those of the host, so that it stays visible that Zoom may not start both. What Zoom itself limits (people, 40 minutes on Basic) holds.
 *
 * @throws {BookingError} `not_allowed`, `invalid_input`, `zoom_cannot`, `no_free_host`, `key_reused`.
 */
export function overrideBooking(desk: Desk, request: RequestKey, asked: OverrideRequest): Promise<BookingAnswer> {
  return once(desk, request, async (transaction, admin) => {
    checkRole(admin, 'admin')
    const now = desk.now()
    const { wish, hostId } = asked
    const { dates, start, notes } = datesOfMeeting(wish)
    checkToCome(dates, wish, now)
    const organiser = await activeMember(transaction, asked.organiserId)
    const hosts = await transaction.hosts.list()
    const host = hostOf(hosts, hostId)
    const policies = await transaction.policies.get()
    const spans = dates.map((date) => heldSpan(date, host, policies.bufferMinutes))
    const why = whyUnfit(host, wish.peopleExpected, dates, spans, undefined)
    if (why !== undefined) throw new BookingError('no_free_host', why)
    const question: Question = {
      wish: { ...wish, start },
      dates,
      organiserId: organiser.id,
      deputies: await holdDeputies(transaction, asked.deputies ?? [], organiser.id),
      policies,
      hosts,
      budgetSpent: new Map(),
      now,
    }
    const booking = await holdBeyond(desk, transaction, question, host)
    await audit(desk, transaction, admin.id, 'booking_overridden', booking.id, whereOf(booking))
    return { ...answerOf(booking), dates, notes }
  })
}

async function holdBeyond(desk: Desk, transaction: Transaction, question: Question, host: Host) {
  for (let lane = host.lanes + 1; lane <= host.lanes + mostOverrides; lane++) {
    const chosen = { hostId: host.id, lane, choice: say('chosen_by_admin', {}) }
    const booking = newBooking(desk, question, chosen, 'reserved')
    const { ok } = await keepNew(desk, transaction, question, booking, { host })
    if (ok) return booking
  }
  throw new BookingError(
    'no_free_host',
    say('taken', { dates: question.dates.map(({ date }) => date), of: question.dates.length }),
  )
}
