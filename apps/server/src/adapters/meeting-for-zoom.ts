import type { Booking, PlannedMeeting, Policies } from '@convene/booking'
import type { MeetingToKeep } from '@convene/zoom/ensure'
import { Temporal } from 'temporal-polyfill'
import { recurrenceRule } from '../present/recurrence-rule.ts'

/**
 * What Zoom shall have of a booking: wall times with their zone, so that a series keeps them through the change of clocks.
 *
 * @param now dates that were moved and have passed are left out of it: Zoom takes no start in the past (docs/zoom-facts.md §5.4)
 */
export function meetingForZoom(
  { booking, host }: Pick<PlannedMeeting, 'booking' | 'host'>,
  { opening }: Pick<Policies, 'opening'>,
  now: number,
): MeetingToKeep {
  const { title, agenda, minutes } = booking
  const isOwn = host.memberId !== undefined && host.memberId === booking.organiserId
  return {
    topic: title,
    agenda,
    duration: minutes,
    ...timesOf(booking, now),
    // In a member's own Zoom the member's own settings hold.
    ...(!isOwn && { settings: openings[opening] }),
  }
}

const openings = {
  without_host: { join_before_host: true, jbh_time: 0, waiting_room: false },
  start_link: { join_before_host: false },
} as const

function timesOf(
  booking: Booking,
  now: number,
): Pick<MeetingToKeep, 'type' | 'start_time' | 'timezone' | 'recurrence' | 'dates'> {
  const { start, timeZone, recurrence, repeated, exceptions } = booking
  if (recurrence === undefined && repeated === 'later')
    // Beside a zone Zoom would take the earlier one; an instant has no second meaning.
    return { type: 2, start_time: new Date(instantOf(start, timeZone, 'later')) }
  const first = { start_time: `${start}:00`, timezone: timeZone }
  if (recurrence === undefined) return { type: 2, ...first }
  const dates = exceptions
    .filter((one) => one.start === undefined || instantOf(one.start, timeZone) > now)
    .map(({ date, start: moved, minutes }) =>
      moved === undefined
        ? { date, leave_out: true }
        : { date, start_time: `${moved}:00`, ...(minutes !== undefined && { duration: minutes }) },
    )
  return { type: 8, ...first, recurrence: recurrenceRule(recurrence), dates }
}

/** Whether the first start of a booking has passed: its times cannot be sent any more, and have no need to. */
export function hasBegun({ start, timeZone, repeated }: Booking, now: number): boolean {
  return instantOf(start, timeZone, repeated) <= now
}

function instantOf(wall: string, timeZone: string, disambiguation: 'earlier' | 'later' = 'earlier'): number {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds
}
