import type { BookingState } from './booking.ts'
import type { BookingAction } from './booking-states.ts'
import type { Weekday } from './host.ts'
import type { Role } from './member.ts'

/** Each thing that the domain says, with the values that its sentence needs. Days and wall times are ISO texts. */
export interface Messages
  extends InputMessages,
    SeriesMessages,
    ChoiceMessages,
    HostMessages,
    PolicyMessages,
    ChangeMessages,
    DeskMessages,
    AdminMessages {}

type Nothing = Record<never, never>

interface InputMessages {
  not_object: Nothing
  not_text: { readonly least: number; readonly most: number }
  not_whole_number: { readonly least: number; readonly most: number }
  not_list: { readonly most: number }
  not_one_of: { readonly choices: readonly string[] }
  not_wall_time: Nothing
  not_day: Nothing
  not_time_zone: Nothing
  not_email: Nothing
  not_clock_time: Nothing
  ends_before_it_begins: Nothing
  unknown_field: { readonly known: readonly string[] }
  given_twice: Nothing
}

interface SeriesMessages {
  /** Zoom repeats nothing by the hour. */
  once_a_day: Nothing
  no_yearly: { readonly months: number }
  interval_beyond_zoom: { readonly freq: 'daily' | 'weekly' | 'monthly'; readonly most: number }
  dates_beyond_zoom: { readonly most: number; readonly lastOn: string }
  no_dates: Nothing
  time_skipped: {
    readonly wall: string
    readonly timeZone: string
    readonly from: string
    readonly to: string
  }
  /** A question: which of the two? Offsets from UTC. */
  which_of_two: { readonly wall: string; readonly timeZone: string; readonly earlier: string; readonly later: string }
  /** A note: the clocks repeat the time of this date, the earlier one is taken. */
  earlier_taken: { readonly wall: string; readonly timeZone: string }
  first_date_moved: { readonly from: string; readonly to: string }
  months_left_out: { readonly months: readonly string[] }
  no_series: Nothing
  no_such_date: { readonly dates: readonly string[] }
  all_left_out: Nothing
  left_out_has_no_length: Nothing
  dates_overlap: { readonly date: string; readonly other: string }
}

interface ChoiceMessages {
  own_host: Nothing
  only_free_host: Nothing
  smallest_that_fits: { readonly capacity: number; readonly people: number }
  /** Minutes between it and its nearest neighbours, over all dates. */
  least_gap: { readonly minutes: number }
  least_spent: { readonly spent: number }
  first_of_equals: Nothing
  chosen_by_admin: Nothing
}

/** Why a host cannot have a meeting. */
interface HostMessages {
  not_in_use: Nothing
  belongs_to_another: Nothing
  pool_not_confirmed: Nothing
  too_small: { readonly capacity: number; readonly people: number }
  too_long_for_basic: { readonly minutes: number; readonly most: number }
  closed_on: { readonly weekdays: readonly Weekday[] }
  outside_hours: { readonly dates: readonly string[]; readonly of: number }
  dates_too_close: { readonly date: string; readonly other: string }
  taken: { readonly dates: readonly string[]; readonly of: number }
}

/** Which rule of the desk is broken. */
interface PolicyMessages {
  too_soon: { readonly minutes: number }
  too_far: { readonly days: number; readonly last: string }
  too_long: { readonly minutes: number }
  too_many_in_week: { readonly most: number; readonly week: string; readonly has: number }
}

interface ChangeMessages {
  in_the_past: Nothing
  has_begun: { readonly date: string }
  /** Of a series, where one date is to change alone. */
  only_whole: Nothing
  kind_stays: Nothing
  nothing_changes: Nothing
  moved_date_ahead: { readonly date: string }
  /** A note: these dates were left out or moved, and the series has them no more. */
  exceptions_dropped: { readonly dates: readonly string[] }
}

/** Why the desk does not do what was asked. */
interface DeskMessages {
  /** `of` is 0 where there is no host at all that the member may book. */
  no_free_host: { readonly of: number }
  not_there: Nothing
  not_yours: Nothing
  needs_role: { readonly role: Role }
  not_a_member: Nothing
  no_such_member: Nothing
  /** Of a deputy who is the organiser. */
  organiser_starts_it: Nothing
  nothing_overruns: Nothing
  within_its_time: Nothing
  own_decision: Nothing
  approved_as_it_is: Nothing
  state_forbids: { readonly state: BookingState; readonly action: BookingAction }
  changed_meanwhile: Nothing
  key_reused: Nothing
  not_running: Nothing
  /** How many minutes are free after the end of a meeting. */
  taken_after: { readonly minutes: number }
}

/** Why the desk does not do what an administrator asks. */
interface AdminMessages {
  email_taken: Nothing
  host_taken: Nothing
  host_is_booked: Nothing
  last_admin: Nothing
  deleted_at_zoom: Nothing
  nothing_to_decide: Nothing
  series_changed_at_zoom: Nothing
}
