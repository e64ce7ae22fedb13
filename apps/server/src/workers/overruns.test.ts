import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Held } from '@convene/booking'
import { nearLanes } from './overruns.ts'

const minute = 60_000
const now = Date.parse('2026-12-18T11:00:00Z')
/** A booking that holds a lane of host `a`, in minutes from now. */
const held = (bookingId: string | undefined, from: number, to: number, lane = 1): Held => ({
  hostId: 'a',
  lane,
  heldFrom: now + from * minute,
  heldTo: now + to * minute,
  bookingId,
})

const known = [{ bookingId: 'x', nextBookingId: 'y', seenAt: now - 30 * minute }]

const cases: readonly [string, readonly Held[], readonly string[]][] = [
  ['the next one begins in ten minutes', [held('x', -60, 0), held('y', 10, 70)], ['x y']],
  ['the next one begins later', [held('x', -60, 0), held('y', 11, 70)], []],
  ['the next one has begun just now', [held('x', -60, -5), held('y', -5, 55)], ['x y']],
  ['the next one has long begun', [held('x', -60, -20), held('y', -20, 55)], []],
  ['short meetings follow each other', [held('w', -60, -6), held('x', -6, -1), held('y', -1, 9)], ['w x', 'x y']],
  [
    'a series is before two of them',
    [held('x', -9, -6), held('y', -6, -3), held('x', -3, 0), held('z', 0, 9)],
    ['x z', 'y x'],
  ],
  ['the next one is on another lane', [held('x', -60, 0), held('y', 5, 70, 2)], []],
  ['the next one is the same booking', [held('x', -60, 0), held('x', 5, 70)], []],
  ['what is not ours comes next', [held('x', -60, 0), held(undefined, 5, 70)], []],
  ['nothing was before', [held('y', 5, 70)], []],
]

for (const [title, lanes, expected] of cases)
  test(`${title}: ${expected.length === 0 ? 'nothing is near' : 'both are named'}`, () => {
    assert.deepEqual(
      nearLanes(lanes, [], now).map(({ before, next }) => `${before} ${next}`),
      expected,
    )
  })

test('an overrun that is known is near until the time of the next one is over', () => {
  const near = (from: number, to: number) => nearLanes([held('x', -60, from), held('y', from, to)], known, now).length
  assert.deepEqual([near(-20, 55), near(-55, 5), near(-55, 0), near(15, 60)], [1, 1, 0, 0])
})
