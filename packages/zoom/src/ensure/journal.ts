import type { MeetingRecord } from './record.ts'

/** A host whose list is looked through for meetings that should not be there. */
export interface WatchedHost {
  readonly host: string
  /** When its list is read next. */
  readonly sweepAt: number
  /** Until then an attempt may still land: the list is read every ten minutes, afterwards once a day. */
  readonly watchUntil: number
  readonly leaseUntil: number
  /** Raised by each claim. */
  readonly fence: number
  /** Whether Zoom shows the agenda of this host's meetings in lists; `undefined` until that was seen. */
  readonly agenda: 'shown' | 'hidden' | undefined
}

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
  /** 32 bytes by which markers and passcodes are made; the ones handed in are kept if there are none yet. */
  secret(fresh: Uint8Array): Promise<Uint8Array>
  /** Keeps a new record unless there is one with its key; gives the one that is there now. */
  add(record: MeetingRecord): Promise<MeetingRecord>
  find(key: string): Promise<MeetingRecord | undefined>
  findByTag(tag: string): Promise<MeetingRecord | undefined>
  /** The record whose published meeting this is. */
  findByMeeting(meetingId: number): Promise<MeetingRecord | undefined>
  /** Writes over the record if it still has this `version`, which rises by one; whether it was written. */
  save(record: MeetingRecord): Promise<boolean>
  /**
   * Leases the record that has been due longest (or the one with `key`, due or not) unless somebody has it: its fence and its
   * version rise.
   */
  claim(claim: Claim & { readonly key?: string }): Promise<MeetingRecord | undefined>
  /** When the next record or host is due that nobody has, or a lease of one ends; `undefined`: never. */
  nextDueAt(): Promise<number | undefined>
  /** Looks through the host's list at `sweepAt` at the latest, and for late ones until `watchUntil`. */
  watch(host: string, sweepAt: number, watchUntil: number): Promise<void>
  /** Leases the host that has been due longest. */
  claimHost(claim: Claim): Promise<WatchedHost | undefined>
  /** Ends the lease with what is known now, if its `fence` is still the one of the host; `watchUntil` never falls. */
  saveHost(host: WatchedHost): Promise<boolean>
  findHost(host: string): Promise<WatchedHost | undefined>
}
