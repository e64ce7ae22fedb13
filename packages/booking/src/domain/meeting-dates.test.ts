import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BookingError, type BookingErrorCode } from './booking-error.ts'
import { datesOfMeeting, type Times } from './meeting-dates.ts'
import type { Message } from './message.ts'

const single: Times = {
  timeZone: 'Europe/Berlin',
  start: '2026-12-20T18:00',
  minutes: 60,
  recurrence: undefined,
  exceptions: [],
}
const sundays: Times = {
  ...single,
  start: '2026-10-11T04:30',
  recurrence: { freq: 'weekly', interval: 1, byDay: ['sunday'], end: { count: 4 } },
}
const startsOf = (times: Times): string[] =>
  datesOfMeeting(times).dates.map(({ startsAt }) => new Date(startsAt).toISOString().slice(0, 16))
const left = { start: undefined, minutes: undefined }

describe('the dates of a meeting', () => {
  it('are one for a single meeting', () => {
    assert.deepEqual(datesOfMeeting(single), {
      dates: [
        {
          date: '2026-12-20',
          startsAt: Date.parse('2026-12-20T17:00Z'),
          endsAt: Date.parse('2026-12-20T18:00Z'),
        },
      ],
      start: '2026-12-20T18:00',
      notes: [],
    })
  })

  it('keep 04:30 in Berlin when the clocks go back', () =>
    assert.deepEqual(startsOf(sundays), [
      '2026-10-11T02:30',
      '2026-10-18T02:30',
      '2026-10-25T03:30',
      '2026-11-01T03:30',
    ]))

  it('keep 04:30 in Berlin when the clocks go forward', () =>
    assert.deepEqual(startsOf({ ...sundays, start: '2027-03-21T04:30' }).slice(0, 2), [
      '2027-03-21T03:30',
      '2027-03-28T02:30',
    ]))

  it('are left out, moved and of another length where that is said, in the order of their starts', () => {
    const { dates } = datesOfMeeting({
      ...sundays,
      exceptions: [
        { date: '2026-10-18', ...left },
        { date: '2026-10-11', start: '2026-10-26T10:00', minutes: 30 },
      ],
    })
    assert.deepEqual(
      dates.map(({ date, startsAt, endsAt }) => [date, (endsAt - startsAt) / 60_000]),
      [
        ['2026-10-25', 60],
        ['2026-10-11', 30],
        ['2026-11-01', 60],
      ],
    )
  })

  it('may last as long as the day, with its change of clocks', () => {
    const rule = { freq: 'daily', interval: 1, end: { count: 3 } } as const
    const all = { ...single, start: '2026-10-24T00:00', minutes: 1440, recurrence: rule }
    assert.equal(datesOfMeeting(all).dates.length, 3)
  })

  const notes: [string, Times, Message[]][] = [
    [
      'the start is no date of the rule',
      { ...sundays, start: '2026-10-08T04:30' },
      [{ code: 'first_date_moved', values: { from: '2026-10-08', to: '2026-10-11' } }],
    ],
    [
      'the clocks repeat a date of a series, of which the earlier time is taken',
      { ...sundays, start: '2026-10-18T02:30' },
      [{ code: 'earlier_taken', values: { wall: '2026-10-25T02:30', timeZone: 'Europe/Berlin' } }],
    ],
    [
      'months have no such day',
      {
        ...single,
        start: '2026-12-31T18:00',
        recurrence: { freq: 'monthly', interval: 1, by: { monthDay: 31 }, end: { count: 4 } },
      },
      [{ code: 'months_left_out', values: { months: ['2027-02', '2027-04'] } }],
    ],
  ]
  for (const [name, times, expected] of notes)
    it(`are told of: ${name}`, () => assert.deepEqual(datesOfMeeting(times).notes, expected))

  it('take the earlier of two for a series, and for a single meeting the one that was asked for', () => {
    assert.equal(startsOf({ ...sundays, start: '2026-10-18T02:30' })[1], '2026-10-25T00:30')
    const twice = { ...single, start: '2026-10-25T02:30' }
    assert.deepEqual(startsOf({ ...twice, repeated: 'earlier' }), ['2026-10-25T00:30'])
    assert.deepEqual(startsOf({ ...twice, repeated: 'later' }), ['2026-10-25T01:30'])
  })

  it('begin on the first date of the rule', () =>
    assert.equal(datesOfMeeting({ ...sundays, start: '2026-10-08T04:30' }).start, '2026-10-11T04:30'))

  const count = (dates: number): Times['recurrence'] => ({ freq: 'daily', interval: 1, end: { count: dates } })
  const refused: [string, Times, BookingErrorCode, string, string, RegExp][] = [
    [
      'a start that the clocks skip, with the times around the jump',
      { ...single, start: '2027-03-28T02:30' },
      'invalid_input',
      'start',
      'time_skipped',
      /from Sun, Mar 28, 2027, 2:00 AM to Sun, Mar 28, 2027, 3:00 AM/,
    ],
    [
      'a series with one such date',
      { ...sundays, start: '2027-03-21T02:30' },
      'invalid_input',
      'start',
      'time_skipped',
      /^start: This time does not exist: Sun, Mar 28, 2027, 2:30 AM/,
    ],
    [
      'a date that is moved to such a time',
      { ...sundays, exceptions: [{ date: '2026-10-18', start: '2027-03-28T02:30', minutes: undefined }] },
      'invalid_input',
      'exceptions[0].start',
      'time_skipped',
      /does not exist/,
    ],
    [
      'a single start that comes twice, with the question which',
      { ...single, start: '2026-10-25T02:30' },
      'invalid_input',
      'repeated',
      'which_of_two',
      /earlier one \(UTC\+02:00\) or the later one \(UTC\+01:00\)/,
    ],
    [
      'exceptions of a single meeting',
      { ...single, exceptions: [{ date: '2026-12-20', ...left }] },
      'invalid_input',
      'exceptions[0]',
      'no_series',
      /Only a series/,
    ],
    [
      'an exception of no date',
      { ...sundays, exceptions: [{ date: '2026-10-12', ...left }] },
      'invalid_input',
      'exceptions[0].date',
      'no_such_date',
      /It has: Sun, Oct 11, 2026; Sun, Oct 18, 2026/,
    ],
    [
      'a date that is said twice',
      { ...sundays, exceptions: ['2026-10-11', '2026-10-11'].map((date) => ({ date, ...left })) },
      'invalid_input',
      'exceptions[1].date',
      'given_twice',
      /twice/,
    ],
    [
      'nothing but dates that are left out',
      { ...single, recurrence: count(1), exceptions: [{ date: '2026-12-20', ...left }] },
      'invalid_input',
      'exceptions',
      'all_left_out',
      /Cancel/,
    ],
    [
      'an end before the first date',
      { ...single, recurrence: { freq: 'daily', interval: 1, end: { until: '2026-12-19' } } },
      'invalid_input',
      'recurrence.end',
      'no_dates',
      /after its first date/,
    ],
    [
      'dates that overlap each other',
      { ...sundays, exceptions: [{ date: '2026-10-11', start: '2026-10-18T04:00', minutes: undefined }] },
      'invalid_input',
      'minutes',
      'dates_overlap',
      /Sun, Oct 18, 2026 would begin before that of Sun, Oct 11, 2026 has ended/,
    ],
    [
      'more dates than Zoom makes',
      { ...single, recurrence: count(61) },
      'zoom_cannot',
      'recurrence.end',
      'dates_beyond_zoom',
      /at most 60 dates; that one would be on Wed, Feb 17, 2027/,
    ],
  ]
  for (const [name, times, code, field, says, message] of refused)
    it(`are refused: ${name}`, () =>
      assert.throws(
        () => datesOfMeeting(times),
        (error) => {
          assert.ok(error instanceof BookingError)
          assert.deepEqual([error.code, error.details.field, error.says.code], [code, field, says])
          assert.match(error.message, message)
          return true
        },
      ))

  it('that Zoom cannot have come with the nearest that it can, and as several bookings', () => {
    assert.throws(
      () => datesOfMeeting({ ...single, recurrence: count(61) }),
      (error) => {
        assert.ok(error instanceof BookingError)
        assert.deepEqual(error.details.nearest, count(60))
        assert.deepEqual(
          error.details.split?.map(({ date }) => date),
          ['2026-12-20', '2027-02-18'],
        )
        return true
      },
    )
  })
})
