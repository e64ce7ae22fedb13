import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { fridays, occurrencesOf, wish } from '../../test/domain-data.ts'
import type { Wish } from './booking.ts'
import { BookingError, type BookingErrorCode } from './booking-error.ts'
import { type Change, type ChangedBooking, type ChangeScope, planChange, planLeavingOut } from './change-booking.ts'
import { seriesOf } from './series-parts.ts'

const before = Date.parse('2026-12-01T00:00Z')
/** After the first of `fridays`, before the second. */
const between = Date.parse('2026-12-20T00:00Z')
const all: ChangeScope = { scope: 'all' }
const one = (date: string): ChangeScope => ({ scope: 'one', date })
const following = (date: string): ChangeScope => ({ scope: 'following', date })
const change = (its: Wish, scope: ChangeScope, what: Change, now = before) =>
  planChange({ wish: its, occurrences: occurrencesOf(its) }, scope, what, now)
const startsOf = (changed: ChangedBooking | undefined): string[] =>
  changed?.dates.map(({ startsAt }) => new Date(startsAt).toISOString().slice(0, 16)) ?? []
const days = (...all: string[]): string[] => all.map((day) => `${day}T09:00`)

describe('all dates', () => {
  it('have another time of the day', () => {
    const { booking, rest } = change(fridays(2), all, { start: '2026-12-18T10:30' })
    assert.deepEqual(startsOf(booking), ['2026-12-18T10:30', '2026-12-25T10:30'])
    assert.equal(rest, undefined)
  })

  it('keep what was moved and left out, where the day is still one of the series', () => {
    const exceptions = [
      { date: '2026-12-25', start: undefined, minutes: undefined },
      { date: '2027-01-01', start: '2027-01-02T09:00', minutes: undefined },
    ]
    const { booking } = change(fridays(4, { exceptions }), all, {
      recurrence: { freq: 'weekly', interval: 2, byDay: ['friday'], end: { count: 2 } },
    })
    assert.deepEqual(startsOf(booking), days('2026-12-18', '2027-01-02'))
    assert.deepEqual(booking.notes, [{ code: 'exceptions_dropped', values: { dates: ['2026-12-25'] } }])
  })

  it('that are to come have another time; those that have begun stay, and the series goes on from its next date', () => {
    const { booking } = change(fridays(3), all, { start: '2026-12-18T10:30' }, between)
    assert.deepEqual(
      booking.begun.map(({ date }) => date),
      ['2026-12-18'],
    )
    assert.deepEqual(startsOf(booking), ['2026-12-25T10:30', '2027-01-01T10:30'])
    assert.equal(booking.wish.start, '2026-12-25T10:30')
    assert.deepEqual(booking.wish.recurrence?.end, { count: 2 })
  })

  it('of a series that has begun have another title or length without another rule', () => {
    const { booking } = change(fridays(3), all, { title: 'Other', minutes: 30 }, between)
    assert.equal(booking.wish.start, '2026-12-18T09:00')
    assert.deepEqual(startsOf(booking), days('2026-12-25', '2027-01-01'))
    assert.equal(booking.wish.title, 'Other')
  })

  it('of a single meeting are its only one', () =>
    assert.deepEqual(startsOf(change(wish(), all, { start: '2026-12-19T09:00' }).booking), days('2026-12-19')))
})

describe('one date', () => {
  it('is moved, and brought back', () => {
    const moved = change(fridays(3), one('2026-12-25'), { start: '2026-12-24T15:00', minutes: 30 }).booking
    assert.deepEqual(startsOf(moved), ['2026-12-18T09:00', '2026-12-24T15:00', '2027-01-01T09:00'])
    assert.deepEqual(moved.wish.exceptions, [{ date: '2026-12-25', start: '2026-12-24T15:00', minutes: 30 }])
    const back = change(moved.wish, one('2026-12-25'), { start: '2026-12-25T09:00', minutes: 60 }).booking
    assert.deepEqual(back.wish.exceptions, [])
  })

  it('is longer, at its time', () =>
    assert.deepEqual(change(fridays(3), one('2026-12-25'), { minutes: 90 }).booking.wish.exceptions, [
      { date: '2026-12-25', start: '2026-12-25T09:00', minutes: 90 },
    ]))

  it('that was left out comes back with a start', () => {
    const left = fridays(3, { exceptions: [{ date: '2026-12-25', start: undefined, minutes: undefined }] })
    assert.equal(startsOf(change(left, one('2026-12-25'), { start: '2026-12-25T09:00' }).booking).length, 3)
  })
})

