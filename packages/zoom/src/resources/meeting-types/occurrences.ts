import type { AnsweredMeetingType } from '../../generated/types/schemas.ts'
import type { StartTimeInput } from '../../time/start-time-input.ts'

/** What `meetings.listOccurrences` takes: the interval from `from` until just before `to`. */
export interface ListOccurrencesInput {
  /** The host: user id, e-mail address or `me`, the default. */
  readonly userId?: string | undefined
  /** An exact instant: ISO text with `Z` or an offset, a `Date`, a `Temporal.Instant` or a `Temporal.ZonedDateTime`. */
  readonly from: StartTimeInput
  /** An exact instant after `from`. */
  readonly to: StartTimeInput
}

/** One time at which people meet: a single meeting, or one date of a series. Zoom's fields have Zoom's names. */
export interface Occurrence {
  readonly meetingId: number
  /** Names the date of a series in get, update and delete; absent for a meeting that is none. */
  readonly occurrence_id?: string
  readonly topic: string
  readonly type: AnsweredMeetingType
  /** UTC with `Z`. */
  readonly start_time: string
  /** In minutes. */
  readonly duration: number
  /** The zone in which Zoom shows the meeting. */
  readonly timezone: string
  readonly host_id: string
  readonly join_url: string
}

/**
 * Why something can be missing among the occurrences (docs/zoom-facts.md §5.7, §6):
 * - `no_fixed_time`: the meeting has no time (type 3, the personal room): people meet whenever they like;
 * - `beyond_what_zoom_shows`: a series without end goes on after the last date that Zoom names, about two years on; or Zoom
 *   does not name the dates of a series;
 * - `no_longer_shown`: Zoom listed the series and then no longer knew it: deleted meanwhile, or its id has expired;
 * - `past_no_longer_listed`: Zoom lists ended meetings of the last six months, and `from` is earlier;
 * - `instant_not_listed`: Zoom never lists instant meetings, and some may have been before now.
 */
export type NotCoveredReason =
  | 'no_fixed_time'
  | 'beyond_what_zoom_shows'
  | 'no_longer_shown'
  | 'past_no_longer_listed'
  | 'instant_not_listed'

/** Something that Zoom does not show and that may therefore be missing among the occurrences. */
export interface NotCovered {
  readonly reason: NotCoveredReason
  /** The meeting concerned; absent where Zoom does not say which meetings there were. */
  readonly meetingId?: number
  readonly topic?: string
  /** The reason in words, with its instants. */
  readonly explanation: string
}

/** What `meetings.listOccurrences` gives. */
export interface OccurrenceList {
  /** Sorted by start. */
  readonly occurrences: readonly Occurrence[]
  readonly notCovered: readonly NotCovered[]
}
