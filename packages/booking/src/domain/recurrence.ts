import type { Weekday } from './host.ts'

/** How a booking repeats, in the words of RFC 5545 §3.3.10. A series has an end: it books all of its dates or none. */
export type Recurrence = Daily | Weekly | Monthly

interface Common {
  /** Every how many days, weeks or months. */
  readonly interval: number
  /** How many dates, or the last day on which there may be one (`2027-06-30`, in the zone of the booking). */
  readonly end: { readonly count: number } | { readonly until: string }
}

export interface Daily extends Common {
  readonly freq: 'daily'
}

export interface Weekly extends Common {
  readonly freq: 'weekly'
  readonly byDay: readonly Weekday[]
}

export interface Monthly extends Common {
  readonly freq: 'monthly'
  /** A day of the month, or a weekday of it: 1 to 4, or -1 for the last. */
  readonly by: { readonly monthDay: number } | { readonly week: 1 | 2 | 3 | 4 | -1; readonly weekday: Weekday }
}
