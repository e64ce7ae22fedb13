import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createRateWindow, skewMs, type WindowShape } from './rate-window.ts'

/** Asks at each instant and gives the instants that passed. */
function passing(shape: WindowShape, limit: number, lengthMs: number, instants: readonly number[]): number[] {
  const window = createRateWindow(shape, limit, lengthMs)
  return instants.filter((now) => {
    if (window.remaining(now) <= 0) return false
    window.take(now)
    return true
  })
}

const times = (instant: number, count: number) => Array.from({ length: count }, () => instant)
const burst = (shape: WindowShape, at: readonly number[]) => passing(shape, 4, 1000, at).length

const rows: readonly (readonly [shape: WindowShape, says: string, instants: readonly number[], passes: number])[] = [
  ['fixed_second', 'four of a second, not the fifth', times(5000, 5), 4],
  ['fixed_second', 'four at its end and four at the start of the next', [...times(5999, 5), ...times(6000, 5)], 8],
  ['fixed_second', 'nothing more until the second ends', [...times(5000, 4), 5500, 5999, 6000], 5],
  ['sliding', 'four of a second, not the fifth', times(5000, 5), 4],
  ['sliding', 'none at the start of the next second', [...times(5999, 5), ...times(6000, 5)], 4],
  ['sliding', 'four again a whole second later', [...times(5999, 4), 6998, ...times(6999, 5)], 8],
  ['bucket', 'four at once, not the fifth', times(5000, 5), 4],
  ['bucket', 'one more every quarter of a second', [...times(5000, 4), 5249, 5250, 5499, 5500, 5750, 5751], 7],
  ['bucket', 'no more than four after a long rest', [...times(5000, 4), ...times(99_000, 6)], 8],
  ['skewed', 'four until the second of its own clock ends', [...times(5599, 5), ...times(5600, 5)], 8],
  ['skewed', 'no new ones where the emulator begins a second', [...times(5600, 4), ...times(6000, 4), 6600], 5],
]
for (const [shape, says, instants, passes] of rows)
  test(`a limit of 4 in a second, ${shape}: ${says}`, () => assert.equal(burst(shape, instants), passes))

/** What each shape promises: whether one more at `now` would break it, after those that passed. */
const wouldBreak: Readonly<
  Record<WindowShape, (passed: readonly number[], now: number, limit: number, lengthMs: number) => boolean>
> = {
  fixed_second: (passed, now, limit, lengthMs) =>
    passed.filter((at) => Math.floor(at / lengthMs) === Math.floor(now / lengthMs)).length >= limit,
  skewed: (passed, now, limit, lengthMs) =>
    passed.filter((at) => Math.floor((at + skewMs) / lengthMs) === Math.floor((now + skewMs) / lengthMs)).length >=
    limit,
  sliding: (passed, now, limit, lengthMs) => passed.filter((at) => at > now - lengthMs).length >= limit,
  // From any earlier request on: no more than a full bucket and what flowed in since.
  bucket: (passed, now, limit, lengthMs) =>
    [...passed, now].some(
      (from, index) => (passed.length - index + 1) * lengthMs > limit * lengthMs + (now - from) * limit,
    ),
}

for (const shape of Object.keys(wouldBreak) as WindowShape[])
  test(`whatever is asked and when, ${shape} passes all that its definition allows and nothing more`, () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(1000, 60_000),
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 70_000 })), {
          maxLength: 60,
        }),
        (limit, lengthMs, gaps) => {
          const window = createRateWindow(shape, limit, lengthMs)
          const passed: number[] = []
          let now = 1_700_000_000_000
          for (const gap of gaps) {
            now += gap
            const isRefused = window.remaining(now) <= 0
            assert.equal(isRefused, wouldBreak[shape](passed, now, limit, lengthMs))
            if (isRefused) continue
            window.take(now)
            passed.push(now)
          }
        },
      ),
    )
  })

test('a clock that is set back does not lock anybody out', () => {
  for (const shape of Object.keys(wouldBreak) as WindowShape[]) {
    const instants = [...times(90_000, 4), ...times(10_000, 4)]
    assert.equal(burst(shape, instants), 8, shape)
  }
})
