/** Wall times (`2026-12-20T18:00`) and instants (milliseconds since 1970), by `Intl` alone. */

const minute = 60_000
const readers = new Map<string, Intl.DateTimeFormat>()

function readerOf(timeZone: string): Intl.DateTimeFormat {
  const known = readers.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  readers.set(timeZone, made)
  return made
}

/** What the clocks of a zone show at an instant: `2026-12-20T18:00`. */
export function wallAt(at: number, timeZone: string): string {
  const parts = Object.fromEntries(
    readerOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`
}

/**
 * When the clocks of a zone show a wall time. Of a time that comes twice the earlier one; a time that is skipped is counted on from the
 * clocks before the change, as RFC 5545 §3.3.5 has it. `undefined` for what is no wall time.
 */
export function instantOf(wall: string, timeZone: string): number | undefined {
  const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) ? Date.parse(`${wall}:00Z`) : Number.NaN
  if (Number.isNaN(asUtc)) return undefined
  const offsetAt = (at: number): number => Date.parse(`${wallAt(at, timeZone)}:00Z`) - at
  // Offsets are under 15 hours, and no zone changes its clocks twice in two days.
  const before = offsetAt(asUtc - 24 * 60 * minute)
  const after = offsetAt(asUtc + 24 * 60 * minute)
  // Next to the years 0 and 9999 the clocks show days that no wall time says.
  if (Number.isNaN(before + after)) return undefined
  for (const offset of [Math.max(before, after), Math.min(before, after)])
    if (offsetAt(asUtc - offset) === offset) return asUtc - offset
  return asUtc - before
}

/** Moves a wall time by whole minutes, as a calendar does: without a change of clocks. Empty where no calendar goes so far. */
export function addToWall(wall: string, minutes: number): string {
  const moved = new Date(Date.parse(`${wall}:00Z`) + minutes * minute)
  return Number.isNaN(moved.getTime()) ? '' : moved.toISOString().slice(0, 16)
}

/** Moves a day (`2026-12-20`) by whole days. */
export function addToDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 60 * minute).toISOString().slice(0, 10)
}

/** Monday is 1, Sunday 7. */
export function weekdayNumber(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}

/** The zone of this machine. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

export function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
