import type { Journal } from '../ensure/journal.ts'
import { hostFromRow, lostAmong, lostHost, type RecordRow, recordFromRow, rowFromRecord } from './rows.ts'
import type { SqliteConnection, SqliteStatement, SqliteValue } from './sqlite-connection.ts'

export type { SqliteConnection, SqliteStatement, SqliteValue } from './sqlite-connection.ts'

/** `ready_at` is when a row can be claimed: it is due, and nobody has it any more. */
const tables = `
  CREATE TABLE IF NOT EXISTS zoom_journal_secret (one INTEGER PRIMARY KEY CHECK (one = 1), secret TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS zoom_journal_meeting (
    key TEXT PRIMARY KEY, tag TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, fence INTEGER NOT NULL, lease_until REAL NOT NULL,
    state TEXT NOT NULL, due_at REAL, meeting_id INTEGER, lost_at REAL, lost_hosts TEXT, rest TEXT NOT NULL,
    ready_at REAL GENERATED ALWAYS AS (max(due_at, lease_until)) STORED
  ) STRICT;
  CREATE INDEX IF NOT EXISTS zoom_journal_meeting_ready ON zoom_journal_meeting (ready_at, key) WHERE ready_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS zoom_journal_meeting_id ON zoom_journal_meeting (meeting_id) WHERE meeting_id IS NOT NULL;
  CREATE INDEX IF NOT EXISTS zoom_journal_meeting_lost ON zoom_journal_meeting (lost_at) WHERE lost_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS zoom_journal_host (
    host TEXT PRIMARY KEY, sweep_at REAL, asked_at REAL, watch_until REAL NOT NULL, lease_until REAL NOT NULL DEFAULT 0,
    fence INTEGER NOT NULL DEFAULT 0, agenda TEXT, passcode TEXT,
    ready_at REAL GENERATED ALWAYS AS (max(sweep_at, lease_until)) STORED
  ) STRICT;
  CREATE INDEX IF NOT EXISTS zoom_journal_host_ready ON zoom_journal_host (ready_at, host) WHERE ready_at IS NOT NULL;`

const makeSecret = `
  INSERT INTO zoom_journal_secret VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET one = 1 RETURNING secret`
const addRecord = `
  INSERT INTO zoom_journal_meeting
    (key, tag, version, fence, lease_until, state, due_at, meeting_id, lost_at, lost_hosts, rest)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING *`
const findBy = (column: string) => `SELECT * FROM zoom_journal_meeting WHERE ${column} = ?`
const findLost = `
  SELECT * FROM zoom_journal_meeting WHERE lost_at >= ? AND instr(lost_hosts, ?) > 0 ORDER BY lost_at, key`
const saveRecord = `
  UPDATE zoom_journal_meeting
  SET tag = ?, version = version + 1, fence = ?, lease_until = ?, state = ?, due_at = ?, meeting_id = ?, lost_at = ?,
    lost_hosts = ?, rest = ?
  WHERE key = ? AND version = ? RETURNING version`
const claimRecord = (which: string) => `
  UPDATE zoom_journal_meeting SET version = version + 1, fence = fence + 1, lease_until = ? WHERE ${which} RETURNING *`
const claimByKey = claimRecord('key = ? AND lease_until <= ?')
const claimDue = claimRecord(
  'key = (SELECT key FROM zoom_journal_meeting WHERE ready_at <= ? ORDER BY ready_at, key LIMIT 1)',
)
const nextReady = `
  SELECT min(at) AS at FROM (
    SELECT min(ready_at) AS at FROM zoom_journal_meeting WHERE ready_at IS NOT NULL
    UNION ALL SELECT min(ready_at) FROM zoom_journal_host WHERE ready_at IS NOT NULL
  )`
const watchHost = `
  INSERT INTO zoom_journal_host (host, sweep_at, asked_at, watch_until) VALUES (?, ?, ?, ?)
  ON CONFLICT (host) DO UPDATE SET
    sweep_at = coalesce(min(sweep_at, excluded.sweep_at), excluded.sweep_at),
    asked_at = coalesce(min(asked_at, excluded.asked_at), excluded.asked_at),
    watch_until = max(watch_until, excluded.watch_until)
  RETURNING host`
