import { ZoomError } from '../errors.ts'
import type { Ambient } from '../http/ambient.ts'
import type { Requester } from '../http/operation.ts'
import type { Journal } from './journal.ts'
import type { MeetingRecord } from './record.ts'
import type { KeeperSettings } from './settings.ts'
import { settled } from './settle.ts'

/** What the keeper takes from its surroundings. */
export type KeeperAmbient = Pick<Ambient, 'now' | 'setTimer' | 'randomBytes' | 'sha256' | 'hmacSha256'>

/** What each step works with. */
export interface KeeperParts {
  readonly zoom: Requester
  readonly journal: Journal
  readonly settings: KeeperSettings
  readonly ambient: KeeperAmbient
  /** By which markers and passcodes are made. */
  readonly secret: () => Promise<string>
  /** Told each record that was written. */
  readonly tell: (record: MeetingRecord) => void
}

/** Another worker has taken the record over; what this one wanted to write is not written. */
export class ClaimLost extends Error {
  constructor(key: string) {
    super(`Another worker has taken over ${JSON.stringify(key)}.`)
    this.name = 'ClaimLost'
  }
}

/**
 * Writes what follows from the record for the worker that has claimed it. Where something else was written meanwhile (a change of
 * what is wanted), it follows from that; where another worker has claimed it, nothing is written.
 *
 * @throws ClaimLost
 */
export async function commit(
  { journal, settings, ambient, tell }: Omit<KeeperParts, 'zoom' | 'secret'>,
  claimed: MeetingRecord,
  next: (record: MeetingRecord) => MeetingRecord,
  { holds = false }: { readonly holds?: boolean } = {},
): Promise<MeetingRecord> {
  let record = claimed
  for (;;) {
    const now = ambient.now()
    const changed = settled(next(record), now, settings)
    const goesOn = holds || (changed.dueAt !== undefined && changed.dueAt <= now)
    const kept = { ...changed, leaseUntil: goesOn ? now + settings.leaseMs : 0 }
    if (await journal.save(kept)) return told(tell, kept)
    const fresh = await journal.find(record.key)
    if (fresh === undefined || fresh.fence !== claimed.fence) throw new ClaimLost(record.key)
    record = fresh
  }
}

/** Writes what follows from the record, whoever works on it; a claim stays. Gives the record as it is then, if there is one. */
export async function commitBeside(
  { journal, settings, ambient, tell }: Omit<KeeperParts, 'zoom' | 'secret'>,
  key: string,
  next: (record: MeetingRecord) => MeetingRecord,
): Promise<MeetingRecord | undefined> {
  for (;;) {
    const record = await journal.find(key)
    if (record === undefined) return undefined
    const changed = next(record)
    if (changed === record) return record
    const kept = settled(changed, ambient.now(), settings)
    if (await journal.save(kept)) return told(tell, kept)
  }
}

/** The record as it is in the journal now. */
function told(tell: KeeperParts['tell'], record: MeetingRecord): MeetingRecord {
  const written = { ...record, version: record.version + 1 }
  tell(written)
  return written
}

/** The error of a request of ours; anything else that was thrown is no answer of Zoom, and goes on. */
export function zoomError(error: unknown): ZoomError {
  if (error instanceof ZoomError) return error
  throw error
}
