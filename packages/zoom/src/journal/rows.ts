import type { WatchedHost } from '../ensure/journal.ts'
import type { Attempt, MeetingRecord } from '../ensure/record.ts'

/** A record as every form keeps it: what its statements look at in columns, the rest as JSON. */
export interface RecordRow {
  readonly key: string
  readonly tag: string
  readonly version: number
  readonly fence: number
  readonly lease_until: number
  readonly state: MeetingRecord['state']
  readonly due_at: number | null
  /** The id of the published meeting. */
  readonly meeting_id: number | null
  /** When the youngest attempt was sent of which nobody knows whether it made a meeting. */
  readonly lost_at: number | null
  /** The hosts of such attempts, each between line ends. */
  readonly lost_hosts: string | null
  readonly rest: string
}

type RecordColumn = 'key' | 'tag' | 'version' | 'fence' | 'leaseUntil' | 'state' | 'dueAt'

export function rowFromRecord(record: MeetingRecord): RecordRow {
  const { key, tag, version, fence, leaseUntil, state, dueAt, ...rest } = record
  const lost = rest.attempts.filter(isLost)
  return {
    key,
    tag,
    version,
    fence,
    lease_until: leaseUntil,
    state,
    due_at: dueAt ?? null,
    meeting_id: rest.published?.id ?? null,
    lost_at: lost.length > 0 ? Math.max(...lost.map(({ sentAt }) => sentAt)) : null,
    lost_hosts: lost.length > 0 ? lost.map(({ host }) => lostHost(host)).join('') : null,
    rest: JSON.stringify(rest),
  }
}

export function recordFromRow(row: unknown): MeetingRecord {
  const { key, tag, version, fence, lease_until, state, due_at, rest } = row as RecordRow
  return {
    ...(JSON.parse(rest) as Omit<MeetingRecord, RecordColumn>),
    key,
    tag,
    version,
    fence,
    leaseUntil: lease_until,
    state,
    dueAt: due_at ?? undefined,
  }
}

const isLost = ({ outcome }: Attempt): boolean => outcome === 'sent' || outcome === 'unknown' || outcome === 'not_seen'

/** What `lost_hosts` contains when an attempt at this host is lost. */
export const lostHost = (host: string): string => `\n${host.toLowerCase()}\n`

/** Those of the rows that have a lost attempt at the host, sent at `since` or later: columns tell only of all of a record's attempts. */
export function lostAmong(rows: readonly unknown[], host: string, since: number): MeetingRecord[] {
  return rows
    .map(recordFromRow)
    .filter(({ attempts }) =>
      attempts.some((one) => isLost(one) && one.sentAt >= since && lostHost(one.host) === lostHost(host)),
    )
}

/** A host as every form keeps it. */
export interface HostRow {
  readonly host: string
  readonly sweep_at: number | null
  readonly watch_until: number
  readonly lease_until: number
  readonly fence: number
  readonly agenda: 'shown' | 'hidden' | null
  /** JSON. */
  readonly passcode: string | null
}

export function hostFromRow(row: unknown): WatchedHost {
  const { host, sweep_at, watch_until, lease_until, fence, agenda, passcode } = row as HostRow
  return {
    host,
    sweepAt: sweep_at ?? undefined,
    watchUntil: watch_until,
    leaseUntil: lease_until,
    fence,
    agenda: agenda ?? undefined,
    passcode: passcode === null ? undefined : (JSON.parse(passcode) as WatchedHost['passcode']),
  }
}
