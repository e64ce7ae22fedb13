import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ZoomError } from '../errors.ts'
import { checkRule, everyDays, everyMonths, everyWeeks } from './every.ts'
import type { RecurrenceRule } from './rule.ts'

describe('rules', () => {
  it('are plain data that survives JSON', () => {
    const rules: [RecurrenceRule, RecurrenceRule][] = [
      [everyDays(3), { every: 'day', interval: 3 }],
      [
        everyWeeks(2, ['friday'], { until: '2026-12-31' }),
        { every: 'week', interval: 2, days: ['friday'], end: { until: '2026-12-31' } },
      ],
      [everyMonths(1, { day: 15 }, { count: 6 }), { every: 'month', interval: 1, on: { day: 15 }, end: { count: 6 } }],
      [everyMonths(1, { last: 'monday' }), { every: 'month', interval: 1, on: { week: 'last', weekday: 'monday' } }],
    ]
    for (const [made, data] of rules) {
      assert.deepEqual(made, data)
      assert.deepEqual(checkRule(JSON.parse(JSON.stringify(made))), data)
    }
  })

  it('keep weekdays in the order of the week, each once', () =>
    assert.deepEqual(everyWeeks(1, ['friday', 'monday', 'friday', 'sunday']).days, ['sunday', 'monday', 'friday']))

  it("take Zoom's longest intervals and most dates", () => {
    everyDays(99, { count: 60 })
    everyWeeks(50, ['monday'], { count: 1 })
    everyMonths(10, { day: 31 })
  })

  const wrong = <T>(value: unknown) => value as T
  const refused: [string, () => unknown, string, string][] = [
    ['0 days', () => everyDays(0), 'recurrence.interval', '1 to 99 days'],
    ['100 days', () => everyDays(100), 'recurrence.interval', '1 to 99 days'],
    ['51 weeks', () => everyWeeks(51, ['monday']), 'recurrence.interval', '1 to 50 weeks'],
    ['11 months', () => everyMonths(11, { day: 1 }), 'recurrence.interval', '1 to 10 months'],
    ['half a day', () => everyDays(0.5), 'recurrence.interval', '1 to 99 days'],
    ['text for a number', () => everyDays(wrong('3')), 'recurrence.interval', '1 to 99 days'],
    ['no weekday', () => everyWeeks(1, []), 'recurrence.days', '["friday"]'],
    ['a weekday without a list', () => everyWeeks(1, wrong('friday')), 'recurrence.days', '["friday"]'],
    ['a misspelt weekday', () => everyWeeks(1, wrong(['wensday'])), 'recurrence.days[0]', 'Did you mean "wednesday"?'],
    ['a short weekday', () => everyWeeks(1, wrong(['monday', 'fri'])), 'recurrence.days[1]', 'Did you mean "friday"?'],
    [
      'a weekday with a capital',
      () => everyWeeks(1, wrong(['Friday'])),
      'recurrence.days[0]',
      'Did you mean "friday"?',
    ],
    ["Zoom's number of a weekday", () => everyWeeks(1, wrong([6])), 'recurrence.days[0]', 'Weekdays are "sunday"'],
    ['day 32', () => everyMonths(1, { day: 32 }), 'recurrence.on.day', '1 to 31'],
    ['day 0', () => everyMonths(1, { day: 0 }), 'recurrence.on.day', '1 to 31'],
    ['a text for the day', () => everyMonths(1, { day: wrong('x') }), 'recurrence.on.day', '1 to 31'],
    [
      'a fifth monday',
      () => everyMonths(1, wrong({ fifth: 'monday' })),
      'recurrence.on',
      'first, second, third, fourth, last',
    ],
    ['two days of a month', () => everyMonths(1, { first: 'monday', last: 'monday' }), 'recurrence.on', 'one day'],
    ['no day of a month', () => everyMonths(1, wrong(undefined)), 'recurrence.on', 'one day'],
    [
      'a misspelt weekday of a month',
      () => everyMonths(1, wrong({ last: 'mondya' })),
      'recurrence.on.last',
      '"monday"',
    ],
    ['61 dates', () => everyDays(1, { count: 61 }), 'recurrence.count', '1 to 60'],
    ['no dates', () => everyDays(1, { count: 0 }), 'recurrence.count', '1 to 60'],
    ['a date that does not exist', () => everyDays(1, { until: '2026-02-30' }), 'recurrence.until', 'YYYY-MM-DD'],
    ['an end with a time', () => everyDays(1, { until: '2026-12-31T00:00:00Z' }), 'recurrence.until', 'YYYY-MM-DD'],
    ['two ends', () => everyDays(1, wrong({ count: 3, until: '2026-12-31' })), 'recurrence.end', 'one of'],
    ['an end that says nothing', () => everyDays(1, wrong({})), 'recurrence.end', 'one of'],
    ['an end of another name', () => everyDays(1, wrong({ count: 3, times: 3 })), 'recurrence.end', 'one of'],
    ['a rule by the year', () => checkRule(wrong({ every: 'year', interval: 1 })), 'recurrence.every', '"month"'],
    [
      'a rule without days',
      () => checkRule(wrong({ every: 'week', interval: 1, days: [] })),
      'recurrence.days',
      '["friday"]',
    ],
  ]
  for (const [name, make, field, remedy] of refused)
    it(`refuse ${name}`, () =>
      assert.throws(make, (error) => {
        assert.ok(error instanceof ZoomError)
        assert.equal(error.code, 'invalid_input')
        assert.equal(error.details.field, field)
        assert.ok(error.message.includes(remedy), error.message)
        return true
      }))
})
