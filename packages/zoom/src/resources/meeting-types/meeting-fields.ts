import type { MeetingFields as ZoomMeetingFields, ZoomRecurrence } from '../../generated/types/schemas.ts'
import type { RecurrenceRule } from '../../recurrence/rule.ts'
import type { StartTimeInput } from '../../time/start-time-input.ts'
import type { MeetingSettings } from './settings.ts'

/** The fields of a meeting that create and update share (docs/zoom-facts.md §5.3). */
export interface MeetingFields extends Omit<ZoomMeetingFields, 'start_time' | 'recurrence' | 'settings'> {
  /**
   * When it starts. Wall time needs `timezone`; an instant (`Z`, an offset, a `Date`) does not, and `timezone` then only says
   * where it is shown. A past start is refused, because Zoom would put the present moment in its place (§5.4).
   */
  readonly start_time?: StartTimeInput | undefined
  /** How the series repeats: a rule of `@convene/zoom/recurrence`, or Zoom's own object. */
  readonly recurrence?: RecurrenceRule | ZoomRecurrence | undefined
  readonly settings?: MeetingSettings | undefined
}
