import {
  checkNoneTwice,
  readBoolean,
  readList,
  readObject,
  readOneOf,
  readText,
  readTimeZone,
  readWholeNumber,
} from './input-reader.ts'
import type { Policies } from './policies.ts'
import { zoomLimits } from './zoom-limits.ts'

/** The rules of the desk. That hosts may be shared is confirmed apart from them. */
export type PoliciesInput = Omit<Policies, 'pool'>

const year = 366
const mostHosts = 1000

/**
 * Reads the rules of the desk, all of them; `null`, or nothing, where there is no such rule.
 *
 * @throws {BookingError} `invalid_input` with field, value and remedy.
 */
export function parsePolicies(value: unknown): PoliciesInput {
  const fields = readObject('', value, [
    'noticeMinutes',
    'horizonDays',
    'longestMinutes',
    'datesPerWeek',
    'bufferMinutes',
    'approvalForHosts',
    'opening',
    'nextOrganiserMayEnd',
    'timeZone',
  ])
  const limit = (field: string, least: number, most: number) => {
    const its = fields[field] ?? undefined
    return its === undefined ? undefined : readWholeNumber(field, its, least, most)
  }
  const hosts = readList('approvalForHosts', fields.approvalForHosts ?? [], mostHosts).map((its, index) =>
    readText(`approvalForHosts[${index}]`, its, 1, 100),
  )
  checkNoneTwice('approvalForHosts', hosts, (id) => id)
  return {
    noticeMinutes: limit('noticeMinutes', 0, year * 1440),
    horizonDays: limit('horizonDays', 0, 10 * year),
    longestMinutes: limit('longestMinutes', 1, zoomLimits.minutes),
    datesPerWeek: limit('datesPerWeek', 1, 1000),
    bufferMinutes: limit('bufferMinutes', 0, 240),
    approvalForHosts: hosts,
    opening: readOneOf('opening', fields.opening, ['without_host', 'start_link']),
    nextOrganiserMayEnd: readBoolean('nextOrganiserMayEnd', fields.nextOrganiserMayEnd ?? false),
    timeZone: readTimeZone('timeZone', fields.timeZone),
  }
}
