import type { Message } from './message.ts'
import type { Recurrence } from './recurrence.ts'

/** Where a booking stands. `unknown`: Zoom has not answered; the time is reserved. */
export type BookingState = 'requested' | 'reserved' | 'unknown' | 'confirmed' | 'cancelled' | 'ended' | 'declined'

/** States whose occurrences hold their lane. */
export const holdingStates: ReadonlySet<BookingState> = new Set(['requested', 'reserved', 'unknown', 'confirmed'])

/** Somebody who is told of a meeting. */
export interface Person {
  readonly email: string
  readonly name: string | undefined
}

/** What a member asks for. */
export interface Wish {
  readonly title: string
  readonly agenda: string
  /** IANA; the wall times below are in it, and a series keeps them through the change of clocks. */
  readonly timeZone: string
  /** The first start: wall time, `2026-12-20T18:00`. */
  readonly start: string
  /** Which of two, where the clocks repeat the start of a single meeting. */
  readonly repeated?: 'earlier' | 'later' | undefined
  readonly minutes: number
  readonly recurrence: Recurrence | undefined
  /** Dates of the series that are left out or at another time. */
  readonly exceptions: readonly DateException[]
  readonly people: readonly Person[]
  /** How many are expected; the host must hold as many. */
  readonly peopleExpected: number
}

/** One date of a series that is not as the rule says. */
export interface DateException {
  /** Its day by the rule, `2026-12-25`. */
  readonly date: string
  /** `undefined`: left out. */
  readonly start: string | undefined
  /** `undefined`: as the others. */
  readonly minutes: number | undefined
}

/** One date of a booking on one lane. Instants are milliseconds since 1970. */
export interface Occurrence {
  readonly id: string
  readonly bookingId: string
  readonly hostId: string
  readonly lane: number
  /** Its day by the rule of the series; of a single meeting the day of its start. */
  readonly date: string
  readonly startsAt: number
  readonly endsAt: number
  /** With the buffers of the host: what is held of the lane, from inclusive, to exclusive. */
  readonly heldFrom: number
  readonly heldTo: number
  readonly isHeld: boolean
}

/** What is held of a lane: a date of a booking, a meeting that is not ours, or an override of an admin. */
export interface Held {
  readonly hostId: string
  readonly lane: number
  readonly heldFrom: number
  readonly heldTo: number
  /** `undefined`: a meeting at Zoom that the desk did not make. */
  readonly bookingId: string | undefined
}

/** What somebody has booked, on which lane, and where it stands. Its dates are {@link Occurrence}s. */
export interface Booking extends Wish {
  readonly id: string
  readonly organiserId: string
  /** Members who may open it by the start link beside the organiser, in the order of their ids. */
  readonly deputies: readonly string[]
  readonly hostId: string
  readonly lane: number
  readonly state: BookingState
  /** Raised by each change; a change names the one that it saw. */
  readonly revision: number
  /** SEQUENCE of its calendar files (RFC 5545 §3.8.7.4). */
  readonly sequence: number
  /** The key of safe creation. */
  readonly meetingKey: string
  /** Why this host was chosen. */
  readonly choice: Message
  readonly createdAt: number
  readonly changedAt: number
}
