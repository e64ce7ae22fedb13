/** The desk's store and hand-written SQL over one database, which keeps many dates already. */
import { DatabaseSync } from 'node:sqlite'
import type { Store } from '@convene/booking'
import { openPostgresStore } from '@convene/booking/storage/postgres'
import { openSqliteStore } from '@convene/booking/storage/sqlite'
import pg from 'pg'
import { bookingOf, datesOf, hostOf, memberOf, monday } from '../../packages/booking/test/store-contract/desk-data.ts'

export const hosts = 1000
export const clients = 4

/** Books one meeting with all that belongs to it: request, booking, dates, audit, outbox. */
export type Book = (id: string, hostId: string, at: readonly number[]) => Promise<void>

export interface BookingDesk extends AsyncDisposable {
  readonly desk: Book
  readonly byHand: Book
}

const hostName = (number: number) => `host ${number}`

/**
 * Each host keeps a date every other hour, in series of ten; what is booked in the measure goes between them. Without the requests of
 * the last day PostgreSQL would plan for an empty table.
 */
const fill = (kept: number) => {
  const numbers = `
    WITH RECURSIVE date (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM date WHERE n < ${kept / hosts - 1}),
      host_number (h) AS (SELECT 0 UNION ALL SELECT h + 1 FROM host_number WHERE h < ${hosts - 1})`
  const start = (n: string) => `${monday} + CAST(${n} AS bigint) * 7200000`
  return [
    `INSERT INTO booking ${numbers}
     SELECT 'kept ' || h || ' ' || n, 'mei', 'host ' || h, 1, 'confirmed', 1, 0, 'kept ' || h || ' ' || n, 'Weekly', '', '[]', '{}',
       '{}', ${start('n')}, ${start('n + 9')} + 3600000, 0, 0, (1 = 0)
     FROM host_number, date WHERE n % 10 = 0`,
    `INSERT INTO occurrence ${numbers}
     SELECT 'kept ' || h || '/' || n, 'kept ' || h || ' ' || (n / 10 * 10), 'host ' || h, 1, '', ${start('n')},
       ${start('n')} + 3600000, ${start('n')}, ${start('n')} + 3600000, (1 = 1)
     FROM host_number, date`,
    `INSERT INTO request ${numbers} SELECT 'mei', 'kept ' || h || ' ' || n, '', '', ${monday} FROM host_number, date WHERE n < 5`,
  ]
}

async function addPeople(store: Store): Promise<void> {
  await store.transaction(async ({ members, hosts: all }) => {
    await members.save(memberOf('mei'))
    for (let number = 0; number < hosts; number++) await all.save(hostOf(hostName(number)))
  })
}

function throughStore(store: Store): Book {
  return async (id, hostId, at) => {
    const booking = bookingOf(id, { hostId })
    const key = { memberId: 'mei', key: id, hash: id }
    const { ok } = await store.transaction(async ({ requests, bookings, audit, outbox }) => {
      await requests.begin(key, monday)
      const held = await bookings.add(booking, tight(booking, at))
      await audit.add({ id, at: monday, by: 'mei', what: 'booking_made', thing: id, details: {} })
      await outbox.add({ key: id, kind: 'plan', body: { id }, dueAt: monday })
      await requests.end(key, id)
      return held
    })
    if (!ok) throw new Error(`${id} found its lane taken`)
  }
}

/** Without the five minutes that the tests hold more. */
const tight = (booking: Parameters<typeof datesOf>[0], at: readonly number[]) =>
  datesOf(booking, at).map((date) => ({ ...date, heldTo: date.endsAt }))

