/**
 * Wall times and instants, read strictly and turned into each other.
 *
 * A wall time is kept as one number: the milliseconds from 1970-01-01T00:00:00 on that wall clock (`wallMs`), so that adding
 * days is adding 86,400,000. It is no instant until a zone is named.
 */
import { formatCivilDate, msPerDay, parseCivilDate, twoDigits } from './civil-date.ts'
import { offsetAt, offsetChanges } from './zone-offset.ts'

/** What a wall time means in a zone: one instant, none (the clocks jumped over it) or two (they were set back). */
export type WallTimeInstants =
  | { readonly kind: 'one'; readonly at: number }
  | {
      readonly kind: 'skipped'
      /** The instant of the jump. */
      readonly changeAt: number
      /** The wall times at which the jump starts and ends: 02:00 and 03:00. */
      readonly gapStart: number
      readonly gapEnd: number
      /** The instant when the offset before the jump is taken on: what iCalendar and most systems do (02:30 → 03:30). */
      readonly at: number
    }
  | { readonly kind: 'repeated'; readonly first: number; readonly second: number }

/** A text that names an instant: with `Z` or with an offset. */
export interface InstantText {
  /** The instant in ms. */
  readonly at: number
  /** Whether the text said `Z`; otherwise it had an offset. */
  readonly isUtc: boolean
}

/** `YYYY-MM-DDTHH:mm`, seconds and a fraction optional, one blank allowed for the T (RFC 3339 §5.6). */
const wallPattern = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?$/i
const instantPattern = /^(.{16,}?)(?:(Z)|([+-])(\d\d):?(\d\d))$/i

/** Reads `2026-12-17T18:00:00`; a fraction of a second is dropped. `undefined` for everything else, `2026-02-30…` included. */
export function parseWallTime(text: string): number | undefined {
  const match = wallPattern.exec(text)
  const days = parseCivilDate(match?.[1] ?? '')
  if (!match || days === undefined) return undefined
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) return undefined
  return days * msPerDay + (hour * 3600 + minute * 60 + second) * 1000
}

/** Reads `2026-12-17T10:00:00Z` and `2026-12-17T18:00:00+08:00`; a fraction of a second is dropped. */
export function parseInstant(text: string): InstantText | undefined {
  const match = instantPattern.exec(text)
  const wallMs = parseWallTime(match?.[1] ?? '')
  if (!match || wallMs === undefined) return undefined
  const [, , utc, sign, hours = '0', minutes = '0'] = match
  if (utc) return { at: wallMs, isUtc: true }
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000
  return { at: sign === '-' ? wallMs + offset : wallMs - offset, isUtc: false }
}

/** `2026-12-17T18:00:00`. */
export function formatWallTime(wallMs: number): string {
  const days = Math.floor(wallMs / msPerDay)
  const seconds = Math.floor((wallMs - days * msPerDay) / 1000)
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return `${formatCivilDate(days)}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(seconds % 60)}`
}

/** `2026-12-17T10:00:00Z`: as Zoom writes instants, without milliseconds (docs/zoom-facts.md §5.4). */
export function formatInstant(at: number): string {
  return `${formatWallTime(at)}Z`
}

/** The wall time that the clocks of `iana` show at an instant. */
export function wallTimeAt(iana: string, at: number): number {
  return at + offsetAt(iana, at)
}

/** The instants at which the clocks of `iana` show this wall time. */
export function instantsOfWallTime(iana: string, wallMs: number): WallTimeInstants {
  // Offsets lie within a day of UTC, so these two are the offsets before and after any change near this wall time.
  const offsetBefore = offsetAt(iana, wallMs - msPerDay)
  const offsetAfter = offsetAt(iana, wallMs + msPerDay)
  const first = wallMs - offsetBefore
  if (offsetBefore === offsetAfter) return { kind: 'one', at: first }
  const second = wallMs - offsetAfter
  const firstHolds = offsetAt(iana, first) === offsetBefore
  const secondHolds = offsetAt(iana, second) === offsetAfter
  if (firstHolds && secondHolds) return { kind: 'repeated', first, second }
  if (firstHolds || secondHolds) return { kind: 'one', at: firstHolds ? first : second }
  const change = offsetChanges(iana, wallMs - msPerDay, wallMs + msPerDay)[0]
  const changeAt = change?.at ?? first
  return { kind: 'skipped', changeAt, gapStart: changeAt + offsetBefore, gapEnd: changeAt + offsetAfter, at: first }
}

/**
 * The one instant to reckon with where no person can be asked, as for a date in the middle of a series: a skipped time
 * moves on by the length of the jump, a repeated one is the first (RFC 5545 §3.3.5).
 */
export function instantOfWallTime(iana: string, wallMs: number): number {
  const instants = instantsOfWallTime(iana, wallMs)
  return instants.kind === 'repeated' ? instants.first : instants.at
}
