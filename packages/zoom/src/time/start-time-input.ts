import { invalidInput } from '../errors.ts'
import { parseInstant, parseWallTime } from './wall-time.ts'

/** What `Temporal.Instant` and `Temporal.ZonedDateTime` show; named by shape, so that no Temporal is needed. */
export interface InstantLike {
  readonly epochMilliseconds: number
  /** Only a `ZonedDateTime` has one. */
  readonly timeZoneId?: string
}

/** What `Temporal.PlainDateTime` shows: its text is the ISO wall time, whatever its calendar. */
export interface PlainDateTimeLike {
  readonly hour: number
  readonly minute: number
  readonly second: number
  toString(): string
}

/**
 * A start:
 * - text: a wall time `2026-12-17T18:00:00` (a blank for the T and no seconds are fine), or an instant with `Z` or with an
 *   offset, `2026-12-17T18:00:00+08:00`
 * - a `Date`
 * - a `Temporal.ZonedDateTime`, `Temporal.PlainDateTime` or `Temporal.Instant`, native or of a polyfill
 */
export type StartTimeInput = string | Date | InstantLike | PlainDateTimeLike

/** A start as it was meant: a wall time that still needs a zone, or an instant. All in ms, on a whole second. */
export type StartTime =
  | { readonly kind: 'wall'; readonly wallMs: number; readonly isUtc?: false; readonly timeZone?: undefined }
  | {
      readonly kind: 'instant'
      readonly at: number
      /** Given as UTC: with `Z`, a `Date`, a `Temporal.Instant`. */
      readonly isUtc: boolean
      /** The zone of a `ZonedDateTime`. */
      readonly timeZone?: string
    }

/** Texts of instants have four digits for the year. */
const afterLastYear = Date.UTC(10_000, 0)

const forms =
  '"2026-12-17T18:00:00" with a zone, or an instant such as "2026-12-17T10:00:00Z" or "2026-12-17T18:00:00+08:00"'

/** Reads a start strictly. Throws `invalid_input` that names `field` for what is none. */
export function readStartTime(input: StartTimeInput, field: string): StartTime {
  if (typeof input === 'string') return readText(input, field)
  const at = input instanceof Date ? input.getTime() : epochOf(input)
  if (at !== undefined) {
    if (!(at < afterLastYear)) throw invalidInput(field, String(input), 'This holds no time up to the year 9999.')
    const timeZone = 'timeZoneId' in input ? input.timeZoneId : undefined
    // A ZonedDateTime may have an offset for a zone; Zoom needs names.
    const isNamed = timeZone !== undefined && /^[A-Za-z]/.test(timeZone)
    return { kind: 'instant', at: wholeSecond(at), isUtc: timeZone === undefined, ...(isNamed ? { timeZone } : {}) }
  }
  if (isPlainDateTime(input)) return readText(String(input).replace(/\[.*$/, ''), field)
  throw invalidInput(field, input, `Give ${forms}, a Date or a Temporal value.`)
}

function readText(text: string, field: string): StartTime {
  const wallMs = parseWallTime(text)
  if (wallMs !== undefined) return { kind: 'wall', wallMs }
  const instant = parseInstant(text)
  if (instant) return { kind: 'instant', ...instant }
  const compact = text.replaceAll(/\s/g, '')
  const repaired =
    compact !== text && parseWallTime(compact) !== undefined ? `Without the blanks it reads "${compact}". ` : ''
  throw invalidInput(
    field,
    text,
    `${repaired}${dateHint(text)}Give ${forms}. Zoom would take what it cannot read as now.`,
  )
}

/** Digits in the right form that are no date and time: the reader is told so, and not that the form is wrong. */
function dateHint(text: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? 'There is no such date or time of day. ' : ''
}

function epochOf(input: unknown): number | undefined {
  const isObject = typeof input === 'object' && input !== null
  return isObject && 'epochMilliseconds' in input && typeof input.epochMilliseconds === 'number'
    ? input.epochMilliseconds
    : undefined
}

function isPlainDateTime(input: unknown): input is PlainDateTimeLike {
  return typeof input === 'object' && input !== null && 'hour' in input && typeof input.hour === 'number'
}

function wholeSecond(at: number): number {
  return Math.floor(at / 1000) * 1000
}
