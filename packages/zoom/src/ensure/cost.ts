import { bringsBack } from './dates.ts'
import { changedFields } from './differences.ts'
import { isSameHost } from './next-step.ts'
import type { MeetingRecord, Wanted } from './record.ts'

/** What a change costs of the 100 creations and changes that a host has a day (docs/zoom-facts.md §3.2). */
export interface ChangeCost {
  /** The host whose day it is. */
  readonly host: string
  /** Creations and changes; deleting costs nothing there. */
  readonly calls: number
}

/** Counts what it takes to go from what is published to what is wanted, when nothing goes wrong. */
export function costOfWanted({ published }: Pick<MeetingRecord, 'published'>, wanted: Wanted): ChangeCost {
  const { host, meeting } = wanted
  const moved = (meeting?.dates ?? []).filter(({ leaveOut }) => leaveOut !== true)
  if (meeting === undefined) return { host, calls: 0 }
  if (published === undefined || !isSameHost(published.host, host)) return { host, calls: 1 + moved.length }
  const { shows } = published
  const fields = changedFields([shows], meeting)
  const isWhole = fields.start_time !== undefined || bringsBack(shows, meeting)
  const known = new Set(isWhole ? [] : (shows.dates ?? []).map((date) => JSON.stringify(date)))
  const dates = moved.filter((date) => !known.has(JSON.stringify(date))).length
  return { host, calls: (Object.keys(fields).length > 0 ? 1 : 0) + dates }
}
