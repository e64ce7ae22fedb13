import { addToDay, instantOf, wallAt } from '../../time/wall-time.ts'
import type { Span } from './side-by-side.ts'

/** A day in a zone as a line of instants: 24 hours long, or 23 or 25 when the clocks change. */
export interface DayLine extends Span {
  readonly day: string
  readonly timeZone: string
  readonly hours: readonly Hour[]
}

/** An instant at which the clocks show a full hour. */
export interface Hour {
  readonly at: number
  /** `02:00` */
  readonly wall: string
  /** The clocks show it twice on this day. */
  readonly isTwice: boolean
}

const halfHour = 30 * 60_000

export function dayLine(day: string, timeZone: string): DayLine {
  const from = instantOf(`${day}T00:00`, timeZone) ?? Number.NaN
  const to = instantOf(`${addToDay(day, 1)}T00:00`, timeZone) ?? Number.NaN
  const found: { at: number; wall: string }[] = []
  // Half hours: there are zones that move their clocks by thirty minutes.
  for (let at = from; at < to; at += halfHour) {
    const wall = wallAt(at, timeZone).slice(11)
    if (wall.endsWith(':00')) found.push({ at, wall })
  }
  const times = Map.groupBy(found, ({ wall }) => wall)
  const hours = found.map((hour) => ({ ...hour, isTwice: (times.get(hour.wall)?.length ?? 0) > 1 }))
  return { day, timeZone, from, to, hours }
}

/** How many hours more or less than 24 the day has. */
export function extraHours({ from, to }: Span): number {
  return (to - from) / (2 * halfHour) - 24
}

/** The next full quarter of an hour, or the instant itself. */
export function nextQuarter(at: number): number {
  return Math.ceil(at / (halfHour / 2)) * (halfHour / 2)
}

/** The quarter of an hour in which an instant lies. */
export function quarterOf(at: number): number {
  return Math.floor(at / (halfHour / 2)) * (halfHour / 2)
}

/** How far along a span an instant is, from 0 to 1. */
export function shareOf({ from, to }: Span, at: number): number {
  return Math.min(1, Math.max(0, (at - from) / (to - from)))
}
