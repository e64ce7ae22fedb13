import type { BookingState } from '../domain/booking.ts'
import type { HostPlan, OpenHours, Weekday } from '../domain/host.ts'
import type { HostName } from './bookings.ts'
import type { Instant } from './common.ts'

/** GET /api/v1/calendar?from&to&whose=mine|all → {@link CalendarView}; at most 31 days. `mine`: the blocks of one's own alone. */
export interface CalendarView {
  readonly from: Instant
  readonly to: Instant
  readonly hosts: readonly CalendarHost[]
  readonly blocks: readonly CalendarBlock[]
}

/** A host, as its row in the calendar needs it. */
export interface CalendarHost extends HostName {
  readonly plan: HostPlan
  readonly capacity: number
  readonly lanes: number
  readonly timeZone: string
  /** In its zone; `null`: open at any time. */
  readonly hours: Readonly<Partial<Record<Weekday, readonly OpenHours[]>>> | null
  readonly isOwn: boolean
  readonly isActive: boolean
}

/** Something on a lane: a booking, or a meeting that is not of this desk. */
export interface CalendarBlock {
  readonly hostId: string
  /** Higher than the lanes of its host for an admin's override. */
  readonly lane: number
  readonly is: 'mine' | 'booking' | 'foreign'
  /** Without the buffers; of what is not ours, with them. */
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly heldFrom: Instant
  readonly heldTo: Instant
  /** Of one's own, or from manager on. */
  readonly bookingId: string | null
  readonly title: string | null
  readonly organiser: string | null
  readonly date: string | null
  readonly state: BookingState | null
}
