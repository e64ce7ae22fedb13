import { formatEnglish } from '../languages/english.ts'
import type { Alternatives } from './alternatives.ts'
import type { Message } from './message.ts'
import type { Refusal } from './policy-rules.ts'
import type { RefusedHost } from './rank-hosts.ts'
import type { Recurrence } from './recurrence.ts'
import type { ZoomPart } from './zoom-limits.ts'

/** Every kind of failure, closed. */
export const bookingErrorCodes = [
  'invalid_input',
  /** Zoom's recurrence has no words for it. */
  'zoom_cannot',
  'refused_by_policy',
  'no_free_host',
  'slot_taken',
  'not_found',
  'not_allowed',
  /** The booking stands where this cannot follow. */
  'wrong_state',
  'changed_meanwhile',
  'key_reused',
] as const

/** One of {@link bookingErrorCodes}. */
export type BookingErrorCode = (typeof bookingErrorCodes)[number]

/** Why no host is free, and what to do. */
export interface Availability {
  readonly refused: readonly RefusedHost[]
  readonly alternatives: Alternatives
}

/** The evidence; what does not apply is absent. */
export interface BookingErrorDetails {
  /** The field as the caller wrote it: `exceptions[0].date`. */
  readonly field?: string
  readonly value?: unknown
  /** `zoom_cannot`: the nearest that Zoom can have. */
  readonly nearest?: Recurrence
  /** `zoom_cannot`: the same dates as several bookings, where they are not too many. */
  readonly split?: readonly ZoomPart[]
  /** `refused_by_policy`: every rule that is broken. */
  readonly refusals?: readonly Refusal[]
  /** `no_free_host`: why each host cannot, and when it could be instead. */
  readonly availability?: Availability
}

/** The one error class of this package: `code` says what happened, `says` why and what to do, for any language. */
export class BookingError extends Error {
  readonly code: BookingErrorCode
  readonly says: Message
  readonly details: BookingErrorDetails

  constructor(code: BookingErrorCode, says: Message, details: BookingErrorDetails = {}) {
    const field = details.field ? `${details.field}: ` : ''
    super(`${field}${formatEnglish(says)}`)
    this.code = code
    this.says = says
    this.details = details
  }

  override get name(): string {
    return 'BookingError'
  }
}

/** Bad input: names field, value and, in its message, the remedy. */
export function invalidInput(field: string, value: unknown, says: Message): BookingError {
  return new BookingError('invalid_input', says, { field, value })
}
