import type { PasscodeRequirement } from './passcode.ts'
import type { MeetingRecord } from './record.ts'

/** What is known of a host, and when its list is looked through for meetings that should not be there. */
export interface WatchedHost {
  /** By id or e-mail address, in lower case. */
  readonly host: string
  /** When its list is read next; `undefined`: no attempt there can still land. */
  readonly sweepAt: number | undefined
  /** Until then an attempt may still land. */
  readonly watchUntil: number
  readonly leaseUntil: number
  /** Raised by each claim. */
  readonly fence: number
  /** Whether Zoom shows the agenda of this host's meetings in lists; `undefined` until that was seen. */
  readonly agenda: 'shown' | 'hidden' | undefined
  /** What this host's passcodes must be like; `undefined` until Zoom has refused one. */
  readonly passcode: PasscodeRequirement | undefined
}

/** That a worker has a record for itself, for a while. */
export interface Claim {
  /** By the clock of the one who asks, in milliseconds since 1970. */
  readonly now: number
  /** Nobody else gets it until then. */
  readonly leaseUntil: number
}

/**
 * Where safe creation keeps what it knows. Each method is one statement that nothing comes between, so that a form can stand on
 * a connection, on a pool, or inside a transaction that the caller has opened.
 */
export interface Journal {
  /** The text by which markers and passcodes are made; the one handed in is kept if there is none yet. */
  secret(fresh: string): Promise<string>
  /** Keeps a new record unless there is one with its key; gives the one that is there now. */
  add(record: MeetingRecord): Promise<MeetingRecord>
  find(key: string): Promise<MeetingRecord | undefined>
  findByTag(tag: string): Promise<MeetingRecord | undefined>
  /** The record whose published meeting this is. */
  findByMeeting(meetingId: number): Promise<MeetingRecord | undefined>
  /**
   * Records with an attempt at this host, sent at `since` or later, of which nobody knows whether it made a meeting: `sent`,
   * `unknown` or `not_seen`.
   */
  findLost(host: string, since: number): Promise<readonly MeetingRecord[]>
  /** Writes over the record if it still has this `version`, which rises by one; whether it was written. */
  save(record: MeetingRecord): Promise<boolean>
  /**
   * Leases the record that has been due longest (or the one with `key`, due or not) unless somebody has it: its fence and its
   * version rise.
   */
  claim(claim: Claim & { readonly key?: string }): Promise<MeetingRecord | undefined>
  /** When the next record or host is due that nobody has, or a lease of one ends; `undefined`: never. */
  nextDueAt(): Promise<number | undefined>
  /** Has the host's list looked through at `sweepAt` at the latest, and again until `watchUntil`; neither is put off. */
  watch(host: string, sweepAt: number, watchUntil: number): Promise<void>
  /** Leases the host that has been due longest. */
  claimHost(claim: Claim): Promise<WatchedHost | undefined>
  /** Ends the lease and writes when to look next, if `fence` is still the one of the host; `watchUntil` is left as it is. */
  saveHost(host: Pick<WatchedHost, 'host' | 'sweepAt' | 'fence'>): Promise<boolean>
  findHost(host: string): Promise<WatchedHost | undefined>
  /** Keeps what was learned of a host; what is not named stays. */
  learnHost(host: string, known: Partial<Pick<WatchedHost, 'agenda' | 'passcode'>>): Promise<void>
}
