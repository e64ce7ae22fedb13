import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BookingError } from './booking-error.ts'
import { parseRecurrence } from './parse-recurrence.ts'

const end = { count: 3 }

describe('a rule from outside', () => {
  it('is read, weekdays in the order of the week', () => {
    assert.deepEqual(parseRecurrence({ freq: 'weekly', byDay: ['friday', 'monday'], end }), {
      freq: 'weekly',
      interval: 1,
      byDay: ['monday', 'friday'],
      end,
    })
    assert.deepEqual(parseRecurrence({ freq: 'monthly', interval: 2, by: { week: -1, weekday: 'monday' }, end }), {
      freq: 'monthly',
      interval: 2,
      by: { week: -1, weekday: 'monday' },
      end,
    })
    assert.deepEqual(parseRecurrence({ freq: 'daily', end: { until: '2026-12-31' } }).end, { until: '2026-12-31' })
  })

  const wrong: [string, unknown, string, string][] = [
    ['nothing', undefined, 'recurrence', 'not_object'],
    ['a year', { freq: 'yearly', end }, 'recurrence.freq', 'no_yearly'],
    ['hours', { freq: 'hourly', end }, 'recurrence.freq', 'once_a_day'],
    ['another word', { freq: 'Weekly', end }, 'recurrence.freq', 'not_one_of'],
    ['half a day', { freq: 'daily', interval: 0.5, end }, 'recurrence.interval', 'not_whole_number'],
    ['every 0 days', { freq: 'daily', interval: 0, end }, 'recurrence.interval', 'not_whole_number'],
    ['no end', { freq: 'daily' }, 'recurrence.end', 'not_object'],
    ['two ends', { freq: 'daily', end: { count: 1, until: '2026-12-31' } }, 'recurrence.end', 'not_one_of'],
    ['an end that is no day', { freq: 'daily', end: { until: '2026-02-30' } }, 'recurrence.end.until', 'not_day'],
    ['no dates', { freq: 'daily', end: { count: 0 } }, 'recurrence.end.count', 'not_whole_number'],
    ['weeks without a day', { freq: 'weekly', byDay: [], end }, 'recurrence.byDay', 'not_one_of'],
    ['a weekday twice', { freq: 'weekly', byDay: ['friday', 'friday'], end }, 'recurrence.byDay[1]', 'given_twice'],
    ['no weekday', { freq: 'weekly', byDay: ['fri'], end }, 'recurrence.byDay[0]', 'not_one_of'],
    ['weekdays of days', { freq: 'daily', byDay: ['friday'], end }, 'recurrence.byDay', 'unknown_field'],
    ['day 32', { freq: 'monthly', by: { monthDay: 32 }, end }, 'recurrence.by.monthDay', 'not_whole_number'],
    ['a fifth week', { freq: 'monthly', by: { week: 5, weekday: 'monday' }, end }, 'recurrence.by.week', 'not_one_of'],
    ['a week without weekday', { freq: 'monthly', by: { week: 1 }, end }, 'recurrence.by.weekday', 'not_one_of'],
    ['an unknown field', { freq: 'daily', end, bySetPos: 1 }, 'recurrence.bySetPos', 'unknown_field'],
  ]
  for (const [name, value, field, code] of wrong)
    it(`is refused with ${name}`, () =>
      assert.throws(
        () => parseRecurrence(value),
        (error) => {
          assert.ok(error instanceof BookingError)
          assert.deepEqual([error.details.field, error.says.code], [field, code])
          assert.ok(error.message.startsWith(`${field}: `))
          return true
        },
      ))
})
