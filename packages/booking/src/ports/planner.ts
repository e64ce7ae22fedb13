import type { Booking, Occurrence } from '../domain/booking.ts'
import type { Host } from '../domain/host.ts'
import type { Transaction } from '../ports.ts'

/** What a meeting at Zoom is made of. */
export interface PlannedMeeting {
  readonly booking: Booking
  readonly host: Host
  /** The dates that are held, in order. */
  readonly occurrences: readonly Occurrence[]
}

/** Writes what Zoom shall have into safe creation's journal, in the same transaction; a worker does the rest. */
export interface MeetingPlanner {
  plan(transaction: Transaction, meeting: PlannedMeeting): Promise<void>
  /**
   * The link stays, unless the host is another one.
   *
   * @param before the booking as Zoom has it, or is to have it
   * @throws {BookingError} `wrong_state` when somebody has deleted the meeting at Zoom
   */
  change(transaction: Transaction, meeting: PlannedMeeting, before: Booking): Promise<void>
  cancel(transaction: Transaction, booking: Booking): Promise<void>
  /** Zoom gets again what was booked, whatever somebody has changed there. */
  restore(transaction: Transaction, meeting: PlannedMeeting): Promise<void>
  /**
   * A series whose first date passed before Zoom could be told of it goes on from its next date.
   *
   * @returns whether there was anything to do
   */
  goOn(transaction: Transaction, meeting: PlannedMeeting): Promise<boolean>
  /** Removes what safe creation knows of the topics, agendas and passcodes of meetings that are over. */
  forget(transaction: Transaction, meetingKeys: readonly string[]): Promise<void>
  /** Of several meetings that could be it, which one it is. Outside of a transaction; it may be repeated. */
  decide(booking: Booking, meetingId: number | 'none'): Promise<void>
}

/** How many creations and changes each host has spent today of the 100 that Zoom allows (docs/zoom-facts.md §3.2). */
export interface HostBudgets {
  spent(hosts: readonly Host[], now: number): Promise<ReadonlyMap<string, number>>
}
