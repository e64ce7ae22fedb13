import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openPostgresStore } from '@convene/booking/storage/postgres'
import pg from 'pg'
import { bookingOf, datesOf, hostOf, memberOf, monday } from '../packages/booking/test/store-contract/desk-data.ts'
import { postgresJournal } from '../packages/booking/test/store-contract/journal.ts'
import { testStore } from '../packages/booking/test/store-contract.ts'
import { createDeskDatabase } from './parts/desk-database.ts'
import { type PostgresServer, sharedPostgres } from './parts/postgres.ts'

const { postgres, missing } = await sharedPostgres()
const skip = missing ?? false
const pools: pg.Pool[] = []
after(async () => {
  for (const pool of pools) await pool.end()
})

/** A database, empty unless somebody says otherwise, and a way to it past the store. */
async function openDatabase(create: (server: PostgresServer) => Promise<string> = (server) => server.createDatabase()) {
  const connectionString = postgres ? await create(postgres) : ''
  const outside = new pg.Pool({ connectionString })
  pools.push(outside)
  return { connectionString, outside, open: () => openPostgresStore({ connectionString }) }
}

if (missing) test('the desk in PostgreSQL', { skip }, () => {})
else
  testStore('in PostgreSQL', async () => {
    const { open, outside } = await openDatabase(createDeskDatabase)
    return {
      open,
      run: async (sql) => (await outside.query(sql)).rows,
      journalOn: ({ connection }) => postgresJournal(connection as pg.PoolClient),
      [Symbol.asyncDispose]: async () => {},
    }
  })

test('servers that start at once make the tables once', { skip }, async () => {
  const { open } = await openDatabase()
  const stores = await Promise.all(Array.from({ length: 6 }, open))
  for (const store of stores) {
    assert.deepEqual(await store.read(({ hosts }) => hosts.list()), [])
    await store[Symbol.asyncDispose]()
  }
})

test('a database of a newer release is refused in one sentence', { skip }, async () => {
  const { open, outside } = await openDatabase()
  await (await open())[Symbol.asyncDispose]()
  await outside.query('UPDATE desk_version SET version = 99')
  const message =
    /^This database was written by a later release \(version 99 of the tables; this one knows \d+\): install/
  await assert.rejects(open(), { code: 'schema_newer', message })
})

test('a database that cannot be opened is told in one sentence, without its password', { skip }, async () => {
  const { connectionString } = await openDatabase()
  for (const [part, value, code] of [
    ['port', '1', 'ECONNREFUSED'],
    ['pathname', '/no-such-database', '3D000'],
    ['password', 'hunter2', '28P01'],
  ] as const) {
    const url = new URL(connectionString)
    url[part] = value
    const message = new RegExp(`^The PostgreSQL database cannot be opened \\(${code}\\): check CONVENE_DATABASE[^\n]*$`)
    await assert.rejects(openPostgresStore({ connectionString: url.href }), { code: 'no_access', message })
  }
})

test('where the extension may not be created, a sentence says who can', { skip }, async () => {
  const { connectionString, outside } = await openDatabase()
  const role = `limited_${new URL(connectionString).pathname.slice(1, 30)}`
  await outside.query(`CREATE ROLE ${role} LOGIN PASSWORD 'secret'; GRANT CREATE ON SCHEMA public TO ${role}`)
  const url = new URL(connectionString)
  url.username = role
  url.password = 'secret'
  const open = () => openPostgresStore({ connectionString: url.href })
  await assert.rejects(open(), {
    code: 'extension_missing',
    message: /an administrator run `CREATE EXTENSION btree_gist`/,
  })
  await outside.query('CREATE EXTENSION btree_gist')
  await (await open())[Symbol.asyncDispose]()
  await outside.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`)
})

test('of transactions that wait for each other one begins anew, and both are kept', { skip }, async () => {
  const { open } = await openDatabase()
  await using store = await open()
  await store.transaction(async ({ members, hosts, bookings }) => {
    await members.save(memberOf('mei'))
    await hosts.save(hostOf('a'))
    for (const [index, id] of ['x', 'y'].entries()) {
      const booking = bookingOf(id, { lane: index + 1 })
      await bookings.add(booking, datesOf(booking, [10]))
    }
  })
  let met = 0
  let bothHaveOne = () => {}
  const both = new Promise<void>((resolve) => {
    bothHaveOne = resolve
  })
  let runs = 0
  const swap = (one: string, other: string) =>
    store.transaction(async ({ bookings }) => {
      runs++
      await bookings.find(one)
      if (++met === 2) bothHaveOne()
      await both
      await bookings.find(other)
      await bookings.setState(other, 'confirmed', monday)
    })
  await Promise.all([swap('x', 'y'), swap('y', 'x')])
  assert.ok(runs > 2, 'they waited for each other')
  const found = await store.read(({ bookings }) => bookings.listOf('mei', { from: 0, to: monday * 2 }, { limit: 9 }))
  assert.deepEqual(
    found.map(({ state }) => state),
    ['confirmed', 'confirmed'],
  )
})

test('a transaction that goes on after a failed statement is refused, since nothing of it would be kept', {
  skip,
}, async () => {
  const { open } = await openDatabase()
  await using store = await open()
  const going = store.transaction(async ({ members, connection }) => {
    await members.save(memberOf('mei'))
    await (connection as pg.PoolClient).query('SELECT 1 / 0').catch(() => {})
  })
  await assert.rejects(going, /nothing of it was kept/)
  assert.deepEqual(await store.read(({ members }) => members.list({ limit: 9 })), [])
})

test('after its connections were cut the desk goes on', { skip }, async () => {
  const { open, outside } = await openDatabase()
  await using store = await open()
  const cut = () =>
    outside.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'convene-desk' AND datname = current_database()`,
    )
  const cutOff = store.transaction(async ({ members }) => {
    await members.save(memberOf('mei'))
    await cut()
    await members.save(memberOf('ken'))
  })
  await assert.rejects(cutOff)
  await store.transaction(({ members }) => members.save(memberOf('ken')))
  const found = await store.read(({ members }) => members.list({ limit: 9 }))
  assert.deepEqual(found, [memberOf('ken')])
})
