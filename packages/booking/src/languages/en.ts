import type { Sentences } from './sentences.ts'
import { createWords } from './words.ts'

const { plural, list, day, days, wall, month, weekday, length, zoneName } = createWords('en')

const dates = { one: '1 date', other: '# dates' }
const characters = { one: '1 character', other: '# characters' }
const entries = { one: '1 entry', other: '# entries' }
const people = { one: '1 person', other: '# people' }
const units = {
  daily: { one: 'day', other: '# days' },
  weekly: { one: 'week', other: '# weeks' },
  monthly: { one: 'month', other: '# months' },
}
const onDates = (what: string, taken: readonly string[], of: number): string =>
  of === 1 ? `${what} then.` : `${what} on ${taken.length} of ${of} dates: ${days(taken)}.`
const states = {
  requested: 'waiting for approval',
  reserved: 'reserved',
  unknown: 'reserved',
  confirmed: 'confirmed',
  cancelled: 'cancelled',
  ended: 'over',
  declined: 'declined',
}
const doing = { change: 'changed', cancel: 'cancelled', decide: 'approved or declined', extend: 'made longer' }

export const sentences: Sentences = {
  not_object: () => 'This is not an object. Give its fields.',
  not_text: ({ least, most }) =>
    least === 0
      ? `Give a text of at most ${plural(most, characters)}.`
      : `Give a text of ${least} to ${plural(most, characters)}.`,
  not_whole_number: ({ least, most }) => `Give a whole number from ${least} to ${most}.`,
  not_list: ({ most }) => `Give a list of at most ${plural(most, entries)}.`,
  not_one_of: ({ choices }) => `Give ${list(choices, 'or')}.`,
  not_wall_time: () => 'Give a day and a time as clocks show it, such as 2026-12-20T18:00.',
  not_day: () => 'Give a day, such as 2026-12-20.',
  not_time_zone: () => 'Give a time zone by its name, such as Asia/Taipei.',
  not_email: () => 'Give an e-mail address, such as mei@example.com.',
  unknown_field: ({ known }) => `This field has no meaning here. Known are: ${list(known)}.`,
  given_twice: () => 'It stands in the list twice. Say it once.',

  once_a_day: () => 'Zoom repeats a meeting once a day at most. Make a series for each time of the day.',
  no_yearly: ({ months }) =>
    `Zoom has no yearly meetings; the longest step is ${plural(months, units.monthly)}. Make a booking for each year.`,
  interval_beyond_zoom: ({ freq, most }) =>
    `Zoom repeats every ${plural(most, units[freq])} at most. Take a shorter step, or several bookings.`,
  dates_beyond_zoom: ({ most, lastOn }) =>
    `A series at Zoom has at most ${plural(most, dates)}; that one would be on ${day(lastOn)}. End there, or make several bookings.`,
  no_dates: () => 'No date is left. Let the series end after its first date.',
  time_skipped: ({ wall: at, timeZone, from, to }) =>
    `This time does not exist: ${wall(at)}. The clocks go from ${wall(from)} to ${wall(to)} (${zoneName(timeZone)}). Choose an earlier or later one.`,
  which_of_two: ({ wall: at, timeZone, earlier, later }) =>
    `This time comes twice, as the clocks go back: ${wall(at)} (${zoneName(timeZone)}). Say which one: the earlier one (UTC${earlier}) or the later one (UTC${later}).`,
  earlier_taken: ({ wall: at, timeZone }) =>
    `This time comes twice, as the clocks go back: ${wall(at)} (${zoneName(timeZone)}). The meeting is at the earlier one.`,
  first_date_moved: ({ from, to }) => `${day(from)} is no date of this series. Its first date is ${day(to)}.`,
  months_left_out: ({ months }) => `These months have no such day and are left out: ${list(months.map(month))}.`,
  no_series: () => 'Only a series has dates that are different. Leave them out, or say how it repeats.',
  no_such_date: ({ dates }) => `The series has no such date. It has: ${days(dates)}.`,
  all_left_out: () => 'Every date is left out. Cancel the booking, or keep a date.',
  left_out_has_no_length: () => 'A date that is left out has no start and no length. Give one of the two.',
  dates_overlap: ({ date, other }) =>
    `The meeting of ${day(date)} would begin before that of ${day(other)} has ended. Make it shorter, or move one of them.`,

  own_host: () => 'It is your own Zoom account.',
  only_free_host: () => 'It is the only host that is free.',
  smallest_that_fits: ({ capacity, people: expected }) =>
    `It is the smallest free host for ${plural(expected, people)}: it holds ${capacity}.`,
  least_gap: ({ minutes }) =>
    `Of the hosts of this size it leaves the smallest gap to another meeting: ${length(minutes)} in all.`,
  least_spent: ({ spent }) => `Of equal hosts it has made the fewest calls to Zoom today: ${spent}.`,
  first_of_equals: () => 'It is the first of equal hosts.',
  chosen_by_admin: () => 'An administrator chose it.',

  not_in_use: () => 'It is not in use.',
  belongs_to_another: () => 'It belongs to another member.',
  pool_not_confirmed: () => 'Hosts are not shared here: an administrator has to confirm it first.',
  too_small: ({ capacity, people: expected }) =>
    `It holds ${plural(capacity, people)}, and ${plural(expected, people)} are expected.`,
  too_long_for_basic: ({ minutes, most }) =>
    `Its plan ends meetings after ${length(most)}, and this one lasts ${length(minutes)}.`,
  closed_on: ({ weekdays }) => `It is closed on ${list(weekdays.map(weekday))}.`,
  outside_hours: ({ dates, of }) => onDates('It is closed', dates, of),
  dates_too_close: ({ date, other }) =>
    `With the time kept free around its meetings, the meeting of ${day(date)} would begin before that of ${day(other)} has ended.`,
  taken: ({ dates, of }) => onDates('It is taken', dates, of),

  too_soon: ({ minutes }) => `A meeting is booked at least ${length(minutes)} before it starts.`,
  too_far: ({ days: ahead, last }) =>
    `Nothing is booked more than ${plural(ahead, { one: '1 day', other: '# days' })} ahead: ${day(last)} is the last day.`,
  too_long: ({ minutes }) => `A meeting lasts ${length(minutes)} at most.`,
  too_many_in_week: ({ most, week, has }) =>
    `A member has ${plural(most, dates)} a week at most. In the week from ${day(week)} you have ${has} already.`,

  in_the_past: () => 'That time has passed. Choose a later one.',
  has_begun: ({ date }) => `The meeting of ${day(date)} has begun and cannot be changed.`,
  only_whole: () => 'One date alone can have another start or length, or be left out. Change the rest for all dates.',
  kind_stays: () => 'A single meeting does not become a series, nor a series a single meeting. Make a new booking.',
  nothing_changes: () => 'Nothing is to change. Give the fields that change.',
  moved_date_ahead: ({ date }) =>
    `The date of ${day(date)} was moved and is still to come. Leave it out first, or change the dates that follow.`,
  exceptions_dropped: ({ dates }) =>
    `What was different on these dates is gone, since the series has them no more: ${days(dates)}.`,

  no_free_host: ({ of }) =>
    of === 0
      ? 'There is no host that you may book. Ask an administrator.'
      : of === 1
        ? 'The host is not free then. Take another time.'
        : `None of ${of} hosts is free then. Take another time, or fewer dates.`,
  not_there: () => 'There is no such thing here. It may have been removed.',
  not_yours: () => 'Only its organiser and administrators may do this.',
  needs_role: ({ role }) =>
    role === 'admin'
      ? 'Only administrators may do this.'
      : role === 'manager'
        ? 'Only managers and administrators may do this.'
        : 'Only members may do this.',
  not_a_member: () => 'This member does not exist or is not active. Ask an administrator.',
  no_such_member: () => 'No active member has this address. Correct it, or ask an administrator to add them.',
  organiser_starts_it: () => 'The organiser starts the meeting anyhow. Leave this address out.',
  nothing_overruns: () => 'No meeting runs over its time here any more: it has ended, or it was given more time.',
  within_its_time: () => 'The meeting is still within its time. Wait for its end.',
  own_decision: () => 'Nobody decides a booking of their own. Ask another manager.',
  approved_as_it_is: () =>
    'A manager approved these dates. Ask a manager to change them, or cancel the booking and make another.',
  state_forbids: ({ state, action }) => `A booking that is ${states[state]} cannot be ${doing[action]}.`,
  changed_meanwhile: () => 'Somebody has changed it meanwhile. Look at it again, then repeat your change.',
  key_reused: () => 'This idempotency key was used for another request. Take a new key.',
  not_running: () => 'Only a meeting that is running can be made longer.',
  taken_after: ({ minutes }) =>
    minutes === 0
      ? 'Its host is taken right after the end. The meeting cannot be made longer.'
      : `After the end its host is free for only ${length(minutes)}. Make it longer by no more than that.`,

  not_clock_time: () => 'Give a time of day, such as 09:00.',
  ends_before_it_begins: () => 'It ends before it begins. Give a later end.',
  email_taken: () => 'This e-mail address belongs to another member. Give another one.',
  host_taken: () => 'This Zoom user is a host already. Change that host instead.',
  host_is_booked: () => 'Bookings on this host are still to come. Cancel them or move them to another host first.',
  last_admin: () => 'The desk needs an administrator. Give another member that role first.',
  deleted_at_zoom: () =>
    'Somebody has deleted this meeting at Zoom. Ask an administrator to restore it, or cancel the booking.',
  nothing_to_decide: () => 'Nothing is left to decide here. Look at the booking again.',
  series_changed_at_zoom: () =>
    'This series was given other dates at Zoom, and the desk cannot take that over. Restore what was booked, then change the booking.',
}
