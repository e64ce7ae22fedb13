/**
 * Dates of the calendar without any zone, as days since 1970-01-01. `Date.UTC` and the UTC getters are the proleptic
 * Gregorian calendar itself and never ask for the zone of the machine.
 */
export interface CivilDate {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

export const msPerDay = 86_400_000

/** Days from 1970-01-01 to this date; a day or month too large runs over into the next. */
export function daysFromCivil(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / msPerDay
}

/** The date that lies `days` after 1970-01-01. */
export function civilFromDays(days: number): CivilDate {
  const date = new Date(days * msPerDay)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Sunday = 0 … Saturday = 6. */
export function weekdayOfDays(days: number): number {
  return (((days + 4) % 7) + 7) % 7
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Reads `YYYY-MM-DD`, strictly: `undefined` for any other form and for days that do not exist. */
export function parseCivilDate(text: string): number | undefined {
  const match = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return daysFromCivil(year, month, day)
}

/** `2026-12-31`. */
export function formatCivilDate(days: number): string {
  return new Date(days * msPerDay).toISOString().slice(0, 10)
}
