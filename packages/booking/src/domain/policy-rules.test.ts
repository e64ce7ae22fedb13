import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fridays, wish } from '../../test/domain-data.ts'
import type { Wish } from './booking.ts'
import { datesOfMeeting } from './meeting-dates.ts'
import { noPolicies, type Policies } from './policies.ts'
import { checkPolicies, type Nearest } from './policy-rules.ts'

const now = Date.parse('2026-12-17T08:05Z')
const check = (policies: Partial<Policies>, times: Wish, otherStarts: readonly string[] = []) =>
  checkPolicies(
    { ...noPolicies, ...policies },
    { times, dates: datesOfMeeting(times).dates, now, otherStarts: otherStarts.map((at) => Date.parse(`${at}Z`)) },
  )

describe('the rules of the desk', () => {
  it('are off by default', () => assert.deepEqual(check({}, fridays(60, { minutes: 1440 })), []))

  const passes: [string, Partial<Policies>, Wish, string[]][] = [
    ['the very minute of the notice', { noticeMinutes: 24 * 60 + 55 }, wish(), []],
    ['the last day of the horizon', { horizonDays: 1 }, wish({ start: '2026-12-18T23:59' }), []],
    ['the longest length', { longestMinutes: 60 }, wish(), []],
    ['the last date of a quota', { datesPerWeek: 2 }, wish(), ['2026-12-14T00:00', '2026-12-21T00:00']],
  ]
  for (const [name, policies, its, others] of passes)
    it(`let pass ${name}`, () => assert.deepEqual(check(policies, its, others), []))

  const refused: [string, Partial<Policies>, Wish, string[], string, object, Nearest | undefined][] = [
    [
      'a start within the notice, with the next quarter of an hour after it',
      { noticeMinutes: 24 * 60 + 56 },
      wish(),
      [],
      'too_soon',
      { minutes: 1496 },
      { start: '2026-12-18T09:15' },
    ],
    [
      'a start after the horizon, with the last day at that time',
      { horizonDays: 7 },
      wish({ start: '2027-01-15T09:00' }),
      [],
      'too_far',
      { days: 7, last: '2026-12-24' },
      { start: '2026-12-24T09:00' },
    ],
    [
      'a start after the horizon of a desk in another zone',
      { horizonDays: 7, timeZone: 'Asia/Taipei' },
      wish({ start: '2027-01-15T18:00' }),
      [],
      'too_far',
      { days: 7, last: '2026-12-24' },
      { start: '2026-12-23T18:00' },
    ],
    [
      'a series that goes beyond it, with its last date within',
      { horizonDays: 10 },
      fridays(4),
      [],
      'too_far',
      { days: 10, last: '2026-12-27' },
      { until: '2026-12-25' },
    ],
    [
      'a long meeting, with the longest',
      { longestMinutes: 45 },
      wish(),
      [],
      'too_long',
      { minutes: 45 },
      { minutes: 45 },
    ],
    [
      'one long date of a series',
      { longestMinutes: 60 },
      fridays(2, { exceptions: [{ date: '2026-12-25', start: '2026-12-25T09:00', minutes: 61 }] }),
      [],
      'too_long',
      { minutes: 60 },
      { minutes: 60 },
    ],
    [
      'a date too many in the week, with the next week that has room',
      { datesPerWeek: 2 },
      wish(),
      ['2026-12-14T08:00', '2026-12-20T08:00', '2026-12-22T08:00', '2026-12-23T08:00', '2026-12-28T08:00'],
      'too_many_in_week',
      { most: 2, week: '2026-12-14', has: 2 },
      { start: '2027-01-01T09:00' },
    ],
    [
      'a series that has too many in a week of its own',
      { datesPerWeek: 2 },
      wish({ recurrence: { freq: 'daily', interval: 1, end: { count: 5 } } }),
      [],
      'too_many_in_week',
      { most: 2, week: '2026-12-14', has: 0 },
      undefined,
    ],
    [
      'a series of which the second week is full',
      { datesPerWeek: 1 },
      fridays(2),
      ['2026-12-21T08:00'],
      'too_many_in_week',
      { most: 1, week: '2026-12-21', has: 1 },
      { start: '2027-01-01T09:00' },
    ],
  ]
  for (const [name, policies, its, others, code, values, nearest] of refused)
    it(`refuse ${name}`, () => {
      const [refusal, ...more] = check(policies, its, others)
      assert.deepEqual([refusal?.says, refusal?.nearest, more], [{ code, values }, nearest, []])
    })

  it('count a week by the clocks of the desk', () => {
    const sunday = wish({ start: '2026-12-20T20:00' })
    const others = ['2026-12-21T08:00']
    assert.deepEqual(check({ datesPerWeek: 1 }, sunday, others), [])
    assert.equal(check({ datesPerWeek: 1, timeZone: 'Asia/Taipei' }, sunday, others).length, 1)
  })

  it('are told all at once', () =>
    assert.deepEqual(
      check({ noticeMinutes: 9999, longestMinutes: 30, horizonDays: 0 }, wish()).map(({ rule }) => rule),
      ['notice', 'horizon', 'longest'],
    ))

  it('let pass what they name as nearest', () => {
    for (const [, policies, its, others, , , nearest] of refused) {
      if (nearest === undefined || 'until' in nearest || its.exceptions.length > 0) continue
      assert.deepEqual(check(policies, { ...its, ...nearest }, others), [])
    }
  })
})
