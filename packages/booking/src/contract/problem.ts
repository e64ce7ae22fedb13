import type { BookingErrorCode } from '../domain/booking-error.ts'
import type { Message } from '../domain/message.ts'
import type { Recurrence } from '../domain/recurrence.ts'
import type { ZoomPart } from '../domain/zoom-limits.ts'
import type { AlternativesView, RefusalView, RefusedHostView } from './bookings.ts'

/** By which a program decides. The page `/docs` of a desk explains each. */
export type ProblemCode =
  | BookingErrorCode
  | 'not_signed_in'
  /** A write of a page that is not the desk's own. */
  | 'foreign_origin'
  /** Called by a name that is not the desk's. */
  | 'misdirected'
  | 'key_missing'
  | 'scope_missing'
  | 'too_many_tries'
  | 'sign_in_failed'
  | 'link_expired'
  | 'not_found_here'
  | 'method_not_allowed'
  | 'body_too_large'
  | 'zoom_away'
  | 'zoom_refused'
  /** It is away, full, or held too long; nothing was done. */
  | 'database_away'
  | 'internal'

/** What every refusal looks like: `application/problem+json` (RFC 9457). */
export interface Problem {
  /** Where it is explained. */
  readonly type: string
  readonly status: number
  readonly code: ProblemCode
  /** In English, with the remedy. */
  readonly title: string
  readonly detail: string
  /** As the caller wrote it: `exceptions[0].date`. */
  readonly field?: string
  readonly value?: unknown
  /** The same as `detail`, for any language; absent for what the domain does not say. */
  readonly says?: Message
  /** `zoom_cannot`: the nearest that Zoom can have, and the same dates as several bookings. */
  readonly nearest?: Recurrence
  readonly split?: readonly ZoomPart[]
  /** `refused_by_policy`: every rule that is broken. */
  readonly refusals?: readonly RefusalView[]
  /** `no_free_host` */
  readonly refused?: readonly RefusedHostView[]
  readonly alternatives?: AlternativesView
  /** `too_many_tries`, `zoom_away`, `database_away`: seconds. */
  readonly retryAfter?: number
  /** By which the log is searched. */
  readonly requestId: string
}
