import { civilFromDays, daysInMonth, formatCivilDate, twoDigits } from '../time/civil-date.ts'
import { formatInstant, formatWallTime, type WallTimeInstants, wallTimeAt } from '../time/wall-time.ts'
import { offsetAt } from '../time/zone-offset.ts'
import type { RecurrenceRule } from './rule.ts'

/** What may surprise in the dates of a series; `message` says it in English. Dates are local, `YYYY-MM-DD`. */
export type RecurrenceNote = { readonly message: string } & (
  | {
      /** The day of the start does not fit the rule: the series begins later. */
      readonly kind: 'first_date_moved'
      readonly from: string
      readonly to: string
    }
  | {
      /** Months, `YYYY-MM`, that are too short for the day and have no date. */
      readonly kind: 'months_skipped'
      readonly months: readonly string[]
    }
  | {
      /** The clocks change before this date: the wall time stays, the hour in UTC and for people elsewhere does not. */
      readonly kind: 'clock_change'
      /** The first date after the change. */
      readonly date: string
      /** The start in UTC of the date before and of this one, `HH:mm`. */
      readonly utcBefore: string
      readonly utcAfter: string
    }
  | {
      /** The clocks skip the wall time on this date: it is held later, by the length of the jump. */
      readonly kind: 'time_skipped'
      readonly date: string
      readonly heldAt: string
    }
  | {
      /** The clocks show the wall time twice on this date: the first is taken. */
      readonly kind: 'time_repeated'
      readonly date: string
      readonly first: string
      readonly second: string
    }
  | {
      /** The series has no end; Zoom makes dates for about two years and adds more at every change. */
      readonly kind: 'endless'
    }
)

/** A date of a series before anything is said about it: its local day, in days since 1970-01-01, and what its time means. */
export interface PlannedDate {
  readonly day: number
  readonly instants: WallTimeInstants
}

export interface NotesInput {
  readonly rule: RecurrenceRule
  /** The local day that was asked for, in days since 1970-01-01. */
  readonly startDay: number
  readonly dates: readonly PlannedDate[]
  readonly timeZone: string
}

/** Looks through the dates of a series for what may surprise. */
export function findNotes(input: NotesInput): RecurrenceNote[] {
  return [...movedNotes(input), ...monthNotes(input), ...clockNotes(input), ...endlessNotes(input)]
}

function movedNotes({ startDay, dates }: NotesInput): RecurrenceNote[] {
  const firstDay = dates[0]?.day ?? startDay
  if (firstDay === startDay) return []
  const [from, to] = [formatCivilDate(startDay), formatCivilDate(firstDay)]
  const message = `The start, ${from}, does not fit the rule: the first date is ${to}.`
  return [{ kind: 'first_date_moved', from, to, message }]
}

function monthNotes({ rule, dates }: NotesInput): RecurrenceNote[] {
  if (rule.every !== 'month' || !('day' in rule.on) || rule.on.day < 29) return []
  const wanted = rule.on.day
  const [first = 0, last = 0] = [dates[0], dates.at(-1)].map((date) => monthNumber(date?.day ?? 0))
  const months: string[] = []
  for (let number = first; number < last; number += rule.interval) {
    const [year, month] = [Math.floor(number / 12), (number % 12) + 1]
    if (daysInMonth(year, month) < wanted) months.push(`${year}-${twoDigits(month)}`)
  }
  if (months.length === 0) return []
  return [{ kind: 'months_skipped', months, message: `No date in ${months.join(', ')}: too short for day ${wanted}.` }]
}

function monthNumber(day: number): number {
  const { year, month } = civilFromDays(day)
  return year * 12 + month - 1
}

function clockNotes({ dates, timeZone }: NotesInput): RecurrenceNote[] {
  const notes: RecurrenceNote[] = []
  let before: number | undefined
  for (const { day, instants } of dates) {
    if (instants.kind === 'skipped') {
      notes.push(skippedNote(formatCivilDate(day), wallTimeAt(timeZone, instants.at)))
      continue
    }
    if (instants.kind === 'repeated') notes.push(repeatedNote(formatCivilDate(day), instants))
    const instant = instants.kind === 'repeated' ? instants.first : instants.at
    if (before !== undefined && offsetAt(timeZone, before) !== offsetAt(timeZone, instant))
      notes.push(changeNote(formatCivilDate(day), timeZone, before, instant))
    before = instant
  }
  return notes
}

function skippedNote(date: string, heldAtWallMs: number): RecurrenceNote {
  const heldAt = formatWallTime(heldAtWallMs)
  const message = `On ${date} the clocks skip this time: the meeting is at ${heldAt.slice(11, 16)}.`
  return { kind: 'time_skipped', date, heldAt, message }
}

function repeatedNote(date: string, instants: { readonly first: number; readonly second: number }): RecurrenceNote {
  const [first, second] = [formatInstant(instants.first), formatInstant(instants.second)]
  const message = `On ${date} the clocks show this time twice, at ${first} and ${second}: the first is taken.`
  return { kind: 'time_repeated', date, first, second, message }
}

function changeNote(date: string, timeZone: string, before: number, instant: number): RecurrenceNote {
  const [utcBefore, utcAfter] = [formatInstant(before).slice(11, 16), formatInstant(instant).slice(11, 16)]
  const message = `The clocks of ${timeZone} change before ${date}: ${utcBefore} UTC becomes ${utcAfter} UTC.`
  return { kind: 'clock_change', date, utcBefore, utcAfter, message }
}

function endlessNotes({ rule, dates }: NotesInput): RecurrenceNote[] {
  if (rule.end !== undefined) return []
  const message = `The series has no end: these are its first ${dates.length} dates. Zoom itself makes dates for about two years.`
  return [{ kind: 'endless', message }]
}
