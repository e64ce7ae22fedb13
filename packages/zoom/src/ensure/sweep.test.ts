import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attemptWith, times } from '../../test/records.ts'
import { lostSince, sweepLeaseMs } from './sweep.ts'

const { sentAt, giveUpAt } = attemptWith()
const endsAt = giveUpAt + times.watchMs

const looks: readonly (readonly [when: string, begunAt: number, watchUntil: number, looksFor: boolean])[] = [
  ['at once', sentAt, endsAt, true],
  ['when it may land no more', endsAt + times.sweepMs, endsAt, true],
  ['hours later, since nobody could look before', endsAt + 5 * 3_600_000, endsAt, true],
  [
    'after a worker died over the last look, and others are watched for longer',
    endsAt + times.sweepMs + sweepLeaseMs(times),
    endsAt + 3_600_000,
    true,
  ],
  ['when all of that is over, and others are watched for longer', endsAt + 3_600_000, endsAt + 7_200_000, false],
]
for (const [when, begunAt, watchUntil, looksFor] of looks)
  test(`an attempt whose answer was lost is ${looksFor ? '' : 'not '}looked for ${when}`, () => {
    assert.equal(sentAt >= lostSince(begunAt, watchUntil, times), looksFor)
  })
