import type { Wish } from './booking.ts'
import type { Change } from './change-booking.ts'
import { checkNoneTwice, readList, readObject } from './input-reader.ts'
import { changeFields, parseChange, parseWish, readEmail, wishFields } from './parse-wish.ts'

/** What a member asks for as a whole. */
export interface AskedBooking {
  readonly wish: Wish
  /** Addresses of members who may start the meeting beside its organiser. */
  readonly deputies: readonly string[]
}

/**
 * Reads a wish, and who may start its meeting.
 *
 * @throws {BookingError} as {@link parseWish}.
 */
export function parseBooking(value: unknown): AskedBooking {
  const { deputies, ...wish } = readObject('', value, [...wishFields, 'deputies'])
  return { wish: parseWish(wish), deputies: parseDeputies(deputies ?? []) }
}

/**
 * Reads what is to change of a booking; `deputies` is `undefined` where they stay.
 *
 * @throws {BookingError} as {@link parseChange}.
 */
export function parseBookingChange(value: unknown): {
  readonly change: Change
  readonly deputies: readonly string[] | undefined
} {
  const { deputies, ...change } = readObject('change', value, [...changeFields, 'deputies'])
  return { change: parseChange(change), deputies: deputies === undefined ? undefined : parseDeputies(deputies) }
}

/** Of more than a handful nobody feels called upon. */
const mostDeputies = 5

function parseDeputies(value: unknown): readonly string[] {
  const deputies = readList('deputies', value, mostDeputies).map((email, index) =>
    readEmail(`deputies[${index}]`, email),
  )
  checkNoneTwice('deputies', deputies, (email) => email.toLowerCase())
  return deputies
}
