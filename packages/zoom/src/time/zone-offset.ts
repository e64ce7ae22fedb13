/**
 * The offset of a zone from UTC at an instant, from `Intl` and kept: one question to `Intl` costs microseconds, so the time
 * line is cut into pieces of 16 days and only their edges are asked for. Where both edges agree the whole piece has that
 * offset: no zone has changed twice within 16 days since 2012, when Zoom began (a test asks every zone).
 */
interface Zone {
  readonly format: Intl.DateTimeFormat
  /** Offset in ms at the edge of a piece, by the number of the piece. */
  readonly edges: Map<number, number>
  /** The instant at which the offset changes inside a piece, by its number. */
  readonly changes: Map<number, number>
}

const msPerMinute = 60_000
const pieceMs = 16 * 86_400_000
/** Bounds the memory of a process that is asked about absurd instants: one zone over 170 years. */
const mostEdges = 4096

const zones = new Map<string, Zone>()

/** The offset of `iana` from UTC in ms at an instant in ms; positive east of Greenwich. Throws a RangeError for an unknown zone. */
export function offsetAt(iana: string, instant: number): number {
  const zone = zoneOf(iana)
  const piece = Math.floor(instant / pieceMs)
  const before = edgeOffset(zone, piece)
  const after = edgeOffset(zone, piece + 1)
  return before === after || instant < changeInPiece(zone, piece) ? before : after
}

/** One change of a zone's offset. */
export interface OffsetChange {
  /** The first instant, in ms, that has the new offset. */
  readonly at: number
  /** Offsets from UTC in ms. */
  readonly offsetBefore: number
  readonly offsetAfter: number
}

/** The changes of `iana` with `from` < at ≤ `to` (instants in ms), in order. */
export function offsetChanges(iana: string, from: number, to: number): OffsetChange[] {
  const zone = zoneOf(iana)
  const found: OffsetChange[] = []
  for (let piece = Math.floor(from / pieceMs); piece * pieceMs <= to; piece++) {
    const offsetBefore = edgeOffset(zone, piece)
    const offsetAfter = edgeOffset(zone, piece + 1)
    if (offsetBefore === offsetAfter) continue
    const at = changeInPiece(zone, piece)
    if (at > from && at <= to) found.push({ at, offsetBefore, offsetAfter })
  }
  return found
}

/** The engine's own name of a zone, whatever alias or case it was given in; `undefined` when it knows none. */
export function canonicalTimeZone(id: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: id }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

function zoneOf(iana: string): Zone {
  const known = zones.get(iana)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', { timeZone: iana, timeZoneName: 'longOffset' })
  const zone = { format, edges: new Map(), changes: new Map() }
  zones.set(iana, zone)
  return zone
}

function edgeOffset(zone: Zone, piece: number): number {
  const known = zone.edges.get(piece)
  if (known !== undefined) return known
  if (zone.edges.size >= mostEdges) zone.edges.clear()
  const offset = askOffset(zone.format, piece * pieceMs)
  zone.edges.set(piece, offset)
  return offset
}

function changeInPiece(zone: Zone, piece: number): number {
  const known = zone.changes.get(piece)
  if (known !== undefined) return known
  const offsetBefore = edgeOffset(zone, piece)
  let low = piece * pieceMs
  let high = low + pieceMs
  // Zones change on whole minutes since 1972.
  while (high - low > msPerMinute) {
    const middle = low + Math.round((high - low) / 2 / msPerMinute) * msPerMinute
    if (askOffset(zone.format, middle) === offsetBefore) low = middle
    else high = middle
  }
  zone.changes.set(piece, high)
  return high
}

/** `12/17/2026, GMT+08:00` → 28800000; UTC itself reads `GMT` or `GMT+00:00`. */
function askOffset(format: Intl.DateTimeFormat, instant: number): number {
  const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(instant))
  if (!match) throw new Error('Intl names no offset: this engine lacks timeZoneName "longOffset".')
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = match
  const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  return sign === '-' ? -offset : offset
}
