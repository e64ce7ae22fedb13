import { invalidInput } from '../errors.ts'
import { zoomTimeZoneIds } from '../generated/time-zone-ids.ts'
import { wellKnownZones } from './place-names.ts'
import { suggestTimeZones } from './time-zone-suggestions.ts'
import { canonicalTimeZone, offsetAt, offsetChanges } from './zone-offset.ts'

/** A zone as Zoom is told it and as `Intl` reckons with it. */
export interface ResolvedTimeZone {
  /** What is sent to Zoom in `timezone`. */
  readonly wire: string
  /** The zone that was meant, an id that `Intl` and `Temporal` know. */
  readonly iana: string
  /** Whether `wire` is on Zoom's list. What Zoom does with other ids is not known (docs/zoom-facts.md §5.4). */
  readonly isListed: boolean
}

/** From the first to the last instant, in ms, at which a meeting takes place. */
export interface TimeSpan {
  readonly from: number
  readonly to: number
}

/** Without a span two zones count as the same when their rules agree through these years. */
const defaultSpan: TimeSpan = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2040, 0, 1) }

/** Ids on Zoom's list that `Temporal` refuses (docs/zoom-facts.md §5.4). */
const ianaOfListed: ReadonlyMap<string, string> = new Map([['SST', 'Pacific/Guadalcanal']])

/** The IANA ids of three letters. `Intl` also takes abbreviations such as `IST`, which mean several zones: refused here. */
const shortIds = ['CET', 'EET', 'EST', 'GMT', 'HST', 'MET', 'MST', 'PRC', 'ROC', 'ROK', 'UCT', 'UTC', 'WET']

const listedByLowerCase = new Map(zoomTimeZoneIds.map((id) => [id.toLowerCase(), id]))

/**
 * Turns the name of a time zone into what Zoom has to be told.
 *
 * Taken are the ids on Zoom's list and every IANA id, in upper or lower case. An alias goes out in Zoom's spelling
 * (`Europe/Kyiv` → `Europe/Kiev`). An id outside Zoom's list goes out as the listed id that has the same clock over `span`
 * (`Australia/Melbourne` → `Australia/Sydney`), the one of the same continent before others, the one that has agreed with
 * it longest; where there is none it goes out as it is. `SST` on Zoom's list means `Pacific/Guadalcanal`.
 *
 * @param input an IANA id or an id on Zoom's list
 * @param span the instants between which the meeting, or the series, takes place; without it 2024 to 2039
 * @param field the name of the field in errors
 * @throws {ZoomError} `invalid_input` with the likely ids for `Asial/Taipei`, `GMT+8`, `Taipei`, `IST` and the like
 */
export function resolveTimeZone(input: string, span: TimeSpan = defaultSpan, field = 'timezone'): ResolvedTimeZone {
  const listed = listedId(input)
  if (listed !== undefined) return { wire: listed, iana: ianaOfListed.get(listed) ?? listed, isListed: true }
  const iana = parseTimeZone(input, field)
  const canonical = canonicalTimeZone(iana) ?? iana
  const wire = listedId(canonical) ?? sameClock(canonical, span)
  return { wire: wire ?? iana, iana, isListed: wire !== undefined }
}

/**
 * The zone that a name means, as an id that `Intl` and `Temporal` know: for dates that are reckoned here and not sent.
 *
 * @throws {ZoomError} `invalid_input` with the likely ids, as {@link resolveTimeZone}
 */
export function parseTimeZone(input: string, field: string): string {
  const listed = listedId(input)
  if (listed !== undefined) return ianaOfListed.get(listed) ?? listed
  const canonical = isZoneName(input) ? canonicalTimeZone(input) : undefined
  if (canonical === undefined) throw invalidInput(field, input, suggestTimeZones(input))
  return canonical.toLowerCase() === input.toLowerCase() ? canonical : input
}

function listedId(input: unknown): string | undefined {
  return typeof input === 'string' ? listedByLowerCase.get(input.toLowerCase()) : undefined
}

/** `Intl` takes offsets such as `+08:00` for zones; Zoom's field takes names. */
function isZoneName(input: unknown): input is string {
  if (typeof input !== 'string' || !/^[A-Za-z]/.test(input)) return false
  return input.length !== 3 || shortIds.includes(input.toUpperCase())
}

function sameClock(canonical: string, span: TimeSpan): string | undefined {
  const continent = `${canonical.split('/')[0]}/`
  const near = zoomTimeZoneIds.filter((id) => id.startsWith(continent))
  const far = zoomTimeZoneIds.filter((id) => !id.startsWith(continent))
  return bestMatch(near, canonical, span) ?? bestMatch(far, canonical, span)
}

function bestMatch(ids: readonly string[], canonical: string, span: TimeSpan): string | undefined {
  const agreeing = ids.filter((id) => hasSameClock(id, canonical, span))
  const alias = agreeing.find((id) => canonicalTimeZone(id) === canonical)
  if (alias !== undefined || agreeing.length < 2) return alias ?? agreeing[0]
  const rank = new Map(
    agreeing.map((id) => [id, [agreesSince(id, canonical, Math.min(span.from, defaultSpan.to)), fameOf(id)] as const]),
  )
  return agreeing.toSorted((a, b) => {
    const [sinceA = 0, fameA = 0] = rank.get(a) ?? []
    const [sinceB = 0, fameB = 0] = rank.get(b) ?? []
    return sinceA - sinceB || fameA - fameB
  })[0]
}

function hasSameClock(one: string, other: string, { from, to }: TimeSpan): boolean {
  if (offsetAt(one, from) !== offsetAt(other, from)) return false
  const changes = offsetChanges(one, from, to)
  const others = offsetChanges(other, from, to)
  return (
    changes.length === others.length &&
    changes.every(({ at, offsetAfter }, index) => {
      const its = others[index]
      return its?.at === at && its.offsetAfter === offsetAfter
    })
  )
}

function fameOf(id: string): number {
  const index = wellKnownZones.indexOf(id)
  return index === -1 ? wellKnownZones.length : index
}

const monthMs = 30 * 86_400_000
const earliest = Date.UTC(2005, 0, 1)

/** Roughly the instant since which two zones have shown the same time: a longer past promises a longer future. */
function agreesSince(one: string, other: string, until: number): number {
  let at = until
  while (at > earliest && offsetAt(one, at) === offsetAt(other, at)) at -= monthMs
  return at
}
