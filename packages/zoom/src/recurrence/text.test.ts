import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { everyDays, everyMonths, everyWeeks } from './every.ts'
import type { RecurrenceRule } from './rule.ts'
import { parseRecurrenceText } from './text.ts'

describe('a rule in words', () => {
  const read: [string, RecurrenceRule][] = [
    ['day', everyDays(1)],
    ['3 days', everyDays(3)],
    ['1 day', everyDays(1)],
    ['week on mon,wed', everyWeeks(1, ['monday', 'wednesday'])],
    ['week on mon, wed and fri', everyWeeks(1, ['monday', 'wednesday', 'friday'])],
    ['week on tues thurs', everyWeeks(1, ['tuesday', 'thursday'])],
    ['2 weeks on fri', everyWeeks(2, ['friday'])],
    ['2 Weeks on Friday', everyWeeks(2, ['friday'])],
    ['every 2 weeks on friday', everyWeeks(2, ['friday'])],
    ['month on 15', everyMonths(1, { day: 15 })],
    ['month on the 31st', everyMonths(1, { day: 31 })],
    ['month on day 2', everyMonths(1, { day: 2 })],
    ['month on last mon', everyMonths(1, { last: 'monday' })],
    ['month on the 3rd tuesday', everyMonths(1, { third: 'tuesday' })],
    ['2 months on second tue', everyMonths(2, { second: 'tuesday' })],
  ]
  for (const [text, rule] of read) it(`is read: ${text}`, () => assert.deepEqual(parseRecurrenceText(text), rule))

  it('takes its end from beside', () => {
    assert.deepEqual(parseRecurrenceText('day', { until: '2026-12-31' }), everyDays(1, { until: '2026-12-31' }))
    assert.deepEqual(parseRecurrenceText('day', { count: 5 }), everyDays(1, { count: 5 }))
    assert.throws(() => parseRecurrenceText('day', { count: 5, until: '2026-12-31' }), /not both/)
  })

  const refused: [string, RegExp][] = [
    ['', /Write "day", "3 days"/],
    ['constructor', /Write "day", "3 days"/],
    ['fri', /Write "week on fri"/],
    ['2 fridays', /Write "2 weeks on fri/],
    ['weekly', /Write "week on fri"/],
    ['daily', /Write "day"/],
    ['monthly', /Write "month on 15"/],
    ['weekday', /Write "week on mon,tue,wed,thu,fri"/],
    ['year', /at most every 10 months/],
    ['week', /Say which weekdays: "week on mon,wed"/],
    ['month', /Say which day: "month on 15"/],
    ['day on fri', /write "week on fri"/],
    ['2 weeks on frx', /"frx" is no weekday. Did you mean "friday"\?/],
    ['week on mo', /"mo" is no weekday/],
    ['month on fifth mon', /"month on first tue"/],
    ['month on mon', /"month on last mon"/],
    ['month on 32', /1 to 31/],
    ['51 weeks on fri', /1 to 50 weeks/],
  ]
  for (const [text, remedy] of refused)
    it(`is answered with the right form: ${JSON.stringify(text)}`, () =>
      assert.throws(() => parseRecurrenceText(text, { field: '--every' }), { code: 'invalid_input', message: remedy }))

  it('names the option it came from', () =>
    assert.throws(() => parseRecurrenceText('weekly', { field: '--every' }), /^ZoomError: --every is "weekly"/))
})
