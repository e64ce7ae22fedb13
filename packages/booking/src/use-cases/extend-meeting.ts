import type { Occurrence, Wish } from '../domain/booking.ts'
import { BookingError } from '../domain/booking-error.ts'
import { heldSpan } from '../domain/held.ts'
import { basicLimitMinutes, type Host } from '../domain/host.ts'
import { minuteMs } from '../domain/meeting-dates.ts'
import { say } from '../domain/message.ts'
import type { Policies } from '../domain/policies.ts'
import { checkLongest } from '../domain/policy-rules.ts'
import { seriesOf, withException } from '../domain/series-parts.ts'
import { formatWall, wallAt } from '../domain/wall-time.ts'
import { zoomLimits } from '../domain/zoom-limits.ts'
import type { Desk, RequestKey, Transaction } from '../ports.ts'
import { changedMeanwhile, ownBooking } from './access.ts'
import { answerOf, type BookingAnswer, whereOf } from './book-meeting.ts'
import { hostOf } from './change-booking.ts'
import { once } from './once.ts'
import { audit, noteChange } from './tell.ts'

const extensionMinutes = 15

/**
 * Makes a meeting that is running 15 minutes longer, if its lane is free. Zoom is not told: it does not end a meeting at its time, and
 * refuses changes of one that runs (docs/zoom-facts.md §5).
 *
 * @throws {BookingError} `wrong_state` for what is not running; `slot_taken` with the minutes that are free; `zoom_cannot`,
 * `refused_by_policy`.
 */
export function extendMeeting(
  desk: Desk,
  request: RequestKey,
  asked: { readonly bookingId: string; readonly revision: number },
): Promise<BookingAnswer> {
  return once(desk, request, async (transaction, member) => {
    const { booking, occurrences } = await ownBooking(transaction, member, asked, 'extend')
    const now = desk.now()
    const running = occurrences.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt)
    if (running === undefined) throw new BookingError('wrong_state', say('not_running', {}))
    const host = hostOf(await transaction.hosts.list(), running.hostId)
    const policies = await transaction.policies.get()
    const longer = { ...running, endsAt: running.endsAt + extensionMinutes * minuteMs }
    checkLength(longer, host, policies, booking, now)
    const { from, to } = heldSpan(longer, host, policies.bufferMinutes)
    const extended = { ...longer, heldFrom: Math.min(from, running.heldFrom), heldTo: Math.max(to, running.heldTo) }
    const all = occurrences.map((one) => (one === running ? extended : one))
    const after = { ...booking, ...longerWish(booking, longer), sequence: booking.sequence + 1, changedAt: now }
    const result = await transaction.bookings.replace(after, all)
    if (!result.ok && result.reason === 'changed_meanwhile') throw changedMeanwhile()
    if (!result.ok) throw await takenAfter(transaction, running, extended)
    const kept = { ...after, revision: booking.revision + 1 }
    await noteChange(desk, transaction, kept)
    await audit(desk, transaction, member.id, 'booking_extended', kept.id, { ...whereOf(kept), date: running.date })
    const dates = all.map(({ date, startsAt, endsAt }) => ({ date, startsAt, endsAt }))
    return { ...answerOf(kept), dates, notes: [] }
  })
}

function checkLength(longer: Occurrence, host: Host, policies: Policies, times: Wish, now: number): void {
  const minutes = (longer.endsAt - longer.startsAt) / minuteMs
  const most = host.plan === 'basic' ? basicLimitMinutes : zoomLimits.minutes
  if (minutes > most)
    throw new BookingError(
      'zoom_cannot',
      host.plan === 'basic' ? say('too_long_for_basic', { minutes, most }) : say('too_long', { minutes: most }),
    )
  const refusal = checkLongest(policies, { times, dates: [longer], now, otherStarts: [] })
  if (refusal !== undefined) throw new BookingError('refused_by_policy', refusal.says, { refusals: [refusal] })
}

/** The wish says what is held: of a series one date is longer. */
function longerWish(wish: Wish, { date, startsAt, endsAt }: Occurrence): Pick<Wish, 'minutes' | 'exceptions'> {
  const minutes = (endsAt - startsAt) / minuteMs
  const { exceptions, recurrence, timeZone } = wish
  if (recurrence === undefined) return { minutes, exceptions }
  // Of a series that goes on from a later date this one is history, and no date of the rule any more.
  if (!seriesOf(wish).days.some((day) => String(day) === date)) return { minutes: wish.minutes, exceptions }
  const start = formatWall(wallAt(startsAt, timeZone))
  return { minutes: wish.minutes, exceptions: withException(wish, { date, start, minutes }) }
}

async function takenAfter(transaction: Transaction, running: Occurrence, wanted: Occurrence): Promise<BookingError> {
  const { hostId, lane, bookingId, heldTo } = running
  const held = await transaction.held([hostId], { from: heldTo, to: wanted.heldTo })
  const next = held.find((one) => one.lane === lane && one.bookingId !== bookingId)
  const minutes = Math.max(0, Math.floor(((next?.heldFrom ?? heldTo) - heldTo) / minuteMs))
  return new BookingError('slot_taken', say('taken_after', { minutes }))
}
