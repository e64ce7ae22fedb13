import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { createMeetingKeeper } from '@convene/zoom/ensure'
import { createPostgresJournal } from '@convene/zoom/journal/postgres'
import { startEmulator } from '@convene/zoom-emulator'
import pg from 'pg'
import { sharedPostgres } from './parts/postgres.ts'

const { postgres, missing } = await sharedPostgres()
const skip = missing ?? false

const host = 'mei@example.com'
const meeting = { topic: 'Interview', start_time: '2030-12-20T18:00:00', timezone: 'Asia/Taipei', duration: 45 }

/** A database and a Zoom; each `connect` is another machine's program. */
async function open(isolation = 'read committed') {
  const emulator = await startEmulator()
  const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
  const connectionString = (await postgres?.createDatabase()) ?? ''
  const pools: pg.Pool[] = []
  return {
    connect() {
      const options = `-c default_transaction_isolation=${isolation.replace(' ', '\\ ')}`
      const pool = new pg.Pool({ connectionString, max: 4, options })
      pools.push(pool)
      const ending = new AbortController()
      const keeper = createMeetingKeeper({
        zoom,
        journal: createPostgresJournal(pool),
        onStatus: ({ state }) => state === 'published' && ending.abort(),
      })
      return { pool, keeper, workUntilPublished: () => keeper.work({ signal: ending.signal }) }
    },
    async linksAtZoom() {
      const { meetings } = await zoom.meetings.list({ userId: host })
      return meetings.map(({ join_url }) => join_url).toSorted()
    },
    async [Symbol.asyncDispose]() {
      for (const pool of pools) await pool.end()
      await emulator.close()
    },
  }
}

for (const isolation of ['read committed', 'repeatable read', 'serializable'])
  test(`programs that ask for the same meetings at once get the same ones, where the database isolates by ${isolation}`, {
    skip,
  }, async () => {
    await using world = await open(isolation)
    const machines = Array.from({ length: 4 }, world.connect)
    const keys = Array.from({ length: 5 }, (_, index) => `booking-${index}`)
    const asked = machines.flatMap(({ keeper }) => keys.map((key) => keeper.ensureMeeting({ key, host, meeting })))
    const links = Map.groupBy(await Promise.all(asked), ({ key }) => key)
      .values()
      .map((same) => [...new Set(same.map((status) => status.meeting?.join_url))])
      .toArray()
    assert.deepEqual(links.flat().toSorted(), await world.linksAtZoom())
    assert.equal(links.flat().length, keys.length)
  })

test("a meeting that was planned in the caller's transaction is made when that is committed, and else never heard of", {
  skip,
}, async () => {
  await using world = await open()
  const { pool, keeper, workUntilPublished } = world.connect()
  await pool.query('CREATE TABLE booking (key text PRIMARY KEY)')
  const client = await pool.connect()
  for (const end of ['ROLLBACK', 'COMMIT']) {
    await client.query('BEGIN')
    await client.query('INSERT INTO booking VALUES ($1)', [end])
    const planned = await keeper.planMeeting({ key: end, host, meeting }, { journal: createPostgresJournal(client) })
    assert.equal(planned.state, 'planned')
    await client.query(end)
  }
  client.release()
  assert.equal(await keeper.status('ROLLBACK'), undefined)

  await workUntilPublished()
  const { rows } = await pool.query('SELECT key FROM booking')
  assert.deepEqual(rows, [{ key: 'COMMIT' }])
  assert.deepEqual(await world.linksAtZoom(), [(await keeper.status('COMMIT'))?.meeting?.join_url])
})
