import type { MeetingPlanner, Transaction } from '@convene/booking'
import type { Journal, MeetingKeeper } from '@convene/zoom/ensure'
import { hasBegun, meetingForZoom } from './meeting-for-zoom.ts'

export interface PlannerParts {
  readonly keeper: Pick<MeetingKeeper, 'planMeeting' | 'planChange' | 'planCancellation' | 'decide'>
  /** Safe creation's journal over an open transaction of the store. */
  readonly journalOver: (connection: Transaction['connection']) => Journal
  readonly now: () => number
}

/** Writes what Zoom shall have into safe creation's journal, in the transaction of the booking itself: both are kept, or neither. */
export function createPlanner({ keeper, journalOver, now }: PlannerParts): MeetingPlanner {
  return {
    async plan({ connection, policies }, planned) {
      const meeting = meetingForZoom(planned, await policies.get(), now())
      const { booking, host } = planned
      await keeper.planMeeting(
        { key: booking.meetingKey, host: host.zoomUser, meeting },
        { journal: journalOver(connection) },
      )
    },
    async change({ connection, policies }, planned) {
      const { booking, host } = planned
      const { type, start_time, timezone, recurrence, ...rest } = meetingForZoom(planned, await policies.get(), now())
      const times = hasBegun(booking, now()) ? {} : { type, start_time, timezone, recurrence }
      await keeper.planChange(
        { key: booking.meetingKey, host: host.zoomUser, meeting: { ...rest, ...times } },
        { journal: journalOver(connection) },
      )
    },
    async cancel({ connection }, { meetingKey }) {
      await keeper.planCancellation({ key: meetingKey }, { journal: journalOver(connection) })
    },
    async restore({ connection }, { booking, host }) {
      await keeper.planChange({ key: booking.meetingKey, host: host.zoomUser }, { journal: journalOver(connection) })
    },
    async forget() {},
    async decide({ meetingKey }, meetingId) {
      await keeper.decide({ key: meetingKey, meetingId }, { waitMs: 0 })
    },
  }
}
