import { meetingsOperations } from '../generated/meetings.ts'
import { datesApplied, dateUnknown, publishedGone } from './changes.ts'
import { type DateStep, dateSteps } from './dates.ts'
import { commit, type KeeperParts, zoomError } from './keeper-parts.ts'
import { callOptions, failedToRead } from './look.ts'
import { hindered, refusalFrom } from './obstacle.ts'
import type { MeetingRecord, PublishedMeeting } from './record.ts'
import { readWhole } from './send-change.ts'

/** Dates that Zoom has taken and does not show are sent this often. */
const mostTimes = 3

/**
 * Leaves out, moves or lengthens the single dates of a series that are not yet so. Each of these calls ends in the same state however
 * often it is sent; that all are done is known when the series was read and shows them.
 */
export async function applyDates(parts: KeeperParts, record: MeetingRecord): Promise<MeetingRecord> {
  const { settings, ambient } = parts
  const { published, wanted } = record
  const dates = wanted.meeting?.dates
  if (published === undefined || dates === undefined) return record
  for (let times = 0; ; times++) {
    let steps: DateStep[]
    try {
      steps = dateSteps(await readWhole(parts, published), dates, ambient.now())
    } catch (error) {
      if (zoomError(error).code === 'not_found') return await commit(parts, record, publishedGone)
      return await failedToRead(parts, record, error)
    }
    const isShown = steps.length === 0
    if (isShown || times === mostTimes)
      return await commit(parts, record, (one) => datesApplied(one, wanted.revision, isShown))
    try {
      for (const step of steps) await sendDate(parts, published, step)
    } catch (cause) {
      const error = zoomError(cause)
      // Whether the meeting or only the date is gone, the next reading shows.
      if (error.code === 'not_found') return await failedToRead(parts, record, error)
      const refusal = refusalFrom(error)
      return await commit(parts, record, (one) =>
        refusal.kind === 'unknown'
          ? dateUnknown(one, refusal.message, ambient.now(), settings)
          : hindered(one, refusal, ambient.now()),
      )
    }
  }
}

async function sendDate(parts: KeeperParts, { id, host }: PublishedMeeting, step: DateStep): Promise<void> {
  const request = { path: { meetingId: id }, query: { occurrence_id: step.occurrence_id } }
  const options = { ...callOptions(parts, host), timeoutMs: parts.settings.sendLimitMs }
  await (step.do === 'leave_out'
    ? parts.zoom.request(meetingsOperations.delete, request, options)
    : parts.zoom.request(meetingsOperations.update, { ...request, body: step.body }, options))
}
