import type { Booking } from '../domain/booking.ts'
import { BookingError, invalidInput } from '../domain/booking-error.ts'
import { planRewrite } from '../domain/change-booking.ts'
import { takeOver } from '../domain/drift.ts'
import { type Message, say } from '../domain/message.ts'
import type { Desk, Drift, Reading, RequestKey, Transaction } from '../ports.ts'
import { checkRole, type OwnBooking } from './access.ts'
import { type Question, rank, spentToday } from './availability.ts'
import { answerOf, type BookingAnswer, whereOf } from './book-meeting.ts'
import { cancelWhole } from './cancel-booking.ts'
import { holdChanged, hostOf } from './change-booking.ts'
import { once } from './once.ts'
import { raiseRevision } from './settle-booking.ts'
import { audit, noteChange, tellChange } from './tell.ts'

interface Drifted extends OwnBooking {
  readonly drift: Drift
}

/**
 * Has Zoom get again what was booked. Of a meeting that somebody has deleted there another one is made, with another link, of which the
 * people are told.
 *
 * @throws {BookingError} `not_allowed`, `not_found`, `wrong_state` where there is nothing to restore, `key_reused`.
 */
export function restoreDrift(desk: Desk, request: RequestKey, asked: { bookingId: string }): Promise<BookingAnswer> {
  return once(desk, request, async (transaction, admin) => {
    checkRole(admin, 'admin')
    const { booking, occurrences, drift } = await drifted(transaction, asked.bookingId, ['changed', 'deleted'])
    const host = hostOf(await transaction.hosts.list(), booking.hostId)
    let after = booking
    if (drift.is === 'changed') await desk.planner.restore(transaction, { booking, host, occurrences })
    else {
      await desk.planner.cancel(transaction, booking)
      // No booking names this key any more, by which it could be forgotten later.
      await desk.planner.forget(transaction, [booking.meetingKey])
      after = await raiseRevision(desk, transaction, { ...booking, state: 'reserved', meetingKey: desk.createId() })
      await desk.planner.plan(transaction, { booking: after, host, occurrences })
    }
    await transaction.drift.clear(booking.id)
    await noteChange(desk, transaction, after)
    await audit(desk, transaction, admin.id, 'drift_restored', booking.id, { is: drift.is })
    return answer(transaction, after)
  })
}

/**
 * The booking takes over what somebody has changed at Zoom, if its lane is free then. Of a meeting that was deleted there the booking is
 * cancelled.
 *
 * @throws {BookingError} `not_allowed`, `not_found`, `wrong_state`, `no_free_host`, `invalid_input` for a start that has passed,
 * `key_reused`.
 */
export async function acceptDrift(
  desk: Desk,
  request: RequestKey,
  asked: { readonly bookingId: string },
): Promise<BookingAnswer> {
  const budgetSpent = await spentToday(desk)
  return once(desk, request, async (transaction, admin) => {
    checkRole(admin, 'admin')
    const own = await drifted(transaction, asked.bookingId, ['changed', 'deleted'])
    const after =
      own.drift.is === 'deleted'
        ? await cancelWhole(desk, transaction, own)
        : await acceptChange(desk, transaction, own, budgetSpent)
    await transaction.drift.clear(after.id)
    await audit(desk, transaction, admin.id, 'drift_accepted', after.id, {
      ...whereOf(after),
      is: own.drift.is,
      fields: own.drift.fields.map(({ field }) => field),
    })
    return answer(transaction, after)
  })
}

/** Why a booking cannot take over what Zoom shows; `undefined` when it can, and for a deleted one, which can be cancelled. */
export async function whyNotAccept(desk: Desk, reading: Reading, drift: Drift): Promise<Message | undefined> {
  if (drift.is !== 'changed') return undefined
  try {
    const own = await drifted(reading, drift.bookingId, ['changed'])
    const { question } = await takenOver(desk, reading, own, new Map())
    const { candidates, refused } = await rank(reading, question)
    return candidates.length > 0 ? undefined : refused[0]?.why
  } catch (error) {
    if (error instanceof BookingError) return error.says
    throw error
  }
}

