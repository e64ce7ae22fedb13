import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { Member, NewsItem, Store } from '@convene/booking'
import { openSqliteStore } from '@convene/booking/storage/sqlite'
import { createLog } from './log.ts'
import { createNews, type News } from './news.ts'
import { eventFor } from './routes/desk/events.ts'

interface Parts {
  readonly news: News
  readonly store: Store
  /** Runs what is due, and lets it end. */
  pass(): Promise<void>
  readonly waiting: () => number
}

async function open(t: TestContext): Promise<Parts> {
  const folder = mkdtempSync(join(tmpdir(), 'convene-news-'))
  const store = await openSqliteStore({ file: join(folder, 'desk.db') })
  t.after(async () => {
    await store[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  })
  const timers = new Set<() => void>()
  const clock = {
    now: () => 100_000,
    setTimer(_ms: number, run: () => void) {
      timers.add(run)
      return () => void timers.delete(run)
    },
  }
  const settle = () => store.read(async () => {}).then(() => new Promise<void>((resolve) => setImmediate(resolve)))
  return {
    news: createNews({ store, clock, log: createLog({ level: 'error', now: clock.now, write: assert.fail }) }),
    store,
    waiting: () => timers.size,
    async pass() {
      await settle()
      for (const run of [...timers]) {
        timers.delete(run)
        run()
      }
      await settle()
    },
  }
}

const unheard = (): void => assert.fail()
const write = (store: Store, bookingId: string, at = 100_000): Promise<void> =>
  store.transaction(({ news }) => news.add({ at, kind: 'booking_changed', bookingId, memberId: 'mei' }))

test('what any process writes is told once, however late its transaction ends; what was before is not', async (t) => {
  const { news, store, pass } = await open(t)
  await write(store, 'before', 99_999)
  const heard: (string | undefined)[] = []
  news.listen({ tell: ({ bookingId }) => heard.push(bookingId), end: assert.fail })
  await pass()
  await write(store, 'one')
  await pass()
  // Its transaction began before the one that is told already.
  await write(store, 'late', 95_000)
  await pass()
  await pass()
  assert.deepEqual(heard, ['one', 'late'])
})

test('a process whose clock is minutes behind is heard too, and each thing once in the busiest hour', async (t) => {
  const { news, store, pass } = await open(t)
  const heard: (string | undefined)[] = []
  await write(store, 'long ago', 1)
  news.listen({ tell: ({ bookingId }) => heard.push(bookingId), end: assert.fail })
  await pass()
  await pass()
  assert.deepEqual(heard, [])
  await write(store, 'first')
  await pass()
  await write(store, 'behind', 100_000 - 10 * 60_000)
  await pass()
  await pass()
  assert.deepEqual(heard, ['first', 'behind'])
  heard.length = 0
  for (const round of [0, 1]) {
    await store.transaction(async (transaction) => {
      for (let at = 0; at < 900; at++)
        await transaction.news.add({ at: 100_000, kind: 'booking_changed', bookingId: `${round} ${at}` })
    })
    await pass()
  }
  assert.equal(heard.length, 1800)
  assert.equal(new Set(heard).size, 1800)
})

test('while nobody listens the database is left alone, and a stop ends all listening', async (t) => {
  const { news, pass, waiting } = await open(t)
  news.wake()
  assert.equal(waiting(), 0)
  let ended = 0
  const stop = news.listen({ tell: unheard, end: () => ended++ })
  await pass()
  assert.equal(waiting(), 1)
  stop()
  await pass()
  assert.equal(waiting(), 0)
  news.listen({ tell: unheard, end: () => ended++ })
  news.close()
  news.listen({ tell: unheard, end: () => ended++ })
  assert.equal(ended, 2)
})

const member = (id: string, role: Member['role']): Member => ({
  id,
  role,
  email: `${id}@example.com`,
  name: id,
  language: 'en',
  timeZone: 'UTC',
  needsApproval: false,
  isActive: true,
})
const booking: Omit<NewsItem, 'at'> = { kind: 'booking_changed', bookingId: 'b', memberId: 'mei' }
for (const [item, viewer, expected] of [
  [booking, member('mei', 'member'), { is: 'booking_changed', bookingId: 'b' }],
  [booking, member('ken', 'member'), undefined],
  [booking, member('boss', 'manager'), { is: 'booking_changed', bookingId: 'b' }],
  [{ ...booking, kind: 'calendar_changed' }, member('ken', 'member'), { is: 'calendar_changed', bookingId: null }],
  [{ kind: 'zoom_changed' }, member('ken', 'member'), { is: 'zoom_changed', bookingId: null }],
  [{ kind: 'booking_changed', bookingId: 'b' }, member('ken', 'member'), undefined],
] as const)
  test(`${viewer.role} ${viewer.id} hears ${JSON.stringify(expected)} of ${JSON.stringify(item)}`, () =>
    assert.deepEqual(eventFor(item, viewer), expected))
