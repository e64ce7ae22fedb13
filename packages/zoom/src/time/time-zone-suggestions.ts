import { zoomTimeZoneIds } from '../generated/time-zone-ids.ts'
import { editDistance } from './edit-distance.ts'
import { placeNames, wellKnownZones } from './place-names.ts'
import { offsetAt } from './zone-offset.ts'

const mostSuggestions = 5
/** No name of a zone or a place is nearly so long, and looking for likely ones takes longer the longer the text is. */
const longestName = 80

/** The remedy for a zone that is none: one or two sentences with the likely ids. */
export function suggestTimeZones(input: unknown): string {
  if (typeof input !== 'string' || input.trim() === '') return 'Give the name of a zone, such as "Asia/Taipei".'
  const offset = parseOffset(input)
  if (offset !== undefined) return adviceForOffset(input, offset)
  const ids = input.length > longestName ? [] : likelyIds(input)
  if (ids.length > 0) return `Did you mean ${orList(ids)}?`
  return 'Give an IANA id made of continent and city, such as "Asia/Taipei" or "Europe/Istanbul".'
}

/** An offset is not a zone: it says nothing about summer time, and Zoom's list has none. */
function adviceForOffset(input: string, offset: number): string {
  const ids = zonesAtOffset(offset)
  const hours = Math.abs(offset) / 3_600_000
  const isWhole = Number.isInteger(hours) && offset !== 0
  // POSIX counts the other way, and so do the ids that begin with Etc/GMT.
  const trap = isWhole ? ` ("Etc/GMT${offset > 0 ? '-' : '+'}${hours}" is the id that reads the other way round)` : ''
  const which = ids.length > 0 ? `, such as ${orList(ids)}` : ''
  return `"${input}" is an offset and not a zone${trap}. Name the place${which}.`
}

/** Reads `GMT+8`, `UTC+08:00`, `+0800`, `-5` as ms east of UTC. */
function parseOffset(input: string): number | undefined {
  const match = /^(?:GMT|UTC|UT)?\s*([+\-−])\s*(\d{1,2})(?::?([0-5]\d))?$/i.exec(input.trim())
  if (!match || Number(match[2]) > 14) return undefined
  const size = (Number(match[2]) * 60 + Number(match[3] ?? 0)) * 60_000
  return match[1] === '+' ? size : -size
}

/** Both instants lie in 2026, one in each half of the year: a zone that has the offset in either is likely. */
const winter = Date.UTC(2026, 0, 15)
const summer = Date.UTC(2026, 6, 15)

function zonesAtOffset(offset: number): readonly string[] {
  if (offset === 0) return ['UTC', 'Europe/London', 'Europe/Lisbon']
  const ids = new Set([...wellKnownZones, ...zoomTimeZoneIds.filter((id) => id.includes('/'))])
  const fits = (at: number) => [...ids].filter((id) => offsetAt(id, at) === offset)
  return [...new Set([...fits(winter), ...fits(summer)])].slice(0, mostSuggestions)
}

/** Ids whose whole, or whose city, is the input or nearly so; the nearest first. */
function likelyIds(input: string): readonly string[] {
  // Windows says `Tokyo Standard Time`.
  const wanted = fold(input).replace(/(\s+(standard|daylight|summer))?\s*(time|時間|时间)$/, '')
  const known = placeNames.get(wanted)
  if (known) return known
  const ids = [...new Set([...zoomTimeZoneIds, ...Intl.supportedValuesOf('timeZone')])]
  const ranked = ids
    .map((id) => ({ id, distance: distanceToId(wanted, id) }))
    .filter(({ distance }) => distance <= tolerance(wanted))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]?.distance ?? 0
  return ranked
    .filter(({ distance }) => distance <= best + 1)
    .slice(0, mostSuggestions)
    .map(({ id }) => id)
}

function distanceToId(wanted: string, id: string): number {
  const whole = fold(id)
  const city = whole.slice(whole.lastIndexOf('/') + 1)
  // Asia/Delhi, Asia/Beijing: the continent is right and the city names no zone.
  const place = placeNames.get(wanted.slice(wanted.lastIndexOf('/') + 1))
  if (place?.includes(id)) return 0
  const itsCity = wanted.slice(wanted.lastIndexOf('/') + 1)
  const byCity = editDistance(itsCity, city) + (wanted.includes('/') ? 1 : 0)
  return Math.min(editDistance(wanted, whole), byCity)
}

/** Short words are near to too many others. */
function tolerance(wanted: string): number {
  return wanted.length < 5 ? 1 : wanted.length < 9 ? 2 : 3
}

/** Lower case, no marks (`İstanbul` → `istanbul`), blanks for underscores. */
function fold(text: string): string {
  return text
    .trim()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('_', ' ')
    .normalize('NFC')
}

function orList(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`
}
