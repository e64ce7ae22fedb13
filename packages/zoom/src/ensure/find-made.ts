import { meetingsOperations } from '../generated/meetings.ts'
import type { ListedMeeting, Meeting } from '../generated/types/schemas.ts'
import type { Requester } from '../http/operation.ts'
import type { SeenMeeting } from './attempts.ts'
import { type KeeperParts, zoomError } from './keeper-parts.ts'
import { markerOf } from './marker.ts'
import { byAge, couldBeMadeBy, hasOwnPasscode, isMadeByHand, isMarkedBy, isProvedBy } from './match.ts'
import { isSameHost } from './next-step.ts'
import type { Attempt, MeetingRecord } from './record.ts'

/** What was found of a record in the list of a host. */
export interface Found {
  /** The oldest first. */
  readonly found: readonly Omit<SeenMeeting, 'isKnown'>[]
  /** Of an attempt whose agenda is hidden: equal ones of which nobody can tell which it is. */
  readonly equal: readonly number[]
}

/**
 * Finds what the attempts of a record have made, by the marker; where no agenda is shown by the fingerprint (made at the time,
 * start, length, topic) and then by the passcode, which costs one call for each that fits.
 */
export async function findMade(
  parts: KeeperParts,
  record: MeetingRecord,
  host: string,
  list: readonly ListedMeeting[],
): Promise<Found> {
  const { ambient, settings } = parts
  const secret = await parts.secret()
  const found: (ListedMeeting & { readonly attempt: number })[] = []
  const equal: number[] = []
  for (const attempt of record.attempts) {
    if (attempt.outcome === 'not_made' || attempt.meetingId !== undefined || !isSameHost(attempt.host, host)) continue
    const marker = await markerOf(ambient, secret, record, attempt)
    const marked = list.filter((row) => isMarkedBy(row, attempt, marker, settings)).sort(byAge)
    const own =
      marked.length > 0 ? await firstOfOurs(parts, attempt, marked) : await byPasscode(parts, record, attempt, list)
    const isProved = marked.length > 0 || !hasOwnPasscode(attempt)
    if (own.length > 1 || (own.length > 0 && !isProved)) equal.push(...own.map(({ id }) => id))
    else found.push(...own.map((row) => ({ ...row, attempt: attempt.number })))
  }
  return { found: found.sort(byAge).map(({ id, attempt }) => ({ id, attempt })), equal }
}

/** A list does not tell what a person has made; where the first one is missing from it, a copy would be taken for it. */
async function firstOfOurs(
  { zoom }: KeeperParts,
  attempt: Attempt,
  marked: readonly ListedMeeting[],
): Promise<ListedMeeting[]> {
  for (const row of marked) {
    const meeting = await readListed(zoom, row)
    if (meeting !== undefined && isProvedBy(meeting, attempt)) return [row]
  }
  return []
}

/** `undefined` for what is listed still and gone already. */
async function readListed(zoom: Requester, { id }: ListedMeeting): Promise<Meeting | undefined> {
  try {
    return await zoom.request<Meeting>(meetingsOperations.get, { path: { meetingId: id } })
  } catch (error) {
    if (zoomError(error).code === 'not_found') return undefined
    throw error
  }
}

async function byPasscode(
  { zoom, journal, settings }: KeeperParts,
  { key }: MeetingRecord,
  attempt: Attempt,
  list: readonly ListedMeeting[],
): Promise<ListedMeeting[]> {
  const own: ListedMeeting[] = []
  for (const row of list.filter((row) => couldBeMadeBy(row, attempt, settings)).sort(byAge)) {
    const published = await journal.findByMeeting(row.id)
    if (published !== undefined && published.key !== key) continue
    const meeting = await readListed(zoom, row)
    if (meeting?.password === attempt.password && !isMadeByHand(meeting)) own.push(row)
  }
  return own
}
