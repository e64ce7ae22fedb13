import { Temporal } from 'temporal-polyfill'
import type { Host, OpenHours } from './host.ts'
import { covers, type Intervals, intervalsFrom, type Span } from './intervals.ts'
import { minuteMs } from './meeting-dates.ts'
import { firstInstant } from './wall-time.ts'
import { weekdayFromNumber } from './weekday.ts'

/** When a host is open. Hosts with the same hours in the same zone share one, so that its days are computed once. */
export interface OpeningHours {
  /** Whether it is open from the one instant to the other without a break. */
  isOpen(from: number, to: number): boolean
  /** When it is open: all of the span, and some of what is before and after. */
  openIn(span: Span): Intervals
}

/** Makes the opening hours of hosts; `undefined` for a host that may be booked at any time. */
export function createOpeningHours(): (host: Pick<Host, 'hours' | 'timeZone'>) => OpeningHours | undefined {
  const known = new Map<string, OpeningHours>()
  const calendars = new Map<string, Calendar>()
  return ({ hours, timeZone }) => {
    if (hours === undefined) return undefined
    const key = `${timeZone} ${JSON.stringify(hours)}`
    let opening = known.get(key)
    if (opening === undefined) {
      const calendar = calendars.get(timeZone) ?? createCalendar(timeZone)
      calendars.set(timeZone, calendar)
      opening = openingHours(hours, calendar)
      known.set(key, opening)
    }
    return opening
  }
}

const dayMs = 86_400_000

/** The days of a zone, each by its number since 1970-01-01. Reckoning with zones is slow, so each is looked at once. */
interface Calendar {
  readonly timeZone: string
  startOf(day: number): number
}

function createCalendar(timeZone: string): Calendar {
  const starts = new Map<number, number>()
  return {
    timeZone,
    startOf(day) {
      const known = starts.get(day)
      if (known !== undefined) return known
      const start = dateOf(day).toZonedDateTime(timeZone).epochMilliseconds
      starts.set(day, start)
      return start
    },
  }
}

function openingHours(hours: NonNullable<Host['hours']>, calendar: Calendar): OpeningHours {
  const days = new Map<number, readonly Span[]>()
  const answers = new Map<number, Span & { readonly isOpen: boolean }>()

  const spansOf = (day: number): readonly Span[] => {
    let spans = days.get(day)
    if (spans === undefined) {
      // The first day of 1970 was a Thursday.
      spans = (hours[weekdayFromNumber(day + 4)] ?? []).map((open) => spanOf(day, open, calendar))
      days.set(day, spans)
    }
    return spans
  }
  const openIn = ({ from, to }: Span): Intervals => {
    const spans: Span[] = []
    // A zone is up to a day away from UTC, and what is open over midnight belongs to the day before.
    const last = Math.floor(to / dayMs) + 1
    for (let day = Math.floor(from / dayMs) - 2; day <= last; day++) spans.push(...spansOf(day))
    return intervalsFrom(spans)
  }
  return {
    openIn,
    isOpen(from, to) {
      const known = answers.get(from)
      if (known?.to === to) return known.isOpen
      const isOpen = covers(openIn({ from, to }), from, to)
      answers.set(from, { from, to, isOpen })
      return isOpen
    },
  }
}

/** An hour that the clocks skip opens and closes at the jump. An end that is not after the beginning is on the next day. */
function spanOf(day: number, { from, to }: OpenHours, { timeZone, startOf }: Calendar): Span {
  const end = to === '24:00' || to > from ? day : day + 1
  const at = (on: number, time: string): number => {
    if (time === '24:00') return startOf(on + 1)
    const start = startOf(on)
    if (startOf(on + 1) - start === dayMs) return start + minuteOf(time) * minuteMs
    return firstInstant(dateOf(on).toPlainDateTime(time), timeZone)
  }
  return { from: at(day, from), to: at(end, to) }
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

function dateOf(day: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(day * dayMs)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
}
