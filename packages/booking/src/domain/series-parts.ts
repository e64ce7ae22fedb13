import type { Temporal } from 'temporal-polyfill'
import type { DateException, Wish } from './booking.ts'
import { invalidInput } from './booking-error.ts'
import { say } from './message.ts'
import type { Recurrence } from './recurrence.ts'
import { firstInstant, formatWall, lastInstant, parseWall } from './wall-time.ts'
import { daysUntilEnd, zoomLimits } from './zoom-limits.ts'

/** A wish that repeats, with the days of its rule. */
export interface Series {
  readonly wish: Wish & { readonly recurrence: Recurrence }
  readonly days: readonly Temporal.PlainDate[]
  /** The start of a day by the rule. */
  startOn(day: Temporal.PlainDate): Temporal.PlainDateTime
}

/** @throws {BookingError} `invalid_input` for a single meeting. */
export function seriesOf(wish: Wish): Series {
  const { recurrence } = wish
  const start = parseWall(wish.start)
  if (recurrence === undefined || start === undefined) throw invalidInput('scope', undefined, say('no_series', {}))
  return {
    wish: { ...wish, recurrence },
    days: daysUntilEnd(recurrence, start.toPlainDate(), zoomLimits.dates),
    startOn: (day) => day.toPlainDateTime(start),
  }
}

/**
 * The place of a date in its series.
 *
 * @throws {BookingError} `invalid_input` for a day that the rule does not have.
 */
export function indexOfDate({ days }: Series, date: string): number {
  const texts = days.map(String)
  const index = texts.indexOf(date)
  if (index < 0) throw invalidInput('date', date, say('no_such_date', { dates: texts }))
  return index
}

/** The series without its dates from an index on. */
export function headOf({ wish, days }: Series, index: number): Wish {
  return {
    ...wish,
    recurrence: { ...wish.recurrence, end: { count: index } },
    exceptions: exceptionsOn(wish, days.slice(0, index)),
  }
}

/** The series from an index on. */
export function tailOf({ wish, days, startOn }: Series, index: number): Wish {
  const { recurrence } = wish
  const rest = days.slice(index)
  const [first] = rest
  if (first === undefined) return wish
  const end = 'count' in recurrence.end ? { count: rest.length } : recurrence.end
  return {
    ...wish,
    start: formatWall(startOn(first)),
    recurrence: { ...recurrence, end },
    exceptions: exceptionsOn(wish, rest),
  }
}

export function exceptionsOn({ exceptions }: Wish, days: readonly Temporal.PlainDate[]): DateException[] {
  const texts = new Set(days.map(String))
  return exceptions.filter(({ date }) => texts.has(date))
}

/** The exceptions with this one in the place of another for its date, in the order of their dates. */
export function withException({ exceptions }: Wish, exception: DateException): DateException[] {
  return [...exceptions.filter(({ date }) => date !== exception.date), exception].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  )
}

/**
 * The day of a date that was moved behind its time by the rule, which has passed, and is still to come: a rule that goes on from its next
 * date would lose it.
 */
export function movedBehind(wish: Wish, now: number): string | undefined {
  const { recurrence, timeZone, exceptions } = wish
  if (recurrence === undefined) return undefined
  const { days, startOn } = seriesOf(wish)
  const begun = new Set(days.filter((day) => firstInstant(startOn(day), timeZone) <= now).map(String))
  const isToCome = ({ start }: DateException) => {
    const wall = start === undefined ? undefined : parseWall(start)
    return wall !== undefined && firstInstant(wall, timeZone) > now
  }
  return exceptions.find((one) => begun.has(one.date) && isToCome(one))?.date
}

/**
 * What is still to come of a meeting, as a rule that begins in the future; the whole of it where nothing has begun, and `undefined` where
 * every date by the rule has. A date that was moved ahead of the rule and has begun is left out.
 */
export function restOf(wish: Wish, now: number): Wish | undefined {
  const { timeZone } = wish
  if (wish.recurrence === undefined) {
    const start = parseWall(wish.start)
    const at = start && (wish.repeated === 'later' ? lastInstant(start, timeZone) : firstInstant(start, timeZone))
    return at !== undefined && at > now ? wish : undefined
  }
  const series = seriesOf(wish)
  const index = series.days.findIndex((day) => firstInstant(series.startOn(day), timeZone) > now)
  if (index < 0) return undefined
  const rest = index === 0 ? wish : tailOf(series, index)
  const hasBegun = ({ start }: DateException) => {
    const wall = start === undefined ? undefined : parseWall(start)
    return wall !== undefined && firstInstant(wall, timeZone) <= now
  }
  if (!rest.exceptions.some(hasBegun)) return rest
  const leftOut = { start: undefined, minutes: undefined }
  return { ...rest, exceptions: rest.exceptions.map((one) => (hasBegun(one) ? { ...one, ...leftOut } : one)) }
}
