import { Temporal } from 'temporal-polyfill'
import { flatText } from './flat-text.ts'

/** Where a civil time stands in the day and in the calendar, without a zone: `2026-12-17T18:00:00`. */
const isoTime = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/

/**
 * Reads a `start_time` as Zoom does (docs/zoom-facts.md §5.4): with `Z` an instant, without it wall time in `timeZone`;
 * an offset is not applied, its wall time counts as UTC. A wall time that the clocks skip moves forward by the gap,
 * one that they repeat means the first. `undefined` where the text is no such time or no date of the calendar.
 */
export function parseStartTime(text: string, timeZone: string): number | undefined {
  const key = `${timeZone} ${text}`
  if (readStarts.has(key)) return readStarts.get(key)
  const at = readStartTime(text, timeZone)
  if (text.length > longestStart) return at
  if (readStarts.size >= rememberedTexts) readStarts.clear()
  readStarts.set(key, at)
  return at
}

/** Characters of a text that can be a time; longer ones are not worth keeping. */
const longestStart = 40
const rememberedTexts = 10_000
/** The same times are sent again and again, and finding an instant in a zone costs more than much of an answer. */
const readStarts = new Map<string, number | undefined>()

function readStartTime(text: string, timeZone: string): number | undefined {
  const [, date, time, suffix] = isoTime.exec(text.trim()) ?? []
  if (date === undefined) return undefined
  const zone = suffix === undefined ? timeZone : 'UTC'
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`, { overflow: 'reject' }).toZonedDateTime(zone)
      .epochMilliseconds
  } catch {
    return undefined
  }
}

/** Reads `2026-12-31` as the instants of its first and its last second in `timeZone`; `undefined` where it is no date. */
export function parseDay(text: string, timeZone: string): { startAt: number; endAt: number } | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  try {
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' })
    const startAt = day.toZonedDateTime(timeZone).epochMilliseconds
    return { startAt, endAt: day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds - 1000 }
  } catch {
    return undefined
  }
}

/** The wall time of an instant in a zone. */
export function wallTime(at: number, timeZone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime()
}

/** The same instants are written again and again, and a page of a list has sixty. */
const texts = new Map<number, string>()

/** Zoom's answers: UTC with `Z`, whole seconds (docs/zoom-facts.md §5.4). */
export function formatInstant(at: number): string {
  const known = texts.get(at)
  if (known !== undefined) return known
  const text = flatText(new Date(at).toISOString().slice(0, 19), 'Z')
  if (texts.size >= rememberedTexts) texts.clear()
  texts.set(at, text)
  return text
}

/** The second in which an instant lies. */
export function wholeSecond(at: number): number {
  return Math.floor(at / 1000) * 1000
}
