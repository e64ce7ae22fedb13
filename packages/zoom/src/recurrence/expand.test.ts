import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { everyDays, everyMonths, everyWeeks } from './every.ts'
import { type ExpandRecurrenceOptions, expandRecurrence } from './expand.ts'
import type { RecurrenceRule } from './rule.ts'

const taipei = (start: string): ExpandRecurrenceOptions => ({ start, timeZone: 'Asia/Taipei' })
const newYork = (start: string): ExpandRecurrenceOptions => ({ start, timeZone: 'America/New_York' })
const wallDates = (rule: RecurrenceRule, options: ExpandRecurrenceOptions) =>
  expandRecurrence(rule, options).dates.map(({ wall }) => wall.slice(0, 10))

describe('the dates of a series', () => {
  const rows: [string, RecurrenceRule, string, string[]][] = [
    [
      'every third day',
      everyDays(3, { count: 4 }),
      '2026-12-28T18:00',
      ['2026-12-28', '2026-12-31', '2027-01-03', '2027-01-06'],
    ],
    [
      'every second friday until the end of the year',
      everyWeeks(2, ['friday'], { until: '2026-12-31' }),
      '2026-11-27T18:00',
      ['2026-11-27', '2026-12-11', '2026-12-25'],
    ],
    [
      'two days of every second week, begun between them: weeks begin on Sunday',
      everyWeeks(2, ['monday', 'thursday'], { count: 4 }),
      '2026-12-02T18:00',
      ['2026-12-03', '2026-12-14', '2026-12-17', '2026-12-28'],
    ],
    [
      'a start after the only day of the week: the next such day, and every second week from there',
      everyWeeks(2, ['friday'], { count: 3 }),
      '2026-12-05T18:00',
      ['2026-12-11', '2026-12-25', '2027-01-08'],
    ],
    [
      'saturday and sunday are of different weeks',
      everyWeeks(2, ['sunday', 'saturday'], { count: 4 }),
      '2026-12-05T18:00',
      ['2026-12-05', '2026-12-13', '2026-12-19', '2026-12-27'],
    ],
    [
      'every month on the 15th, begun after it',
      everyMonths(1, { day: 15 }, { count: 3 }),
      '2026-12-17T18:00',
      ['2027-01-15', '2027-02-15', '2027-03-15'],
    ],
    [
      'the 31st leaves short months out, and they do not count',
      everyMonths(1, { day: 31 }, { count: 4 }),
      '2027-01-31T18:00',
      ['2027-01-31', '2027-03-31', '2027-05-31', '2027-07-31'],
    ],
    [
      'the 29th of February only in leap years',
      everyMonths(1, { day: 29 }, { count: 3 }),
      '2027-01-29T18:00',
      ['2027-01-29', '2027-03-29', '2027-04-29'],
    ],
    [
      'the last monday',
      everyMonths(1, { last: 'monday' }, { count: 3 }),
      '2026-12-01T18:00',
      ['2026-12-28', '2027-01-25', '2027-02-22'],
    ],
    [
      'the first tuesday of every fourth month',
      everyMonths(4, { first: 'tuesday' }, { count: 3 }),
      '2026-12-01T18:00',
      ['2026-12-01', '2027-04-06', '2027-08-03'],
    ],
    [
      'an end on the last date keeps it',
      everyDays(1, { until: '2026-12-18' }),
      '2026-12-17T23:59',
      ['2026-12-17', '2026-12-18'],
    ],
  ]
  for (const [name, rule, start, dates] of rows)
    it(`are right: ${name}`, () => assert.deepEqual(wallDates(rule, taipei(start)), dates))

  it('keep the wall time across a change of the clocks, and are told as instants too', () => {
    const { dates, notes } = expandRecurrence(everyWeeks(1, ['friday'], { count: 2 }), newYork('2026-10-30T09:00'))
    assert.deepEqual(dates, [
      { wall: '2026-10-30T09:00:00', instant: Date.UTC(2026, 9, 30, 13), utc: '2026-10-30T13:00:00Z' },
      { wall: '2026-11-06T09:00:00', instant: Date.UTC(2026, 10, 6, 14), utc: '2026-11-06T14:00:00Z' },
    ])
    assert.deepEqual(notes, [
      {
        kind: 'clock_change',
        date: '2026-11-06',
        utcBefore: '13:00',
        utcAfter: '14:00',
        message: 'The clocks of America/New_York change before 2026-11-06: 13:00 UTC becomes 14:00 UTC.',
      },
    ])
  })

  it('take a start as an instant, and mean its wall time', () =>
    assert.deepEqual(
      expandRecurrence(everyDays(1, { count: 1 }), taipei('2026-12-17T18:00:00Z')).dates[0]?.wall,
      '2026-12-18T02:00:00',
    ))

  it("are those of Zoom's object too", () => {
    const object = { type: 2, repeat_interval: 2, weekly_days: '6', end_date_time: '2026-12-31T15:59:59Z' } as const
    assert.deepEqual(
      expandRecurrence(object, taipei('2026-11-27T18:00')),
      expandRecurrence(everyWeeks(2, ['friday'], { until: '2026-12-31' }), taipei('2026-11-27T18:00')),
    )
  })

  it('of an endless series are as many as asked for, 60 when nothing is said', () => {
    assert.equal(expandRecurrence(everyDays(1), taipei('2026-12-17T18:00')).dates.length, 60)
    assert.equal(expandRecurrence(everyDays(1), { ...taipei('2026-12-17T18:00'), limit: 7 }).dates.length, 7)
    assert.throws(() => expandRecurrence(everyDays(1), { ...taipei('2026-12-17T18:00'), limit: 0 }), {
      code: 'invalid_input',
    })
  })

  const notes: [string, RecurrenceRule, ExpandRecurrenceOptions, object[]][] = [
    ['nothing, where nothing surprises', everyDays(1, { count: 3 }), taipei('2026-12-17T18:00'), []],
    [
      'that the start does not fit',
      everyWeeks(1, ['friday'], { count: 2 }),
      taipei('2026-12-17T18:00'),
      [{ kind: 'first_date_moved', from: '2026-12-17', to: '2026-12-18' }],
    ],
    [
      'that months are left out',
      everyMonths(1, { day: 30 }, { count: 3 }),
      taipei('2027-01-30T18:00'),
      [{ kind: 'months_skipped', months: ['2027-02'] }],
    ],
    [
      'only months of the series, not those between',
      everyMonths(3, { day: 31 }, { count: 3 }),
      taipei('2027-01-31T18:00'),
      [{ kind: 'months_skipped', months: ['2027-04'] }],
    ],
    [
      'that the clocks skip a time',
      everyDays(1, { count: 3 }),
      newYork('2027-03-13T02:30'),
      [
        { kind: 'time_skipped', date: '2027-03-14', heldAt: '2027-03-14T03:30:00' },
        { kind: 'clock_change', date: '2027-03-15', utcBefore: '07:30', utcAfter: '06:30' },
      ],
    ],
    [
      'that the clocks repeat a time',
      everyDays(1, { count: 3 }),
      newYork('2026-10-31T01:30'),
      [
        { kind: 'time_repeated', date: '2026-11-01', first: '2026-11-01T05:30:00Z', second: '2026-11-01T06:30:00Z' },
        { kind: 'clock_change', date: '2026-11-02', utcBefore: '05:30', utcAfter: '06:30' },
      ],
    ],
    ['that there is no end', everyDays(1), taipei('2026-12-17T18:00'), [{ kind: 'endless' }]],
  ]
  for (const [name, rule, options, expected] of notes)
    it(`come with a note: ${name}`, () =>
      assert.deepEqual(
        expandRecurrence(rule, options).notes.map(({ message, ...note }) => note),
        expected,
      ))

  const refused: [string, () => unknown, RegExp][] = [
    [
      'more dates than Zoom makes, with the date to end on',
      () => expandRecurrence(everyDays(1, { until: '2027-03-31' }), taipei('2026-12-17T18:00')),
      /at most 60 dates and the 60th is on 2027-02-14/,
    ],
    [
      'an end before the start',
      () => expandRecurrence(everyDays(1, { until: '2026-12-16' }), taipei('2026-12-17T18:00')),
      /No date is left/,
    ],
    [
      'an end between the start and the first date',
      () => expandRecurrence(everyWeeks(1, ['friday'], { until: '2026-12-17' }), taipei('2026-12-17T18:00')),
      /No date is left/,
    ],
    [
      "more in Zoom's object than Zoom takes",
      () => expandRecurrence({ type: 1, end_times: 61 }, taipei('2026-12-17T18:00')),
      /recurrence.end_times is 61/,
    ],
    [
      "a longer interval in Zoom's object",
      () => expandRecurrence({ type: 1, repeat_interval: 100 }, taipei('2026-12-17T18:00')),
      /recurrence.repeat_interval is 100/,
    ],
    [
      'a rule written by hand that never comes',
      () => expandRecurrence({ every: 'week', interval: 1, days: [] }, taipei('2026-12-17T18:00')),
      /recurrence.days/,
    ],
    [
      'an unknown zone',
      () => expandRecurrence(everyDays(1), { start: '2026-12-17T18:00', timeZone: 'Asial/Taipei' }),
      /Asia\/Taipei/,
    ],
    ['an unreadable start', () => expandRecurrence(everyDays(1), taipei('soon')), /^start is "soon"/],
  ]
  for (const [name, expand, message] of refused)
    it(`are refused: ${name}`, () => assert.throws(expand, { code: 'invalid_input', message }))
})
