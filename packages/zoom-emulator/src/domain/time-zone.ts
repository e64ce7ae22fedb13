import { Temporal } from 'temporal-polyfill'
import { listedTimeZones } from '../generated/time-zones.ts'

const listed: ReadonlySet<string> = new Set(listedTimeZones)

/** Names of Zoom's list that mean another zone than the rest of the world reads (docs/zoom-facts.md §5.4). */
const renamed: Readonly<Record<string, string>> = { SST: 'Pacific/Guadalcanal' }

/** The id to compute with: Zoom's `SST` is Solomon time, which no library knows under that name. */
export function computableTimeZone(timeZone: string): string {
  return renamed[timeZone] ?? timeZone
}

/** The zone that a meeting gets: the one asked for where Zoom takes it, else the host's own, without an error (§5.4). */
export function chooseTimeZone(asked: string | undefined, hostZone: string, unlisted: 'accept' | 'host_zone'): string {
  if (asked === undefined) return hostZone
  if (listed.has(asked)) return asked
  return unlisted === 'accept' && isIanaZone(asked) ? asked : hostZone
}

const known = new Map<string, boolean>()

function isIanaZone(id: string): boolean {
  const before = known.get(id)
  if (before !== undefined) return before
  const answer = readsAsZone(id)
  if (known.size < 1000) known.set(id, answer)
  return answer
}

function readsAsZone(id: string): boolean {
  // Temporal also reads offsets (`+08:00`) and whole date-times as zones; Zoom's field holds names.
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(id)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id)
    return true
  } catch {
    return false
  }
}
