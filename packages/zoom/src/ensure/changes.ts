import { canonicalJson } from './canonical.ts'
import { landsUntil } from './next-step.ts'
import { hindered, type Refusal, relieved, unhindered } from './obstacle.ts'
import type { MeetingRecord, PublishedMeeting, SentChange, WantedMeeting } from './record.ts'
import type { KeeperSettings } from './settings.ts'

/** A change that Zoom has taken and does not show is sent this often. */
const mostTimes = 3

type Times = Pick<KeeperSettings, 'quietMs' | 'sendLimitMs'>

/** A change is about to leave. */
export function beginChange(
  record: MeetingRecord,
  { revision, shows }: Pick<SentChange, 'revision' | 'shows'>,
  now: number,
  times: Times,
): MeetingRecord {
  const { change: before } = record
  const isSame = isOpen(before) && before.revision === revision
  const mayLandUntil = before === undefined ? 0 : landsUntil(before, times)
  const change: SentChange = {
    revision,
    shows,
    sentAt: now,
    giveUpAt: now + times.sendLimitMs,
    outcome: 'sent',
    times: isSame ? before.times + 1 : 1,
    ...(mayLandUntil > 0 && { mayLandUntil }),
    ...(isOpen(before) && { mayShow: unique([...(before.mayShow ?? []), before.shows]) }),
  }
  return { ...record, change }
}

/** What Zoom may show now: more than one thing where the answer to a change never came. */
export function mayBeShown({ published, change }: Pick<MeetingRecord, 'published' | 'change'>): WantedMeeting[] {
  const shown = published === undefined || published.revision === 0 ? { fields: {} } : published.shows
  return isOpen(change) ? [shown, ...(change.mayShow ?? []), change.shows] : [shown]
}

const isOpen = (change: SentChange | undefined): change is SentChange =>
  change !== undefined && change.outcome !== 'done'

const unique = (meetings: readonly WantedMeeting[]): WantedMeeting[] => [
  ...new Map(meetings.map((one) => [canonicalJson(one), one])).values(),
]

/** Zoom said yes. */
export function changeTaken(record: MeetingRecord): MeetingRecord {
  const { change } = record
  return change === undefined ? record : unhindered({ ...record, change: { ...change, outcome: 'taken' } })
}

/** Zoom surely did not change anything now; what was sent before may still land. */
export function changeNotDone(
  record: MeetingRecord,
  refusal: Extract<Refusal, { kind: 'not_done' }>,
  now: number,
): MeetingRecord {
  const { change } = record
  if (change === undefined) return hindered(record, refusal, now)
  const outcome = change.mayShow === undefined ? 'done' : 'unknown'
  return hindered({ ...record, change: { ...change, outcome } }, refusal, now)
}

/** No answer came: the same change is sent again, since it ends in the same state. */
export function changeUnknown(record: MeetingRecord, message: string, now: number): MeetingRecord {
  const { change } = record
  if (change === undefined) return record
  return hindered(
    { ...record, change: { ...change, outcome: 'unknown' } },
    { reason: 'no_answer', message, until: 'soon' },
    now,
  )
}

/** Somebody has deleted the published meeting at Zoom. It is not made again: the link that people have would change silently. */
export function publishedGone(record: MeetingRecord): MeetingRecord {
  const { verify: _verify, change: _change, ...rest } = unhindered(record)
  return rest.published === undefined ? rest : { ...rest, published: { ...rest.published, isGone: true } }
}

/** What was read of the published meeting; `differs` names the fields in which it is not what it should be. */
export interface PublishedRead extends Pick<PublishedMeeting, 'id' | 'join_url' | 'password'> {
  readonly differs: readonly string[]
}

/**
 * The published meeting was read. A new passcode makes a new link, and the one that works is the one to tell; that it is another one
 * is told too, unless the passcode was changed as wanted.
 */
