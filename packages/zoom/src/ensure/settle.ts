import { withStrays } from './attempts.ts'
import { hasDatesToApply, needsMeeting, nextStep, openAttempt, unpublished } from './next-step.ts'
import type { MeetingRecord, MeetingState } from './record.ts'
import type { KeeperSettings } from './settings.ts'

/** Where a record stands, by what is in it. */
export function stateOf(record: MeetingRecord): MeetingState {
  const { wanted, published, change, obstacle } = record
  const isRefused = obstacle !== undefined && obstacle.until === undefined
  if (wanted.meeting === undefined) {
    if (published !== undefined && !published.isGone) return 'cancelling'
    if (!needsMeeting(record) && openAttempt(record) === undefined) return 'cancelled'
    return record.candidates === undefined ? 'cancelling' : 'undecided'
  }
  if (needsMeeting(record)) {
    if (isRefused) return 'refused'
    if (record.candidates !== undefined) return 'undecided'
    if (published !== undefined && !published.isGone) return 'changing'
    if (unpublished(record) !== undefined) return 'unknown'
    const open = openAttempt(record)
    return open === undefined ? 'planned' : open.outcome === 'sent' ? 'sent' : 'unknown'
  }
  if (published?.isGone) return 'gone'
  const isBehind =
    (published?.revision ?? 0) < wanted.revision || change?.outcome === 'taken' || hasDatesToApply(record)
  return isBehind ? (isRefused ? 'refused' : 'changing') : 'published'
}

/** The record with its state, and with the instant at which there is something to do, by what is in it. */
export function settled(
  record: MeetingRecord,
  now: number,
  times: Pick<KeeperSettings, 'quietMs' | 'betweenReadsMs'>,
): MeetingRecord {
  const whole = withStrays(record, now)
  const step = nextStep(whole, now, times)
  const dueAt = step.do === 'nothing' ? undefined : step.do === 'wait' ? step.until : now
  return { ...whole, state: stateOf(whole), dueAt }
}

/** States in which nothing more happens by itself. */
export const settledStates: ReadonlySet<MeetingState> = new Set([
  'published',
  'cancelled',
  'refused',
  'undecided',
  'gone',
])
