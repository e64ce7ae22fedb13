import type { Booking, Member, Occurrence } from '@convene/booking'
import type { Language } from '@convene/booking/contract'
import { createCalendar } from '@convene/zoom/calendar'
import { invitationMeeting, type MadeMeeting } from './invitation-meeting.ts'

export interface CalendarFileParts {
  readonly booking: Booking
  /** At least one. */
  readonly occurrences: readonly Pick<Occurrence, 'date' | 'startsAt' | 'endsAt'>[]
  readonly meeting: MadeMeeting
  readonly organiser: Pick<Member, 'email' | 'name'>
  readonly language: Language
  /** Of the desk. */
  readonly publicUrl: string
  readonly now: number
}

/**
 * A calendar file of a booking. Its UID is the same in every file of the booking, whatever becomes of its link, and its SEQUENCE goes up
 * with each change: calendars take a later file in the place of an earlier one (RFC 5545 §3.8.4.7, §3.8.7.4).
 */
export function createBookingCalendar(parts: CalendarFileParts): string {
  const { booking, occurrences, meeting, organiser, language, publicUrl, now } = parts
  return createCalendar(invitationMeeting(booking, occurrences, meeting), {
    now,
    method: 'PUBLISH',
    uid: `${booking.id}@${new URL(publicUrl).hostname}`,
    sequence: booking.sequence,
    organizer: { email: organiser.email, name: organiser.name },
    hostName: organiser.name,
    language,
  })
}
