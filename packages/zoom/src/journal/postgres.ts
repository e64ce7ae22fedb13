import type { Journal } from '../ensure/journal.ts'
import { type PostgresConnection, queryUntilWon } from './postgres-connection.ts'
import { createTables } from './postgres-tables.ts'
import { hostFromRow, lostAmong, lostHost, type RecordRow, recordFromRow, rowFromRecord } from './rows.ts'

export type { PostgresConnection } from './postgres-connection.ts'

/** Instants are `double precision`: drivers read `bigint` as text. `ready_at` is when a row can be claimed: it is due, and nobody has it. */
const tables = `
  CREATE TABLE IF NOT EXISTS zoom_journal_secret (one integer PRIMARY KEY CHECK (one = 1), secret text NOT NULL);
  CREATE TABLE IF NOT EXISTS zoom_journal_meeting (
    key text PRIMARY KEY, tag text NOT NULL UNIQUE, version integer NOT NULL, fence integer NOT NULL,
    lease_until double precision NOT NULL, state text NOT NULL, due_at double precision, meeting_id bigint,
    lost_at double precision, lost_hosts text, rest text NOT NULL, ready_at double precision
      GENERATED ALWAYS AS (CASE WHEN due_at IS NOT NULL THEN greatest(due_at, lease_until) END) STORED
  );
  CREATE INDEX IF NOT EXISTS zoom_journal_meeting_ready ON zoom_journal_meeting (ready_at, key) WHERE ready_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS zoom_journal_meeting_id ON zoom_journal_meeting (meeting_id) WHERE meeting_id IS NOT NULL;
  CREATE INDEX IF NOT EXISTS zoom_journal_meeting_lost ON zoom_journal_meeting (lost_at) WHERE lost_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS zoom_journal_host (
    host text PRIMARY KEY, sweep_at double precision, asked_at double precision, watch_until double precision NOT NULL,
    lease_until double precision NOT NULL DEFAULT 0, fence integer NOT NULL DEFAULT 0, agenda text, passcode text,
    ready_at double precision
      GENERATED ALWAYS AS (CASE WHEN sweep_at IS NOT NULL THEN greatest(sweep_at, lease_until) END) STORED
  );
  CREATE INDEX IF NOT EXISTS zoom_journal_host_ready ON zoom_journal_host (ready_at, host) WHERE ready_at IS NOT NULL;`

const makeSecret = `
  INSERT INTO zoom_journal_secret VALUES (1, $1) ON CONFLICT (one) DO UPDATE SET one = 1 RETURNING secret`
const addRecord = `
  INSERT INTO zoom_journal_meeting
    (key, tag, version, fence, lease_until, state, due_at, meeting_id, lost_at, lost_hosts, rest)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING *`
const findBy = (column: string) => `SELECT * FROM zoom_journal_meeting WHERE ${column} = $1`
const findLost = `
  SELECT * FROM zoom_journal_meeting WHERE lost_at >= $1 AND strpos(lost_hosts, $2) > 0 ORDER BY lost_at, key`
const saveRecord = `
  UPDATE zoom_journal_meeting
  SET tag = $2, version = version + 1, fence = $4, lease_until = $5, state = $6, due_at = $7, meeting_id = $8, lost_at = $9,
    lost_hosts = $10, rest = $11
  WHERE key = $1 AND version = $3`
const claimByKey = `
  UPDATE zoom_journal_meeting SET version = version + 1, fence = fence + 1, lease_until = $1
  WHERE key = $3 AND lease_until <= $2 RETURNING *`
/** The row is locked where it is looked for, so that two who look at once never find the same one, and neither waits. */
const claimDue = `
  WITH due AS MATERIALIZED (
    SELECT key FROM zoom_journal_meeting WHERE ready_at <= $2 ORDER BY ready_at, key LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  UPDATE zoom_journal_meeting AS meeting SET version = version + 1, fence = fence + 1, lease_until = $1
  FROM due WHERE meeting.key = due.key RETURNING meeting.*`
const nextReady = `
  SELECT min(at) AS at FROM (
    SELECT min(ready_at) AS at FROM zoom_journal_meeting WHERE ready_at IS NOT NULL
    UNION ALL SELECT min(ready_at) FROM zoom_journal_host WHERE ready_at IS NOT NULL
  ) AS next`
const watchHost = `
  INSERT INTO zoom_journal_host AS watched (host, sweep_at, asked_at, watch_until) VALUES ($1, $2, $2, $3)
  ON CONFLICT (host) DO UPDATE SET
    sweep_at = least(watched.sweep_at, excluded.sweep_at),
    asked_at = least(watched.asked_at, excluded.asked_at),
    watch_until = greatest(watched.watch_until, excluded.watch_until)`
