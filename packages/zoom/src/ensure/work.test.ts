import assert from 'node:assert/strict'
import { test } from 'node:test'
import { now, recordWith, times } from '../../test/records.ts'
import { createShelf, type Shelf } from '../../test/shelf.ts'
import { createBell } from './bell.ts'
import type { Journal } from './journal.ts'
import { type WorkOptions, work, workOnKey } from './work.ts'

/** A worker over these records, which ends after so long. */
async function workFor(
  ms: number,
  { shelf, journal = {}, ...options }: { shelf: Shelf; journal?: Partial<Journal> } & WorkOptions,
): Promise<void> {
  const controller = new AbortController()
  const parts = { ...shelf.parts, journal: { ...shelf.journal, ...journal } }
  const ending = shelf.time.wait(ms).then(() => controller.abort())
  const working = work(parts, createBell(shelf.ambient), { ...options, signal: controller.signal })
  await shelf.time.run(Promise.all([working, ending]))
}
const planned = (key: string, dueAt: number = now) =>
  recordWith({ key, tag: key.padEnd(11, 'x'), dueAt, version: 0, fence: 0 })

test('a worker does everything that is due, each once, and what is due later in its time', async () => {
  const shelf = createShelf()
  for (let index = 0; index < 10; index++) await shelf.journal.add(planned(`b${index}`))
  await shelf.journal.add({
    ...planned('later', now + 30_000),
    obstacle: { reason: 'limited', message: 'Later.', until: now + 30_000, times: 1 },
  })
  await workFor(29_000, { shelf })
  assert.equal(shelf.meetings.size, 10)
  await workFor(2000, { shelf })
  assert.equal(shelf.meetings.size, 11)
  assert.equal(shelf.requests.length, 11)
})

test('a worker works on so many at a time', async () => {
  for (const [concurrency, expected] of [
    [1, 1],
    [3, 3],
    [undefined, 4],
  ] as const) {
    const shelf = createShelf()
    let running = 0
    let most = 0
    shelf.intercept = async ({ usual }) => {
      most = Math.max(most, ++running)
      await shelf.time.wait(100)
      running--
      return usual()
    }
    for (let index = 0; index < 8; index++) await shelf.journal.add(planned(`b${index}`))
    await workFor(5000, { shelf, concurrency })
    assert.deepEqual([most, shelf.meetings.size], [expected, 8])
  }
})

test('a worker that is told to end finishes what is on its way and begins nothing', async () => {
  const shelf = createShelf()
  shelf.intercept = ({ usual }) => shelf.time.wait(1000).then(usual)
  for (let index = 0; index < 8; index++) await shelf.journal.add(planned(`b${index}`))
  await workFor(500, { shelf, concurrency: 2 })
  assert.equal(shelf.meetings.size, 2)
  assert.equal((await shelf.journal.find('b0'))?.state, 'published')
  assert.equal((await shelf.journal.find('b7'))?.state, 'planned')
})

test('a worker survives a journal that cannot be reached, tells so, and rests', async () => {
  const shelf = createShelf()
  await shelf.journal.add(planned('b'))
  const errors: unknown[] = []
  const broken = new Error('connection refused')
  const claim: Journal['claim'] = (one) =>
    shelf.time.now() < now + 12_000 ? Promise.reject(broken) : shelf.journal.claim(one)
  const onError = (error: unknown) => {
    errors.push(error)
    throw new Error('Nobody listens.')
  }
  await workFor(20_000, { shelf, journal: { claim }, concurrency: 1, onError })
  assert.deepEqual(errors, [broken, broken, broken])
  assert.equal(shelf.meetings.size, 1)
})

test('a host that is watched is looked through in its time, and again until no attempt can land any more', async () => {
  const shelf = createShelf()
  await shelf.journal.add(planned('b'))
  shelf.intercept = ({ method }) => (method === 'POST' ? { status: 503, body: {} } : undefined)
  await shelf.journal.watch('mei@example.com', now + 60_000, now + times.sweepMs)
  await workFor(30_000, { shelf, concurrency: 1 })
  const before = (await shelf.journal.findHost('mei@example.com'))?.fence
  await workFor(60_000, { shelf, concurrency: 1 })
  const after = await shelf.journal.findHost('mei@example.com')
  assert.equal(after?.fence, (before ?? 0) + 1)
  assert.ok((after?.sweepAt ?? 0) > shelf.time.now())
})

test('one that somebody else works on is given as it is', async () => {
  const shelf = createShelf()
  await shelf.journal.add(planned('b'))
  await shelf.journal.claim({ now, leaseUntil: now + 1000, key: 'b' })
  assert.equal((await workOnKey(shelf.parts, 'b'))?.state, 'planned')
  assert.equal(await workOnKey(shelf.parts, 'nobody'), undefined)
  assert.deepEqual(shelf.requests, [])
})
