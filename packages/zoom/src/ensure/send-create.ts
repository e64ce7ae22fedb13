import type { ZoomError } from '../errors.ts'
import { meetingsOperations } from '../generated/meetings.ts'
import type { Meeting } from '../generated/types/schemas.ts'
import { findStartShift } from '../time/start-shift.ts'
import { formatInstant } from '../time/wall-time.ts'
import { attemptNotMade, attemptUnknown, beginAttempt, meetingSeen, notSent, publish, withSurplus } from './attempts.ts'
import { hashOf } from './canonical.ts'
import { ClaimLost, commit, commitBeside, type KeeperParts, zoomError } from './keeper-parts.ts'
import { failedToRead } from './look.ts'
import { markerOf, withMarker } from './marker.ts'
import { needsMeeting, unpublished } from './next-step.ts'
import { hindered, refusalFrom } from './obstacle.ts'
import { passcodeOf } from './passcode.ts'
import { learnPasscodeRequirement, refusesPasscode } from './passcode-requirement.ts'
import type { Attempt, MeetingRecord, WantedMeeting } from './record.ts'

/** How far ahead a start that has passed is put: Zoom would silently take the present moment (docs/zoom-facts.md §5.4). */
const aheadMs = 60_000

/** What is wanted has changed since this was begun; nothing was sent. */
class Superseded extends Error {}

/** Sends a create, once, and writes down what is known before and after. */
export async function sendCreate(parts: KeeperParts, record: MeetingRecord, number: number): Promise<MeetingRecord> {
  const { zoom, journal, settings, ambient } = parts
  const { host, revision, meeting } = record.wanted
  if (meeting === undefined) return record
  const sent = withStartAhead(meeting, ambient.now())
  if (sent === undefined) return commit(parts, record, (one) => hindered(one, firstDateHasPassed, ambient.now()))

  const hash = await hashOf(ambient, { host, fields: sent.fields })
  const secret = await parts.secret()
  const marker = await markerOf(ambient, secret, record, { number, hash })
  const requirement = (await journal.findHost(host))?.passcode
  const own = sent.fields.password
  const password = typeof own === 'string' ? own : await passcodeOf(ambient, secret, record, { number }, requirement)
  const draft = { number, host, revision, hash, sent, password, outcome: 'sent' as const }

  let current = record
  let attempt: Attempt | undefined
  let hasEnded = false
  const beforeSend = async () => {
    const sentAt = ambient.now()
    const begun = { ...draft, sentAt, giveUpAt: sentAt + settings.sendLimitMs }
    // What another process has written meanwhile may be that it was found after all.
    const isWanted = (one: MeetingRecord) =>
      one.wanted.revision === revision && needsMeeting(one) && unpublished(one) === undefined
    const begin = (one: MeetingRecord) => {
      if (hasEnded) throw new Superseded()
      return isWanted(one) ? beginAttempt(one, begun) : notSent(one, number)
    }
    current = await commit(parts, current, begin, { holds: true })
    if (!isWanted(current)) throw new Superseded()
    // A machine that slept, or a journal that took too long: others may soon believe that this request has ended.
    if (ambient.now() >= begun.giveUpAt) throw new ClaimLost(record.key)
    attempt = begun
  }
  let made: Meeting
  try {
    const body = { ...sent.fields, agenda: withMarker(marker, sent.fields.agenda), password }
    made = await zoom.request<Meeting>(
      meetingsOperations.create,
      { path: { userId: host }, body },
      {
        timeoutMs: settings.sendLimitMs,
        schedule: { priority: 'person', host, longestWaitMs: settings.longestTurnMs },
        beforeSend,
      },
    )
  } catch (cause) {
    hasEnded = true
    if (cause instanceof Superseded) return current
    const error = zoomError(cause)
    if (attempt === undefined && error.details.outcome === 'unknown') return await failedToRead(parts, current, error)
    return await notMade(parts, current, number, error)
  }
  if (attempt === undefined) return current
  return await wasMade(parts, current, attempt, made)
}

async function notMade(
  parts: KeeperParts,
  record: MeetingRecord,
  number: number,
  error: ZoomError,
): Promise<MeetingRecord> {
  const { journal, settings, ambient } = parts
  const refusal = refusalFrom(error)
  if (refusal.kind === 'unknown') {
    const now = ambient.now()
    await journal.watch(record.wanted.host, now + settings.sweepMs, now + settings.watchMs)
    return commit(parts, record, (one) => attemptUnknown(one, number))
  }
  const isNewRule = refusesPasscode(error) && (await learnPasscodeRequirement(parts, record.wanted.host))
  const kept = isNewRule ? { ...refusal, until: 'soon' as const } : refusal
  return commit(parts, record, (one) => attemptNotMade(one, number, kept, ambient.now()))
}

/** Zoom said yes: published, unless another worker has taken over; then it is told what was made. */
async function wasMade(
  parts: KeeperParts,
  record: MeetingRecord,
  attempt: Attempt,
  made: Meeting,
): Promise<MeetingRecord> {
  const now = parts.ambient.now()
  const { id, join_url, password = attempt.password } = made
  const read = { id, join_url, password }
  const { meant } = attempt.sent
  const isShifted = meant !== undefined && findStartShift({ meant, meeting: made }) !== undefined
  try {
    return await commit(parts, record, (one) =>
      isShifted ? madeAtAnotherTime(one, attempt, id, now) : publish(one, attempt, read, now),
    )
  } catch (error) {
    if (!(error instanceof ClaimLost)) throw error
    await commitBeside(parts, record.key, (one) =>
      isShifted
        ? madeAtAnotherTime(one, attempt, id, now)
        : meetingSeen(one, { id, attempt: attempt.number, isKnown: true }, now),
    )
    throw error
  }
}

/** Nobody is told of a meeting at the wrong time: it goes, and a person has to look why. */
function madeAtAnotherTime(record: MeetingRecord, { number, host }: Attempt, id: number, now: number): MeetingRecord {
  const attempts = record.attempts.map((one) =>
    one.number === number ? { ...one, outcome: 'made' as const, meetingId: id } : one,
  )
  const known = { id, host, attempt: number, foundAt: now, isKnown: true, mayDiffer: true } as const
  const surplus = { ...known, state: 'found' as const }
  const message = 'Zoom made the meeting at another time than was asked.'
  return hindered(
    withSurplus({ ...record, attempts }, surplus),
    { reason: 'not_as_wanted', message, until: 'never' },
    now,
  )
}

const firstDateHasPassed = {
  reason: 'refused_by_zoom',
  message: 'The first date of the series has passed before it could be made; move its start.',
  until: 'never',
} as const

/** What is sent now: a start that has passed is put a minute ahead; `undefined` for a series, whose dates cannot be shifted. */
function withStartAhead(meeting: WantedMeeting, now: number): WantedMeeting | undefined {
  const { fields, meant } = meeting
  if (meant === undefined || meant.first > now) return meeting
  if (fields.recurrence !== undefined) return undefined
  const first = Math.ceil((now + aheadMs) / 1000) * 1000
  return { fields: { ...fields, start_time: formatInstant(first) }, meant: { first } }
}
