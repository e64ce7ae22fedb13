import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type EstimateBasis, estimateCalls } from './estimate.ts'

/** A Monday. */
const now = Date.parse('2026-11-23T15:20:00Z')
const business = {
  now,
  perHostAndDay: 100,
  limit: 60,
  lengthMs: 1000,
  perDay: Number.POSITIVE_INFINITY,
  leftToday: Number.POSITIVE_INFINITY,
}
const hosts = (count: number, calls: number, leftToday = 100) =>
  Array.from({ length: count }, () => ({ calls, leftToday }))

const rows: readonly (readonly [basis: EstimateBasis, sentence: string])[] = [
  [
    { ...business, hosts: hosts(12, 250) },
    '3,000 meetings on 12 hosts: 100 a day a host; 1,200 now, 1,200 after 00:00 UTC on Tuesday, the last at 00:00:10 UTC on Wednesday.',
  ],
  [
    { ...business, hosts: hosts(1, 1) },
    '1 meeting on 1 host: 100 a day a host; 1 now, the last at 15:20:01 UTC on Monday.',
  ],
  [
    { ...business, hosts: hosts(1, 40, 0) },
    '40 meetings on 1 host: 100 a day a host; 40 after 00:00 UTC on Tuesday, the last at 00:00:01 UTC on Tuesday.',
  ],
  [
    { ...business, hosts: hosts(1, 1000) },
    '1,000 meetings on 1 host: 100 a day a host; 100 now, 100 after 00:00 UTC on Tuesday, and so on for 10 days, the last at 00:00:02 UTC on Wednesday, 2 December 2026.',
  ],
  [
    { ...business, hosts: hosts(50, 100), limit: 2, perDay: 2000, leftToday: 500 },
    '5,000 meetings on 50 hosts: 100 a day a host; 500 now, 2,000 after 00:00 UTC on Tuesday, and so on for 4 days, the last at 00:04:10 UTC on Thursday.',
  ],
]
for (const [basis, sentence] of rows)
  test(`the estimate says: ${sentence}`, () => assert.equal(estimateCalls(basis).sentence, sentence))

test('whatever is asked, every call has its day, and no day more than its hosts and the account allow', () => {
  const host = fc.record({ calls: fc.nat(400), leftToday: fc.nat(100) })
  fc.assert(
    fc.property(fc.array(host, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 500 }), (some, perDay) => {
      const { steps, calls, lastAt } = estimateCalls({ ...business, hosts: some, perDay, leftToday: perDay })
      assert.equal(
        steps.reduce((sum, step) => sum + step.calls, 0),
        some.reduce((sum, one) => sum + one.calls, 0),
      )
      assert.equal(
        calls,
        some.reduce((sum, one) => sum + one.calls, 0),
      )
      for (const step of steps) assert.ok(step.calls <= Math.min(perDay, some.length * 100) && step.until <= lastAt)
    }),
  )
})
