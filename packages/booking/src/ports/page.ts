import type { Booking } from '../domain/booking.ts'

/** Which rows of a list are wanted. */
export interface Page {
  /** The `id` of the last row of the page before, of a booking its `place`; `undefined` for the first page. */
  readonly after?: string | undefined
  readonly limit: number
}

/** A row of a list of bookings. */
export interface ListedBooking extends Booking {
  /** Where it stands in the list, by its first date and its id: the next page begins there also when it was moved or is gone since. */
  readonly place: string
}

/** A stretch of time: from an instant on, up to another one, which is not in it. Milliseconds since 1970. */
export interface Range {
  readonly from: number
  readonly to: number
}
