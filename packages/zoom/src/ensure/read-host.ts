import type { ListedMeeting } from '../generated/types/schemas.ts'
import type { CallOptions, Requester } from '../http/operation.ts'
import { listMeetings } from '../resources/meetings/list.ts'

/** The list of a host. */
export interface HostList {
  readonly rows: readonly ListedMeeting[]
  /** Every page says the same number of rows, and so many different ones came. */
  readonly isWhole: boolean
}

/**
 * Reads all meetings of a host that have not expired: `scheduled`, since `upcoming` reaches half a year only (docs/zoom-facts.md
 * §5.7).
 */
export async function readHost(
  zoom: Requester,
  host: string,
  options: CallOptions,
  onPage: () => Promise<void> = async () => {},
): Promise<HostList> {
  const rows = new Map<number, ListedMeeting>()
  const totals = new Set<number | undefined>()
  let count = 0
  for await (const page of listMeetings(zoom, { userId: host, type: 'scheduled' }, options).pages()) {
    totals.add(page.total_records)
    for (const row of page.meetings) rows.set(row.id, row)
    count += page.meetings.length
    await onPage()
  }
  const [total] = totals
  const isWhole = totals.size <= 1 && (total === undefined || (total === count && rows.size === count))
  return { rows: [...rows.values()], isWhole }
}
