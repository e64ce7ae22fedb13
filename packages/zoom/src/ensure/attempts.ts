import { needsMeeting, unpublished } from './next-step.ts'
import { hindered, type Refusal, unhindered } from './obstacle.ts'
import type { Attempt, MeetingRecord, PublishedMeeting, SurplusMeeting, WantedMeeting } from './record.ts'
import type { KeeperSettings } from './settings.ts'

/** A record with one of its attempts changed. */
function withAttempt(record: MeetingRecord, number: number, change: Partial<Attempt>): MeetingRecord {
  const attempts = record.attempts.map((one) => (one.number === number ? { ...one, ...change } : one))
  return { ...record, attempts }
}

/**
 * The attempt is about to leave: from now on it counts as sent. A start that was put ahead is the wanted one from now on, so that a
 * later change of something else does not try to bring the passed one back.
 */
export function beginAttempt(record: MeetingRecord, attempt: Attempt): MeetingRecord {
  const others = record.attempts.filter(({ number }) => number !== attempt.number)
  return { ...record, wanted: { ...record.wanted, meeting: attempt.sent }, attempts: [...others, attempt] }
}

/** Zoom surely made nothing. */
export function attemptNotMade(
  record: MeetingRecord,
  number: number,
  refusal: Extract<Refusal, { kind: 'not_done' }>,
  now: number,
): MeetingRecord {
  return hindered(withAttempt(record, number, { outcome: 'not_made' }), refusal, now)
}

/** The attempt was refused, and is not sent again: it is not wanted any more. */
export function notSent(record: MeetingRecord, number: number): MeetingRecord {
  const attempt = record.attempts.find((one) => one.number === number)
  return attempt?.outcome === 'sent' ? withAttempt(record, number, { outcome: 'not_made' }) : record
}

/** No answer that counts came. What is known from elsewhere meanwhile stays. */
export function attemptUnknown(record: MeetingRecord, number: number): MeetingRecord {
  const attempt = record.attempts.find((one) => one.number === number)
  return attempt?.outcome === 'sent' ? unhindered(withAttempt(record, number, { outcome: 'unknown' })) : record
}

/** A meeting of ours as somebody saw it. */
export interface SeenMeeting {
  readonly id: number
  readonly attempt: number
  /** Zoom's own answer to the create told its id. */
  readonly isKnown: boolean
}

/**
 * A meeting that an attempt has made was seen: in the answer, in a list, or by a hint. One that is missing is to be published, one
 * that is not needed any more is surplus. One request makes one meeting, so that a second one with the same marker is a copy,
 * which is not ours.
 */
export function meetingSeen(
  record: MeetingRecord,
  { id, attempt: number, isKnown }: SeenMeeting,
  now: number,
): MeetingRecord {
  const attempt = record.attempts.find((one) => one.number === number)
  if (attempt === undefined || record.published?.id === id || record.surplus.some((one) => one.id === id)) return record
  if (attempt.meetingId !== undefined && attempt.meetingId !== id) return record
  const seen = withAttempt(record, number, { outcome: 'made', meetingId: id })
  if (needsMeeting(seen) && unpublished(seen)?.number === number) return unhindered(seen)
  return withSurplus(seen, { id, host: attempt.host, attempt: number, foundAt: now, isKnown, state: 'found' })
}

/** A record with one more meeting that should not be there. */
export function withSurplus(record: MeetingRecord, surplus: SurplusMeeting): MeetingRecord {
  return { ...record, surplus: [...record.surplus.filter(({ id }) => id !== surplus.id), surplus] }
}

/** Meetings that were made, never published, and are not needed any more, since the host was changed meanwhile: they are surplus. */
export function withStrays(record: MeetingRecord, now: number): MeetingRecord {
  const awaited = needsMeeting(record) ? unpublished(record) : undefined
  return record.attempts.reduce((next, { number, host, outcome, meetingId: id }) => {
    const isKept = number === awaited?.number || id === next.published?.id || next.surplus.some((one) => one.id === id)
    if (outcome !== 'made' || id === undefined || isKept) return next
    return withSurplus(next, { id, host, attempt: number, foundAt: now, isKnown: false, state: 'found' })
  }, record)
}

