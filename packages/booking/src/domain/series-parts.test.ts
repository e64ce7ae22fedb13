import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fridays, wish } from '../../test/domain-data.ts'
import { restOf } from './series-parts.ts'

const at = (text: string) => Date.parse(`${text}Z`)
const moved = (date: string, start: string) => ({ date, start, minutes: undefined })

test('what has not begun is the whole of it', () => {
  for (const whole of [wish(), fridays(3)]) assert.deepEqual(restOf(whole, at('2026-12-18T08:59')), whole)
})

test('what has begun by every date of its rule has no rest', () => {
  assert.equal(restOf(wish(), at('2026-12-18T09:00')), undefined)
  assert.equal(restOf(fridays(2), at('2026-12-25T09:00')), undefined)
})

test('a series goes on from its next date, with the exceptions from there on', () => {
  const series = fridays(4, {
    exceptions: [moved('2026-12-18', '2026-12-18T12:00'), moved('2027-01-01', '2027-01-02T12:00')],
  })
  const rest = restOf(series, at('2026-12-20T00:00'))
  assert.deepEqual([rest?.start, rest?.recurrence?.end], ['2026-12-25T09:00', { count: 3 }])
  assert.deepEqual(rest?.exceptions, [moved('2027-01-01', '2027-01-02T12:00')])
})

test('a date that was moved ahead of its rule and has begun is left out of the rest', () => {
  const rest = restOf(fridays(3, { exceptions: [moved('2026-12-25', '2026-12-22T09:00')] }), at('2026-12-23T00:00'))
  assert.equal(rest?.start, '2026-12-25T09:00')
  assert.deepEqual(rest?.exceptions, [{ date: '2026-12-25', start: undefined, minutes: undefined }])
})

test('a time that the clocks repeat has begun when the one that was chosen has', () => {
  const night = wish({ timeZone: 'Europe/Berlin', start: '2026-10-25T02:30' })
  assert.equal(restOf({ ...night, repeated: 'earlier' }, at('2026-10-25T00:30')), undefined)
  assert.ok(restOf({ ...night, repeated: 'later' }, at('2026-10-25T01:29')))
})
