import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import type { Recurrence } from './recurrence.ts'
import { daysUntilEnd, splitForZoom, zoomLimitOf } from './zoom-limits.ts'

const start = Temporal.PlainDate.from('2026-12-17')
const daily = (interval: number, end: Recurrence['end']): Recurrence => ({ freq: 'daily', interval, end })
const weekly = (interval: number, end: Recurrence['end']): Recurrence => ({
  freq: 'weekly',
  interval,
  byDay: ['thursday'],
  end,
})
const monthly = (interval: number, end: Recurrence['end']): Recurrence => ({
  freq: 'monthly',
  interval,
  by: { monthDay: 17 },
  end,
})

describe("Zoom's recurrence", () => {
  const within: [string, Recurrence][] = [
    ['every 99 days', daily(99, { count: 2 })],
    ['every 50 weeks', weekly(50, { count: 2 })],
    ['every 10 months', monthly(10, { count: 2 })],
    ['60 dates', daily(1, { count: 60 })],
    ['60 dates by an end', daily(1, { until: '2027-02-14' })],
  ]
  for (const [name, rule] of within)
    it(`has ${name}, in one booking`, () => {
      assert.equal(zoomLimitOf(rule, start), undefined)
      assert.deepEqual(splitForZoom(rule, start), [{ date: '2026-12-17', recurrence: rule }])
    })

  const beyond: [string, Recurrence, object][] = [
    ['100 days', daily(100, { count: 2 }), { is: 'interval', most: 99, nearest: daily(99, { count: 2 }) }],
    [
      '105 days, which are 15 weeks',
      daily(105, { count: 2 }),
      { is: 'interval', most: 99, nearest: weekly(15, { count: 2 }) },
    ],
    ['51 weeks', weekly(51, { count: 2 }), { is: 'interval', most: 50, nearest: weekly(50, { count: 2 }) }],
    ['11 months', monthly(11, { count: 2 }), { is: 'interval', most: 10, nearest: monthly(10, { count: 2 }) }],
    [
      '61 dates',
      daily(1, { count: 61 }),
      { is: 'dates', most: 60, lastOn: '2027-02-14', nearest: daily(1, { count: 60 }) },
    ],
    [
      'an end after the 60th date',
      daily(1, { until: '2027-02-15' }),
      { is: 'dates', most: 60, lastOn: '2027-02-14', nearest: daily(1, { count: 60 }) },
    ],
  ]
  for (const [name, rule, limit] of beyond)
    it(`has not ${name}, and something near it`, () => assert.deepEqual(zoomLimitOf(rule, start), limit))

  it('has a long series as several bookings with the same dates', () => {
    const rule: Recurrence = { freq: 'weekly', interval: 2, byDay: ['thursday', 'sunday'], end: { count: 130 } }
    const parts = splitForZoom(rule, start)
    assert.deepEqual(
      parts.map(({ recurrence }) => recurrence?.end),
      [{ count: 60 }, { count: 60 }, { count: 10 }],
    )
    const days = parts.flatMap(({ date, recurrence }) =>
      recurrence === undefined ? [] : daysUntilEnd(recurrence, Temporal.PlainDate.from(date), 60),
    )
    assert.deepEqual(days.map(String), daysUntilEnd(rule, start, 130).map(String))
  })

  it('has a step that is too long as single meetings, and equal weeks as one series', () => {
    assert.deepEqual(splitForZoom(monthly(12, { count: 3 }), start), [
      { date: '2026-12-17', recurrence: undefined },
      { date: '2027-12-17', recurrence: undefined },
      { date: '2028-12-17', recurrence: undefined },
    ])
    assert.deepEqual(splitForZoom(daily(105, { count: 3 }), start), [
      { date: '2026-12-17', recurrence: weekly(15, { count: 3 }) },
    ])
  })

  it('is not asked for hundreds of bookings', () => {
    assert.deepEqual(splitForZoom(daily(1, { until: '9999-12-31' }), start), [])
    assert.deepEqual(splitForZoom(monthly(12, { count: 11 }), start), [])
  })
})
