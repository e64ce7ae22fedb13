import type { DateException, Occurrence, Wish } from './booking.ts'
import { BookingError, invalidInput } from './booking-error.ts'
import { datesOfMeeting, type MeetingDate } from './meeting-dates.ts'
import { type Message, say } from './message.ts'
import {
  exceptionsOn,
  headOf,
  indexOfDate,
  movedBehind,
  type Series,
  seriesOf,
  tailOf,
  withException,
} from './series-parts.ts'
import { firstInstant, formatWall, parseWall } from './wall-time.ts'

/** The fields that change; what is absent stays. */
export type Change = { readonly [Field in keyof Omit<Wish, 'exceptions'>]?: Wish[Field] | undefined }

/** Which dates a change is for. One date, and it with all that follow, are named by their day by the rule. */
export type ChangeScope = { readonly scope: 'all' } | DateScope

export interface DateScope {
  readonly scope: 'one' | 'following'
  readonly date: string
}

/** A booking before it changes. */
export interface BookingBefore {
  readonly wish: Wish
  readonly occurrences: readonly Occurrence[]
}

/** What a booking comes to be. */
export interface ChangedBooking {
  readonly wish: Wish
  /** Dates that have begun: they stay as they are. */
  readonly begun: readonly Occurrence[]
  /** The dates to come, all of them. */
  readonly dates: readonly MeetingDate[]
  readonly notes: readonly Message[]
}

export interface ChangePlan {
  readonly booking: ChangedBooking
  /** With `following`: the rest of the series, which is a booking of its own and has another link. */
  readonly rest: ChangedBooking | undefined
}

/** Whether nothing of the meeting itself is to change. */
export function isEmpty(change: Change): boolean {
  return Object.values(change).every((value) => value === undefined)
}

/**
 * Works out what a change makes of a booking; nothing is held yet.
 *
 * @throws {BookingError} `invalid_input`, `zoom_cannot`, and `wrong_state` for what has begun.
 */
export function planChange(before: BookingBefore, scope: ChangeScope, change: Change, now: number): ChangePlan {
  if (scope.scope === 'one') return { booking: changeOne(before, scope.date, change, now), rest: undefined }
  const split = scope.scope === 'following' ? splitAt(before, scope.date, now) : undefined
  if (split === undefined) return { booking: changeAll(before, change, now), rest: undefined }
  const rest = changedTo(merge(split.rest, change), [], now)
  checkNoneBehind(rest.wish, now)
  return { booking: split.booking, rest }
}

/** Leaves out one date, or it and all that follow; `undefined` when no date would be left that has not ended by itself. */
export function planLeavingOut(
  before: BookingBefore,
  { scope, date }: DateScope,
  now: number,
): ChangedBooking | undefined {
  const { wish, occurrences } = before
  const series = seriesOf(wish)
  checkNotBegun(before, series, date, now)
  if (scope === 'following') return splitAt(before, date, now)?.booking
  if (occurrences.every((one) => one.date === date)) return undefined
  return changedTo({ wish: { ...wish, exceptions: withException(wish, leftOut(date)) }, notes: [] }, occurrences, now)
}

const leftOut = (date: string): DateException => ({ date, start: undefined, minutes: undefined })

function changeOne(before: BookingBefore, date: string, change: Change, now: number): ChangedBooking {
  const { start, minutes, ...others } = change
  for (const [field, value] of Object.entries(others))
    if (value !== undefined) throw invalidInput(field, value, say('only_whole', {}))
  const { wish, occurrences } = before
  const series = seriesOf(wish)
  const ruled = startByRule(series, date)
  checkNotBegun(before, series, date, now)
  const known = wish.exceptions.find((one) => one.date === date)
  const length = minutes ?? known?.minutes
  const exception = {
    date,
    start: start ?? known?.start ?? ruled,
    minutes: length === wish.minutes ? undefined : length,
  }
  const isAsRuled = exception.start === ruled && exception.minutes === undefined
  // Zoom brings a date back to the rule only by a change of the times as a whole.
  if (known !== undefined && (isAsRuled || known.start === undefined)) checkNoneBehind(wish, now)
  const exceptions = isAsRuled ? wish.exceptions.filter((one) => one !== known) : withException(wish, exception)
  return changedTo({ wish: { ...wish, exceptions }, notes: [] }, occurrences, now)
}

function changeAll(before: BookingBefore, change: Change, now: number): ChangedBooking {
  const { wish, occurrences } = before
  const { timeZone, start, repeated, recurrence } = change
  const hasOtherDays = [timeZone, start, repeated, recurrence].some((value) => value !== undefined)
  if (!hasOtherDays || occurrences.every(({ startsAt }) => startsAt > now)) {
    if (change.minutes !== undefined && change.minutes !== wish.minutes) checkNoneBehind(wish, now)
    return changedTo(merge(wish, change), occurrences, now)
  }
  if (wish.recurrence === undefined) throw hasBegun(wish.start.slice(0, 10))
  const tail = nextOf(before, now)
  return changedTo(merge(tail, { ...change, start: startFrom(tail, wish, start) }), occurrences, now)
}

/**
 * A series of which dates have begun goes on from its next date, with the same link: Zoom ignores a start in the past, and the rule with
 * it (docs/zoom-facts.md §5.4).
 */
