import type { RecurrenceRule } from '../../recurrence/rule.ts'
import type { ZoomRecurrence } from '../../recurrence/zoom.ts'
import type { StartTimeInput } from '../../time/start-time-input.ts'
import type { MeetingSettings } from './settings.ts'
import type { TrackingFieldInput } from './tracking-field.ts'

/**
 * What kind of meeting to make: 1 instant (starts now), 2 scheduled (default), 3 recurring without fixed times (one link,
 * whenever), 8 recurring at fixed times (default as soon as `recurrence` is given), 10 screen share only.
 */
export type MeetingType = 1 | 2 | 3 | 8 | 10

/** The fields of a meeting that create and update share (docs/zoom-facts.md §5.3). */
export interface MeetingFields {
  /** At most 200 characters. Left out, Zoom chooses a name. */
  readonly topic?: string | undefined
  readonly type?: MeetingType | undefined
  /** A description, at most 2000 characters. */
  readonly agenda?: string | undefined
  /**
   * When it starts. Wall time needs `timezone`; an instant (`Z`, an offset, a `Date`) does not, and `timezone` then only says
   * where it is shown. A past start is refused, because Zoom would put the present moment in its place (§5.4).
   */
  readonly start_time?: StartTimeInput | undefined
  /** Minutes, 1 to 1440. Zoom's default is 60. */
  readonly duration?: number | undefined
  /** The zone: an IANA id or an id of Zoom's list. */
  readonly timezone?: string | undefined
  /** The passcode, at most 10 characters: letters, digits, `@ - _ *` are safe everywhere. */
  readonly password?: string | undefined
  /** A placeholder that a calendar makes? For the types 2 and 3. Default false. */
  readonly pre_schedule?: boolean | undefined
  /** Who is to be the host: e-mail address or user id. The caller needs the right to schedule for that person. Not for type 1. */
  readonly schedule_for?: string | undefined
  /** The id of a template of the administrator. */
  readonly template_id?: string | undefined
  readonly tracking_fields?: readonly TrackingFieldInput[] | undefined
  /** How the series repeats: a rule of `@convene/zoom/recurrence`, or Zoom's own object. */
  readonly recurrence?: RecurrenceRule | ZoomRecurrence | undefined
  readonly settings?: MeetingSettings | undefined
}
