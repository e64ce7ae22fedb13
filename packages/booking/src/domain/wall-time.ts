import { Temporal } from 'temporal-polyfill'

/** Where a wall time stands on the line of time: clocks repeat some and skip others. */
export type Located =
  | { readonly is: 'once'; readonly at: number }
  | { readonly is: 'repeated'; readonly earlier: number; readonly later: number }
  /** The clocks go from one wall time to the other; none between them exists. */
  | { readonly is: 'skipped'; readonly from: string; readonly to: string; readonly jumpAt: number }

/** Finds the instant, in milliseconds since 1970, of a wall time in a zone. */
export function locate(wall: Temporal.PlainDateTime, timeZone: string): Located {
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' })
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { is: 'once', at: earlier.epochMilliseconds }
  if (later.toPlainDateTime().equals(wall))
    return { is: 'repeated', earlier: earlier.epochMilliseconds, later: later.epochMilliseconds }
  const jump = earlier.getTimeZoneTransition('next') ?? later
  const before = jump.subtract({ minutes: 1 }).toPlainDateTime().add({ minutes: 1 })
  return {
    is: 'skipped',
    from: formatWall(before),
    to: formatWall(jump.toPlainDateTime()),
    jumpAt: jump.epochMilliseconds,
  }
}

/** The first instant at which the clocks of a zone show this wall time or a later one. */
export function firstInstant(wall: Temporal.PlainDateTime, timeZone: string): number {
  const located = locate(wall, timeZone)
  if (located.is === 'skipped') return located.jumpAt
  return located.is === 'once' ? located.at : located.earlier
}

/** The last instant at which the clocks of a zone show this wall time; where they skip it, the jump. */
export function lastInstant(wall: Temporal.PlainDateTime, timeZone: string): number {
  const located = locate(wall, timeZone)
  return located.is === 'repeated' ? located.later : firstInstant(wall, timeZone)
}

/** What the clocks of a zone show at an instant. */
export function wallAt(at: number, timeZone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime()
}

/** `2026-12-20T18:00`. */
export function formatWall(wall: Temporal.PlainDateTime): string {
  return wall.toString({ smallestUnit: 'minute' })
}

/** Reads `2026-12-20T18:00`; `undefined` for what is no such time. */
export function parseWall(text: string): Temporal.PlainDateTime | undefined {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? tryTo(() => Temporal.PlainDateTime.from(text)) : undefined
}

/** Reads `2026-12-20`; `undefined` for what is no such day. */
export function parseDay(text: string): Temporal.PlainDate | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? tryTo(() => Temporal.PlainDate.from(text)) : undefined
}

/** The zone in the spelling of the IANA database; `undefined` for what is none. An offset is none: it has no changes of clocks. */
export function parseTimeZone(text: string): string | undefined {
  return /^[A-Za-z]/.test(text) ? tryTo(() => new Temporal.ZonedDateTime(0n, text).timeZoneId) : undefined
}

function tryTo<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
