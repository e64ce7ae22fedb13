import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Recurrence } from './entities.ts'
import { endlessCounts, expandSeries } from './recurrence.ts'
import { parseRecurrence, type RecurrenceInput } from './recurrence-rule.ts'
import { defaultSwitches, type Switches } from './switches.ts'
import { formatInstant, parseStartTime, wallTime } from './time.ts'

function dates(sent: RecurrenceInput, start: string, timeZone = 'UTC', switches: Partial<Switches> = {}): string[] {
  const all = { ...defaultSwitches, ...switches }
  const parsed = parseRecurrence(sent, timeZone, all)
  assert.ok(parsed.ok, JSON.stringify(parsed))
  const startAt = parseStartTime(start, timeZone)
  assert.ok(startAt !== undefined)
  return expandSeries({ recurrence: parsed.value, startAt, timeZone }, all).map(formatInstant)
}
const days = (...args: Parameters<typeof dates>) => dates(...args).map((at) => at.slice(0, 10))

const table: [string, RecurrenceInput, string, string[]][] = [
  ['every day', { type: 1, end_times: 3 }, '2026-12-30', ['2026-12-30', '2026-12-31', '2027-01-01']],
  ['every third day', { type: 1, repeat_interval: 3, end_times: 2 }, '2026-02-27', ['2026-02-27', '2026-03-02']],
  ['no end given: once', { type: 1 }, '2026-12-30', ['2026-12-30']],
  ['weekly on the start day', { type: 2, weekly_days: '6', end_times: 2 }, '2026-12-18', ['2026-12-18', '2026-12-25']],
  [
    'start day not among the days',
    { type: 2, weekly_days: '2', end_times: 2 },
    '2026-12-18',
    ['2026-12-21', '2026-12-28'],
  ],
  [
    'days out of order and twice',
    { type: 2, weekly_days: '5, 2,5', end_times: 3 },
    '2026-12-17',
    ['2026-12-17', '2026-12-21', '2026-12-24'],
  ],
  ['weekly_days left out is Sunday', { type: 2, end_times: 1 }, '2026-12-18', ['2026-12-20']],
  [
    'every second week counts from the week of the start',
    { type: 2, repeat_interval: 2, weekly_days: '2,6', end_times: 4 },
    '2026-12-18',
    ['2026-12-18', '2026-12-28', '2027-01-01', '2027-01-11'],
  ],
  ['monthly by day', { type: 3, monthly_day: 15, end_times: 2 }, '2026-12-16', ['2027-01-15', '2027-02-15']],
  [
    'the 31st skips short months',
    { type: 3, monthly_day: 31, end_times: 3 },
    '2027-01-01',
    ['2027-01-31', '2027-03-31', '2027-05-31'],
  ],
  [
    'second Tuesday',
    { type: 3, monthly_week: 2, monthly_week_day: 3, end_times: 2 },
    '2026-12-01',
    ['2026-12-08', '2027-01-12'],
  ],
  [
    'last Monday',
    { type: 3, monthly_week: -1, monthly_week_day: 2, end_times: 3 },
    '2026-12-29',
    ['2027-01-25', '2027-02-22', '2027-03-29'],
  ],
  [
    'until an instant, that one included',
    { type: 1, end_date_time: '2026-12-31T09:00:00Z' },
    '2026-12-30',
    ['2026-12-30', '2026-12-31'],
  ],
  ['an end before the first date', { type: 1, end_date_time: '2026-12-29T09:00:00Z' }, '2026-12-30', []],
]
for (const [name, sent, start, expected] of table)
  test(`recurrence: ${name}`, () => assert.deepEqual(days(sent, `${start}T09:00:00`), expected))

test('the 31st falls on the last day of short months when the switch says so', () => {
  const sent: RecurrenceInput = { type: 3, monthly_day: 31, end_times: 3 }
  assert.deepEqual(days(sent, '2027-01-01T09:00:00', 'UTC', { shortMonth: 'clamp' }), [
    '2027-01-31',
    '2027-02-28',
    '2027-03-31',
  ])
})

test('a day that no month of the rule has gives no dates and ends', () => {
  assert.deepEqual(days({ type: 3, monthly_day: 31, repeat_interval: 10, end_times: 2 }, '2027-02-01T09:00:00'), [
    '2027-12-31',
    '2028-10-31',
  ])
})

test('a bare end date is the end of that day in the zone of the meeting', () => {
  const sent: RecurrenceInput = { type: 2, repeat_interval: 2, weekly_days: '6', end_date_time: '2027-01-01' }
  assert.deepEqual(dates(sent, '2026-12-18T18:00:00', 'Asia/Taipei'), ['2026-12-18T10:00:00Z', '2027-01-01T10:00:00Z'])
})

test('an endless series is made about two years far', () => {
  assert.equal(days({ type: 2, end_times: 0 }, '2026-12-20T09:00:00').length, 110)
  assert.equal(days({ type: 3, end_times: 0 }, '2026-12-20T09:00:00').length, 60)
})