const inserts = {
  request: 'INSERT INTO request (member_id, key, hash, answer, at) VALUES ($1, $2, $3, $4, $5)',
  booking: `INSERT INTO booking (id, organiser_id, host_id, lane, state, revision, sequence, meeting_key, title, agenda, people, wish,
    choice, starts_at, ends_at, created_at, changed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
  occurrence: `INSERT INTO occurrence (id, booking_id, host_id, lane, date, starts_at, ends_at, held_from, held_to, is_held) VALUES `,
  audit: 'INSERT INTO audit (id, at, by_whom, what, thing, details) VALUES ($1, $2, $3, $4, $5, $6)',
  outbox: 'INSERT INTO outbox (key, kind, body, due_at) VALUES ($1, $2, $3, $4)',
}

type Statement = readonly [sql: string, values: (string | number)[]]

function statementsFor(id: string, hostId: string, at: readonly number[]): readonly Statement[] {
  const booking = bookingOf(id, { hostId })
  const { title, agenda, people, choice, start, timeZone, minutes, exceptions, peopleExpected } = booking
  const dates = tight(booking, at)
  const wish = JSON.stringify({ start, timeZone, minutes, exceptions, peopleExpected })
  const own = [id, 'mei', hostId, 1, 'reserved', 1, 0, booking.meetingKey, title, agenda, JSON.stringify(people), wish]
  const span = [Math.min(...dates.map((one) => one.startsAt)), Math.max(...dates.map((one) => one.endsAt))]
  const rows = dates.map((_, row) => `(${Array.from({ length: 10 }, (__, column) => `$${row * 10 + column + 1}`)})`)
  const values = dates.flatMap((one) => [
    one.id,
    id,
    hostId,
    1,
    one.date,
    one.startsAt,
    one.endsAt,
    one.heldFrom,
    one.heldTo,
    1,
  ])
  return [
    [inserts.request, ['mei', id, id, id, monday]],
    [inserts.booking, [...own, JSON.stringify(choice), ...span, monday, monday]],
    [inserts.occurrence + rows.join(), values],
    [inserts.audit, [id, monday, 'mei', 'booking_made', id, '{}']],
    [inserts.outbox, [id, 'plan', JSON.stringify({ id }), monday]],
  ]
}

export async function openSqliteDesk(file: string, kept: number): Promise<BookingDesk> {
  const store = await openSqliteStore({ file })
  await addPeople(store)
  const database = new DatabaseSync(file, { timeout: 5000 })
  database.exec(`PRAGMA synchronous = FULL; BEGIN; ${fill(kept).join(';')}; COMMIT; PRAGMA wal_checkpoint(TRUNCATE)`)
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const run = ([sql, values]: Statement) => {
    const statement = prepared.get(sql) ?? database.prepare(sql.replaceAll(/\$\d+/g, '?'))
    prepared.set(sql, statement)
    statement.run(...values)
  }
  return {
    desk: throughStore(store),
    async byHand(...wanted) {
      database.exec('BEGIN IMMEDIATE')
      for (const statement of statementsFor(...wanted)) run(statement)
      database.exec('COMMIT')
    },
    async [Symbol.asyncDispose]() {
      database.close()
      await store[Symbol.asyncDispose]()
    },
  }
}

export async function openPostgresDesk(connectionString: string, kept: number): Promise<BookingDesk> {
  const store = await openPostgresStore({ connectionString, connections: clients })
  await addPeople(store)
  const pool = new pg.Pool({ connectionString, max: clients })
  for (const sql of [...fill(kept), 'VACUUM ANALYZE']) await pool.query(sql)
  const names = new Map<string, string>()
  const nameOf = (sql: string) => {
    const name = names.get(sql) ?? `by_hand_${names.size}`
    names.set(sql, name)
    return name
  }
  return {
    desk: throughStore(store),
    async byHand(...wanted) {
      const client = await pool.connect()
      await client.query('BEGIN')
      for (const [text, values] of statementsFor(...wanted)) await client.query({ name: nameOf(text), text, values })
      await client.query('COMMIT')
      client.release()
    },
    async [Symbol.asyncDispose]() {
      await pool.end()
      await store[Symbol.asyncDispose]()
    },
  }
}
