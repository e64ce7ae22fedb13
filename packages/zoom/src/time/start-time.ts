import { invalidInput } from '../errors.ts'
import { msPerDay, twoDigits } from './civil-date.ts'
import { readStartTime, type StartTimeInput } from './start-time-input.ts'
import { formatInstant, formatWallTime, instantsOfWallTime, wallTimeAt } from './wall-time.ts'
import { type ResolvedTimeZone, resolveTimeZone, type TimeSpan } from './zones.ts'

export interface ResolveStartOptions {
  /** A wall time, an instant, a `Date` or a Temporal value: see {@link StartTimeInput}. */
  readonly start_time: StartTimeInput
  /** An IANA id or an id on Zoom's list. Needed for a wall time, and for every series. */
  readonly timezone?: string | undefined
  /** The present instant in ms. */
  readonly now: number
  /** The meeting repeats: its dates keep a wall time, so a zone is needed. */
  readonly isSeries?: boolean
  /** How long the meeting, or the whole series, goes on after its start, in ms; one day when left out. */
  readonly spanMs?: number
  /** The names of the two fields in errors. */
  readonly fields?: { readonly start_time: string; readonly timezone: string }
}

export interface ResolvedStart {
  /** What is sent to Zoom. */
  readonly wire: { readonly start_time: string; readonly timezone?: string }
  /** The instant that is meant, in ms, on a whole second. */
  readonly instant: number
  /** The wall time in the zone that was named, `YYYY-MM-DDTHH:mm:ss`; absent without a zone. */
  readonly wall?: string
  /** The zone that was named, as `Intl` knows it; absent without one. */
  readonly iana?: string
}

const defaultFields = { start_time: 'start_time', timezone: 'timezone' }

/**
 * Turns a start into what Zoom has to be sent so that it means the same instant.
 *
 * | given | meaning | sent |
 * |---|---|---|
 * | wall time with a zone | that time on the clocks of the zone | as it is |
 * | wall time without a zone | refused: Zoom would take the host's zone | |
 * | `Date`, `Temporal.Instant`, `…Z` without a zone or where its clocks show UTC | that instant; the zone only says in which zone the meeting is shown | with `Z` |
 * | text with `Z` and a zone whose clocks show another time | refused: 18:00 there, or 18:00 UTC? | |
 * | `…+08:00` | that instant (Zoom itself would read the digits as UTC) | wall time in the zone; with `Z` without a zone |
 * | `Temporal.ZonedDateTime` | that instant, and its zone unless `timezone` says another | wall time in the zone |
 * | a time that the clocks skip | refused, with the times around the jump | |
 * | a wall time that the clocks repeat | refused: say which with an offset, `2026-11-01T01:30:00-04:00` | |
 * | an instant whose wall time is repeated, or whose zone Zoom does not list | that instant | with `Z` |
 * | a past start | refused: Zoom would silently make it now (docs/zoom-facts.md §5.4) | |
 *
 * A fraction of a second is dropped: Zoom has none.
 *
 * @throws {ZoomError} `invalid_input` that names the field, the value and the remedy
 */
export function resolveStart(options: ResolveStartOptions): ResolvedStart {
  const fields = options.fields ?? defaultFields
  const given = readStartTime(options.start_time, fields.start_time)
  const zoneName = options.timezone ?? given.timeZone
  if (zoneName === undefined && (given.kind === 'wall' || options.isSeries)) throw zoneMissing(options, fields)

  const roughly = given.kind === 'wall' ? given.wallMs : given.at
  const span: TimeSpan = { from: roughly - msPerDay, to: roughly + msPerDay + (options.spanMs ?? 0) }
  const zone = zoneName === undefined ? undefined : resolveTimeZone(zoneName, span, fields.timezone)
  const instant = given.kind === 'wall' ? instantInZone(options, fields, given.wallMs, zone) : given.at
  if (zone !== undefined && typeof options.start_time === 'string' && given.isUtc)
    refuseTwoMeanings(fields, options.start_time, instant, zone)
  if (instant < options.now) throw startPassed(options, fields, instant)

  const utc = formatInstant(instant)
  if (zone === undefined) return { wire: { start_time: utc }, instant }
  const wall = formatWallTime(wallTimeAt(zone.iana, instant))
  const asInstant = given.isUtc || !isPlain(zone, instant)
  return {
    wire: { start_time: asInstant ? utc : wall, timezone: zone.wire },
    instant,
    wall,
    iana: zone.iana,
  }
}

/**
 * The oldest trap: in text, `Z` beside the zone of the meeting is nearly always a slip, and it moves 18:00 in Taipei to 02:00
 * of the next day without a word from Zoom (docs/zoom-facts.md §10, 1). A `Date` cannot be such a slip: it is an instant.
 */
function refuseTwoMeanings(fields: Fields, text: string, instant: number, { iana }: ResolvedTimeZone): void {
  const wallMs = wallTimeAt(iana, instant)
  if (wallMs === instant) return
  throw invalidInput(
    fields.start_time,
    text,
    `The Z means UTC, and then it is ${formatWallTime(wallMs)} on the clocks of ${iana}. Leave out the Z if ` +
      `"${formatWallTime(instant)}" in ${iana} is meant, or give the instant with its offset: "${withOffset(wallMs, instant)}".`,
  )
}

/** Whether Zoom surely understands the wall time of this instant: it knows the zone, and the time comes only once. */
function isPlain(zone: ResolvedTimeZone, instant: number): boolean {
  return zone.isListed && instantsOfWallTime(zone.iana, wallTimeAt(zone.iana, instant)).kind === 'one'
}

type Fields = typeof defaultFields

function instantInZone(
  options: ResolveStartOptions,
  fields: Fields,
  wallMs: number,
  zone: ResolvedTimeZone | undefined,
): number {
  if (zone === undefined) throw zoneMissing(options, fields)
  const instants = instantsOfWallTime(zone.iana, wallMs)
  if (instants.kind === 'one') return instants.at
  if (instants.kind === 'skipped')
    throw invalidInput(
      fields.start_time,
      options.start_time,
      `The clocks of ${zone.iana} skip this time: they go from ${clock(instants.gapStart)} to ${clock(instants.gapEnd)}. ` +
        `Start before ${formatWallTime(instants.gapStart)}, or at ${formatWallTime(instants.gapEnd)} or later.`,
    )
  const [first, second] = [instants.first, instants.second].map((at) => withOffset(wallMs, at))
  throw invalidInput(
    fields.start_time,
    options.start_time,
    `The clocks of ${zone.iana} show this time twice. Say which one with its offset: "${first}" or "${second}".`,
  )
}

function zoneMissing(options: ResolveStartOptions, fields: Fields): Error {
  return invalidInput(
    fields.timezone,
    options.timezone,
    `${options.isSeries ? 'The dates of a series keep the wall time of a zone' : `${fields.start_time} is a wall time`}: ` +
      `name its zone, such as "Asia/Taipei". Zoom would take the zone of the host.`,
  )
}

function startPassed(options: ResolveStartOptions, fields: Fields, instant: number): Error {
  return invalidInput(
    fields.start_time,
    options.start_time,
    `It means ${formatInstant(instant)} and it is ${formatInstant(options.now)} now: Zoom would silently start the meeting ` +
      'now instead. Give a time to come.',
  )
}

/** `02:00`, with its date where the jump is a day long. */
function clock(wallMs: number): string {
  return formatWallTime(wallMs).slice(11, 16)
}

function withOffset(wallMs: number, at: number): string {
  const minutes = Math.round((wallMs - at) / 60_000)
  const size = Math.abs(minutes)
  return `${formatWallTime(wallMs)}${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`
}
