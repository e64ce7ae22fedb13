import { agendaWithoutMarker } from './marker.ts'
import { openAttempt } from './next-step.ts'
import type { MeetingRecord, MeetingState, Reason, SurplusMeeting } from './record.ts'
import { sentenceOf } from './sentence.ts'

/** The meeting as people may be told of it. */
export interface KeptMeeting {
  readonly id: number
  readonly host: string
  readonly join_url: string
  /** The passcode; an empty text when there is none. */
  readonly password: string
  readonly topic: string | undefined
  /** The start as Zoom was sent it: wall time in `timezone`, or UTC with `Z`; absent where there is no fixed time. */
  readonly start_time: string | undefined
  readonly timezone: string | undefined
  /** Minutes; `undefined` where Zoom's default was left. */
  readonly duration: number | undefined
  /** As people may see it, without the mark of safe creation. */
  readonly agenda: string | undefined
}

/** Where a meeting that somebody asked for stands. */
export interface MeetingStatus {
  readonly key: string
  readonly state: MeetingState
  /** Why it is not further; `undefined` where nothing stands in the way. */
  readonly reason: Reason | undefined
  /** When something happens next; `undefined`: nothing more happens by itself. */
  readonly nextAt: Date | undefined
  /** All this as one sentence for a person, in English. */
  readonly sentence: string
  /** The one meeting, once it is published and until it is deleted. While a change is under way: as it was before. */
  readonly meeting: KeptMeeting | undefined
  /** Raised by each change of what is wanted; 1 at first. */
  readonly revision: number
  /** How many creates were sent, or may have been. */
  readonly attempts: number
  /** Fields in which Zoom shows something else: somebody has changed the meeting there. */
  readonly differs: readonly string[]
  /** Meetings of ours beside it that are not deleted yet, or are not ours to delete since a proof is missing: `reason` says which. */
  readonly surplus: readonly Pick<SurplusMeeting, 'id' | 'host' | 'state' | 'reason'>[]
  /** Of `undecided`: the meetings of which one has to be chosen with `decide`. */
  readonly candidates: readonly number[]
}

/** What is told of a record. */
export function statusOf(record: MeetingRecord): MeetingStatus {
  const { key, state, dueAt, wanted, attempts, published, candidates = [] } = record
  const differs = published?.differs ?? []
  return {
    key,
    state,
    reason: reasonOf(record),
    nextAt: dueAt === undefined ? undefined : new Date(dueAt),
    sentence: sentenceOf(record),
    meeting: keptMeeting(record),
    revision: wanted.revision,
    attempts: attempts.filter(({ outcome }) => outcome !== 'not_made').length,
    differs,
    surplus: record.surplus.flatMap(({ id, host, state, reason }) =>
      state === 'deleted' ? [] : [{ id, host, state, ...(reason !== undefined && { reason }) }],
    ),
    candidates,
  }
}

function reasonOf(record: MeetingRecord): Reason | undefined {
  const { obstacle, candidates, published } = record
  if (obstacle !== undefined) return obstacle.reason
  if (candidates !== undefined) return 'equal_candidates'
  if (record.state === 'gone') return 'deleted_at_zoom'
  if (record.state === 'unknown' || (record.state === 'cancelling' && openAttempt(record) !== undefined))
    return 'no_answer'
  return published?.differs === undefined ? undefined : 'not_as_wanted'
}

function keptMeeting({ published }: MeetingRecord): KeptMeeting | undefined {
  if (published === undefined || published.isGone) return undefined
  const { id, host, join_url, password, shows } = published
  const { topic, start_time, timezone, duration, agenda } = shows.fields as Partial<
    Pick<KeptMeeting, 'topic' | 'start_time' | 'timezone' | 'duration' | 'agenda'>
  >
  return {
    id,
    host,
    join_url,
    password,
    topic,
    start_time,
    timezone,
    duration,
    agenda: agenda === undefined ? undefined : agendaWithoutMarker(agenda),
  }
}
