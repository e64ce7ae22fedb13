import { civilFromDays, daysInMonth, formatCivilDate, msPerDay } from '../time/civil-date.ts'
import { formatInstant, formatWallTime, instantsOfWallTime, wallTimeAt } from '../time/wall-time.ts'
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

interface NotesInput {
  readonly rule: RecurrenceRule
  readonly startWall: number
  /** The dates, in days since 1970-01-01. */
  readonly days: readonly number[]
  readonly timeOfDayMs: number
  readonly iana: string
}

export function findNotes(input: NotesInput): RecurrenceNote[] {
  return [...movedNotes(input), ...monthNotes(input), ...clockNotes(input), ...endlessNotes(input)]
}

function movedNotes({ startWall, days }: NotesInput): RecurrenceNote[] {
  const from = formatWallTime(startWall).slice(0, 10)
  const to = formatCivilDate(days[0] ?? 0)
  if (from === to) return []
  return [
    {
      kind: 'first_date_moved',
      from,
      to,
      message: `The start, ${from}, does not fit the rule: the first date is ${to}.`,
    },
  ]
}

function monthNotes({ rule, days }: NotesInput): RecurrenceNote[] {
  if (rule.every !== 'month' || !('day' in rule.on) || rule.on.day < 29) return []
  const [first, last] = [monthIndex(days[0] ?? 0), monthIndex(days.at(-1) ?? 0)]
  const months: string[] = []
  for (let index = first; index < last; index += rule.interval)
    if (daysInMonth(Math.floor(index / 12), (index % 12) + 1) < rule.on.day)
      months.push(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`)
  if (months.length === 0) return []
  return [
    { kind: 'months_skipped', months, message: `No date in ${months.join(', ')}: too short for day ${rule.on.day}.` },
  ]
}

function monthIndex(days: number): number {
  const { year, month } = civilFromDays(days)
  return year * 12 + month - 1
}

function clockNotes({ days, timeOfDayMs, iana }: NotesInput): RecurrenceNote[] {
  const notes: RecurrenceNote[] = []
  let before: number | undefined
  for (const day of days) {
    const date = formatCivilDate(day)
    const instants = instantsOfWallTime(iana, day * msPerDay + timeOfDayMs)
    if (instants.kind === 'skipped') {
      const heldAt = formatWallTime(wallTimeAt(iana, instants.at))
      const message = `On ${date} the clocks skip this time: the meeting is at ${heldAt.slice(11, 16)}.`
      notes.push({ kind: 'time_skipped', date, heldAt, message })
      continue
    }
    if (instants.kind === 'repeated') {
      const [first, second] = [formatInstant(instants.first), formatInstant(instants.second)]
      const message = `On ${date} the clocks show this time twice, at ${first} and ${second}: the first is taken.`
      notes.push({ kind: 'time_repeated', date, first, second, message })
    }
    const instant = instants.kind === 'repeated' ? instants.first : instants.at
    if (before !== undefined && offsetAt(iana, before) !== offsetAt(iana, instant)) {
      const [utcBefore, utcAfter] = [before, instant].map((at) => formatInstant(at).slice(11, 16)) as [string, string]
      const message = `The clocks of ${iana} change before ${date}: ${utcBefore} UTC becomes ${utcAfter} UTC.`
      notes.push({ kind: 'clock_change', date, utcBefore, utcAfter, message })
    }
    before = instant
  }
  return notes
}

function endlessNotes({ rule, days }: NotesInput): RecurrenceNote[] {
  if (rule.end !== undefined) return []
  const message = `The series has no end: these are its first ${days.length} dates. Zoom itself makes dates for about two years.`
  return [{ kind: 'endless', message }]
}
