/** What has to be true when everything is over, by what Zoom has and what the journal says. */
import type { ZoomClient } from '@convene/zoom'
import type { MeetingStatus } from '@convene/zoom/ensure'
import type { Booking } from './caller.ts'
import type { SharedJournal } from './shared-journal.ts'

/** A meeting at Zoom. */
type ZoomMeeting = Awaited<ReturnType<ZoomClient['meetings']['get']>>

/** Everything that Zoom has, by id. */
export async function readZoom(zoom: ZoomClient, hosts: readonly string[]): Promise<Map<number, ZoomMeeting>> {
  const meetings = new Map<number, ZoomMeeting>()
  for (const userId of hosts)
    for await (const { id } of zoom.meetings.list({ userId, type: 'scheduled', page_size: 300 }))
      meetings.set(id, await zoom.meetings.get({ meetingId: id }))
  return meetings
}

export interface RestParts {
  readonly zoom: ZoomClient
  readonly hosts: readonly string[]
  readonly shared: SharedJournal
  readonly status: (key: string) => Promise<MeetingStatus | undefined>
  /** Meetings that people made, as they were then. */
  readonly foreign: ReadonlyMap<number, ZoomMeeting>
}

/** Every promise that is broken, in a sentence. */
export async function complaintsAtRest(
  bookings: readonly Booking[],
  { zoom, hosts, shared, status, foreign }: RestParts,
): Promise<string[]> {
  const complaints: string[] = []
  const there = await readZoom(zoom, hosts)
  const ours = new Map<string, ZoomMeeting[]>(bookings.map(({ key }) => [key, []]))
  for (const meeting of there.values()) {
    if (foreign.has(meeting.id)) continue
    const key = /^Booking (\d+)/.exec(meeting.topic ?? '')?.[1]
    const made = ours.get(`booking-${key}`)
    if (made === undefined) complaints.push(`nobody asked for ${meeting.id} ${meeting.topic}`)
    else made.push(meeting)
  }
  for (const [id, before] of foreign)
    if (present(there.get(id)) !== present(before)) complaints.push(`the foreign meeting ${id} is not as it was`)

  const committed = await shared.bookings()
  for (const booking of bookings) {
    const { key, isDropped, isInTransaction, wanted } = booking
    const before = complaints.length
    const complain = (says: string) => complaints.push(`${key}: ${says}`)
    const [one, ...others] = ours.get(key) ?? []
    const told = await status(key)
    if (committed.includes(key) !== (isInTransaction && !isDropped))
      complain("the caller's transaction ended otherwise")
    if (others.length > 0) complain(`there are ${others.length + 1} meetings at Zoom`)
    if (isDropped || wanted.isCancelled) {
      if (one !== undefined) complain(`there is a meeting at Zoom, ${one.id}`)
      if (told?.state !== (isDropped ? undefined : 'cancelled')) complain(`it stands at ${told?.state}`)
    } else {
      if (told?.state !== 'published') complain(`it stands at ${told?.state}: ${told?.sentence}`)
      if (one === undefined || one.id !== told?.meeting?.id || one.join_url !== told.meeting.join_url)
        complain(`${told?.meeting?.join_url} is published, ${one?.join_url} is there`)
      const shown = [one?.topic, one?.duration, one?.host_email]
      if (String(shown) !== String([wanted.topic, wanted.duration, wanted.host]))
        complain(`${shown} is there, ${JSON.stringify(wanted)} is wanted`)
    }
    const published = await shared.published(key)
    if (published.length > 1 + wanted.moves) complain(`its link changed: ${published.join(', ')}`)
    const record = await shared.journal.find(key)
    for (const { id, state, reason } of record?.surplus ?? [])
      if (state !== 'deleted') complain(`the surplus ${id} is ${state}, ${reason}`)
    // Real races do not come again: everything that is known of this one.
    if (complaints.length > before)
      complain(JSON.stringify({ record, atZoom: ours.get(key)?.map(({ id, created_at }) => [id, created_at]) }))
  }
  return complaints
}

/** What people would notice of a meeting. */
function present(meeting: ZoomMeeting | undefined): string {
  const { topic, agenda, start_time, duration, join_url, password, host_id } = meeting ?? {}
  return JSON.stringify([topic, agenda, start_time, duration, join_url, password, host_id])
}
