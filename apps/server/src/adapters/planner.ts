import {
  type Booking,
  BookingError,
  type Host,
  type MeetingPlanner,
  type PlannedMeeting,
  say,
  type Transaction,
} from '@convene/booking'
import type { Journal, MeetingKeeper } from '@convene/zoom/ensure'
import { changeForZoom, meetingForZoom, type Opening } from './meeting-for-zoom.ts'

export interface PlannerParts {
  readonly keeper: Pick<
    MeetingKeeper,
    'planMeeting' | 'planChange' | 'planCancellation' | 'planRestoration' | 'forgetMeetings' | 'decide'
  >
  /** Safe creation's journal over an open transaction of the store. */
  readonly journalOver: (connection: Transaction['connection']) => Journal
  readonly now: () => number
}

/** Writes what Zoom shall have into safe creation's journal, in the transaction of the booking itself: both are kept, or neither. */
export function createPlanner({ keeper, journalOver, now }: PlannerParts): MeetingPlanner {
  const openingOf = async ({ policies }: Transaction, booking: Booking, host: Host): Promise<Opening> =>
    host.memberId !== undefined && host.memberId === booking.organiserId ? 'own' : (await policies.get()).opening

  async function wholeMeeting(transaction: Transaction, { booking, host, occurrences }: PlannedMeeting) {
    const meeting = meetingForZoom(booking, await openingOf(transaction, booking, host), now())
    if (meeting !== undefined) return meeting
    throw new BookingError('wrong_state', say('has_begun', { date: occurrences.at(-1)?.date ?? booking.start }))
  }

  /** @throws {BookingError} `wrong_state` when somebody has deleted it at Zoom */
  async function recordOf(journal: Journal, key: string) {
    const record = await journal.find(key)
    if (record?.published?.isGone) throw deletedAtZoom()
    return record
  }

  return {
    async plan(transaction, planned) {
      const journal = journalOver(transaction.connection)
      const { booking, host } = planned
      const meeting = await wholeMeeting(transaction, planned)
      await keeper.planMeeting({ key: booking.meetingKey, host: host.zoomUser, meeting }, { journal })
    },
    async change(transaction, planned, before) {
      const journal = journalOver(transaction.connection)
      const { booking, host, occurrences } = planned
      const { meetingKey: key } = booking
      const record = await recordOf(journal, key)
      const knownFrom = record?.wanted.meeting?.meant?.first
      // Of a series that went on from a later date Zoom has nothing any more when none is to come.
      const isOver = occurrences.every(({ startsAt }) => startsAt <= now())
      if (booking.recurrence !== undefined && isOver && (knownFrom ?? Number.POSITIVE_INFINITY) > now()) {
        if (record !== undefined) await keeper.planCancellation({ key }, { journal })
        return
      }
      const isMoved = before.hostId !== booking.hostId
      const meeting = isMoved
        ? await wholeMeeting(transaction, planned)
        : changeForZoom(before, booking, {
            opening: await openingOf(transaction, booking, host),
            now: now(),
            knownFrom,
          })
      await keeper.planChange({ key, host: host.zoomUser, meeting }, { journal })
    },
    async cancel({ connection }, { meetingKey }) {
      await keeper.planCancellation({ key: meetingKey }, { journal: journalOver(connection) })
    },
    async restore(transaction, { booking, host }) {
      const journal = journalOver(transaction.connection)
      const { meetingKey: key } = booking
      const record = await recordOf(journal, key)
      await keeper.planRestoration({ key }, { journal })
      const hasOtherTimes = (record?.published?.differs ?? []).some((field) => ofTimes.has(field))
      const firstAt = record?.wanted.meeting?.meant?.first
      if (!hasOtherTimes || firstAt === undefined || firstAt > now()) return
      // Zoom takes no rule that has begun: the series goes on from its next date.
      const meeting = meetingForZoom(booking, await openingOf(transaction, booking, host), now())
      if (meeting !== undefined) await keeper.planChange({ key, meeting }, { journal })
    },
    async goOn(transaction, { booking, host }) {
      const journal = journalOver(transaction.connection)
      const { meetingKey: key } = booking
      const record = await journal.find(key)
      const firstAt = record?.wanted.meeting?.meant?.first
      if (record?.state !== 'refused' || firstAt === undefined || firstAt > now()) return false
      const meeting = meetingForZoom(booking, await openingOf(transaction, booking, host), now())
      if (meeting !== undefined) await keeper.planChange({ key, meeting }, { journal })
      return meeting !== undefined
    },
    async forget({ connection }, meetingKeys) {
      await keeper.forgetMeetings(meetingKeys, { journal: journalOver(connection) })
    },
    async decide({ meetingKey }, meetingId) {
      await keeper.decide({ key: meetingKey, meetingId }, { waitMs: 0 })
    },
  }
}

const ofTimes: ReadonlySet<string> = new Set(['start_time', 'duration', 'dates'])

function deletedAtZoom(): BookingError {
  return new BookingError('wrong_state', say('deleted_at_zoom', {}))
}
