import type { SqliteConnection } from '../journal/sqlite-connection.ts'
import { addEnd, type Bucket, createBucket, raiseTo, slow, takenOf } from './bucket.ts'
import { type LimitStore, refuse, type Ticket } from './store.ts'

interface SqliteTicket extends Ticket {
  readonly id: number
}

/**
 * `zoom_limit_open` holds a row for each place of a call on its way. Once its lease is over it counts as an ended one, so that a
 * process that died gives its places back. `zoom_limit_taken` holds how many places of ended calls end when.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS zoom_limit_bucket (
    name TEXT PRIMARY KEY, blocked_until REAL NOT NULL, slowed_to REAL NOT NULL, slowed_at REAL NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS zoom_limit_open (
    ticket INTEGER NOT NULL, bucket TEXT NOT NULL, lease_until REAL NOT NULL, ends_at REAL NOT NULL,
    PRIMARY KEY (ticket, bucket)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS zoom_limit_open_bucket ON zoom_limit_open (bucket);
  CREATE TABLE IF NOT EXISTS zoom_limit_ticket (one INTEGER PRIMARY KEY CHECK (one = 1), last INTEGER NOT NULL) STRICT;
  INSERT OR IGNORE INTO zoom_limit_ticket VALUES (1, 0);
  CREATE TABLE IF NOT EXISTS zoom_limit_taken (
    bucket TEXT NOT NULL, ends_at REAL NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (bucket, ends_at)
  ) STRICT, WITHOUT ROWID;`

/**
 * The buckets in a SQLite file, for several processes of one machine: together they stay inside the limits. Give each process a
 * connection of its own to the same file, and let nothing else use that connection. Instants are those of the machine's clock.
 *
 * @example
 * ```ts
 * import { DatabaseSync } from 'node:sqlite'
 * import { createScheduler, createSqliteLimitStore } from '@convene/zoom/limits'
 *
 * using database = new DatabaseSync(':memory:') // the path of a file that the processes share
 * const scheduler = createScheduler({ plan: 'pro', store: createSqliteLimitStore(database) })
 * console.log(scheduler.progress())
 * ```
 */
export function createSqliteLimitStore(connection: SqliteConnection): LimitStore {
  connection.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  connection.exec(tables)
  const prepare = (sql: string) => connection.prepare(sql)
  const sql = {
    bucket: prepare('SELECT * FROM zoom_limit_bucket WHERE name = ?'),
    keep: prepare('INSERT OR REPLACE INTO zoom_limit_bucket VALUES (?, ?, ?, ?)'),
    open: prepare('SELECT ticket, lease_until, ends_at FROM zoom_limit_open WHERE bucket = ?'),
    taken: prepare('SELECT ends_at, count FROM zoom_limit_taken WHERE bucket = ? AND ends_at > ? ORDER BY ends_at'),
    take: prepare('INSERT INTO zoom_limit_open VALUES (?, ?, ?, ?)'),
    placesOf: prepare('SELECT bucket FROM zoom_limit_open WHERE ticket = ?'),
    leave: prepare('DELETE FROM zoom_limit_open WHERE ticket = ?'),
    end: prepare(
      'INSERT INTO zoom_limit_taken VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count',
    ),
    forget: prepare('DELETE FROM zoom_limit_taken WHERE ends_at <= ?'),
    forgetOpen: prepare('DELETE FROM zoom_limit_open WHERE lease_until <= ? AND ends_at <= ?'),
    nextTicket: prepare('UPDATE zoom_limit_ticket SET last = last + 1 RETURNING last'),
    allTaken: prepare('SELECT ends_at, count FROM zoom_limit_taken WHERE bucket = ?'),
    drop: prepare('DELETE FROM zoom_limit_taken WHERE bucket = ?'),
    renameOpen: prepare('UPDATE zoom_limit_open SET bucket = ? WHERE bucket = ?'),
  }

  /** One step that no other process comes between. */
  const step = <T>(work: () => T): T => {
    connection.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      connection.exec('COMMIT')
      return result
    } catch (error) {
      // Where the disk is full SQLite has undone it by itself, and nothing is left to undo.
      try {
        connection.exec('ROLLBACK')
      } catch {}
      throw error
    }
  }
  const load = (name: string, now: number): Bucket => {
    const bucket = createBucket()
    const [kept] = sql.bucket.all(name) as { blocked_until: number; slowed_to: number; slowed_at: number }[]
    if (kept !== undefined) {
      bucket.blockedUntil = kept.blocked_until
      bucket.slowedTo = kept.slowed_to
      bucket.slowedAt = kept.slowed_at
    }
    for (const { ends_at, count } of sql.taken.all(name, now) as { ends_at: number; count: number }[])
      bucket.ends.push({ at: ends_at, count })
    for (const { lease_until, ends_at } of sql.open.all(name) as { lease_until: number; ends_at: number }[])
      if (lease_until > now) bucket.open++
      else if (ends_at > now) addEnd(bucket, ends_at)
    return bucket
  }
  const change = (name: string, now: number, how: (bucket: Bucket) => void) => {
    const bucket = load(name, now)
    how(bucket)
    sql.keep.run(name, bucket.blockedUntil, bucket.slowedTo, bucket.slowedAt)
  }
  const block = (name: string, until: number) =>
    change(name, until, (bucket) => {
      bucket.blockedUntil = Math.max(bucket.blockedUntil, until)
    })
  let forgetAt = Number.NEGATIVE_INFINITY

  return {
    isShared: true,
    take(needs, now, leaseUntil, endOf) {
      return step(() => {
        if (now >= forgetAt) {
          sql.forget.run(now)
          sql.forgetOpen.run(now, now)
          forgetAt = now + 1000
        }
        const buckets = needs.map(({ bucket }) => load(bucket, now))
        const refused = refuse(needs, buckets, now)
        if (refused !== undefined) return refused
        const [{ last: id }] = sql.nextTicket.all() as [{ last: number }]
        for (const need of needs) sql.take.run(id, need.bucket, leaseUntil, endOf(need, leaseUntil))
        const ticket: SqliteTicket = { needs, id }
        return { ok: true, ticket }
      })
    },
    end(ticket, countedAt, endOf) {
      const { needs, id } = ticket as SqliteTicket
      step(() => {
        // In the order of the needs; a bucket may have another name by now.
        const places = sql.placesOf.all(id) as { bucket: string }[]
        sql.leave.run(id)
        for (const { bucket } of places) {
          const need =
            needs.find((one) => one.bucket === bucket) ??
            needs.find(({ name }) => bucket.startsWith('host ') && name === 'host_daily')
          if (need !== undefined && need.kind !== 'lock') sql.end.run(bucket, endOf(need, countedAt), 1)
        }
      })
    },
    block: (name, until) => step(() => block(name, until)),
    slow: (name, now) => step(() => change(name, now, (bucket) => slow(bucket, now))),
    raiseTo(name, used, endsAt, now) {
      step(() => {
        const bucket = load(name, now)
        const before = takenOf(bucket)
        raiseTo(bucket, used, endsAt, now)
        const missing = takenOf(bucket) - before
        if (missing > 0) sql.end.run(name, endsAt, missing)
      })
    },
    merge(from, into) {
      step(() => {
        for (const { ends_at, count } of sql.allTaken.all(from) as { ends_at: number; count: number }[])
          sql.end.run(into, ends_at, count)
        sql.drop.run(from)
        sql.renameOpen.run(into, from)
        const [old] = sql.bucket.all(from) as { blocked_until: number }[]
        if (old !== undefined) block(into, old.blocked_until)
      })
    },
    look: (names, now) => names.map((name) => load(name, now)),
  }
}
