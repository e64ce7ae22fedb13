import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMovableClock } from './clock.ts'

test('a clock runs with its source, and can be moved, stopped, let go and set back', () => {
  let source = 1_000
  const clock = createMovableClock(() => source)
  clock.advance(500)
  source += 10
  assert.equal(clock.now(), 1_510)
  clock.freeze()
  source += 10
  clock.advance(5)
  assert.equal(clock.now(), 1_515)
  clock.freeze('2026-12-17T10:00:00Z')
  assert.equal(clock.now(), Date.UTC(2026, 11, 17, 10))
  clock.resume()
  source += 1
  assert.equal(clock.now(), Date.UTC(2026, 11, 17, 10) + 1)
  clock.reset()
  assert.equal(clock.now(), 1_021)
})

test('what is no instant is refused and leaves the clock as it was', () => {
  const clock = createMovableClock(() => 7)
  assert.throws(() => clock.freeze('soon'), /soon is no instant/)
  assert.throws(() => clock.advance(Number.NaN), /NaN ms leads to no instant/)
  assert.throws(() => clock.advance(1e300), /no instant/)
  assert.equal(clock.now(), 7)
})
