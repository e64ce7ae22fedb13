import type { ZoomError } from '../errors.ts'
import { meetingsOperations } from '../generated/meetings.ts'
import type { Meeting } from '../generated/types/schemas.ts'
import type { CallOptions } from '../http/operation.ts'
import { attemptLookedFor, publish, unpublishedGone } from './attempts.ts'
import { differencesAtZoom } from './differences.ts'
import { findMade } from './find-made.ts'
import { commit, type KeeperParts, zoomError } from './keeper-parts.ts'
import { hindered, refusalFrom } from './obstacle.ts'
import { readHost } from './read-host.ts'
import type { Attempt, MeetingRecord } from './record.ts'

/** Looks whether an attempt whose answer never came has made a meeting. */
export async function lookFor(parts: KeeperParts, record: MeetingRecord, attempt: Attempt): Promise<MeetingRecord> {
  const { zoom, journal, settings, ambient } = parts
  const { host, number } = attempt
  // What is in the list then has landed by then.
  const at = ambient.now()
  // Before the list can say that there is nothing: what lands after it is found by the sweep.
  await journal.watch(host, at + settings.sweepMs, attempt.giveUpAt + settings.watchMs)
  let current = record
  let heldAt = at
  // A long list takes longer than a lease: whoever took over would read it from the start again.
  const holdOn = async () => {
    if (ambient.now() < heldAt + settings.leaseMs / 4) return
    heldAt = ambient.now()
    current = await commit(parts, current, (one) => one, { holds: true })
  }
  try {
    const { rows, isWhole } = await readHost(zoom, host, callOptions(parts, host), holdOn)
    const found = await findMade(parts, record, host, rows)
    return await commit(parts, current, (one) => attemptLookedFor(one, number, { ...found, isWhole }, at, settings))
  } catch (error) {
    return await failedToRead(parts, current, error)
  }
}

/** Reads a meeting that was surely made, and publishes it. */
export async function readAndPublish(
  parts: KeeperParts,
  record: MeetingRecord,
  attempt: Attempt,
  meetingId: number,
): Promise<MeetingRecord> {
  const { zoom, ambient, settings } = parts
  try {
    const meeting = await zoom.request<Meeting>(
      meetingsOperations.get,
      { path: { meetingId } },
      callOptions(parts, attempt.host),
    )
    const { id, join_url, password = attempt.password } = meeting
    // The dates of a series are still to be applied.
    const differs = differencesAtZoom(meeting, attempt.sent, ambient.now()).filter((name) => name !== 'dates')
    const read = { id, join_url, password, ...(differs.length > 0 && { differs }) }
    return await commit(parts, record, (one) => publish(one, attempt, read, ambient.now()))
  } catch (error) {
    if (zoomError(error).code === 'not_found')
      return await commit(parts, record, (one) => unpublishedGone(one, attempt.number, ambient.now(), settings))
    return await failedToRead(parts, record, error)
  }
}

/** Reading failed: it is tried again, however often. */
export function failedToRead(parts: KeeperParts, record: MeetingRecord, cause: unknown): Promise<MeetingRecord> {
  const error = zoomError(cause)
  const refusal = refusalFrom(error)
  const reason = refusal.kind === 'unknown' ? 'zoom_away' : refusal.reason
  const until = refusal.kind === 'unknown' ? 'soon' : refusal.until === 'never' ? 'slowly' : refusal.until
  const { message } = error
  return commit(parts, record, (one) => hindered(one, { reason, message, until }, parts.ambient.now()))
}

/** A request failed before it left. */
export function failedToSend(parts: KeeperParts, record: MeetingRecord, error: ZoomError): Promise<MeetingRecord> {
  const refusal = refusalFrom(error)
  if (refusal.kind === 'unknown') return failedToRead(parts, record, error)
  return commit(parts, record, (one) => hindered(one, refusal, parts.ambient.now()))
}

/** Somebody waits for it. */
export function callOptions({ settings }: KeeperParts, host: string): CallOptions {
  return { schedule: { priority: 'person', host, longestWaitMs: settings.longestTurnMs } }
}
