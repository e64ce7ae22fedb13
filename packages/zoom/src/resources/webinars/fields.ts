import type {
  CreateWebinarFields,
  ZoomRecurrence,
  WebinarSettings as ZoomWebinarSettings,
} from '../../generated/types/schemas.ts'
import type { WebinarsUpdateInput } from '../../generated/types/webinars.ts'
import type { RecurrenceRule } from '../../recurrence/rule.ts'
import type { StartTimeInput } from '../../time/start-time-input.ts'
import type { HostInput } from '../host-input.ts'

/** The settings of one webinar, in Zoom's own names. What is left out follows the host's settings. */
export interface WebinarSettings extends Omit<ZoomWebinarSettings, 'alternative_hosts'> {
  /** Alternative hosts: e-mail addresses or user ids, as a list or as Zoom's text separated by `;`. Default: none. */
  readonly alternative_hosts?: string | readonly string[] | undefined
}

/** The fields of a webinar that create and update share; times are read as those of a meeting. */
export interface WebinarFields
  extends Omit<CreateWebinarFields, 'start_time' | 'recurrence' | 'settings' | 'template_id'> {
  /** When it starts. Wall time needs `timezone`; an instant (`Z`, an offset, a `Date`) does not. A past start is refused. */
  readonly start_time?: StartTimeInput | undefined
  /** How the series repeats: a rule of `@convene/zoom/recurrence`, or Zoom's own object. */
  readonly recurrence?: RecurrenceRule | ZoomRecurrence | undefined
  readonly settings?: WebinarSettings | undefined
}

/** What `webinars.create` takes. */
export interface CreateWebinarInput extends WebinarFields, HostInput, Pick<CreateWebinarFields, 'template_id'> {}

/** What `webinars.update` takes. Only what is given changes. */
export interface UpdateWebinarInput extends WebinarFields, Pick<WebinarsUpdateInput, 'webinarId' | 'occurrence_id'> {}
