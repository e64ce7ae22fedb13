import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMemoryStore } from './memory-store.ts'
import { windowNeed } from './need.ts'
import { createClockComparison, onSharedClock } from './shared-clock.ts'
import type { EndOf, LimitStore } from './store.ts'

const start = Date.parse('2026-12-17T10:00:00Z')
const medium = windowNeed('medium', 1, 1000)
const endOf: EndOf = ({ lengthMs }, at) => at + lengthMs

/** A clock of ours, and one that is ahead of it; each question takes as long as the next of `tookMs` says. */
function clocks(aheadMs: number, tookMs: number[]) {
  let time = start
  let asked = 0
  const compare = createClockComparison(
    () => time,
    async () => {
      const took = tookMs[asked++] ?? 0
      time += took
      return time - took / 2 + aheadMs
    },
  )
  return { compare, pass: (ms: number) => (time += ms), asked: () => asked }
}

const comparisons: [name: string, aheadMs: number, tookMs: number[], found: number, asked: number][] = [
  ['a clock that is right', 0, [1], 0, 1],
  ['a difference that the question may explain', 5, [12], 0, 1],
  ['a clock that is behind', 5000, [2], 5000, 1],
  ['a clock that is ahead', -90_000, [2], -90_000, 1],
  ['the quickest of slow answers', 1000, [400, 100, 200], 1000, 3],
  ['a quick answer after a slow one', 7, [400, 2], 7, 2],
]
for (const [name, aheadMs, tookMs, found, asked] of comparisons)
  test(`comparing clocks: ${name}`, async () => {
    const { compare, ...clock } = clocks(aheadMs, tookMs)
    assert.deepEqual([await compare(), await compare(), clock.asked()], [found, found, asked])
  })

test('clocks are compared again after ten minutes, and when ours was set back', async () => {
  const { compare, pass, asked } = clocks(5000, [2, 2, 2])
  for (const ms of [0, 599_000, 2000, -3600_000]) {
    pass(ms)
    assert.equal(await compare(), 5000)
  }
  assert.equal(asked(), 3)
})

test('machines whose clocks differ share places as if they did not', async () => {
  const shared = createMemoryStore()
  const right = onSharedClock(shared, async () => 0)
  const fast = onSharedClock(shared, async () => -90_000)
  const take = (store: LimitStore, at: number) => store.take([medium], at, at + 30_000, endOf)

  const taken = await take(right, start)
  assert.ok(taken.ok)
  await right.end(taken.ticket, start + 80, endOf)
  assert.deepEqual(await take(fast, start + 90_100), { ok: false, at: start + 91_080, blockedBy: 0 })
  const [bucket] = await fast.look(['medium'], start + 90_100)
  assert.deepEqual(bucket?.ends, [{ at: start + 91_080, count: 1 }])

  const next = await take(fast, start + 91_080)
  assert.ok(next.ok)
  await fast.end(next.ticket, start + 91_100, endOf)
  assert.deepEqual(await take(right, start + 1200), { ok: false, at: start + 2100, blockedBy: 0 })

  await fast.block('medium', start + 95_000)
  assert.deepEqual(await take(right, start + 1200), { ok: false, at: start + 5000, blockedBy: 0 })
  await fast.raiseTo('other', 2, start + 96_000, start + 91_000)
  assert.deepEqual((await right.look(['other'], start))[0]?.ends, [{ at: start + 6000, count: 2 }])
})
