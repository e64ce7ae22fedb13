import { Temporal } from 'temporal-polyfill'
import type { DateException, Wish } from './booking.ts'
import { BookingError, invalidInput } from './booking-error.ts'
import { type Message, say } from './message.ts'
import type { Recurrence } from './recurrence.ts'
import { formatWall, locate, parseDay, parseWall } from './wall-time.ts'
import { daysUntilEnd, splitForZoom, zoomLimitOf, zoomLimits } from './zoom-limits.ts'

/** When a meeting takes place. */
export type Times = Pick<Wish, 'timeZone' | 'start' | 'repeated' | 'minutes' | 'recurrence' | 'exceptions'>

/** One date of a meeting; instants are milliseconds since 1970. */
export interface MeetingDate {
  /** Its day by the rule of the series; of a single meeting the day of its start. */
  readonly date: string
  readonly startsAt: number
  readonly endsAt: number
}

/** What a wish comes to in time. */
export interface MeetingDates {
  /** In the order of their starts. */
  readonly dates: readonly MeetingDate[]
  /** The first start by the rule, as the clocks show it: a wish that starts on another day has it as its start from here on. */
  readonly start: string
  /** What the member should know about the dates. */
  readonly notes: readonly Message[]
}

/**
 * The dates of a meeting. Each has the wall time of the first in the zone, whatever the clocks do between them.
 *
 * @throws {BookingError} `invalid_input` where the clocks skip or repeat a start, or the exceptions do not fit; `zoom_cannot` for a
 * series that Zoom cannot have as one meeting.
 */
export function datesOfMeeting(times: Times): MeetingDates {
  const wall = parseWall(times.start)
  if (wall === undefined) throw invalidInput('start', times.start, say('not_wall_time', {}))
  const { recurrence } = times
  if (recurrence !== undefined) return datesOfSeries({ ...times, recurrence }, wall)
  const [exception] = times.exceptions
  if (exception !== undefined) throw invalidInput('exceptions[0]', exception, say('no_series', {}))
  const startsAt = singleStart(wall, times)
  const date = { date: String(wall.toPlainDate()), startsAt, endsAt: startsAt + times.minutes * minuteMs }
  return { dates: [date], start: times.start, notes: [] }
}

/** The dates, or `undefined` where the clocks or Zoom do not have them. */
export function datesIfAny(times: Times): readonly MeetingDate[] | undefined {
  try {
    return datesOfMeeting(times).dates
  } catch (error) {
    if (error instanceof BookingError) return undefined
    throw error
  }
}

export const minuteMs = 60_000