test('a far end date gives every date, or Zoom’s greatest count when the switch says so', () => {
  const sent: RecurrenceInput = { type: 1, end_date_time: '2027-12-31' }
  assert.equal(days(sent, '2026-12-31T09:00:00').length, 366)
  assert.equal(days(sent, '2026-12-31T09:00:00', 'UTC', { longSeries: 'cut' }).length, 60)
  assert.equal(days({ type: 1, end_date_time: '9999-12-31' }, '2026-12-31T09:00:00').length, 1000)
})

test('a wall time that the clocks skip moves forward on that day alone', () => {
  assert.deepEqual(dates({ type: 1, end_times: 3 }, '2027-03-13T02:30:00', 'America/New_York'), [
    '2027-03-13T07:30:00Z',
    '2027-03-14T07:30:00Z',
    '2027-03-15T06:30:00Z',
  ])
})

const refusals: [string, RecurrenceInput, string, Partial<Switches>?][] = [
  ['no type', {}, 'recurrence.type'],
  ['both ends', { type: 1, end_times: 2, end_date_time: '2027-01-01T00:00:00Z' }, 'recurrence.end_date_time'],
  ['an end that is no time', { type: 1, end_date_time: 'soon' }, 'recurrence.end_date_time'],
  [
    'a bare end date, by switch',
    { type: 1, end_date_time: '2027-01-01' },
    'recurrence.end_date_time',
    { bareEndDate: 'refuse' },
  ],
  ['too many times', { type: 1, end_times: 61 }, 'recurrence.end_times'],
  ['too many times, by switch', { type: 1, end_times: 51 }, 'recurrence.end_times', { maxOccurrences: 50 }],
  ['every 100 days', { type: 1, repeat_interval: 100 }, 'recurrence.repeat_interval'],
  ['every 51 weeks', { type: 2, repeat_interval: 51 }, 'recurrence.repeat_interval'],
  [
    'every 4 months, by switch',
    { type: 3, repeat_interval: 4 },
    'recurrence.repeat_interval',
    { repeatLimits: '90/12/3' },
  ],
  ['an eighth weekday', { type: 2, weekly_days: '1,8' }, 'recurrence.weekly_days'],
  ['a week without its day', { type: 3, monthly_week: 1 }, 'recurrence.monthly_week_day'],
]
for (const [name, sent, field, switches] of refusals)
  test(`recurrence refused: ${name}`, () => {
    const parsed = parseRecurrence(sent, 'UTC', { ...defaultSwitches, ...switches })
    assert.deepEqual(parsed.ok ? [] : parsed.problems.map((problem) => problem.field), [field])
  })

const zone = fc.constantFrom(
  'UTC',
  'Asia/Taipei',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Sydney',
  'Asia/Kathmandu',
)
const rule = fc.record(
  {
    type: fc.constantFrom(1 as const, 2 as const, 3 as const),
    repeat_interval: fc.integer({ min: 1, max: 10 }),
    weekly_days: fc.subarray(['1', '2', '3', '4', '5', '6', '7'], { minLength: 1 }).map((list) => list.join(',')),
    monthly_day: fc.integer({ min: 1, max: 28 }),
    end_times: fc.integer({ min: 0, max: 60 }),
  },
  { requiredKeys: ['type'] },
)

test('whatever the rule, dates grow, their count is right and the wall time stays across clock changes', () => {
  fc.assert(
    fc.property(
      rule,
      zone,
      fc.integer({ min: 0, max: 4000 }),
      fc.integer({ min: 6, max: 22 }),
      (sent, timeZone, day, hour) => {
        const startAt = parseStartTime(
          `${formatInstant(Date.UTC(2020, 0, 1 + day)).slice(0, 10)}T${String(hour).padStart(2, '0')}:30:00`,
          timeZone,
        )
        const parsed = parseRecurrence(sent, timeZone, defaultSwitches)
        assert.ok(parsed.ok && startAt !== undefined)
        const recurrence: Recurrence = parsed.value
        const starts = expandSeries({ recurrence, startAt, timeZone }, defaultSwitches)
        assert.equal(starts.length, recurrence.end_times === 0 ? endlessCounts[recurrence.type] : recurrence.end_times)
        for (const [index, at] of starts.entries()) {
          const wall = wallTime(at, timeZone)
          assert.ok(at >= (starts[index - 1] ?? startAt - 1) + (index > 0 ? 1 : 0))
          assert.equal(`${wall.hour}:${wall.minute}`, `${hour}:30`)
          if (recurrence.type === 2) assert.ok(recurrence.weekly_days?.includes(String((wall.dayOfWeek % 7) + 1)))
          if (recurrence.type === 3) assert.equal(wall.day, recurrence.monthly_day)
        }
      },
    ),
  )
})

test('an end date bounds every date', () => {
  fc.assert(
    fc.property(rule, fc.integer({ min: 0, max: 900 }), ({ end_times: _, ...sent }, length) => {
      const startAt = Date.UTC(2026, 10, 22, 9)
      const endAt = startAt + length * 86_400_000
      const parsed = parseRecurrence({ ...sent, end_date_time: formatInstant(endAt) }, 'UTC', defaultSwitches)
      assert.ok(parsed.ok)
      const starts = expandSeries({ recurrence: parsed.value, startAt, timeZone: 'UTC' }, defaultSwitches)
      assert.ok(starts.every((at) => at >= startAt && at <= endAt))
    }),
  )
})
