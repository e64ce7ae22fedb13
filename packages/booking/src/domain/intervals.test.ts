import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { covers, gapsIn, intervalsFrom, overlaps, type Span } from './intervals.ts'

const anySpan: fc.Arbitrary<Span> = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 10 }))
  .map(([from, length]) => ({ from, to: from + length }))
const instants = ({ from, to }: Span): number[] => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)

describe('intervals', () => {
  it('answer as a look at every single instant does', () => {
    fc.assert(
      fc.property(fc.array(anySpan), anySpan, (spans, asked) => {
        const taken = new Set(spans.flatMap(instants))
        const intervals = intervalsFrom(spans)
        const wanted = instants(asked)
        if (wanted.length === 0) return
        assert.equal(
          overlaps(intervals, asked.from, asked.to),
          wanted.some((at) => taken.has(at)),
        )
        assert.equal(
          covers(intervals, asked.from, asked.to),
          wanted.every((at) => taken.has(at)),
        )
        assert.deepEqual(
          gapsIn(intervals, asked).flatMap(instants),
          wanted.filter((at) => !taken.has(at)),
        )
      }),
    )
  })

  it('do not overlap a span that begins as they end', () => {
    const intervals = intervalsFrom([{ from: 10, to: 20 }])
    assert.equal(overlaps(intervals, 20, 30), false)
    assert.equal(overlaps(intervals, 0, 10), false)
    assert.equal(overlaps(intervals, 19, 20), true)
  })
})
