import type { User } from '../domain/entities.ts'
import type { ReadySummary } from '../domain/summary.ts'
import { formatInstant } from '../domain/time.ts'

/** A row of the list of summaries (docs/zoom-facts.md §5.10). */
export function presentSummaryRow(summary: ReadySummary, host: User | undefined): Record<string, unknown> {
  const readyAt = formatInstant(summary.readyAt)
  return {
    meeting_host_id: summary.hostId,
    meeting_host_email: host?.email,
    meeting_uuid: summary.uuid,
    meeting_id: summary.meetingId,
    meeting_topic: summary.topic,
    meeting_start_time: formatInstant(summary.meetingStartedAt),
    meeting_end_time: formatInstant(summary.meetingEndedAt),
    summary_start_time: formatInstant(summary.startedAt),
    summary_end_time: formatInstant(summary.endedAt),
    summary_created_time: readyAt,
    summary_last_modified_time: readyAt,
  }
}

/** A summary alone, with its text: nothing was said in an emulated meeting. */
export function presentSummary(summary: ReadySummary, host: User | undefined): Record<string, unknown> {
  return {
    ...presentSummaryRow(summary, host),
    summary_title: `Meeting summary for ${summary.topic}`,
    summary_content: `## ${summary.topic}\n\nThis meeting was emulated: nothing was said in it.\n`,
  }
}
