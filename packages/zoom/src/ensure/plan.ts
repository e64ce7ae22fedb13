import { invalidInput, ZoomError } from '../errors.ts'
import { canonicalJson, hashOf } from './canonical.ts'
import { type ChangeCost, costOfWanted } from './cost.ts'
import type { Journal } from './journal.ts'
import { commitBeside, type KeeperParts } from './keeper-parts.ts'
import { tagFromBytes } from './marker.ts'
import { type MeetingChange, mergeWanted } from './merge-wanted.ts'
import { isSameHost, openAttempt } from './next-step.ts'
import { unhindered } from './obstacle.ts'
import type { MeetingRecord, Wanted } from './record.ts'
import { restored } from './restore.ts'
import { settled } from './settle.ts'
import { type MeetingToKeep, resolveWanted } from './wanted.ts'

/** A meeting that shall exist once. */
export interface MeetingRequest {
  /** Yours, at most 200 characters: the id of your booking, say. The same key always means the same meeting. */
  readonly key: string
  /** The host, by user id or e-mail address. Keep to one of the two: the other one counts as another host. */
  readonly host: string
  readonly meeting: MeetingToKeep
}

/** A change of such a meeting. */
export interface MeetingChangeRequest {
  readonly key: string
  /** The fields that change; settings key by key. */
  readonly meeting?: MeetingChange | undefined
  /** Another host: there the meeting is made anew, with another link, before the old one is deleted. */
  readonly host?: string | undefined
}

/** Writes down what is wanted; nothing is sent. */
export async function planMeeting(parts: KeeperParts, request: MeetingRequest): Promise<MeetingRecord> {
  const { journal, ambient, settings } = parts
  const { key, host, meeting } = request
  checkKey(key)
  const there = await journal.find(key)
  if (there !== undefined) return sameRequest(parts, there, request)
  const now = ambient.now()
  const wanted: Wanted = { revision: 1, host, meeting: resolveWanted(host, meeting, now) }
  const record: MeetingRecord = {
    key,
    tag: tagFromBytes(ambient.randomBytes(8)),
    version: 1,
    fence: 0,
    leaseUntil: 0,
    state: 'planned',
    dueAt: now,
    askedHash: await askedHash(parts, wanted),
    createdAt: now,
    wanted,
    attempts: [],
    surplus: [],
  }
  const kept = await journal.add(settled(record, now, settings))
  if (kept.tag !== record.tag) return sameRequest(parts, kept, request)
  parts.tell(kept)
  return kept
}

/** The record that is there, if it was asked for with the same words. */
async function sameRequest(parts: KeeperParts, record: MeetingRecord, request: MeetingRequest): Promise<MeetingRecord> {
  const { key, host, meeting } = request
  // Its start may have passed since it was asked for first.
  const wanted: Wanted = { revision: 1, host, meeting: resolveWanted(host, meeting, record.createdAt) }
  if ((await askedHash(parts, wanted)) === record.askedHash) return record
  throw new ZoomError('key_reused', `The key ${JSON.stringify(key)} stands for another meeting already.`, {
    field: 'key',
    value: key,
    remedy: 'Change that meeting with changeMeeting, or give the new one a key of its own.',
    outcome: 'not_done',
  })
}

function askedHash({ ambient }: KeeperParts, { host, meeting }: Wanted): Promise<string> {
  return hashOf(ambient, { host: host.toLowerCase(), fields: meeting?.fields, dates: meeting?.dates })
}

/** Writes down that something else is wanted. */
export async function planChange(parts: KeeperParts, request: MeetingChangeRequest): Promise<MeetingRecord> {
  const { key } = request
  checkChange(request)
  const now = parts.ambient.now()
  return known(
    key,
    await commitBeside(parts, key, (record) => {
      const wanted = wantedAfter(record, request, now)
      // Asked for again, what was refused is tried again: what stood in its way may have been mended at Zoom.
      if (wanted === record.wanted) return record.obstacle?.until === undefined ? unhindered(record) : record
      const { candidates: _candidates, ...rest } = unhindered(record)
      return { ...rest, wanted }
    }),
  )
}

