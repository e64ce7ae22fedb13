import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { createScheduler, createSqliteLimitStore, type LimitStore } from '@convene/zoom/limits'
import { startEmulator } from '@convene/zoom-emulator'
import { createVirtualTime } from '../packages/zoom/test/virtual-time.ts'

const shapes = ['fixed_second', 'sliding', 'bucket', 'skewed'] as const

/** Numbers from a seed: a run can be had again. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

interface Run {
  readonly shape: (typeof shapes)[number]
  readonly plan?: 'free' | 'pro' | 'business'
  readonly startAt?: string
  readonly hosts?: number
  /** How long a request is on its way there, and an answer back. */
  readonly wayMs?: () => number
  /** Our clock is ahead of Zoom's by this. */
  readonly skewMs?: number
}

async function startRun({
  shape,
  plan = 'pro',
  startAt = '2026-12-17T10:00:00.250Z',
  hosts = 12,
  wayMs,
  skewMs = 0,
}: Run) {
  const users = Array.from({ length: hosts }, (_, index) => ({
    email: `host${index}@example.com`,
    first_name: 'Host',
    last_name: String(index),
    type: plan === 'free' ? 1 : 2,
  }))
  const emulator = await startEmulator({
    seed: { account: { plan }, users: [{ ...users[0], role_id: '0' }, ...users.slice(1)] } as never,
    switches: { limits: 'all', limitWindow: shape },
    journalSize: 0,
  })
  const time = createVirtualTime(Date.parse(startAt) + skewMs, {
    onMove: (now) => void emulator.clock.freeze(now - skewMs),
  })
  await emulator.clock.freeze(time.now() - skewMs)
  const refusals: string[] = []
  const connect = (store?: LimitStore) =>
    createZoomClient({
      ...optionsFromEnvironment(emulator.env),
      scheduler: createScheduler({ plan, store, ambient: time, longestWaitMs: Number.POSITIVE_INFINITY }),
      ambient: {
        ...time,
        async fetch(url, init) {
          if (wayMs) await time.wait(wayMs())
          const answer = await time.hold(emulator.fetch(url, { ...init } as RequestInit))
          const text = await time.hold(answer.text())
          if (answer.status === 429) refusals.push(`${new Date(time.now()).toISOString()} ${text}`)
          if (wayMs) await time.wait(wayMs())
          return { status: answer.status, headers: answer.headers, text: async () => text }
        },
      },
    })
  return { emulator, time, connect, zoom: connect(), refusals, hosts: users.map(({ email }) => email) }
}

for (const shape of shapes)
  test(`600 creates and 600 lists on 12 hosts are never refused, ${shape}`, async () => {
    const { emulator, time, zoom, refusals, hosts } = await startRun({ shape })
    await using _ = emulator
    const startedAt = time.now()
    const calls = Array.from({ length: 1200 }, (_, index) => {
      const userId = hosts[(index >> 1) % hosts.length] ?? ''
      return index % 2 === 0
        ? zoom.meetings.create({ userId, topic: `Number ${index}` })
        : zoom.meetings.list({ userId })
    })
    await time.run(Promise.all(calls))
    assert.deepEqual(refusals, [])
    // Creations and lists are medium calls: 20 a second.
    assert.equal(time.now() - startedAt, 59_000)
  })

for (const shape of shapes)
  test(`no call is refused although each takes another time on its way, ${shape}`, async () => {
    const random = chance(7)
    const wayMs = () => Math.round(20 + 250 * random() ** 3)
    const { emulator, time, zoom, refusals, hosts } = await startRun({ shape, wayMs })
    await using _ = emulator
    const calls = Array.from({ length: 800 }, (_, index) => {
      const userId = hosts[index % hosts.length] ?? ''
      return index % 3 === 0 ? zoom.users.get({ userId }) : zoom.meetings.create({ userId, topic: `Number ${index}` })
    })
    await time.run(Promise.all(calls))
    assert.deepEqual(refusals, [])
  })

test('two programs with one store stay inside the limits together', async () => {
  const { emulator, time, connect, refusals, hosts } = await startRun({ shape: 'sliding' })
  await using _ = emulator
  const folder = mkdtempSync(join(tmpdir(), 'convene-shared-limits-'))
  const databases = [1, 2].map(() => new DatabaseSync(join(folder, 'limits.db')))
  const startedAt = time.now()
  const calls = databases.flatMap((database) => {
    const zoom = connect(createSqliteLimitStore(database))
    return Array.from({ length: 100 }, (_, index) =>
      zoom.meetings.create({ userId: hosts[index % hosts.length] ?? '', topic: `Number ${index}` }),
    )
  })
  await time.run(Promise.all(calls))
  for (const database of databases) database.close()
  rmSync(folder, { recursive: true })
  assert.deepEqual(refusals, [])
  const tookMs = time.now() - startedAt
  assert.ok(tookMs >= 9000 && tookMs < 9500, `200 medium calls at 20 a second took ${tookMs} ms`)
})

for (const skewMs of [-90_000, 0, 90_000])
  test(`what a host has no day left for waits for midnight at Zoom, our clock ${skewMs / 1000} s ahead`, async () => {
    const startAt = '2026-12-17T23:58:00Z'
    const { emulator, time, zoom, refusals, hosts } = await startRun({ shape: 'sliding', startAt, hosts: 3, skewMs })
    await using _ = emulator
    const calls = Array.from({ length: 450 }, (_, index) => {
      // The same person by three names: 150 meetings of each, 100 of them today.
      const userId = hosts[index % 3] ?? ''
      return zoom.meetings.create({ userId: index % 2 ? userId.toUpperCase() : userId, topic: `Number ${index}` })
    })
    const made = await time.run(Promise.all(calls))
    assert.deepEqual(refusals, [])
    const days = Map.groupBy(made, ({ created_at = '' }) => String(created_at).slice(0, 10))
    assert.deepEqual(
      [...days].map(([day, { length }]) => [day, length]),
      [
        ['2026-12-17', 300],
        ['2026-12-18', 150],
      ],
    )
    const tookMs = time.now() - skewMs - Date.parse('2026-12-18T00:00:00Z')
    assert.ok(tookMs > 0 && tookMs < 20_000, `ended ${tookMs} ms after midnight`)
  })
