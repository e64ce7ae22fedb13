import type { CalendarHost } from '@convene/booking/contract'
import { addToDay, instantOf, wallAt, weekdayNumber } from '../../time/wall-time.ts'
import { weekdays } from '../../time/weekdays.ts'
import type { Span } from './side-by-side.ts'

/** When hosts may be booked within a span. Hosts with the same hours in the same zone are worked out once. */
export function createOpenTimes(span: Span): (host: CalendarHost) => readonly Span[] | undefined {
  const known = new Map<string, readonly Span[]>()
  return ({ hours, timeZone }) => {
    if (hours === null) return undefined
    const name = `${timeZone} ${JSON.stringify(hours)}`
    const found = known.get(name) ?? openTimes(hours, timeZone, span)
    known.set(name, found)
    return found
  }
}

function openTimes(hours: NonNullable<CalendarHost['hours']>, timeZone: string, span: Span): Span[] {
  const found: Span[] = []
  // Hours of the day before never reach past their midnight.
  for (let day = wallAt(span.from, timeZone).slice(0, 10); ; day = addToDay(day, 1)) {
    const begins = instantOf(`${day}T00:00`, timeZone) ?? span.to
    if (begins >= span.to) return joined(found)
    const weekday = weekdays[weekdayNumber(day) - 1]
    for (const one of weekday ? (hours[weekday] ?? []) : []) {
      const from = Math.max(instantAt(day, one.from, timeZone), span.from)
      const to = Math.min(instantAt(day, one.to, timeZone), span.to)
      if (from < to) found.push({ from, to })
    }
  }
}

/** `24:00` is the end of the day. */
function instantAt(day: string, time: string, timeZone: string): number {
  const wall = time === '24:00' ? `${addToDay(day, 1)}T00:00` : `${day}T${time}`
  return instantOf(wall, timeZone) ?? Number.NaN
}

/** Until midnight and from midnight on is one time. */
function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1)
    if (last !== undefined && span.from <= last.to)
      out[out.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else out.push(span)
  }
  return out
}