/** Counts what a change would cost. */
export async function costOfChange(parts: KeeperParts, request: MeetingChangeRequest): Promise<ChangeCost> {
  checkChange(request)
  const record = known(request.key, await parts.journal.find(request.key))
  return costOfWanted(record, wantedAfter(record, request, parts.ambient.now()))
}

function checkChange({ key, meeting, host }: MeetingChangeRequest): void {
  checkKey(key)
  if (meeting === undefined && host === undefined)
    throw invalidInput('meeting', undefined, 'Nothing is to change: give the fields that change, or another host.')
}

/** What is wanted after a change; the same object where it changes nothing. */
function wantedAfter(record: MeetingRecord, { meeting, host }: MeetingChangeRequest, now: number): Wanted {
  const { wanted } = record
  if (wanted.meeting === undefined || record.published?.isGone) throw notThere(record)
  const nextHost = host ?? wanted.host
  const changed = mergeWanted(nextHost, wanted.meeting, meeting ?? {}, now)
  if (isSameHost(nextHost, wanted.host) && canonicalJson(changed) === canonicalJson(wanted.meeting)) return wanted
  return { revision: wanted.revision + 1, host: nextHost, meeting: changed }
}

/** Writes down that no meeting is wanted any more. */
export async function planCancellation(parts: KeeperParts, { key }: { readonly key: string }): Promise<MeetingRecord> {
  checkKey(key)
  return known(
    key,
    await commitBeside(parts, key, (record) => {
      const { wanted } = record
      if (wanted.meeting === undefined) return record
      return { ...unhindered(record), wanted: { ...wanted, revision: wanted.revision + 1, meeting: undefined } }
    }),
  )
}

/** Writes down which of several equal meetings is the one. */
export async function planDecision(
  parts: KeeperParts,
  { key, meetingId }: { readonly key: string; readonly meetingId: number | 'none' },
): Promise<MeetingRecord> {
  checkKey(key)
  return known(
    key,
    await commitBeside(parts, key, (record) => {
      const { candidates, ...rest } = record
      if (candidates === undefined) return record
      if (meetingId !== 'none' && !candidates.includes(meetingId))
        throw invalidInput('meetingId', meetingId, `Choose one of ${candidates.join(', ')}, or 'none'.`)
      const open = openAttempt(rest)
      const outcome = meetingId === 'none' ? { outcome: 'not_seen' as const } : { outcome: 'made' as const, meetingId }
      const attempts = rest.attempts.map((one) => (one === open ? { ...one, ...outcome } : one))
      return { ...rest, attempts }
    }),
  )
}

/** Writes down that Zoom is to get again what is wanted, whatever somebody has changed there. */
export async function planRestoration(parts: KeeperParts, { key }: { readonly key: string }): Promise<MeetingRecord> {
  checkKey(key)
  return known(
    key,
    await commitBeside(parts, key, (record) => {
      if (record.wanted.meeting === undefined || record.published?.isGone) throw notThere(record)
      return restored(record)
    }),
  )
}

function known(key: string, record: MeetingRecord | undefined): MeetingRecord {
  if (record !== undefined) return record
  throw new ZoomError('key_unknown', `No meeting was asked for with the key ${JSON.stringify(key)}.`, {
    field: 'key',
    value: key,
    remedy: 'Check the key and the journal, or ask for the meeting first: ensureMeeting({ key, host, meeting }).',
    outcome: 'not_done',
  })
}

function notThere({ key, wanted }: MeetingRecord): ZoomError {
  const why = wanted.meeting === undefined ? 'was cancelled' : 'was deleted at Zoom by somebody'
  return new ZoomError('conflict', `The meeting with the key ${JSON.stringify(key)} ${why}.`, {
    remedy: 'Ask for a new meeting with a key of its own; it will have another link.',
    outcome: 'not_done',
  })
}

export function checkKey(key: unknown): void {
  // A database would refuse these, or keep two keys as one.
  const isText = typeof key === 'string' && !/\0/.test(key) && key.isWellFormed()
  if (!isText || key.trim() === '' || key.length > 200)
    throw invalidInput('key', key, 'Give a text of 1 to 200 characters: what names the meeting on your side.')
}

/** The same parts over another journal: one inside a transaction of the caller. */
export function over(parts: KeeperParts, journal: Journal | undefined): KeeperParts {
  return journal === undefined ? parts : { ...parts, journal }
}
