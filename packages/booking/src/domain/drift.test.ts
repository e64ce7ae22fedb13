import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fridays, wish } from '../../test/domain-data.ts'
import { takeOver } from './drift.ts'

const taken = (its: ReturnType<typeof wish>, field: string, atZoom: unknown) =>
  takeOver(its, [{ field, booked: undefined, atZoom }])

test('a start at Zoom becomes the wall time of the booking, also where the clocks repeat it', () => {
  const berlin = wish({ timeZone: 'Europe/Berlin', start: '2026-10-25T01:00' })
  for (const [at, repeated] of [
    ['2026-10-25T00:30:00Z', 'earlier'],
    ['2026-10-25T01:30:00Z', 'later'],
  ] as const) {
    const after = taken(berlin, 'start_time', at)
    assert.ok('wish' in after)
    assert.deepEqual([after.wish.start, after.wish.repeated], ['2026-10-25T02:30', repeated])
  }
})

test('texts and lengths are taken over, and a meeting without a title keeps its own', () => {
  const after = takeOver(wish(), [
    { field: 'topic', booked: '', atZoom: '  ' },
    { field: 'agenda', booked: '', atZoom: 'Bring a pen' },
    { field: 'duration', booked: 60, atZoom: 45 },
    { field: 'join_url', booked: '', atZoom: 'https://zoom.us/j/1' },
  ])
  assert.deepEqual(after, { wish: wish({ agenda: 'Bring a pen', minutes: 45 }) })
})

test('of a series single dates are taken over, and another rule is not', () => {
  const exceptions = [{ date: '2026-12-25', start: undefined, minutes: undefined }]
  assert.deepEqual(taken(fridays(3), 'dates', exceptions), { wish: fridays(3, { exceptions }) })
  assert.ok('whyNot' in taken(fridays(3), 'start_time', '2026-12-19T09:00:00Z'))
  assert.ok('whyNot' in taken(fridays(3), 'dates', undefined))
})
