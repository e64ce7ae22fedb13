import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Recurrence } from '@convene/booking/contract'
import { followDate, repeatOf, weekOfMonth, withRepeat } from './repeating.ts'

const end = { count: 12 } as const
const fridays: Recurrence = { freq: 'weekly', interval: 1, byDay: ['friday'], end }

suite('how a booking repeats, in the form', () => {
  test('a weekly series begins with the weekday of its date and a usual number of dates', () => {
    assert.deepEqual(withRepeat(null, 'weekly', '2026-12-18'), fridays)
    assert.deepEqual(withRepeat(null, 'two_weeks', '2026-12-18'), { ...fridays, interval: 2 })
  })

  test('another kind of rule keeps how it ends', () => {
    const until = { until: '2027-06-30' }
    assert.deepEqual(withRepeat({ ...fridays, end: until }, 'daily', '2026-12-18'), {
      freq: 'daily',
      interval: 1,
      end: until,
    })
  })

  test('each rule is shown as the choice that made it', () => {
    for (const repeat of ['never', 'daily', 'weekly', 'two_weeks', 'monthly'] as const)
      assert.equal(repeatOf(withRepeat(null, repeat, '2026-12-18')), repeat)
  })

  test('a series of one weekday follows its first date, one of several stays', () => {
    assert.deepEqual(followDate(fridays, '2026-12-18', '2026-12-21'), { ...fridays, byDay: ['monday'] })
    const both: Recurrence = { ...fridays, byDay: ['monday', 'friday'] }
    assert.equal(followDate(both, '2026-12-18', '2026-12-22'), both)
  })

  test('a monthly series follows its first date, by day or by weekday', () => {
    const byDay: Recurrence = { freq: 'monthly', interval: 1, by: { monthDay: 18 }, end }
    assert.deepEqual(followDate(byDay, '2026-12-18', '2026-12-31'), { ...byDay, by: { monthDay: 31 } })
    const last: Recurrence = { freq: 'monthly', interval: 1, by: { week: -1, weekday: 'friday' }, end }
    assert.deepEqual(followDate(last, '2026-12-25', '2026-12-31'), { ...last, by: { week: -1, weekday: 'thursday' } })
    assert.deepEqual(followDate(last, '2026-12-25', '2026-12-08'), { ...last, by: { week: 2, weekday: 'tuesday' } })
  })

  test('the fifth weekday of a month is its last', () => {
    assert.equal(weekOfMonth('2026-12-31'), -1)
    assert.equal(weekOfMonth('2026-12-28'), 4)
  })
})