/** What was read of a meeting that is to be published; `differs` where somebody has changed it since it was made. */
export type MeetingRead = Pick<PublishedMeeting, 'id' | 'join_url' | 'password' | 'differs'>

/** The meeting of this attempt becomes the one that people are told of; the one before it, on another host, is surplus. */
export function publish(record: MeetingRecord, attempt: Attempt, read: MeetingRead, now: number): MeetingRecord {
  const seen = meetingSeen(record, { id: read.id, attempt: attempt.number, isKnown: true }, now)
  if (!needsMeeting(seen) || unpublished(seen)?.meetingId !== read.id) return seen
  const { published: before, change: _change, verify: _verify, candidates: _candidates, ...rest } = unhindered(seen)
  const published: PublishedMeeting = {
    ...read,
    host: attempt.host,
    attempt: attempt.number,
    revision: attempt.revision,
    shows: attempt.sent,
  }
  // What the meeting is about stands where it is shown from now on, so that a change takes it out of the journal too.
  const next = withAttempt({ ...rest, published }, attempt.number, { sent: withoutTexts(attempt.sent) })
  if (before === undefined || before.isGone) return next
  const { id, host, attempt: number } = before
  return withSurplus(next, { id, host, attempt: number, foundAt: now, isKnown: true, mayDiffer: true, state: 'found' })
}

/** By these a meeting is found that nobody has told of; one that is known is proved by its times. */
function withoutTexts({ fields, ...meeting }: WantedMeeting): WantedMeeting {
  const { topic: _topic, agenda: _agenda, ...others } = fields
  return { ...meeting, fields: others }
}

/**
 * A meeting that was made and cannot be read before anybody was told of it. It may be deleted; it may also not be shown yet. This counts
 * as not seen once: if the list does not show it either, the next attempt makes another.
 */
export function unpublishedGone(
  record: MeetingRecord,
  number: number,
  now: number,
  { quietMs, betweenReadsMs }: Pick<KeeperSettings, 'quietMs' | 'betweenReadsMs'>,
): MeetingRecord {
  const attempts = record.attempts.map((one): Attempt => {
    if (one.number !== number) return one
    const { meetingId: _id, ...rest } = one
    // The look that decides is not before the end of the quiet time.
    const missedAt = Math.max(now, one.giveUpAt + quietMs - betweenReadsMs)
    return { ...rest, outcome: 'unknown', lookedAt: now, missedAt }
  })
  return unhindered({ ...record, attempts })
}

/** What a list of the host showed for an attempt whose answer never came. */
export interface Look {
  /** Those whose marker or fingerprint is right, the oldest first. */
  readonly found: readonly Omit<SeenMeeting, 'isKnown'>[]
  /** Equal ones of which nobody can tell which it is. */
  readonly equal: readonly number[]
  /** The list was read to its end and counts as many rows as it says. */
  readonly isWhole: boolean
}

/** What follows from a look. That it shows nothing counts only for a whole list after the quiet time, and the second time. */
export function attemptLookedFor(
  record: MeetingRecord,
  number: number,
  { found, equal, isWhole }: Look,
  now: number,
  { quietMs, betweenReadsMs }: Pick<KeeperSettings, 'quietMs' | 'betweenReadsMs'>,
): MeetingRecord {
  let next = attemptUnknown(record, number)
  for (const seen of found) next = meetingSeen(next, { ...seen, isKnown: false }, now)
  const attempt = next.attempts.find((one) => one.number === number)
  if (attempt?.outcome !== 'unknown' || next.published !== record.published) return next
  if (found.length > 0 && unpublished(next) !== undefined) return next
  if (equal.length > 0 && needsMeeting(next)) return { ...unhindered(next), candidates: equal }
  if (!isWhole)
    return hindered(next, { reason: 'zoom_away', message: 'The list of the host was not whole.', until: 'soon' }, now)
  next = unhindered(next)
  const { missedAt, giveUpAt } = attempt
  if (now < giveUpAt + quietMs) return withAttempt(next, number, { lookedAt: now })
  if (missedAt === undefined) return withAttempt(next, number, { lookedAt: now, missedAt: now })
  const isSecond = now >= missedAt + betweenReadsMs
  return withAttempt(next, number, { lookedAt: now, ...(isSecond && { outcome: 'not_seen' }) })
}
