import type { PageEnvelope } from '../page.ts'
import type { AnsweredMeetingType } from './meeting.ts'

/**
 * Which meetings a list shows (docs/zoom-facts.md §5.7):
 * - `scheduled` (default): coming and running ones, and past ones whose id has not expired;
 * - `live`: running now;
 * - `upcoming`, `upcoming_meetings`: coming and running ones, of the next six months;
 * - `previous_meetings`: ended ones, of the last six months.
 */
export type MeetingListType = 'scheduled' | 'live' | 'upcoming' | 'upcoming_meetings' | 'previous_meetings'

/** A row of the list: thinner than what `get` answers. A series is one row; an instant meeting is never listed. */
export interface ListedMeeting {
  readonly id: number
  readonly uuid: string
  readonly host_id: string
  readonly topic: string
  readonly type: AnsweredMeetingType
  /** UTC with `Z`; absent for type 3 (docs/zoom-facts.md §5.7: seen once as the year 1). */
  readonly start_time?: string
  /** In minutes. */
  readonly duration?: number
  readonly timezone: string
  /** Cut after 250 characters. */
  readonly agenda?: string
  readonly created_at: string
  readonly join_url: string
  readonly pmi?: string
}

/** One page of the list, as Zoom answers it. */
export interface MeetingPage extends PageEnvelope {
  readonly meetings: readonly ListedMeeting[]
}

/** What `meetings.list` takes; Zoom's own parameters and `limit`. */
export interface ListMeetingsInput {
  /** The host: user id, e-mail address or `me`, the default. */
  readonly userId?: string | undefined
  /** Default `scheduled`. */
  readonly type?: MeetingListType | undefined
  /** First day, `yyyy-MM-dd`, in `timezone`. */
  readonly from?: string | undefined
  /** Last day, `yyyy-MM-dd`, in `timezone`. */
  readonly to?: string | undefined
  /** The zone of `from` and `to`. Default `UTC`. */
  readonly timezone?: string | undefined
  /** Rows a page, 1 to 300. Zoom's default is 30; going through all rows asks for 300. */
  readonly page_size?: number | undefined
  /** The older way to ask for a page, from 1. */
  readonly page_number?: number | undefined
  /** Starts at the page this token names; a token lives 15 minutes. */
  readonly next_page_token?: string | undefined
  /** The most rows that `for await` gives. */
  readonly limit?: number | undefined
}