function singleStart(wall: Temporal.PlainDateTime, { timeZone, repeated }: Times): number {
  const located = locate(wall, timeZone)
  if (located.is === 'once') return located.at
  if (located.is === 'skipped') throw skipped('start', wall, timeZone, located)
  if (repeated !== undefined) return located[repeated]
  const [earlier, later] = [located.earlier, located.later].map(
    (at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offset,
  )
  throw invalidInput(
    'repeated',
    undefined,
    say('which_of_two', { wall: formatWall(wall), timeZone, earlier: earlier ?? '', later: later ?? '' }),
  )
}

function datesOfSeries(times: Times & { readonly recurrence: Recurrence }, wall: Temporal.PlainDateTime): MeetingDates {
  const { recurrence, timeZone, minutes } = times
  const days = daysOfSeries(recurrence, wall.toPlainDate())
  const exceptions = exceptionsByDay(times.exceptions, days.map(String))
  const notes = notesOf(recurrence, wall.toPlainDate(), days)
  const dates: MeetingDate[] = []
  for (const day of days) {
    const date = String(day)
    const exception = exceptions.get(date)
    if (exception !== undefined && exception.start === undefined) continue
    const index = exception === undefined ? -1 : times.exceptions.indexOf(exception)
    const start = exception?.start === undefined ? day.toPlainDateTime(wall) : parseWall(exception.start)
    const field = index < 0 ? 'start' : `exceptions[${index}].start`
    if (start === undefined) throw invalidInput(field, exception?.start, say('not_wall_time', {}))
    const located = locate(start, timeZone)
    if (located.is === 'skipped') throw skipped(field, start, timeZone, located)
    if (located.is === 'repeated') notes.push(say('earlier_taken', { wall: formatWall(start), timeZone }))
    const startsAt = located.is === 'once' ? located.at : located.earlier
    dates.push({ date, startsAt, endsAt: startsAt + (exception?.minutes ?? minutes) * minuteMs })
  }
  if (dates.length === 0) throw invalidInput('exceptions', times.exceptions, say('all_left_out', {}))
  dates.sort((a, b) => a.startsAt - b.startsAt)
  checkOverlaps(dates)
  return { dates, start: formatWall((days[0] ?? wall.toPlainDate()).toPlainDateTime(wall)), notes }
}

function daysOfSeries(rule: Recurrence, start: Temporal.PlainDate): Temporal.PlainDate[] {
  const limit = zoomLimitOf(rule, start)
  if (limit !== undefined) {
    const says =
      limit.is === 'interval'
        ? say('interval_beyond_zoom', { freq: rule.freq, most: limit.most })
        : say('dates_beyond_zoom', { most: limit.most, lastOn: limit.lastOn })
    const field = limit.is === 'interval' ? 'recurrence.interval' : 'recurrence.end'
    const value = limit.is === 'interval' ? rule.interval : rule.end
    throw new BookingError('zoom_cannot', says, {
      field,
      value,
      nearest: limit.nearest,
      split: splitForZoom(rule, start),
    })
  }
  const days = daysUntilEnd(rule, start, zoomLimits.dates)
  if (days.length === 0) throw invalidInput('recurrence.end', rule.end, say('no_dates', {}))
  return days
}

function exceptionsByDay(exceptions: readonly DateException[], days: readonly string[]): Map<string, DateException> {
  const byDay = new Map<string, DateException>()
  for (const [index, exception] of exceptions.entries()) {
    const { date } = exception
    if (!days.includes(date))
      throw invalidInput(`exceptions[${index}].date`, date, say('no_such_date', { dates: days }))
    if (byDay.has(date)) throw invalidInput(`exceptions[${index}].date`, date, say('given_twice', {}))
    byDay.set(date, exception)
  }
  return byDay
}

function notesOf(rule: Recurrence, start: Temporal.PlainDate, days: readonly Temporal.PlainDate[]): Message[] {
  const [first] = days
  const notes: Message[] = []
  if (first !== undefined && !first.equals(start))
    notes.push(say('first_date_moved', { from: String(start), to: String(first) }))
  if (rule.freq !== 'monthly') return notes
  const has = new Set(days.map((day) => String(day.toPlainYearMonth())))
  const last = days.at(-1)?.toPlainYearMonth()
  const months: string[] = []
  for (let month = first?.toPlainYearMonth(); month && last && Temporal.PlainYearMonth.compare(month, last) < 0; ) {
    if (!has.has(String(month))) months.push(String(month))
    month = month.add({ months: rule.interval })
  }
  if (months.length > 0) notes.push(say('months_left_out', { months }))
  return notes
}

/** The dates of one meeting are on one lane. */
function checkOverlaps(dates: readonly MeetingDate[]): void {
  for (const [index, { date, startsAt }] of dates.entries()) {
    const before = dates[index - 1]
    if (before !== undefined && startsAt < before.endsAt)
      throw invalidInput('minutes', undefined, say('dates_overlap', { date, other: before.date }))
  }
}

function skipped(
  field: string,
  wall: Temporal.PlainDateTime,
  timeZone: string,
  { from, to }: { readonly from: string; readonly to: string },
): BookingError {
  return invalidInput(field, formatWall(wall), say('time_skipped', { wall: formatWall(wall), timeZone, from, to }))
}

/** The day that a text means; for texts that were checked. */
export function dayOf(text: string): Temporal.PlainDate {
  return parseDay(text.slice(0, 10)) ?? Temporal.PlainDate.from(text)
}