describe('a date and all that follow', () => {
  it('become a booking of their own, and the series ends before them', () => {
    const { booking, rest } = change(fridays(4), following('2027-01-01'), { start: '2027-01-01T11:00' })
    assert.deepEqual(startsOf(booking), days('2026-12-18', '2026-12-25'))
    assert.deepEqual(booking.wish.recurrence?.end, { count: 2 })
    assert.deepEqual(startsOf(rest), ['2027-01-01T11:00', '2027-01-08T11:00'])
    assert.deepEqual(rest?.wish.recurrence?.end, { count: 2 })
  })

  it('are left out one by one of a series that has begun, whose rule Zoom does not change any more', () => {
    const { booking } = change(fridays(4), following('2027-01-01'), { minutes: 30 }, between)
    assert.deepEqual(startsOf(booking), days('2026-12-25'))
    assert.deepEqual(
      booking.wish.exceptions.map(({ date }) => date),
      ['2027-01-01', '2027-01-08'],
    )
    assert.deepEqual(booking.wish.recurrence, fridays(4).recurrence)
  })

  it('from the first on are all dates', () => {
    const { booking, rest } = change(fridays(3), following('2026-12-18'), { minutes: 30 })
    assert.equal(rest, undefined)
    assert.equal(booking.dates.length, 3)
  })

  it('and those before are together the dates that the series had, wherever it is cut', () => {
    const anySeries = fc.record({
      interval: fc.integer({ min: 1, max: 4 }),
      byDay: fc.subarray(['monday', 'thursday', 'sunday'] as const, { minLength: 1 }),
      count: fc.integer({ min: 2, max: 20 }),
    })
    fc.assert(
      fc.property(anySeries, fc.nat(), ({ interval, byDay, count }, at) => {
        const its = wish({ recurrence: { freq: 'weekly', interval, byDay, end: { count } } })
        const dates = seriesOf(its).days.map(String)
        const { booking, rest } = change(its, following(dates[at % count] ?? ''), { title: 'Other' })
        const both = [...booking.dates, ...(rest?.dates ?? [])].map(({ date }) => date)
        assert.deepEqual(both, dates)
      }),
    )
  })
})

describe('leaving out', () => {
  const leave = (its: Wish, scope: 'one' | 'following', date: string, now = before) =>
    planLeavingOut({ wish: its, occurrences: occurrencesOf(its) }, { scope, date }, now)

  it('takes one date, or it and all that follow', () => {
    assert.deepEqual(startsOf(leave(fridays(3), 'one', '2026-12-25')), days('2026-12-18', '2027-01-01'))
    assert.deepEqual(startsOf(leave(fridays(3), 'following', '2026-12-25')), days('2026-12-18'))
  })

  it('of everything is to cancel', () => {
    assert.equal(leave(fridays(1), 'one', '2026-12-18'), undefined)
    assert.equal(leave(fridays(3), 'following', '2026-12-18'), undefined)
  })

  it('of all that is to come keeps what has been', () => {
    const left = leave(fridays(2), 'following', '2026-12-25', between)
    assert.deepEqual([left?.begun.length, left?.dates.length], [1, 0])
  })
})

describe('a change is refused', () => {
  const moved = fridays(3, { exceptions: [{ date: '2026-12-18', start: '2026-12-28T09:00', minutes: undefined }] })
  const later = wish({ timeZone: 'Europe/Berlin', start: '2026-10-25T02:30', repeated: 'later' })
  const rows: [string, Wish, ChangeScope, Change, number, BookingErrorCode, string][] = [
    [
      'to another start that comes twice, which is asked about anew',
      later,
      all,
      { start: '2027-10-31T02:30' },
      Date.parse('2026-10-01T00:00Z'),
      'invalid_input',
      'which_of_two',
    ],
    [
      'of one date of a single meeting',
      wish(),
      one('2026-12-18'),
      { minutes: 5 },
      before,
      'invalid_input',
      'no_series',
    ],
    [
      'of a day that is no date',
      fridays(3),
      one('2026-12-19'),
      { minutes: 5 },
      before,
      'invalid_input',
      'no_such_date',
    ],
    ['of the title of one date', fridays(3), one('2026-12-25'), { title: 'x' }, before, 'invalid_input', 'only_whole'],
    ['of a date that has begun', fridays(3), one('2026-12-18'), { minutes: 5 }, between, 'wrong_state', 'has_begun'],
    ['of a meeting that has begun', wish(), all, { start: '2026-12-30T09:00' }, between, 'wrong_state', 'has_begun'],
    [
      'that moves a date into the past',
      fridays(3),
      one('2026-12-25'),
      { start: '2026-12-19T09:00' },
      between,
      'invalid_input',
      'in_the_past',
    ],
    [
      'of a single meeting into a series',
      wish(),
      all,
      { recurrence: fridays(2).recurrence },
      before,
      'invalid_input',
      'kind_stays',
    ],
    [
      'of the length of a series, of which a date was moved behind and would be lost',
      moved,
      all,
      { minutes: 30 },
      Date.parse('2026-12-26T00:00Z'),
      'wrong_state',
      'moved_date_ahead',
    ],
    [
      'that brings back a date of a series, of which another was moved behind and would be lost',
      { ...moved, exceptions: [...moved.exceptions, { date: '2027-01-01', start: undefined, minutes: undefined }] },
      one('2027-01-01'),
      { start: '2027-01-01T09:00' },
      Date.parse('2026-12-26T00:00Z'),
      'wrong_state',
      'moved_date_ahead',
    ],
    [
      'of all from a date on that was moved behind, where a new series would begin in the past',
      fridays(3, { exceptions: [{ date: '2026-12-25', start: '2026-12-28T09:00', minutes: undefined }] }),
      following('2026-12-25'),
      { minutes: 30 },
      Date.parse('2026-12-26T00:00Z'),
      'wrong_state',
      'moved_date_ahead',
    ],
    [
      'of a series that has begun, whose first date was moved behind the next',
      moved,
      all,
      { start: '2026-12-18T10:00' },
      Date.parse('2026-12-26T00:00Z'),
      'wrong_state',
      'moved_date_ahead',
    ],
  ]
  for (const [name, its, scope, what, now, code, says] of rows)
    it(name, () =>
      assert.throws(
        () => change(its, scope, what, now),
        (error) => {
          assert.ok(error instanceof BookingError)
          assert.deepEqual([error.code, error.says.code], [code, says])
          return true
        },
      ),
    )
})
