import type { Message, MessageCode } from './message.ts'
import type { Messages } from './messages.ts'

type Sentences = { readonly [Code in MessageCode]: (values: Messages[Code]) => string }

const list = (items: readonly string[]): string => items.join(', ')
const number = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`
const onDates = (what: string, dates: readonly string[], of: number): string =>
  of === 1 ? `${what} then` : `${what} on ${dates.length} of ${of} dates: ${list(dates)}`
const pastOf = { change: 'changed', cancel: 'cancelled', decide: 'decided', extend: 'made longer' } as const
const units = { daily: 'day', weekly: 'week', monthly: 'month' } as const

/** What each message says in English, for logs and for whoever has no other language. Pages and mails have tables of their own. */
const sentences: Sentences = {
  not_object: () => 'This is not an object. Give its fields.',
  not_text: ({ least, most }) => `Give a text of ${least} to ${number(most, 'character')}.`,
  not_whole_number: ({ least, most }) => `Give a whole number from ${least} to ${most}.`,
  not_list: ({ most }) => `Give a list of at most ${number(most, 'item')}.`,
  not_one_of: ({ choices }) => `Give one of: ${list(choices)}.`,
  not_wall_time: () => 'Give a day and a time as clocks show it, such as 2026-12-20T18:00.',
  not_day: () => 'Give a day, such as 2026-12-20.',
  not_time_zone: () => 'Give a time zone by its name, such as Asia/Taipei.',
  not_email: () => 'Give an e-mail address, such as mei@example.com.',
  unknown_field: ({ known }) => `This field has no meaning here. Known are: ${list(known)}.`,
  given_twice: () => 'It stands in the list twice. Say it once.',

  once_a_day: () => 'Zoom repeats a meeting once a day at most. Make a series for each time of the day.',
  no_yearly: ({ months }) =>
    `Zoom has no yearly meetings; the longest step is ${number(months, 'month')}. Make a booking for each year.`,
  interval_beyond_zoom: ({ freq, most }) =>
    `Zoom repeats every ${number(most, units[freq])} at most. Take a shorter step, or several bookings.`,
  dates_beyond_zoom: ({ most, lastOn }) =>
    `A series at Zoom has at most ${number(most, 'date')}; that one would be on ${lastOn}. End there, or make several bookings.`,
  no_dates: () => 'No date is left. Let the series end after its first date.',
  time_skipped: ({ wall, timeZone, from, to }) =>
    `${wall} does not exist: the clocks of ${timeZone} go from ${from} to ${to}. Choose a time outside of it.`,
  which_of_two: ({ wall, timeZone, earlier, later }) =>
    `${wall} comes twice in ${timeZone}, as the clocks go back. Say which: the earlier one (UTC${earlier}) or the later one (UTC${later}).`,
  earlier_taken: ({ wall, timeZone }) =>
    `${wall} comes twice in ${timeZone}, as the clocks go back. The earlier one is taken.`,
  first_date_moved: ({ from, to }) => `${from} is no date of this series. Its first is ${to}.`,
  months_left_out: ({ months }) => `These months have no such day and are left out: ${list(months)}.`,
  no_series: () => 'Only a series has dates that are different. Leave them out, or say how it repeats.',
  no_such_date: ({ dates }) => `The series has no such date. It has: ${list(dates)}.`,
  all_left_out: () => 'Every date is left out. Cancel the booking, or keep a date.',
  left_out_has_no_length: () => 'A date that is left out has no start and no length. Give one of the two.',
  dates_overlap: ({ date, other }) =>
    `The meeting of ${date} would begin before that of ${other} has ended. Make it shorter, or move one of them.`,

  own_host: () => 'It is your own Zoom account.',
  only_free_host: () => 'It is the only host that is free.',
  smallest_that_fits: ({ capacity, people }) =>
    `It is the smallest free host for ${people === 1 ? '1 person' : `${people} people`}: it holds ${capacity}.`,
  least_gap: ({ minutes }) =>
    `Of the hosts of this size it leaves the smallest gap to another meeting: ${number(minutes, 'minute')} in all.`,
  least_spent: ({ spent }) => `Of equal hosts it has made the fewest calls to Zoom today: ${spent}.`,
  first_of_equals: () => 'It is the first of equal hosts.',
  chosen_by_admin: () => 'An administrator chose it.',

  not_in_use: () => 'It is not in use.',
  belongs_to_another: () => 'It belongs to another member.',
  pool_not_confirmed: () => 'Hosts are not shared here: an administrator has to confirm it first.',
  too_small: ({ capacity, people }) => `It holds ${capacity} people, and ${people} are expected.`,
  too_long_for_basic: ({ minutes, most }) =>
    `Its plan ends meetings after ${most} minutes, and this one lasts ${minutes}.`,
  closed_on: ({ weekdays }) => `It is closed on ${list(weekdays.map(capital))}.`,
  outside_hours: ({ dates, of }) => `${onDates('It is closed', dates, of)}.`,
  dates_too_close: ({ date, other }) =>
    `With the time kept free around its meetings, ${date} begins before ${other} has ended.`,
  taken: ({ dates, of }) => `${onDates('It is taken', dates, of)}.`,

  too_soon: ({ minutes }) => `A meeting is booked at least ${number(minutes, 'minute')} before it starts.`,
  too_far: ({ days, last }) => `Nothing is booked more than ${number(days, 'day')} ahead: ${last} is the last day.`,
  too_long: ({ minutes }) => `A meeting lasts ${number(minutes, 'minute')} at most.`,
  too_many_in_week: ({ most, week, has }) =>
    `A member has ${number(most, 'date')} a week at most. In the week of ${week} you have ${has} already.`,

  in_the_past: () => 'That time has passed. Choose a later one.',
  has_begun: ({ date }) => `The meeting of ${date} has begun and cannot be changed.`,
  only_whole: () => 'One date alone can have another start or length, or be left out. Change the rest for all dates.',
  kind_stays: () => 'A single meeting does not become a series, nor a series a single meeting. Make a new booking.',
  nothing_changes: () => 'Nothing is to change. Give the fields that change.',
  moved_date_ahead: ({ date }) =>
    `The date of ${date} was moved and is still to come. Leave it out first, or change the dates that follow.`,
  exceptions_dropped: ({ dates }) =>
    `What was different on these dates is gone, since the series has them no more: ${list(dates)}.`,

  no_free_host: ({ of }) =>
    of === 0
      ? 'There is no host that you may book. Ask an administrator.'
      : of === 1
        ? 'The host is not free then. Take another time.'
        : `None of ${of} hosts is free then. Take another time, or fewer dates.`,
  not_there: () => 'There is no such thing here. It may have been removed.',
  not_yours: () => 'Only its organiser and administrators may do this.',
  needs_role: ({ role }) => `Only ${role === 'admin' ? 'administrators' : `${role}s and administrators`} may do this.`,
  not_a_member: () => 'This member does not exist or is not active. Ask an administrator.',
  own_decision: () => 'Nobody decides a booking of their own. Ask another manager.',
  approved_as_it_is: () =>
    'A manager approved these dates. Ask a manager to change them, or cancel the booking and make another.',
  state_forbids: ({ state, action }) => `A booking that is ${state} cannot be ${pastOf[action]}.`,
  changed_meanwhile: () => 'Somebody has changed it meanwhile. Look at it again, then repeat your change.',
  key_reused: () => 'This idempotency key was used for another request. Take a new key.',
  not_running: () => 'Only a meeting that is running can be made longer.',
  taken_after: ({ minutes }) =>
    `The host is taken ${number(minutes, 'minute')} after the end. Make it shorter, or end then.`,
}

/** A message in English. */
export function formatEnglish(message: Message): string {
  const sentence = sentences[message.code] as (values: Message['values']) => string
  return sentence(message.values)
}