const claimHost = `
  WITH due AS MATERIALIZED (
    SELECT host FROM zoom_journal_host WHERE ready_at <= $2 ORDER BY ready_at, host LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  UPDATE zoom_journal_host AS watched
  SET fence = fence + 1, lease_until = $1, asked_at = CASE WHEN asked_at > $2 THEN asked_at END
  FROM due WHERE watched.host = due.host RETURNING watched.*`
/** A look that was asked for since the claim is not put off: what it should find may be younger than the list that was read. */
const saveHost = `
  UPDATE zoom_journal_host SET sweep_at = least(asked_at, $2), asked_at = NULL, lease_until = 0
  WHERE host = $1 AND fence = $3`
const findHost = 'SELECT * FROM zoom_journal_host WHERE host = $1'
const learnHost = `
  INSERT INTO zoom_journal_host AS known (host, agenda, passcode, watch_until) VALUES ($1, $2, $3, 0)
  ON CONFLICT (host) DO UPDATE SET
    agenda = coalesce(excluded.agenda, known.agenda), passcode = coalesce(excluded.passcode, known.passcode)`

/**
 * The journal of safe creation in PostgreSQL (15 or later), for workers on any number of machines. `connection` is a `Pool`, a `Client` or a
 * `PoolClient` of `pg`, or anything else with such a `query`. Where a transaction is open on it, everything is part of that
 * transaction. The tables (`zoom_journal_…`) are made at the first use, in the first schema of the search path. A `Client` is for one
 * thing at a time, such as a transaction; give workers a `Pool`.
 *
 * Workers compare leases with their own clocks: keep those within a few seconds of each other (NTP does).
 *
 * ```ts
 * import { createPostgresJournal } from '@convene/zoom/journal/postgres'
 * import pg from 'pg'
 *
 * const journal = createPostgresJournal(new pg.Pool({ connectionString: 'postgres://localhost/booking' }))
 * ```
 */
export function createPostgresJournal(connection: PostgresConnection): Journal {
  const tablesAreThere = createTables(connection, 'zoom_journal_host', tables)
  const run = async (sql: string, ...values: unknown[]) => {
    await tablesAreThere()
    return queryUntilWon(connection, sql, values)
  }
  const record = async (sql: string, ...values: unknown[]) => {
    const [row] = (await run(sql, ...values)).rows
    return row && recordFromRow(row)
  }
  const host = async (sql: string, ...values: unknown[]) => {
    const [row] = (await run(sql, ...values)).rows
    return row && hostFromRow(row)
  }

  return {
    secret: async (fresh) => String((await run(makeSecret, fresh)).rows[0]?.secret),
    add: async (fresh) => recordFromRow((await run(addRecord, ...valuesOf(fresh))).rows[0]),
    find: (key) => record(findBy('key'), key),
    findByTag: (tag) => record(findBy('tag'), tag),
    findByMeeting: (id) => record(findBy('meeting_id'), id),
    findLost: async (name, since) => lostAmong((await run(findLost, since, lostHost(name))).rows, name, since),
    save: async (changed) => (await run(saveRecord, ...valuesOf(changed))).rowCount === 1,
    claim: ({ now, leaseUntil, key }) =>
      key === undefined ? record(claimDue, leaseUntil, now) : record(claimByKey, leaseUntil, now, key),
    async nextDueAt() {
      const [row] = (await run(nextReady)).rows as { at: number | null }[]
      return row?.at ?? undefined
    },
    async watch(name, sweepAt, watchUntil) {
      await run(watchHost, name, sweepAt, watchUntil)
    },
    claimHost: ({ now, leaseUntil }) => host(claimHost, leaseUntil, now),
    saveHost: async ({ host: name, sweepAt = null, fence }) =>
      (await run(saveHost, name, sweepAt, fence)).rowCount === 1,
    findHost: (name) => host(findHost, name),
    async learnHost(name, { agenda = null, passcode }) {
      await run(learnHost, name, agenda, passcode === undefined ? null : JSON.stringify(passcode))
    },
  }
}

/** In the order of the statements that write a record. */
function valuesOf(record: Parameters<typeof rowFromRecord>[0]): unknown[] {
  const row: RecordRow = rowFromRecord(record)
  const { key, tag, version, fence, lease_until, state, due_at, meeting_id, lost_at, lost_hosts, rest } = row
  return [key, tag, version, fence, lease_until, state, due_at, meeting_id, lost_at, lost_hosts, rest]
}
