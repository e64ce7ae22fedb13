import type { Booking, Member, Occurrence } from '@convene/booking'
import type { Language } from '@convene/booking/contract'
import { createCalendar } from '@convene/zoom/calendar'
import { invitationMeeting, type MadeMeeting } from './invitation-meeting.ts'

export interface CalendarFileParts {
  readonly booking: Booking
  /** At least one. */
  readonly occurrences: readonly Pick<Occurrence, 'date' | 'startsAt' | 'endsAt'>[]
  /** `undefined`: it is off for whoever gets the file, which takes it out of the calendar. */
  readonly meeting: MadeMeeting | undefined
  readonly organiser: Pick<Member, 'email' | 'name'>
  readonly language: Language
  /** Of the desk. */
  readonly publicUrl: string
  readonly now: number
}

/** What is off has neither number nor link. */
const noMeeting: MadeMeeting = { id: 0, join_url: '', password: '' }

/**
 * A calendar file of a booking. Its UID is the same in every file of the booking, whatever becomes of its link, and its SEQUENCE goes up
 * with each change: calendars take a later file in the place of an earlier one (RFC 5545 §3.8.4.7, §3.8.7.4).
 */
export function createBookingCalendar(parts: CalendarFileParts): string {
  const { booking, occurrences, meeting, organiser, language, publicUrl, now } = parts
  return createCalendar(invitationMeeting(booking, occurrences, meeting ?? noMeeting), {
    now,
    method: calendarMethod(meeting),
    uid: `${booking.id}@${new URL(publicUrl).hostname}`,
    sequence: booking.sequence,
    organizer: { email: organiser.email, name: organiser.name },
    hostName: organiser.name,
    language,
  })
}

/** What the file is for (RFC 5546 §3.2): to be taken into a calendar, or out of it. */
export function calendarMethod(meeting: MadeMeeting | undefined): 'PUBLISH' | 'CANCEL' {
  return meeting === undefined ? 'CANCEL' : 'PUBLISH'
}
