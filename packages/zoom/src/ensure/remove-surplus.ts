import { meetingsOperations } from '../generated/meetings.ts'
import type { Meeting } from '../generated/types/schemas.ts'
import { withSurplus } from './attempts.ts'
import { commit, type KeeperParts, zoomError } from './keeper-parts.ts'
import { markerOf } from './marker.ts'
import { missingProof } from './match.ts'
import type { MeetingRecord, SurplusMeeting } from './record.ts'
import { hasEndedAtZoom } from './send-change.ts'

/** How long a surplus meeting that is running is left alone. */
const whileRunningMs = 600_000
/** How long after Zoom did not do it: nobody waits for it, and what somebody waits for goes on meanwhile. */
const afterFailureMs = 60_000

/** Deletes a meeting of ours that should not be there, but only with every proof that it is ours and not needed. */
export async function removeSurplus(
  parts: KeeperParts,
  record: MeetingRecord,
  meetingId: number,
): Promise<MeetingRecord> {
  const { zoom, settings, ambient } = parts
  const surplus = record.surplus.find(({ id }) => id === meetingId)
  if (surplus === undefined) return record
  const path = { meetingId }
  const options = {
    schedule: { priority: 'background' as const, host: surplus.host, longestWaitMs: settings.longestTurnMs },
  }
  const ended = (change: Partial<SurplusMeeting>) =>
    commit(parts, record, (one) => withSurplus(one, { ...surplus, ...change }))
  try {
    const meeting = await zoom.request<Meeting>(meetingsOperations.get, { path }, options)
    if (meeting.status === 'started') return await ended({ retryAt: ambient.now() + whileRunningMs })
    const attempt = record.attempts.find(({ number }) => number === surplus.attempt)
    const marker = attempt && (await markerOf(ambient, await parts.secret(), record, attempt))
    const { isKnown, mayDiffer } = surplus
    const reason = missingProof(meeting, { record, attempt, marker, isKnown, mayDiffer, times: settings })
    if (reason !== undefined) return await ended({ state: 'kept', reason })
    await zoom.request(meetingsOperations.delete, { path }, options)
  } catch (cause) {
    const { code, details } = zoomError(cause)
    const retryAt = Math.max(
      details.retryAt?.getTime() ?? 0,
      ambient.now() + Math.min(afterFailureMs, settings.sweepMs),
    )
    if (details.zoomCode === hasEndedAtZoom) return await ended({ state: 'kept', reason: 'it has ended' })
    if (code !== 'not_found') return await ended({ retryAt })
  }
  return await ended({ state: 'deleted' })
}
