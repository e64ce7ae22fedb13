import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ZoomRecurrence } from '../generated/types/schemas.ts'
import { formatWallTime, wallTimeAt } from '../time/wall-time.ts'
import { everyDays, everyMonths, everyWeeks } from './every.ts'
import type { RecurrenceRule } from './rule.ts'
import { lastSecondOfDay, recurrenceFromZoom, recurrenceToZoom } from './zoom.ts'

const timeZone = 'Asia/Taipei'

describe("Zoom's recurrence object", () => {
  const pairs: [RecurrenceRule, ZoomRecurrence][] = [
    [everyDays(3), { type: 1, repeat_interval: 3, end_times: 0 }],
    [everyDays(1, { count: 7 }), { type: 1, repeat_interval: 1, end_times: 7 }],
    [
      everyWeeks(2, ['friday'], { until: '2026-12-31' }),
      { type: 2, repeat_interval: 2, weekly_days: '6', end_date_time: '2026-12-31T15:59:59Z' },
    ],
    [
      everyWeeks(1, ['saturday', 'sunday', 'monday'], { count: 60 }),
      { type: 2, repeat_interval: 1, weekly_days: '1,2,7', end_times: 60 },
    ],
    [everyMonths(1, { day: 15 }, { count: 3 }), { type: 3, repeat_interval: 1, monthly_day: 15, end_times: 3 }],
    [
      everyMonths(1, { last: 'monday' }, { count: 3 }),
      { type: 3, repeat_interval: 1, monthly_week: -1, monthly_week_day: 2, end_times: 3 },
    ],
    [
      everyMonths(10, { second: 'saturday' }, { count: 3 }),
      { type: 3, repeat_interval: 10, monthly_week: 2, monthly_week_day: 7, end_times: 3 },
    ],
  ]
  for (const [rule, object] of pairs)
    it(`is made of a rule and read back: ${JSON.stringify(object)}`, () => {
      assert.deepEqual(recurrenceToZoom(rule, { timeZone }), object)
      assert.deepEqual(recurrenceFromZoom(object, { timeZone }), rule)
    })

  const read: [string, ZoomRecurrence, number, RecurrenceRule][] = [
    ['nothing but a type is one date', { type: 1 }, 0, everyDays(1, { count: 1 })],
    ['a week without days is Sunday', { type: 2, end_times: 2 }, 0, everyWeeks(1, ['sunday'], { count: 2 })],
    [
      'days come in any order and with blanks',
      { type: 2, weekly_days: '6, 2', end_times: 2 },
      0,
      everyWeeks(1, ['monday', 'friday'], { count: 2 }),
    ],
    ['a month without a day is the first', { type: 3, end_times: 2 }, 0, everyMonths(1, { day: 1 }, { count: 2 })],
    [
      'an end that is a bare date is that local date',
      { type: 1, end_date_time: '2026-12-31' },
      0,
      everyDays(1, { until: '2026-12-31' }),
    ],
    ['an empty end is none', { type: 1, end_date_time: '', end_times: 0 }, 0, everyDays(1)],
    [
      'an end before the time of day leaves that day out',
      { type: 1, end_date_time: '2026-12-31T00:00:00Z' },
      18 * 3_600_000,
      everyDays(1, { until: '2026-12-30' }),
    ],
    [
      'an end at the very start keeps that day',
      { type: 1, end_date_time: '2026-12-31T10:00:00Z' },
      18 * 3_600_000,
      everyDays(1, { until: '2026-12-31' }),
    ],
  ]
  for (const [name, object, timeOfDayMs, rule] of read)
    it(`is read as Zoom reads it: ${name}`, () =>
      assert.deepEqual(recurrenceFromZoom(object, { timeZone, timeOfDayMs }), rule))

  it("is read beyond today's limits, since old meetings live on", () =>
    assert.deepEqual(recurrenceFromZoom({ type: 2, weekly_days: '2', end_times: 365 }, { timeZone }), {
      every: 'week',
      interval: 1,
      days: ['monday'],
      end: { count: 365 },
    }))

  const wrong = (object: object) => object as ZoomRecurrence
  const refused: [ZoomRecurrence, string][] = [
    [wrong({}), 'recurrence.type'],
    [wrong({ type: 4 }), 'recurrence.type'],
    [{ type: 1, repeat_interval: 0 }, 'recurrence.repeat_interval'],
    [{ type: 2, weekly_days: '8' }, 'recurrence.weekly_days'],
    [{ type: 2, weekly_days: '' }, 'recurrence.weekly_days'],
    [{ type: 2, weekly_days: '2,' }, 'recurrence.weekly_days'],
    [{ type: 2, weekly_days: 'monday' }, 'recurrence.weekly_days'],
    [{ type: 3, monthly_day: 32 }, 'recurrence.monthly_day'],
    [{ type: 3, monthly_week: 1 }, 'recurrence.monthly_week_day'],
    [{ type: 3, monthly_week_day: 1 }, 'recurrence.monthly_week'],
    [wrong({ type: 3, monthly_week: 5, monthly_week_day: 1 }), 'recurrence.monthly_week'],
    [{ type: 1, end_times: -1 }, 'recurrence.end_times'],
    [{ type: 1, end_date_time: 'soon' }, 'recurrence.end_date_time'],
    [{ type: 1, end_date_time: '2026-12-31T15:59:59Z', end_times: 3 }, 'recurrence.end_date_time'],
  ]
  for (const [object, field] of refused)
    it(`is refused with the name of the field: ${JSON.stringify(object)}`, () =>
      assert.throws(
        () => recurrenceFromZoom(object, { timeZone }),
        (error) => (error as { details: { field: string } }).details.field === field,
      ))
})

describe('the last second of a local day', () => {
  const days: [string, string, string][] = [
    ['2026-12-31', 'Asia/Taipei', '2026-12-31T23:59:59'],
    ['2026-12-31', 'America/New_York', '2026-12-31T23:59:59'],
    // In Cairo the clocks jump from 00:00 to 01:00 as the 24th begins; in Havana they go back from 01:00 to 00:00.
    ['2026-04-23', 'Africa/Cairo', '2026-04-23T23:59:59'],
    ['2026-10-31', 'America/Havana', '2026-10-31T23:59:59'],
    // In Pyongyang the last half hour of this day was skipped.
    ['2018-05-04', 'Asia/Pyongyang', '2018-05-04T23:29:59'],
    // Samoa had no 30 December 2011.
    ['2011-12-29', 'Pacific/Apia', '2011-12-29T23:59:59'],
  ]
  for (const [date, zone, wall] of days)
    it(`of ${date} in ${zone} is ${wall}, and a second later it is another day`, () => {
      const at = lastSecondOfDay(date, zone)
      assert.equal(formatWallTime(wallTimeAt(zone, at)), wall)
      assert.notEqual(formatWallTime(wallTimeAt(zone, at + 1000)).slice(0, 10), date)
    })
})
