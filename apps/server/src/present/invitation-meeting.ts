import type { Booking, Occurrence } from '@convene/booking'
import type { KeptMeeting } from '@convene/zoom/ensure'
import type { InvitationMeeting } from '@convene/zoom/invitation'
import { recurrenceToZoom } from '@convene/zoom/recurrence'
import { Temporal } from 'temporal-polyfill'
import { presentInstant } from './instant.ts'
import { recurrenceRule } from './recurrence-rule.ts'

/** What Zoom made of a booking, as invitations name it. */
export type MadeMeeting = Pick<KeptMeeting, 'id' | 'join_url' | 'password'>

/**
 * A booking with its link as Zoom would answer it, for invitations and calendar files: the dates are those of the desk, each moved one
 * at its new time, also while Zoom has not heard of a change yet.
 *
 * @param occurrences at least one
 */
export function invitationMeeting(
  booking: Booking,
  occurrences: readonly Pick<Occurrence, 'date' | 'startsAt' | 'endsAt'>[],
  { id, join_url, password }: MadeMeeting,
): InvitationMeeting {
  const { title, agenda, timeZone, minutes, recurrence } = booking
  const first = Math.min(...occurrences.map(({ startsAt }) => startsAt))
  const common = { id, topic: title, agenda, timezone: timeZone, duration: minutes, join_url, password }
  if (recurrence === undefined) return { ...common, type: 2, start_time: presentInstant(first) }
  const leftOut = booking.exceptions.filter(({ start }) => start === undefined)
  return {
    ...common,
    type: 8,
    start_time: presentInstant(startByRule(booking, booking.start.slice(0, 10))),
    recurrence: recurrenceToZoom(recurrenceRule(recurrence), { timeZone }),
    occurrences: [
      ...occurrences.map(({ date, startsAt, endsAt }) => ({
        occurrence_id: String(startByRule(booking, date)),
        start_time: presentInstant(startsAt),
        duration: Math.round((endsAt - startsAt) / 60_000),
        status: 'available' as const,
      })),
      ...leftOut.map(({ date }) => ({
        occurrence_id: String(startByRule(booking, date)),
        start_time: presentInstant(startByRule(booking, date)),
        duration: minutes,
        status: 'deleted' as const,
      })),
    ],
  }
}

/** When a date would start if nobody had moved it. */
function startByRule({ start, timeZone }: Booking, date: string): number {
  return Temporal.PlainDateTime.from(`${date}T${start.slice(11)}`).toZonedDateTime(timeZone).epochMilliseconds
}
