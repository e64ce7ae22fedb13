import type { Session } from './session.ts'

/** What AI Companion writes of one instance of a meeting: while it runs a draft, then a summary. */
export interface Summary {
  /** The instance's. */
  readonly uuid: string
  readonly meetingId: number
  readonly accountId: string
  readonly hostId: string
  readonly topic: string
  readonly meetingStartedAt: number
  readonly meetingEndedAt?: number
  readonly startedAt: number
  /** Absent while it is being written. */
  readonly endedAt?: number
  /** When it can be read; absent while the meeting runs. */
  readonly readyAt?: number
}

/** How long a summary takes after the end. */
const summaryMs = 60_000

/** Begins a summary, or goes on with one. */
export function startSummary(known: Summary | undefined, session: Session, now: number): Summary {
  if (known) {
    const { endedAt: _, ...kept } = known
    return kept
  }
  const { uuid, id: meetingId, accountId, hostId, topic, startedAt: meetingStartedAt = now } = session
  return { uuid, meetingId, accountId, hostId, topic, meetingStartedAt, startedAt: now }
}

export function isSummarizing(summary: Summary | undefined): summary is Summary {
  return summary !== undefined && summary.endedAt === undefined
}

export function stopSummary(summary: Summary, now: number): Summary {
  return { ...summary, endedAt: summary.endedAt ?? now }
}

/** The meeting is over. */
export function finishSummary(summary: Summary, now: number): Summary {
  return { ...stopSummary(summary, now), meetingEndedAt: now, readyAt: now + summaryMs }
}

/** A summary that can be read. */
export type ReadySummary = Summary & Required<Pick<Summary, 'meetingEndedAt' | 'endedAt' | 'readyAt'>>

export function isReady(summary: Summary | undefined, now: number): summary is ReadySummary {
  return summary?.readyAt !== undefined && summary.readyAt <= now
}
