import type { StartInput } from './create-input.ts'
import type { AnsweredMeetingType } from './meeting.ts'

/** What `meetings.listOccurrences` takes: the interval from `from` until just before `to`. */
export interface ListOccurrencesInput {
  /** The host: user id, e-mail address or `me`, the default. */
  readonly userId?: string | undefined
  /** An exact instant: ISO text with `Z` or an offset, a `Date`, or a Temporal value. */
  readonly from: StartInput
  /** An exact instant after `from`. */
  readonly to: StartInput
}

/** One date on which somebody meets. */
export interface Occurrence {
  readonly meetingId: number
  readonly topic: string
  readonly type: AnsweredMeetingType
  /** UTC with `Z`. */
  readonly start: string
  /** In minutes. */
  readonly duration: number
  /** The zone in which Zoom shows the meeting. */
  readonly timeZone?: string
  /** Names the date in get, update and delete; absent for a meeting that is no series. */
  readonly occurrence_id?: string
  readonly join_url?: string
}

/** Why the dates of a meeting are not (all) among the occurrences. */
export type NotCoveredReason = 'no_fixed_time' | 'beyond_what_zoom_shows' | 'before_what_zoom_shows' | 'gone_meanwhile'

/** Something Zoom does not show, so that the occurrences may lack it. */
export interface NotCovered {
  readonly reason: NotCoveredReason
  /** The meeting concerned; absent where Zoom does not even say which meetings there were. */
  readonly meetingId?: number
  readonly topic?: string
  /** The reason in words. */
  readonly explanation: string
}

/** What `meetings.listOccurrences` gives. */
export interface OccurrenceList {
  /** Sorted by start. */
  readonly occurrences: readonly Occurrence[]
  readonly notCovered: readonly NotCovered[]
}