function nextOf({ wish, occurrences }: BookingBefore, now: number): Wish {
  const series = seriesOf(wish)
  const begun = new Set(occurrences.filter(({ startsAt }) => startsAt <= now).map(({ date }) => date))
  const index = series.days.findIndex(
    (day) => !begun.has(String(day)) && firstInstant(series.startOn(day), wish.timeZone) > now,
  )
  const next = series.days[index]
  if (next === undefined) throw hasBegun(occurrences.at(-1)?.date ?? '')
  checkNoneBehind(wish, now)
  return tailOf(series, index)
}

/**
 * Before Zoom is to have a series anew from its next date on.
 *
 * @throws {BookingError} `wrong_state` for a date that would be lost with that
 */
export function checkNoneBehind(wish: Wish, now: number): void {
  const date = movedBehind(wish, now)
  if (date !== undefined) throw new BookingError('wrong_state', say('moved_date_ahead', { date }))
}

/** Who gives another time on the first day of a series means it for the next one. */
function startFrom(tail: Wish, { start: first }: Wish, start: string | undefined): string | undefined {
  const wall = start === undefined ? undefined : parseWall(start)
  if (wall === undefined || String(wall.toPlainDate()) !== first.slice(0, 10)) return start
  return formatWall((parseWall(tail.start) ?? wall).toPlainDate().toPlainDateTime(wall))
}

/** Two parts of a series; `undefined` when there is nothing before the date, so that all dates are meant. */
function splitAt(
  before: BookingBefore,
  date: string,
  now: number,
): { readonly booking: ChangedBooking; readonly rest: Wish } | undefined {
  const { wish, occurrences } = before
  const series = seriesOf(wish)
  const index = indexOfDate(series, date)
  checkNotBegun(before, series, date, now)
  const earlier = new Set(series.days.slice(0, index).map(String))
  if (!occurrences.some((one) => earlier.has(one.date))) return undefined
  // A rule that has begun cannot be changed at Zoom without another start: its dates are left out one by one, which costs nothing.
  const head = occurrences.some(({ startsAt }) => startsAt <= now)
    ? {
        ...wish,
        exceptions: [
          ...exceptionsOn(wish, series.days.slice(0, index)),
          ...series.days.slice(index).map((day) => leftOut(String(day))),
        ],
      }
    : headOf(series, index)
  return { booking: changedTo({ wish: head, notes: [] }, occurrences, now), rest: tailOf(series, index) }
}

interface Merged {
  readonly wish: Wish
  readonly notes: readonly Message[]
}

function merge(wish: Wish, change: Change): Merged {
  if (change.recurrence !== undefined && wish.recurrence === undefined)
    throw invalidInput('recurrence', change.recurrence, say('kind_stays', {}))
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  // Another start has to be asked about again where the clocks repeat it.
  const merged: Wish = { ...wish, ...(change.start !== undefined && { repeated: undefined }), ...given }
  if (merged.recurrence === undefined) return { wish: merged, notes: [] }
  const exceptions = exceptionsOn(merged, seriesOf(merged).days)
  const dropped = merged.exceptions.filter((one) => !exceptions.includes(one)).map(({ date }) => date)
  const notes = dropped.length === 0 ? [] : [say('exceptions_dropped', { dates: dropped })]
  return { wish: { ...merged, exceptions }, notes }
}

/**
 * What a booking comes to be that is to have this wish, whatever it was before.
 *
 * @throws {BookingError} `invalid_input` for a date that is moved into the past, or not for the clocks; `zoom_cannot`.
 */
export function planRewrite({ occurrences }: BookingBefore, wish: Wish, now: number): ChangedBooking {
  return changedTo({ wish, notes: [] }, occurrences, now)
}

/** @throws {BookingError} `invalid_input` for a date that is moved into the past. */
function changedTo({ wish, notes }: Merged, occurrences: readonly Occurrence[], now: number): ChangedBooking {
  const found = datesOfMeeting(wish)
  const begun = occurrences.filter(({ startsAt }) => startsAt <= now)
  const past = found.dates.filter(({ startsAt }) => startsAt <= now)
  const moved = past.find((one) => !begun.some(({ date, startsAt }) => date === one.date && startsAt === one.startsAt))
  if (moved !== undefined) throw invalidInput('start', wish.start, say('in_the_past', {}))
  return {
    wish: { ...wish, start: found.start },
    begun,
    dates: found.dates.filter(({ startsAt }) => startsAt > now),
    notes: [...notes, ...found.notes],
  }
}

function startByRule(series: Series, date: string): string {
  const day = series.days[indexOfDate(series, date)]
  return day === undefined ? date : formatWall(series.startOn(day))
}

function checkNotBegun({ occurrences, wish }: BookingBefore, series: Series, date: string, now: number): void {
  const day = series.days[indexOfDate(series, date)]
  const found = occurrences.find((one) => one.date === date)
  const startsAt = found?.startsAt ?? (day && firstInstant(series.startOn(day), wish.timeZone)) ?? now
  if (startsAt <= now) throw hasBegun(date)
}

function hasBegun(date: string): BookingError {
  return new BookingError('wrong_state', say('has_begun', { date }))
}
