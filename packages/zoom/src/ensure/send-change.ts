import { meetingsOperations } from '../generated/meetings.ts'
import type { Meeting } from '../generated/types/schemas.ts'
import {
  beginChange,
  changeNotDone,
  changeTaken,
  changeUnknown,
  mayBeShown,
  publishedDeleted,
  publishedGone,
  publishedRead,
} from './changes.ts'
import { changedFields, differencesAtZoom } from './differences.ts'
import { ClaimLost, commit, type KeeperParts, zoomError } from './keeper-parts.ts'
import { callOptions, failedToRead, failedToSend } from './look.ts'
import { markerOf, withMarker } from './marker.ts'
import { hindered, refusalFrom, unhindered } from './obstacle.ts'
import type { MeetingRecord, PublishedMeeting } from './record.ts'

/** Zoom's number for a meeting that cannot be deleted because it is running (docs/zoom-facts.md §5.9). */
const isRunning = 3002
/** Zoom's number for one that has ended: it can be neither deleted nor joined any more (docs/zoom-facts.md §5.2). */
export const hasEndedAtZoom = 3007
const whileRunningMs = 60_000

/** Sends the fields in which what is wanted differs from what is shown: in place, so that the link stays. */
export async function sendChange(parts: KeeperParts, record: MeetingRecord): Promise<MeetingRecord> {
  const { zoom, settings, ambient } = parts
  const { published, wanted } = record
  if (published === undefined || wanted.meeting === undefined) return record
  const { meeting: shows, revision } = wanted
  const fields = changedFields(mayBeShown(record), shows)
  if (Object.keys(fields).length === 0)
    return commit(parts, record, (one) => unhindered({ ...one, published: { ...published, revision, shows } }))
  if (fields.start_time !== undefined && shows.meant !== undefined && shows.meant.first <= ambient.now())
    return commit(parts, record, (one) => hindered(one, startHasPassed, ambient.now()))
  if (fields.agenda !== undefined)
    fields.agenda = withMarker(await markerOfPublished(parts, record, published), fields.agenda)

  let current = record
  let hasBegun = false
  let hasEnded = false
  const beforeSend = async () => {
    const now = ambient.now()
    const begin = (one: MeetingRecord) => {
      // The call was given up while the journal was slow.
      if (hasEnded) throw new ClaimLost(record.key)
      return beginChange(one, { revision, shows }, now, settings)
    }
    current = await commit(parts, current, begin, { holds: true })
    hasBegun = true
    if (ambient.now() >= now + settings.sendLimitMs) throw new ClaimLost(record.key)
  }
  const options = { ...callOptions(parts, published.host), timeoutMs: settings.sendLimitMs, beforeSend }
  try {
    await zoom.request(meetingsOperations.update, { path: { meetingId: published.id }, body: fields }, options)
  } catch (cause) {
    hasEnded = true
    const error = zoomError(cause)
    if (error.details.zoomCode === 3001) return await commit(parts, current, publishedGone)
    // Refused by a scheduler, say: what an earlier try has left stays as unknown as it was.
    if (!hasBegun) return await failedToSend(parts, current, error)
    const refusal = refusalFrom(error)
    return await commit(parts, current, (one) =>
      refusal.kind === 'unknown'
        ? changeUnknown(one, refusal.message, ambient.now())
        : changeNotDone(one, refusal, ambient.now()),
    )
  }
  return await commit(parts, current, changeTaken)
}

async function markerOfPublished(
  parts: KeeperParts,
  record: MeetingRecord,
  { attempt: number }: PublishedMeeting,
): Promise<string> {
  const attempt = record.attempts.find((one) => one.number === number) ?? { number, hash: '' }
  return markerOf(parts.ambient, await parts.secret(), record, attempt)
}

const startHasPassed = {
  reason: 'refused_by_zoom',
  message: 'The new start has passed before Zoom could be told; choose a later one.',
  until: 'never',
} as const

/** Reads the published meeting and compares it with what it should be. */
export async function verify(parts: KeeperParts, record: MeetingRecord): Promise<MeetingRecord> {
  const { settings, ambient } = parts
  const { published, change } = record
  if (published === undefined) return record
  try {
    const meeting = await readWhole(parts, published)
    const { id, join_url, password = published.password } = meeting
    const isOwn = change?.outcome === 'taken'
    const all = differencesAtZoom(meeting, isOwn ? change.shows : published.shows, ambient.now())
    // After a change of ours the dates are still to be applied.
    const differs = isOwn ? all.filter((name) => name !== 'dates') : all
    return await commit(parts, record, (one) =>
      publishedRead(one, { id, join_url, password, differs }, ambient.now(), settings),
    )
  } catch (error) {
    if (zoomError(error).code === 'not_found') return await commit(parts, record, publishedGone)
    return await failedToRead(parts, record, error)
  }
}

/** With past dates: the first one of a series is compared. */
export function readWhole(parts: KeeperParts, { id, host }: PublishedMeeting): Promise<Meeting> {
  const request = { path: { meetingId: id }, query: { show_previous_occurrences: true } }
  return parts.zoom.request<Meeting>(meetingsOperations.get, request, callOptions(parts, host))
}

/** Deletes the published meeting. One that is gone already is deleted. */
export async function deletePublished(parts: KeeperParts, record: MeetingRecord): Promise<MeetingRecord> {
  const { zoom, ambient } = parts
  const { published } = record
  if (published === undefined) return record
  try {
    const path = { meetingId: published.id }
    await zoom.request(meetingsOperations.delete, { path }, callOptions(parts, published.host))
  } catch (cause) {
    const error = zoomError(cause)
    if (error.details.zoomCode === isRunning) {
      const until = ambient.now() + whileRunningMs
      return await commit(parts, record, (one) =>
        hindered(one, { reason: 'running', message: error.message, until }, ambient.now()),
      )
    }
    if (error.code !== 'not_found' && error.details.zoomCode !== hasEndedAtZoom)
      return await failedToRead(parts, record, error)
  }
  return await commit(parts, record, (one) => publishedDeleted(one, ambient.now()))
}
