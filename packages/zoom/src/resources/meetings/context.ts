import type { Requester } from '../../http/operation.ts'

/** What the calls need that read the clock. */
export interface MeetingsContext {
  readonly requester: Requester
  /** The current instant, in milliseconds since 1970 (UTC). */
  now(): number
}
