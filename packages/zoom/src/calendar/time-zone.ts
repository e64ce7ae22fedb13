import { daysInMonth, msPerDay } from '../time/civil-date.ts'
import { findTimeZoneTransitions, type TimeZoneTransition } from '../time/time-zone-transitions.ts'
import { contentLine } from './content-line.ts'
import { basicFormat } from './date-time.ts'

/** The instants (ms) between which a calendar tells times of a zone; `isEndless` when a series goes on after `to`. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly isEndless: boolean
}

const yearMs = 366 * msPerDay

/**
 * The VTIMEZONE of a zone (RFC 5545 §3.6.5), written from what its clocks really do over a span.
 *
 * Where they change by one rule from the year before the span to ten years after its start, that rule is written: it also
 * holds for a date to which somebody moves the event later. Where they do not (Chile, a change of the law), every single
 * change inside the span is written; of an endless series those of ten years.
 */
export function timeZoneLines(timeZone: string, { from, to, isEndless }: Span): string[] {
  const windowStart = from - yearMs - 31 * msPerDay
  const windowEnd = Math.max(to, from + 10 * yearMs)
  const { offsetAtStart, kindAtStart, transitions } = findTimeZoneTransitions(timeZone, windowStart, windowEnd)
  const observances = yearlyObservances(transitions, windowEnd) ?? [
    { kind: kindAtStart, startWall: 0, offsetBefore: offsetAtStart, offsetAfter: offsetAtStart },
    ...transitions.filter(({ at }) => isEndless || at <= to).map(observanceFrom),
  ]
  return ['BEGIN:VTIMEZONE', contentLine('TZID', timeZone), ...observances.flatMap(observanceLines), 'END:VTIMEZONE']
}

interface Observance {
  readonly kind: 'standard' | 'daylight'
  /** Its first moment on the clock that is about to change. */
  readonly startWall: number
  readonly offsetBefore: number
  readonly offsetAfter: number
  readonly rrule?: string
}

function observanceLines({ kind, startWall, offsetBefore, offsetAfter, rrule }: Observance): string[] {
  const name = kind.toUpperCase()
  return [
    `BEGIN:${name}`,
    contentLine('DTSTART', basicFormat(startWall)),
    contentLine('TZOFFSETFROM', offsetValue(offsetBefore)),
    contentLine('TZOFFSETTO', offsetValue(offsetAfter)),
    ...(rrule === undefined ? [] : [contentLine('RRULE', rrule)]),
    `END:${name}`,
  ]
}

function observanceFrom({ kind, at, offsetBefore, offsetAfter }: TimeZoneTransition): Observance {
  return { kind, startWall: at + offsetBefore, offsetBefore, offsetAfter }
}

/** Two observances with yearly rules that tell every one of these changes; `undefined` where there are no such rules. */
function yearlyObservances(transitions: readonly TimeZoneTransition[], windowEnd: number): Observance[] | undefined {
  const kinds = (['daylight', 'standard'] as const).map((kind) => transitions.filter((change) => change.kind === kind))
  const observances = kinds.map((changes): Observance | undefined => {
    const [first] = changes
    const rrule = yearlyRule(changes.map(({ at, offsetBefore }) => at + offsetBefore))
    const goesOn = (changes.at(-1)?.at ?? 0) > windowEnd - yearMs
    const isSteady = changes.every(
      (change) => change.offsetBefore === first?.offsetBefore && change.offsetAfter === first.offsetAfter,
    )
    return first && rrule && goesOn && isSteady ? { ...observanceFrom(first), rrule } : undefined
  })
  const found = observances.filter((observance) => observance !== undefined)
  return found.length === kinds.length ? found : undefined
}

/** The RRULE of one date a year, the second Sunday of March or the last one of October, at one time of day. */
function yearlyRule(walls: readonly number[]): string | undefined {
  const dates = walls.map((wall) => new Date(wall))
  const [first] = dates
  if (first === undefined) return undefined
  const isYearly = dates.every(
    (date, index) =>
      date.getUTCFullYear() === first.getUTCFullYear() + index &&
      date.getUTCMonth() === first.getUTCMonth() &&
      date.getUTCDay() === first.getUTCDay() &&
      date.getTime() % msPerDay === first.getTime() % msPerDay,
  )
  const weeks = new Set(dates.map((date) => Math.ceil(date.getUTCDate() / 7)))
  const isLast = dates.every(
    (date) => date.getUTCDate() + 7 > daysInMonth(date.getUTCFullYear(), date.getUTCMonth() + 1),
  )
  const week = weeks.size === 1 ? [...weeks][0] : isLast ? -1 : undefined
  if (!isYearly || week === undefined) return undefined
  const weekday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][first.getUTCDay()]
  return `FREQ=YEARLY;BYMONTH=${first.getUTCMonth() + 1};BYDAY=${week}${weekday}`
}

/** `+0530` (RFC 5545 §3.3.14). */
function offsetValue(offsetMs: number): string {
  const minutes = Math.abs(offsetMs) / 60_000
  const digits = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'))
  return `${offsetMs < 0 ? '-' : '+'}${digits.join('')}`
}
