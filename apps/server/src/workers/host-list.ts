import type { ForeignMeeting } from '@convene/booking'
import { type ListedMeeting, type Meeting, type ZoomClient, ZoomError } from '@convene/zoom'
import type { Journal } from '@convene/zoom/ensure'

const minuteMs = 60_000
/** Zoom's types of a meeting (docs/zoom-facts.md §5.1). */
const scheduled = 2
const series = 8

/** All meetings of a host that Zoom has scheduled; `upcoming` would reach half a year only (docs/zoom-facts.md §5.7). */
export async function listHost(zoom: ZoomClient, zoomUser: string): Promise<readonly ListedMeeting[]> {
  const rows = new Map<number, ListedMeeting>()
  const schedule = { priority: 'background' as const, host: zoomUser }
  for await (const row of zoom.meetings.list({ userId: zoomUser, type: 'scheduled', page_size: 300 }, { schedule }))
    rows.set(row.id, row)
  return [...rows.values()]
}

/** Those that safe creation has not made: neither published, nor marked by an attempt that is known. */
export async function foreignRows(journal: Journal, rows: readonly ListedMeeting[]): Promise<readonly ListedMeeting[]> {
  const foreign: ListedMeeting[] = []
  for (const row of rows) if (!(await isOurs(journal, row))) foreign.push(row)
  return foreign
}

async function isOurs(journal: Journal, { id, agenda }: ListedMeeting): Promise<boolean> {
  if ((await journal.findByMeeting(id)) !== undefined) return true
  const tag = /^convene:([\w-]{11})\.\d+\./.exec(agenda ?? '')?.[1]
  const record = tag === undefined ? undefined : await journal.findByTag(tag)
  // A copy that somebody made in the portal bears the mark too; it is busy time like any other.
  return (
    record?.attempts.some(
      ({ meetingId, outcome }) => meetingId === id || outcome === 'unknown' || outcome === 'sent',
    ) ?? false
  )
}

/** When meetings that are not ours make a host busy. One without a fixed time does not. */
export async function busyTimes(
  zoom: ZoomClient,
  zoomUser: string,
  rows: readonly ListedMeeting[],
  now: number,
): Promise<readonly ForeignMeeting[]> {
  const times: ForeignMeeting[] = []
  for (const row of rows) {
    if (row.type === scheduled) times.push(...timeOf(row.id, row.start_time, row.duration))
    if (row.type === series) {
      const { occurrences = [], duration } = await readSeries(zoom, zoomUser, row.id)
      for (const one of occurrences)
        if (one.status !== 'deleted') times.push(...timeOf(row.id, one.start_time, one.duration ?? duration))
    }
  }
  return times.filter(({ endsAt }) => endsAt > now)
}

/** One that was deleted since the list was read has no dates. */
async function readSeries(
  zoom: ZoomClient,
  host: string,
  meetingId: number,
): Promise<Pick<Meeting, 'occurrences' | 'duration'>> {
  try {
    return await zoom.meetings.get({ meetingId }, { schedule: { priority: 'background', host } })
  } catch (error) {
    if (error instanceof ZoomError && error.code === 'not_found') return {}
    throw error
  }
}

function timeOf(zoomMeetingId: number, start: string | undefined, minutes = 0): ForeignMeeting[] {
  const startsAt = Date.parse(start ?? '')
  if (Number.isNaN(startsAt)) return []
  return [{ zoomMeetingId, startsAt, endsAt: startsAt + Math.max(1, minutes) * minuteMs }]
}