export function publishedRead(
  record: MeetingRecord,
  { id, join_url, password, differs }: PublishedRead,
  now: number,
  times: Times,
): MeetingRecord {
  const { verify, ...unverified } = relieved(record)
  const { change } = unverified
  if (unverified.published?.id !== id) return unverified
  // Somebody may have taken it back from the trash.
  const { isGone: _wasGone, ...before } = unverified.published
  const published = { ...before, join_url, password }
  const again = verify?.again !== undefined && verify.again > now ? { at: verify.again, why: verify.why } : undefined
  const rest = { ...unverified, published, ...(again && { verify: again }) }
  const isOurs = change?.outcome === 'taken'
  const isAsked = isOurs && change.shows.fields.password !== before.shows.fields.password
  const hasOtherLink = (join_url !== before.join_url && !isAsked) || (!isOurs && before.differs?.includes('join_url'))
  const shown = hasOtherLink ? [...differs, 'join_url'] : differs
  if (isOurs) {
    if (differs.length > 0 && change.times < mostTimes) return sendAgain(rest, shown)
    const late = landsUntil(change, times)
    const { mayShow: _notAnyMore, ...read } = change
    return {
      ...rest,
      published: { ...shownBy(published, shown), revision: change.revision, shows: change.shows },
      change: { ...read, outcome: 'done' },
      // Whatever may still land has landed by then, twice the quiet time after it should have.
      ...(late > 0 && { verify: { at: Math.max(now, late) + 2 * times.quietMs, why: 'late_change' as const } }),
    }
  }
  // An older change has landed over the newer one; what somebody did at Zoom is told, and stays.
  if (differs.length > 0 && verify?.why === 'late_change' && (change?.times ?? 0) < mostTimes)
    return differs.every((name) => name === 'dates') ? datesAgain(rest) : sendAgain(rest, shown)
  return { ...rest, published: shownBy(published, shown) }
}

/**
 * Somebody says that the published meeting is not as it was: it is read at `at`. Where an older change may still land, it is read
 * again when that was to be.
 */
export function readSooner(record: MeetingRecord, at: number): MeetingRecord {
  const { verify } = record
  if (verify !== undefined && verify.at <= at) return record
  const { at: before, again = before, why } = verify ?? { at, why: 'hint' as const }
  return { ...record, verify: why === 'late_change' ? { at, why, again } : { at, why } }
}

/** Zoom is not known to show any revision, so that the wanted one is sent. */
function sendAgain(record: MeetingRecord, differs: readonly string[]): MeetingRecord {
  const { published, change } = record
  return {
    ...record,
    ...(published && { published: { ...shownBy(published, differs), revision: 0 } }),
    ...(change && { change: { ...change, outcome: 'unknown' as const } }),
  }
}

/** The single dates are looked at, and sent, once more. */
function datesAgain(record: MeetingRecord): MeetingRecord {
  if (record.published === undefined) return record
  const { datesRevision: _applied, ...published } = record.published
  return { ...record, published }
}

/** The single dates of the series are as they were wanted with this revision, or Zoom does not show them so: then that is told. */
export function datesApplied(record: MeetingRecord, revision: number, isShown: boolean): MeetingRecord {
  const { published } = record
  if (published === undefined || record.wanted.revision !== revision) return record
  const others = (published.differs ?? []).filter((name) => name !== 'dates')
  const differs = isShown ? others : [...others, 'dates']
  return unhindered({ ...record, published: { ...shownBy(published, differs), datesRevision: revision } })
}

/** Nobody knows whether a single date was changed: it is sent again, and looked at once more when it has surely landed. */
export function dateUnknown(record: MeetingRecord, message: string, now: number, times: Times): MeetingRecord {
  const verify = { at: now + times.sendLimitMs + 3 * times.quietMs, why: 'late_change' as const }
  return hindered({ ...record, verify }, { reason: 'no_answer', message, until: 'soon' }, now)
}

function shownBy<Published extends object>(published: Published, differs: readonly string[]): Published {
  const { differs: _before, ...rest } = published as Published & { differs?: readonly string[] }
  return (differs.length > 0 ? { ...rest, differs } : rest) as Published
}

/** The published meeting was deleted as wanted. */
export function publishedDeleted(record: MeetingRecord, now: number): MeetingRecord {
  const { published, change: _change, verify: _verify, ...rest } = unhindered(record)
  if (published === undefined) return rest
  const { id, host, attempt } = published
  const deleted = { id, host, attempt, foundAt: now, isKnown: true, state: 'deleted' as const }
  return { ...rest, surplus: [...rest.surplus, deleted] }
}