/**
 * Says which of several equal meetings at Zoom the one of the booking is; `none`: it was not made, and is made now.
 *
 * @throws {BookingError} `not_allowed`, `not_found`, `wrong_state`, `invalid_input` for one that is no candidate, `key_reused`.
 */
export async function chooseMeeting(
  desk: Desk,
  request: RequestKey,
  asked: { readonly bookingId: string; readonly meetingId: number | 'none' },
): Promise<{ readonly bookingId: string }> {
  const { bookingId, meetingId } = asked
  const chosen = await once(desk, request, async (transaction, admin) => {
    checkRole(admin, 'admin')
    const { booking, drift } = await drifted(transaction, bookingId, ['undecided'])
    if (meetingId !== 'none' && !drift.candidates.includes(meetingId)) {
      const choices = [...drift.candidates.map(String), 'none']
      throw invalidInput('meetingId', meetingId, say('not_one_of', { choices }))
    }
    await transaction.drift.clear(bookingId)
    await noteChange(desk, transaction, booking)
    await audit(desk, transaction, admin.id, 'meeting_chosen', bookingId, { meetingId })
    return { bookingId }
  })
  const booking = await desk.store.read(({ bookings }) => bookings.find(bookingId))
  if (booking !== undefined) await desk.planner.decide(booking, meetingId)
  return chosen
}

async function drifted(reading: Reading, bookingId: string, known: readonly Drift['is'][]): Promise<Drifted> {
  const booking = await reading.bookings.find(bookingId)
  if (booking === undefined)
    throw new BookingError('not_found', say('not_there', {}), { field: 'bookingId', value: bookingId })
  const drift = await reading.drift.find(bookingId)
  if (drift === undefined || !known.includes(drift.is))
    throw new BookingError('wrong_state', say('nothing_to_decide', {}))
  return { booking, wish: booking, occurrences: await reading.bookings.occurrencesOf(bookingId), drift }
}

async function takenOver(desk: Desk, reading: Reading, own: Drifted, budgetSpent: ReadonlyMap<string, number>) {
  const taken = takeOver(own.wish, own.drift.fields)
  if ('whyNot' in taken) throw new BookingError('wrong_state', taken.whyNot)
  const now = desk.now()
  const plan = planRewrite(own, taken.wish, now)
  const host = hostOf(await reading.hosts.list(), own.booking.hostId)
  const question: Question = {
    wish: plan.wish,
    dates: plan.dates,
    organiserId: own.booking.organiserId,
    policies: await reading.policies.get(),
    // The meeting is on this host, whether or not anything new is booked on it.
    hosts: [{ ...host, isActive: true }],
    budgetSpent,
    ignoring: own.booking.id,
    now,
  }
  return { plan, question }
}

async function acceptChange(
  desk: Desk,
  transaction: Transaction,
  own: Drifted,
  budgetSpent: ReadonlyMap<string, number>,
): Promise<Booking> {
  const { plan, question } = await takenOver(desk, transaction, own, budgetSpent)
  const after = await holdChanged(desk, transaction, own, plan, question)
  const link = own.drift.fields.find(({ field }) => field === 'join_url')?.atZoom
  const before = await transaction.publications.find(after.id)
  if (typeof link === 'string' && before !== undefined)
    await transaction.publications.set({ ...before, joinUrl: link, revision: after.revision, at: desk.now() })
  await tellChange(desk, transaction, own.booking, after)
  return after
}

async function answer({ bookings }: Transaction, booking: Booking): Promise<BookingAnswer> {
  const dates = (await bookings.occurrencesOf(booking.id)).map(({ date, startsAt, endsAt }) => ({
    date,
    startsAt,
    endsAt,
  }))
  return { ...answerOf(booking), dates, notes: [] }
}
