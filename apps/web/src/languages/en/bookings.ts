import type { StandingCode } from '@convene/booking/contract'

export const bookings = {
  title: 'My bookings',
  allTitle: 'All bookings',
  which: 'Which bookings',
  upcoming: 'To come',
  past: 'Past',
  whose: 'Whose',
  mine: 'Mine',
  all: 'Everybody’s',
  none: 'You have no meeting to come.',
  nonePast: 'There is no past booking of yours.',
  noneAll: 'There is no such booking.',
  bookOne: 'Book a meeting',
  anonymous: 'Booked',
  dates: (count: number): string => (count === 1 ? '1 date' : `${count} dates`),
  until: (day: string): string => `until ${day}`,
  by: (name: string): string => `by ${name}`,
  deputy: 'you are a deputy',
  host: (name: string): string => `on ${name}`,
}

export type BookingsWords = typeof bookings

/** Each way in which a booking can stand, in a word or two. */
export const standings: Readonly<Record<StandingCode, string>> = {
  waits_for_approval: 'Waits for approval',
  asking_zoom: 'Reserved',
  no_answer: 'Reserved, link follows',
  zoom_away: 'Reserved, Zoom away',
  limited: 'Reserved, link later',
  refused_by_zoom: 'Refused by Zoom',
  sign_in_refused: 'Reserved, no link',
  scope_missing: 'Reserved, no link',
  undecided: 'To be looked at',
  gone: 'Deleted at Zoom',
  differs: 'Changed at Zoom',
  changing: 'Being changed',
  cancelling: 'Being cancelled',
  ready: 'Ready',
  running: 'Running now',
  overruns: 'Running over time',
  cancelled: 'Cancelled',
  declined: 'Declined',
  ended: 'Ended',
}
