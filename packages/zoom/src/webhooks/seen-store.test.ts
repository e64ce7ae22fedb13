import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMemorySeenStore } from './seen-store.ts'

const times = (now: number, keepUntil = now + 1000) => ({ now, leaseUntil: now + 100, keepUntil })

test('one of many at the same time gets the claim, and after it was kept nobody', async () => {
  const seen = createMemorySeenStore()
  const claims = await Promise.all(Array.from({ length: 10 }, () => seen.claim('a', times(0))))
  assert.deepEqual(claims, ['claimed', ...Array.from({ length: 9 }, () => 'busy')])
  await seen.keep('a', 1000)
  assert.equal(await seen.claim('a', times(999)), 'handled')
  assert.equal(await seen.claim('b', times(999)), 'claimed')
})

test('what was released may be claimed again, and so may what its holder never gave back', async () => {
  const seen = createMemorySeenStore()
  await seen.claim('a', times(0))
  await seen.release('a')
  assert.equal(await seen.claim('a', times(1)), 'claimed')
  assert.equal(await seen.claim('a', times(100)), 'busy')
  assert.equal(await seen.claim('a', times(101)), 'claimed')
  await seen.claim('b', times(150))
  assert.equal(await seen.claim('b', times(201)), 'busy')
  assert.equal(await seen.claim('a', times(201)), 'claimed')
})

test('a delivery is forgotten when its signature is too old, and a later try keeps it longer', async () => {
  const seen = createMemorySeenStore()
  await seen.keep('a', 1000)
  assert.equal(await seen.claim('a', times(900, 1900)), 'handled')
  assert.equal(await seen.claim('a', times(950, 1000)), 'handled')
  assert.equal(await seen.claim('a', times(1899)), 'handled')
  await seen.keep('b', 1000)
  assert.equal(await seen.claim('b', times(1000)), 'claimed')
})

test('a store in memory never holds more than it may: the oldest goes first', async () => {
  const seen = createMemorySeenStore({ maxEntries: 2 })
  for (const key of ['a', 'b', 'c']) await seen.keep(key, 1000)
  const claims = []
  for (const key of ['a', 'b', 'c']) claims.push(await seen.claim(key, times(0)))
  assert.deepEqual(claims, ['claimed', 'handled', 'handled'])
  for (const maxEntries of [0, 1.5, Number.NaN])
    assert.throws(() => createMemorySeenStore({ maxEntries }), /^ZoomError: maxEntries/)
})
