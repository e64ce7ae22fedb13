import type { ListedMeeting, Meeting } from '../generated/types/schemas.ts'
import { parseInstant } from '../time/wall-time.ts'
import { hasMarker } from './marker.ts'
import type { Attempt, MeetingRecord } from './record.ts'
import type { KeeperSettings } from './settings.ts'

type Times = Pick<KeeperSettings, 'skewMs' | 'watchMs'>
type Row = Pick<ListedMeeting, 'id' | 'topic' | 'start_time' | 'duration' | 'agenda' | 'created_at' | 'type'>

/** The instant that Zoom writes; NaN where it cannot be read. */
export function instantFrom(text: unknown): number {
  return (typeof text === 'string' ? parseInstant(text)?.at : undefined) ?? Number.NaN
}

/**
 * Whether Zoom made it when this attempt could have made it. What bears the attempt's mark cannot be older than the attempt, whatever
 * the clocks say.
 */
function isOfItsTime(
  { created_at }: Pick<Row, 'created_at'>,
  attempt: Attempt,
  { skewMs, watchMs }: Times,
  isMarked: boolean,
): boolean {
  const at = instantFrom(created_at)
  return (isMarked || at >= attempt.sentAt - skewMs) && at <= attempt.giveUpAt + watchMs + skewMs
}

/** Whether it starts and lasts as it was sent: its first date counts for a series. A length that was not sent is Zoom's own. */
function isAsSent({ start_time, duration }: Pick<Row, 'start_time' | 'duration'>, { sent }: Attempt): boolean {
  // Without a fixed time Zoom shows no start, or one in the year 1 (docs/zoom-facts.md §5.7).
  const start = start_time === undefined || start_time.startsWith('0001-') ? undefined : instantFrom(start_time)
  return start === sent.meant?.first && [undefined, duration].includes(sent.fields.duration as number | undefined)
}

/** Whether this row bears the attempt's mark; somebody may have moved it since, so that it has to be read to be sure. */
export function isMarkedBy(row: Row, attempt: Attempt, marker: string, times: Times): boolean {
  return hasMarker(row.agenda, marker) && isOfItsTime(row, attempt, times, true)
}

/**
 * Whether a marked meeting that was read is the work of the attempt. Copies bear the mark too: one that starts and lasts as it was
 * sent was not made by hand; one that was moved has the passcode that only the attempt could know.
 */
export function isProvedBy(meeting: Meeting, attempt: Attempt): boolean {
  if (isMadeByHand(meeting)) return false
  return isAsSent(meeting, attempt) || (!hasOwnPasscode(attempt) && meeting.password === attempt.password)
}

/** Whether it could be the work of the attempt where no agenda is shown; its passcode then decides. */
export function couldBeMadeBy(row: Row, attempt: Attempt, times: Times): boolean {
  const hasTopic = attempt.sent.fields.topic === undefined || row.topic === attempt.sent.fields.topic
  return (row.agenda ?? '') === '' && hasTopic && isOfItsTime(row, attempt, times, false) && isAsSent(row, attempt)
}

/** A passcode that the caller has named may stand in other meetings too: it proves nothing. */
export function hasOwnPasscode({ sent }: Attempt): boolean {
  return typeof sent.fields.password === 'string'
}

/** Zoom tells of what a person has made in its portal: a copy of ours, marker and all (docs/zoom-facts.md §5.6). */
export function isMadeByHand({ creation_source }: Pick<Meeting, 'creation_source'>): boolean {
  return creation_source === 'web_portal'
}

/** The oldest first: of equal ones the first was made by the request, the others are copies. */
export function byAge(a: Pick<Row, 'id' | 'created_at'>, b: Pick<Row, 'id' | 'created_at'>): number {
  return instantFrom(a.created_at) - instantFrom(b.created_at) || a.id - b.id
}

/**
 * What is missing of the proof that a meeting is ours to delete; `undefined` when nothing is. Whoever duplicates our meeting in the
 * portal copies its marker too, so that the marker alone proves nothing.
 */
export function missingProof(
  meeting: Meeting,
  {
    record,
    attempt,
    marker,
    isKnown,
    mayDiffer = false,
    times,
  }: {
    readonly record: MeetingRecord
    readonly attempt: Attempt | undefined
    readonly marker: string | undefined
    readonly isKnown: boolean
    readonly mayDiffer?: boolean | undefined
    readonly times: Times
  },
): string | undefined {
  if (attempt === undefined || marker === undefined) return 'no attempt of ours made it'
  if (record.published?.id === meeting.id) return 'it is the published one'
  if (isMadeByHand(meeting)) return 'a person has made it'
  if (attempt.meetingId !== undefined && attempt.meetingId !== meeting.id) return 'its attempt made another meeting'
  const isHidden = (meeting.agenda ?? '') === ''
  if (!isHidden && !hasMarker(meeting.agenda, marker)) return 'its mark is not ours'
  if (isHidden && !isKnown && meeting.password !== attempt.password) return 'its passcode is not ours'
  if (isHidden && !isKnown && hasOwnPasscode(attempt)) return 'its passcode is not ours alone'
  if (meeting.status !== undefined && meeting.status !== 'waiting') return 'it has been started'
  if (!isKnown && !isOfItsTime({ created_at: meeting.created_at ?? '' }, attempt, times, !isHidden))
    return 'it was not made when the attempt was'
  // Somebody has moved it, and may need it.
  return mayDiffer || isAsSent(meeting, attempt) ? undefined : 'its start or length is not what was sent'
}
