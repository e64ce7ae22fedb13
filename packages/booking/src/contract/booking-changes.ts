import type { ChangeScope } from '../domain/change-booking.ts'
import type { Message } from '../domain/message.ts'
import type { ZoomCost } from '../domain/zoom-cost.ts'
import type {
  AlternativesView,
  BookingView,
  DateView,
  HostName,
  RefusalView,
  RefusedHostView,
  WishInput,
} from './bookings.ts'

/**
 * POST /api/v1/bookings/{id}/preview  {@link ChangeInput} → {@link ChangePreviewView}
 * PATCH /api/v1/bookings/{id}     {@link ChangeInput} → {@link ChangedView}
 * POST /api/v1/bookings/{id}/cancel   {@link CancelInput} → {@link BookingView}
 * POST /api/v1/bookings/{id}/extend   {@link Revision} → {@link BookingView}; by 15 minutes
 * POST /api/v1/bookings/{id}/approve, …/decline  {@link Revision} → {@link BookingView}
 * Each writes over what the caller has seen: where it has changed meanwhile, it is refused with `changed_meanwhile`.
 */
export interface Revision {
  /** The one that the caller saw. */
  readonly revision: number
}

/** Which dates are cancelled. */
export interface CancelInput extends Revision {
  readonly scope: ChangeScope
}

/** What of which dates is to be other. A field that is absent stays as it is. */
export interface ChangeInput extends Revision {
  readonly scope: ChangeScope
  readonly change: Partial<Omit<WishInput, 'exceptions'>>
  /** Whether another host may be taken where this one is not free; the meeting has another link then. */
  readonly mayMove: boolean
}

/** What a change would make of the booking. Nothing is held. */
export interface ChangePreviewView {
  readonly dates: readonly DateView[]
  readonly notes: readonly Message[]
  /** The host that it would have; `null` when none is free. */
  readonly host: HostName | null
  /** Whether the link stays. */
  readonly link: 'stays' | 'new' | null
  /** What Zoom is asked for, of the 100 creations and changes that each host has a day. */
  readonly costs: readonly (ZoomCost & { readonly spent: number })[]
  readonly needsApproval: boolean
  /** `following`: the rest becomes a booking of its own. */
  readonly rest: { readonly dates: readonly DateView[]; readonly host: HostName | null } | null
  readonly refused: readonly RefusedHostView[]
  readonly refusals: readonly RefusalView[]
  readonly alternatives: AlternativesView | null
}

/** What a change has made of the booking. */
export interface ChangedView {
  readonly booking: BookingView
  /** `following`: the rest of the series, a booking of its own with another link. */
  readonly rest: BookingView | null
}