const claimHost = `
  UPDATE zoom_journal_host
  SET fence = fence + 1, lease_until = ?, asked_at = CASE WHEN asked_at > ? THEN asked_at END
  WHERE host = (SELECT host FROM zoom_journal_host WHERE ready_at <= ? ORDER BY ready_at, host LIMIT 1) RETURNING *`
/** A look that was asked for since the claim is not put off: what it should find may be younger than the list that was read. */
const saveHost = `
  UPDATE zoom_journal_host SET sweep_at = coalesce(min(asked_at, ?), asked_at, ?), asked_at = NULL, lease_until = 0
  WHERE host = ? AND fence = ? RETURNING fence`
const findHost = 'SELECT * FROM zoom_journal_host WHERE host = ?'
const learnHost = `
  INSERT INTO zoom_journal_host (host, agenda, passcode, watch_until) VALUES (?, ?, ?, 0)
  ON CONFLICT (host) DO UPDATE SET
    agenda = coalesce(excluded.agenda, agenda), passcode = coalesce(excluded.passcode, passcode)
  RETURNING host`

/**
 * The journal of safe creation in a SQLite file. It takes the program's own connection, and changes none of its settings but
 * a waiting time of 0 for a locked file, which becomes 5 seconds. Where a transaction is open on the connection, everything is part of it.
 * Leave `synchronous` at `FULL`: what is written down must outlast a power cut.
 *
 * @example
 * ```ts
 * import { DatabaseSync } from 'node:sqlite'
 * import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
 *
 * using database = new DatabaseSync(':memory:') // the path of a file that the processes share
 * const journal = createSqliteJournal(database)
 * console.log(await journal.nextDueAt())
 * ```
 */
export function createSqliteJournal(connection: SqliteConnection): Journal {
  const [wait] = connection.prepare('PRAGMA busy_timeout').all() as { timeout: number }[]
  if (wait?.timeout === 0) connection.exec('PRAGMA busy_timeout = 5000')
  connection.exec(tables)

  const statements = new Map<string, SqliteStatement>()
  const all = (sql: string, ...values: SqliteValue[]): unknown[] => {
    let statement = statements.get(sql)
    if (statement === undefined) {
      statement = connection.prepare(sql)
      statements.set(sql, statement)
    }
    return statement.all(...values)
  }
  const record = ([row]: unknown[]) => (row === undefined ? undefined : recordFromRow(row))
  const host = ([row]: unknown[]) => (row === undefined ? undefined : hostFromRow(row))

  return {
    secret: async (fresh) => (all(makeSecret, fresh) as [{ secret: string }])[0].secret,
    async add(fresh) {
      const row = rowFromRecord(fresh)
      return recordFromRow(all(addRecord, row.key, row.tag, row.version, ...changing(row))[0])
    },
    find: async (key) => record(all(findBy('key'), key)),
    findByTag: async (tag) => record(all(findBy('tag'), tag)),
    findByMeeting: async (id) => record(all(findBy('meeting_id'), id)),
    findLost: async (name, since) => lostAmong(all(findLost, since, lostHost(name)), name, since),
    async save(changed) {
      const row = rowFromRecord(changed)
      return all(saveRecord, row.tag, ...changing(row), row.key, row.version).length > 0
    },
    async claim({ now, leaseUntil, key }) {
      return record(key === undefined ? all(claimDue, leaseUntil, now) : all(claimByKey, leaseUntil, key, now))
    },
    nextDueAt: async () => (all(nextReady) as [{ at: number | null }])[0].at ?? undefined,
    async watch(name, sweepAt, watchUntil) {
      all(watchHost, name, sweepAt, sweepAt, watchUntil)
    },
    claimHost: async ({ now, leaseUntil }) => host(all(claimHost, leaseUntil, now, now)),
    async saveHost({ host: name, sweepAt = null, fence }) {
      return all(saveHost, sweepAt, sweepAt, name, fence).length > 0
    },
    findHost: async (name) => host(all(findHost, name)),
    async learnHost(name, { agenda = null, passcode }) {
      all(learnHost, name, agenda, passcode === undefined ? null : JSON.stringify(passcode))
    },
  }
}

/** The columns that both an insert and an update write, in their order. */
const changing = (row: RecordRow): SqliteValue[] => [
  row.fence,
  row.lease_until,
  row.state,
  row.due_at,
  row.meeting_id,
  row.lost_at,
  row.lost_hosts,
  row.rest,
]
