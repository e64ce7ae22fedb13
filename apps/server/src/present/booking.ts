import {
  type Booking,
  type BookingAction,
  type Host,
  isAtLeast,
  type Member,
  mayDo,
  mayEndOverrun,
  type Occurrence,
  type Overrun,
  type Policies,
} from '@convene/booking'
import type { BookingSummary, BookingView, MeetingView, OpeningView, Standing } from '@convene/booking/contract'
import type { MeetingStatus } from '@convene/zoom/ensure'
import { presentDate } from './availability.ts'
import { presentInstant } from './instant.ts'
import { standingOf } from './standing.ts'

/** A booking with all that is told of it. */
export interface BookingParts {
  readonly booking: Booking
  /** In the order of their starts. */
  readonly occurrences: readonly Occurrence[]
  readonly host: Host | undefined
  /** `undefined`: erased. */
  readonly organiser: Member | undefined
  readonly deputies: readonly Member[]
  readonly policies: Policies
  readonly status: MeetingStatus | undefined
  /** In which this booking overruns, or is the one whose time comes. */
  readonly overrun: Overrun | undefined
  readonly now: number
}

/** The start link is given out from so long before a start. */
const startLinkLeadMs: number = 15 * 60_000

export function presentSummary(parts: BookingParts, viewer: Member): BookingSummary {
  const { booking, occurrences, host, organiser, now } = parts
  const isMine = booking.organiserId === viewer.id
  const isDeputy = booking.deputies.includes(viewer.id)
  const mayKnow = isMine || isDeputy || isAtLeast(viewer, 'manager')
  const next = occurrences.find(({ endsAt }) => endsAt > now)
  return {
    id: booking.id,
    title: mayKnow ? booking.title : null,
    state: booking.state,
    isMine,
    isDeputy,
    organiser: mayKnow && organiser !== undefined ? { id: organiser.id, name: organiser.name } : null,
    host: { id: booking.hostId, name: host?.name ?? '' },
    timeZone: booking.timeZone,
    minutes: booking.minutes,
    recurrence: booking.recurrence ?? null,
    startsAt: presentInstant(occurrences[0]?.startsAt ?? booking.createdAt),
    endsAt: presentInstant(
      Math.max(...occurrences.map(({ endsAt }) => endsAt), occurrences[0]?.endsAt ?? booking.createdAt),
    ),
    next: next === undefined ? null : presentDate(next),
    dates: occurrences.length,
    standing: standingFrom(parts),
  }
}

/**
 * All of a booking, for its organiser, or from manager on; link and passcode for its organiser alone. A deputy sees what starting takes:
 * title, times and host.
 */
export function presentBooking(parts: BookingParts, viewer: Member): BookingView {
  const { booking, occurrences } = parts
  const summary = presentSummary(parts, viewer)
  const mayKnow = summary.isMine || isAtLeast(viewer, 'manager')
  return {
    ...summary,
    revision: booking.revision,
    agenda: mayKnow ? booking.agenda : '',
    start: booking.start,
    exceptions: booking.exceptions,
    people: mayKnow ? booking.people : [],
    deputies: mayKnow ? parts.deputies.map(({ email, name }) => ({ email, name })) : [],
    peopleExpected: booking.peopleExpected,
    occurrences: occurrences.map(presentDate),
    choice: booking.choice,
    meeting: summary.isMine ? presentMeeting(parts) : null,
    opening: openingOf(parts),
    isHeldUp: parts.overrun?.nextBookingId === booking.id && mayDo(booking.state, 'extend'),
    may: mayOf(parts, viewer, summary.standing),
    createdAt: presentInstant(booking.createdAt),
  }
}

function standingFrom({ booking, occurrences, status, overrun, now }: BookingParts): Standing {
  const isRunning = occurrences.some(({ startsAt, endsAt }) => startsAt <= now && now < endsAt)
  return standingOf(booking, { status, isRunning, overruns: overrun?.bookingId === booking.id })
}

function presentMeeting({ booking, status }: BookingParts): MeetingView | null {
  const hasNone = booking.state === 'requested' || booking.state === 'declined' || booking.state === 'cancelled'
  if (hasNone || status?.meeting === undefined) return null
  const { id, join_url, password } = status.meeting
  return { id, joinUrl: join_url, passcode: password }
}

/** How it is opened, and from when to when its start link is given out. */
export function openingOf({
  booking,
  occurrences,
  host,
  policies,
  now,
}: Pick<BookingParts, 'booking' | 'occurrences' | 'host' | 'policies' | 'now'>): OpeningView {
  const way = host?.memberId === booking.organiserId ? 'own' : policies.opening
  const next = occurrences.find(({ endsAt }) => endsAt > now)
  const hasLink = way === 'start_link' && next !== undefined && mayDo(booking.state, 'extend')
  const from = hasLink ? presentInstant(next.startsAt - startLinkLeadMs) : undefined
  return {
    way,
    startLink: from === undefined || next === undefined ? null : { from, until: presentInstant(next.endsAt) },
  }
}

function mayOf(parts: BookingParts, viewer: Member, standing: Standing): BookingView['may'] {
  const { booking, occurrences, overrun, policies, now } = parts
  const isMine = booking.organiserId === viewer.id
  const may = (action: BookingAction) =>
    mayDo(booking.state, action) && (isMine || isAtLeast(viewer, action === 'decide' ? 'manager' : 'admin'))
  const isToCome = occurrences.some(({ startsAt }) => startsAt > now)
  const isRunning = occurrences.some(({ startsAt, endsAt }) => startsAt <= now && now < endsAt)
  return {
    change: may('change'),
    cancel: isToCome && may('cancel'),
    extend: isRunning && may('extend'),
    decide: !isMine && isAtLeast(viewer, 'manager') && may('decide'),
    restore: isAtLeast(viewer, 'admin') && ['differs', 'gone', 'undecided'].includes(standing.code),
    endRunning: mayEndOverrun(viewer, booking, overrun, policies),
  }
}
