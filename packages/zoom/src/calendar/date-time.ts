import { instantsOfWallTime, wallTimeAt } from '../time/wall-time.ts'
import { contentLine } from './content-line.ts'

/** A value of type DATE-TIME (RFC 5545 §3.3.5): in UTC, or on the clock of a zone. */
export interface DateTime {
  readonly value: string
  /** Absent in UTC. */
  readonly timeZone?: string
}

/** A wall time of a zone; of UTC itself with Z. */
export function dateTimeOfWall(timeZone: string, wallMs: number): DateTime {
  return timeZone === 'UTC' ? dateTimeInUtc(wallMs) : { value: basicFormat(wallMs), timeZone }
}

/**
 * An instant on the clock of a zone; in UTC when that clock shows the time twice, on the night on which it is set back:
 * programs differ in which of the two they take.
 */
export function dateTimeAt(timeZone: string, at: number): DateTime {
  const wallMs = wallTimeAt(timeZone, at)
  return instantsOfWallTime(timeZone, wallMs).kind === 'one' ? dateTimeOfWall(timeZone, wallMs) : dateTimeInUtc(at)
}

/** `20261217T100000Z`. */
export function dateTimeInUtc(at: number): DateTime {
  return { value: `${basicFormat(at)}Z` }
}

/** The line of a property with such a value. */
export function dateTimeLine(name: string, { value, timeZone }: DateTime): string {
  return contentLine(name, value, { TZID: timeZone })
}

/** `20261217T180000`. */
export function basicFormat(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')
}
