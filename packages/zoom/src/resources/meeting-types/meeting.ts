import type { ZoomRecurrence } from '../../recurrence/zoom.ts'
import type { MeetingOccurrence } from './occurrence.ts'
import type { MeetingSettingsAnswer } from './settings.ts'
import type { TrackingField } from './tracking-field.ts'

/**
 * What kind of meeting Zoom says it is: 0 or 7 a past one of the older kinds, 1 instant, 2 scheduled, 3 recurring without
 * fixed times, 4 the personal meeting room, 8 recurring at fixed times, 10 screen share only.
 */
export type AnsweredMeetingType = 0 | 1 | 2 | 3 | 4 | 7 | 8 | 10

/** Is somebody in it? `waiting`: not started. `started`: running. */
export type MeetingStatus = 'waiting' | 'started'

/** What made the meeting: `open_api` this API, `web_portal` Zoom's web site, `other`. */
export type CreationSource = 'other' | 'open_api' | 'web_portal'

/** A meeting as create and get answer it (docs/zoom-facts.md §5.6). A field that does not apply is absent, not null. */
export interface Meeting {
  /** The meeting number, 9 to 11 digits: more than 32 bits hold. */
  readonly id: number
  /** Names one instance: each start of a series makes a new one. */
  readonly uuid: string
  /** User id of the host. */
  readonly host_id: string
  readonly host_email?: string
  /** User id of the person who scheduled it for the host; absent when that was the host. */
  readonly assistant_id?: string
  readonly topic: string
  readonly type: AnsweredMeetingType
  readonly status: MeetingStatus
  /** UTC with `Z`. Absent for an instant meeting before it starts and for type 3. */
  readonly start_time?: string
  /** In minutes. */
  readonly duration?: number
  /** The zone in which the meeting is shown; the dates of a series keep its wall time. */
  readonly timezone: string
  readonly agenda?: string
  /** When it was made, UTC with `Z`. */
  readonly created_at: string
  /** The host's own link. It signs the host in and lives two hours: never store it, never show it to others. */
  readonly start_url?: string
  /** The link for everybody. It changes with the passcode. */
  readonly join_url: string
  readonly chat_join_url?: string
  /** Where people register; only with `approval_type` 0 or 1. */
  readonly registration_url?: string
  /** The passcode; an empty text when there is none. */
  readonly password?: string
  /** The passcode for H.323 and SIP rooms, digits. */
  readonly h323_password?: string
  /** The passcode for the telephone, digits. */
  readonly pstn_password?: string
  /** The passcode as `pwd` of the join link carries it. */
  readonly encrypted_password?: string
  /** The personal meeting id as text; only for meetings that use it. */
  readonly pmi?: string
  /** Made by a calendar as a placeholder? */
  readonly pre_schedule?: boolean
  readonly tracking_fields?: readonly TrackingField[]
  /** The dates of a series (type 8), past ones only when asked for. */
  readonly occurrences?: readonly MeetingOccurrence[]
  /** How a series (type 8) repeats. */
  readonly recurrence?: ZoomRecurrence
  readonly settings: MeetingSettingsAnswer
  /** A host key made for this meeting alone. */
  readonly dynamic_host_key?: string
  readonly creation_source?: CreationSource
}
