import { type Ambient, realAmbient } from '../http/ambient.ts'
import { type PostgresConnection, queryUntilWon } from '../journal/postgres-connection.ts'
import { createTables } from '../journal/postgres-tables.ts'
import { addEnd, type Bucket, createBucket, limitAt, slow } from './bucket.ts'
import { limitTables } from './postgres-tables.ts'
import { createClockComparison, onSharedClock } from './shared-clock.ts'
import { type LimitStore, refuse, type Ticket } from './store.ts'

interface PostgresTicket extends Ticket {
  /** As the driver gave it: a number or a text. */
  readonly id: unknown
}

/** For tests that hold the clock. */
export interface PostgresLimitStoreOptions {
  /** This machine's clock. */
  readonly ambient?: Pick<Ambient, 'now'>
}

const lookAt = `
  SELECT
    wanted.name, blocked_until, slowed_to, slowed_at,
    (SELECT count(*) FROM zoom_limit_open WHERE bucket = wanted.name AND lease_until > $2)::integer AS open,
    (SELECT coalesce(json_agg(json_build_array(ends_at, count)), '[]')::text FROM (
      SELECT ends_at, 1 AS count FROM zoom_limit_open WHERE bucket = wanted.name AND lease_until <= $2 AND ends_at > $2
      UNION ALL SELECT ends_at, count FROM zoom_limit_taken WHERE bucket = wanted.name AND ends_at > $2
    ) AS places) AS ends
  FROM unnest($1::text[]) WITH ORDINALITY AS wanted (name, place) LEFT JOIN zoom_limit_bucket AS kept ON kept.name = wanted.name
  ORDER BY wanted.place`
const readClock = 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::double precision AS now'
/** Only if nobody else has changed it since it was read. */
const keep = `
  INSERT INTO zoom_limit_bucket AS kept (name, blocked_until, slowed_to, slowed_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (name) DO UPDATE SET blocked_until = $2, slowed_to = $3, slowed_at = $4
  WHERE kept.blocked_until = $5 AND kept.slowed_to = $6 AND kept.slowed_at = $7`
/** How long ended places are kept: nobody may take them away from a machine for which they have not ended. */
const keptForMs = 60_000
const forgetEveryMs = 10_000

/**
 * The buckets in PostgreSQL (15 or later), for processes on any number of machines: together they stay inside the limits. `connection` is a
 * `Pool` of `pg`, or anything else with such a `query`; no transaction may be open on it. The tables and functions (`zoom_limit_…`)
 * are made at the first use, in the first schema of the search path.
 *
 * Places end by the clock of the database: each machine compares its own with it, so that a wrong one does no harm.
 *
 * ```ts
 * import { createPostgresLimitStore, createScheduler } from '@convene/zoom/limits'
 * import pg from 'pg'
 *
 * const pool = new pg.Pool({ connectionString: 'postgres://localhost/booking' })
 * const scheduler = createScheduler({ plan: 'business', store: createPostgresLimitStore(pool) })
 * ```
 */
export function createPostgresLimitStore(
  connection: PostgresConnection,
  { ambient: { now } = realAmbient }: PostgresLimitStoreOptions = {},
): LimitStore {
  const readShared = async () => Number((await connection.query(readClock)).rows[0]?.now)
  return onSharedClock(createStore(connection), createClockComparison(now, readShared))
}

function createStore(connection: PostgresConnection): LimitStore {
  const tablesAreThere = createTables(connection, 'zoom_limit_ticket', limitTables)
  const run = async (sql: string, ...values: unknown[]) => {
    await tablesAreThere()
    return queryUntilWon(connection, sql, values)
  }
  const look = async (names: readonly string[], now: number): Promise<Bucket[]> => {
    const { rows } = await run(lookAt, names, now)
    return rows.map(bucketFromRow)
  }
  const change = async (name: string, now: number, how: (bucket: Bucket) => void): Promise<void> => {
    for (;;) {
      const bucket = (await look([name], now))[0] ?? createBucket()
      const { blockedUntil, slowedTo, slowedAt } = bucket
      how(bucket)
      const values = [bucket.blockedUntil, bucket.slowedTo, bucket.slowedAt, blockedUntil, slowedTo, slowedAt]
      if ((await run(keep, name, ...values)).rowCount === 1) return
    }
  }
  let forgetAt = Number.NEGATIVE_INFINITY

  return {
    isShared: true,
    async take(needs, now, leaseUntil, endOf) {
      const names = needs.map(({ bucket }) => bucket)
      const ends = needs.map((need) => endOf(need, leaseUntil))
      for (;;) {
        const buckets = await look(names, now)
        const refused = refuse(needs, buckets, now)
        if (refused !== undefined) return refused
        const limits = needs.map(({ limit }, index) => limitAt(buckets[index] ?? createBucket(), limit, now))
        const forgetUntil = now >= forgetAt ? now - keptForMs : Number.NEGATIVE_INFINITY
        if (now >= forgetAt) forgetAt = now + forgetEveryMs
        const take = 'SELECT zoom_limit_take($1, $2, $3, $4, $5, $6) AS id'
        const id = (await run(take, names, limits, ends, leaseUntil, now, forgetUntil)).rows[0]?.id ?? null
        if (id === null) continue // Somebody else was faster since the look.
        const ticket: PostgresTicket = { needs, id }
        return { ok: true, ticket }
      }
    },
    async end(ticket, countedAt, endOf) {
      const { needs, id } = ticket as PostgresTicket
      const ends = needs.map((need) => (need.kind === 'lock' ? null : endOf(need, countedAt)))
      await run('SELECT zoom_limit_end($1, $2)', id, ends)
    },
    block: (name, until) =>
      change(name, until, (bucket) => {
        bucket.blockedUntil = Math.max(bucket.blockedUntil, until)
      }),
    slow: (name, now) => change(name, now, (bucket) => slow(bucket, now)),
    async raiseTo(name, used, endsAt, now) {
      await run('SELECT zoom_limit_raise($1, $2, $3, $4)', name, used, endsAt, now)
    },
    async merge(from, into) {
      if (from !== into) await run('SELECT zoom_limit_merge($1, $2)', from, into)
    },
    look,
  }
}

function bucketFromRow(row: unknown): Bucket {
  const { blocked_until, slowed_to, slowed_at, open, ends } = row as {
    readonly blocked_until: number | null
    readonly slowed_to: number | null
    readonly slowed_at: number | null
    readonly open: number
    readonly ends: string
  }
  const bucket = createBucket()
  bucket.open = open
  bucket.blockedUntil = blocked_until ?? bucket.blockedUntil
  bucket.slowedTo = slowed_to ?? bucket.slowedTo
  bucket.slowedAt = slowed_at ?? bucket.slowedAt
  for (const [at, count] of JSON.parse(ends) as [number, number][]) addEnd(bucket, at, count)
  return bucket
}
