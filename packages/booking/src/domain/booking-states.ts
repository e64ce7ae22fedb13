import type { BookingState } from './booking.ts'

/** What may follow each state. */
const follows: Readonly<Record<BookingState, readonly BookingState[]>> = {
  requested: ['reserved', 'declined', 'cancelled', 'ended'],
  reserved: ['confirmed', 'unknown', 'cancelled', 'ended'],
  // Zoom may turn out to have made the meeting, or not to have.
  unknown: ['confirmed', 'reserved', 'cancelled', 'ended'],
  // A host that is not free any more, or a meeting that somebody deleted at Zoom, brings it back.
  confirmed: ['reserved', 'unknown', 'cancelled', 'ended'],
  declined: [],
  cancelled: [],
  ended: [],
}

/** Whether a booking may go from one state into another. */
export function mayFollow(from: BookingState, to: BookingState): boolean {
  return follows[from].includes(to)
}

/** What people do with a booking. */
export type BookingAction = 'change' | 'cancel' | 'decide' | 'extend'

const actions: Readonly<Record<BookingAction, readonly BookingState[]>> = {
  change: ['requested', 'reserved', 'unknown', 'confirmed'],
  cancel: ['requested', 'reserved', 'unknown', 'confirmed'],
  decide: ['requested'],
  extend: ['reserved', 'unknown', 'confirmed'],
}

/** Whether people may do this with a booking in this state; who may is asked elsewhere. */
export function mayDo(state: BookingState, action: BookingAction): boolean {
  return actions[action].includes(state)
}
