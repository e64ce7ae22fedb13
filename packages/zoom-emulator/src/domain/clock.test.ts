import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMovableClock } from './clock.ts'

test('a clock runs with its source, and can be moved, stopped, let go and set back', () => {
  let source = 1_000
  const clock = createMovableClock({ now: () => source })
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
  const clock = createMovableClock({ now: () => 7 })
  assert.throws(() => clock.freeze('soon'), /soon is no instant/)
  assert.throws(() => clock.advance(Number.NaN), /NaN ms leads to no instant/)
  assert.throws(() => clock.advance(1e300), /no instant/)
  assert.equal(clock.now(), 7)
})

test('what is due happens in order while the clock is moved, and sees the instant it was asked for', async () => {
  const clock = createMovableClock({ now: () => 0 })
  clock.freeze(0)
  const happened: string[] = []
  const note = (name: string) => () => void happened.push(`${name} at ${clock.now()}`)
  clock.at(300, note('third'))
  clock.at(100, note('first'))
  clock.at(100, note('second'))
  clock.at(900, note('never'))
  const cancel = clock.at(200, note('cancelled'))
  cancel()
  await clock.advance(500)
  assert.deepEqual(happened, ['first at 100', 'second at 100', 'third at 300'])
  assert.equal(clock.now(), 500)
})

test('a movement waits for what takes its time, and for what that asks for in turn', async () => {
  const clock = createMovableClock({ now: () => 0 })
  clock.freeze(0)
  const happened: number[] = []
  clock.at(10, async () => {
    await Promise.resolve()
    happened.push(clock.now())
    clock.at(20, () => void happened.push(clock.now()))
  })
  const first = clock.advance(30)
  const second = clock.advance(30)
  await Promise.all([first, second])
  assert.deepEqual(happened, [10, 20])
  assert.equal(clock.now(), 60)
})

test('a running clock lets things happen by itself, a frozen one does not, and a reset forgets them', () => {
  let source = 0
  const waiting: { ms: number; ring: () => void }[] = []
  const clock = createMovableClock({
    now: () => source,
    after(ms, ring) {
      const timer = { ms, ring }
      waiting.push(timer)
      return () => void waiting.splice(waiting.indexOf(timer), 1)
    },
  })
  let rang = 0
  clock.at(1_000, () => void rang++)
  assert.equal(waiting[0]?.ms, 1_000)
  clock.freeze()
  assert.equal(waiting.length, 0, 'nothing waits on a frozen clock')
  clock.resume()
  source = 1_000
  waiting.shift()?.ring()
  assert.equal(rang, 1)
  clock.at(5_000, () => void rang++)
  clock.reset()
  assert.equal(waiting.length, 0)
})

test('on a clock that runs by itself one thing does not wait for another, and a movement waits for both', async () => {
  const rings: (() => void)[] = []
  const clock = createMovableClock({
    now: () => 0,
    after(_ms, ring) {
      rings.push(ring)
      return () => {}
    },
  })
  const ends = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const begun: number[] = []
  for (const [index, { promise }] of ends.entries())
    clock.at(0, () => {
      begun.push(index)
      return promise
    })
  rings.at(-1)?.()
  await Promise.resolve()
  assert.deepEqual(begun, [0, 1])
  let isMoved = false
  const movement = clock.advance(1_000).then(() => {
    isMoved = true
  })
  ends[0]?.resolve()
  await new Promise(setImmediate)
  assert.ok(!isMoved, 'the second one has not ended')
  ends[1]?.resolve()
  await movement
  assert.equal(clock.now(), 1_000)
})

test('what is due now happens on a frozen clock too', () => {
  const rings: (() => void)[] = []
  const clock = createMovableClock({
    now: () => 0,
    after(_ms, ring) {
      rings.push(ring)
      return () => {}
    },
  })
  clock.freeze(5_000)
  let rang = 0
  clock.at(5_001, () => void rang++)
  assert.equal(rings.length, 0)
  clock.at(5_000, () => void rang++)
  rings.shift()?.()
  assert.equal(rang, 1)
})
