import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { createPostgresLimitStore, createScheduler, type LimitStore } from '@convene/zoom/limits'
import { startEmulator } from '@convene/zoom-emulator'
import pg from 'pg'
import { takenOf } from '../packages/zoom/src/limits/bucket.ts'
import { windowNeed } from '../packages/zoom/src/limits/need.ts'
import { testLimitStore, testSharedLimitStore } from '../packages/zoom/test/limit-store-contract.ts'
import { createVirtualTime } from '../packages/zoom/test/virtual-time.ts'
import { sharedPostgres } from './parts/postgres.ts'

const { postgres, missing } = await sharedPostgres()
const skip = missing ?? false
const pools: pg.Pool[] = []
after(async () => {
  for (const pool of pools) await pool.end()
})

const createDatabase = async () => (await postgres?.createDatabase()) ?? ''
const openPool = (connectionString: string) => {
  const pool = new pg.Pool({ connectionString, max: 3 })
  pools.push(pool)
  return pool
}
const openStores = async (count: number) => {
  const url = await createDatabase()
  return Array.from({ length: count }, () => createPostgresLimitStore(openPool(url)))
}

if (missing) test('limits in PostgreSQL', { skip }, () => {})
else {
  testLimitStore('in PostgreSQL', openStores)
  testSharedLimitStore('in PostgreSQL', openStores)
}

test('processes that take at the same time never get more than the limit together, and killed ones give all of it back', {
  skip,
}, async () => {
  const url = await createDatabase()
  const program = fileURLToPath(new URL('parts/postgres-limit-taker.ts', import.meta.url))
  const race = async () => {
    const child = spawn(process.execPath, [program, url, '120', '60'], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    for await (const piece of child.stdout) text += piece
    return Number(text)
  }
  // All of them find a database without the tables.
  const got = await Promise.all([race(), race(), race()])
  assert.equal(
    got.reduce((sum, one) => sum + one),
    120,
  )
  const store = createPostgresLimitStore(openPool(url))
  const takenAt = async (now: number) => (await store.look(['medium'], now)).map(takenOf)
  assert.deepEqual([await takenAt(30_999), await takenAt(31_000)], [[120], [0]])
})

test('a machine whose clock is a minute ahead takes no place before it is free', { skip }, async () => {
  const url = await createDatabase()
  const now = () => Date.now()
  const fastNow = () => now() + 60_000
  const right = createPostgresLimitStore(openPool(url), { ambient: { now } })
  const fast = createPostgresLimitStore(openPool(url), { ambient: { now: fastNow } })
  const need = windowNeed('medium', 1, 30_000)
  const take = (store: LimitStore, at: number) => store.take([need], at, at + 30_000, (_, end) => end + 30_000)
  const start = now()
  const taken = await take(right, start)
  assert.ok(taken.ok)
  await right.end(taken.ticket, start, (_, end) => end + 30_000)
  const refused = await take(fast, fastNow())
  assert.ok(!refused.ok)
  const error = Math.abs(refused.at - (start + 30_000 + 60_000))
  assert.ok(error < 1000, `${error} ms beside the instant at which the place is free`)
})

test('two programs with one store stay inside the limits together', { skip }, async () => {
  const hosts = Array.from({ length: 12 }, (_, index) => `host${index}@example.com`)
  const users = hosts.map((email) => ({ email, first_name: 'Host', last_name: 'Shared', type: 2 }))
  await using emulator = await startEmulator({
    seed: { account: { plan: 'pro' }, users: [{ ...users[0], role_id: '0' }, ...users.slice(1)] } as never,
    switches: { limits: 'all', limitWindow: 'sliding' },
  })
  const time = createVirtualTime(Date.parse('2026-12-17T10:00:00.250Z'), {
    onMove: (now) => void emulator.clock.freeze(now),
  })
  await emulator.clock.freeze(time.now())
  const url = await createDatabase()
  const connect = () => {
    const pool = openPool(url)
    const store = createPostgresLimitStore({ query: (text, values) => time.hold(pool.query(text, values)) })
    const scheduler = createScheduler({ plan: 'pro', store, ambient: time, longestWaitMs: Number.POSITIVE_INFINITY })
    const ambient = {
      ...time,
      fetch: (url: string, init: object) => time.hold(emulator.fetch(url, { ...init } as RequestInit)),
    }
    return { scheduler, zoom: createZoomClient({ ...optionsFromEnvironment(emulator.env), scheduler, ambient }) }
  }
  const programs = [connect(), connect()]
  const startedAt = time.now()
  const calls = programs.flatMap(({ zoom }) =>
    Array.from({ length: 60 }, (_, index) =>
      zoom.meetings.create({ userId: hosts[index % hosts.length] ?? '', topic: `Number ${index}` }),
    ),
  )
  await time.run(Promise.all(calls))
  assert.deepEqual(
    programs.map(({ scheduler }) => scheduler.progress().refused),
    [0, 0],
  )
  const tookMs = time.now() - startedAt
  assert.ok(tookMs >= 5000 && tookMs < 5500, `120 medium calls at 20 a second took ${tookMs} ms`)
})
