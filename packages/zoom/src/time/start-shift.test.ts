import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type FindStartShiftOptions, findStartShift } from './start-shift.ts'

const first = Date.parse('2026-12-17T10:00:00Z')
const last = Date.parse('2026-12-31T10:00:00Z')
const dates = (...texts: string[]) => texts.map((start_time) => ({ start_time }))

describe('the comparison of what Zoom answers with what was meant', () => {
  const right: [string, FindStartShiftOptions][] = [
    ['the same instant', { meant: { first }, meeting: { start_time: '2026-12-17T10:00:00Z' } }],
    [
      'the same first and last date, in any order',
      { meant: { first, last }, meeting: { occurrences: dates('2026-12-31T10:00:00Z', '2026-12-17T10:00:00Z') } },
    ],
    [
      'a series whose start_time is the day that was asked for, before the first date',
      { meant: { first }, meeting: { start_time: '2026-12-15T10:00:00Z', occurrences: dates('2026-12-17T10:00:00Z') } },
    ],
    ['a series without its dates', { meant: { first, last }, meeting: { start_time: '2026-12-17T10:00:00Z' } }],
    [
      'an empty list of dates',
      { meant: { first, last }, meeting: { start_time: '2026-12-17T10:00:00Z', occurrences: [] } },
    ],
    [
      'an endless series, whatever its last date',
      { meant: { first }, meeting: { occurrences: dates('2026-12-17T10:00:00Z', '2028-12-28T10:00:00Z') } },
    ],
  ]
  for (const [name, input] of right) it(`is content with ${name}`, () => assert.equal(findStartShift(input), undefined))

  const wrong: [string, FindStartShiftOptions, 'first' | 'last', string, string | undefined][] = [
    [
      '18:00 in Taipei that became 02:00',
      { meant: { first }, meeting: { start_time: '2026-12-17T18:00:00Z' } },
      'first',
      '2026-12-17T10:00:00Z',
      '2026-12-17T18:00:00Z',
    ],
    [
      'a single second',
      { meant: { first }, meeting: { start_time: '2026-12-17T10:00:01Z' } },
      'first',
      '2026-12-17T10:00:00Z',
      '2026-12-17T10:00:01Z',
    ],
    [
      'another first date',
      { meant: { first, last }, meeting: { occurrences: dates('2026-12-24T10:00:00Z', '2026-12-31T10:00:00Z') } },
      'first',
      '2026-12-17T10:00:00Z',
      '2026-12-24T10:00:00Z',
    ],
    [
      'an hour lost at the end, as after a change of the clocks',
      { meant: { first, last }, meeting: { occurrences: dates('2026-12-17T10:00:00Z', '2026-12-31T11:00:00Z') } },
      'last',
      '2026-12-31T10:00:00Z',
      '2026-12-31T11:00:00Z',
    ],
    [
      'a last date too many',
      {
        meant: { first, last: first },
        meeting: { occurrences: dates('2026-12-17T10:00:00Z', '2026-12-24T10:00:00Z') },
      },
      'last',
      '2026-12-17T10:00:00Z',
      '2026-12-24T10:00:00Z',
    ],
    ['no time at all', { meant: { first }, meeting: {} }, 'first', '2026-12-17T10:00:00Z', undefined],
    [
      'a time that cannot be read',
      { meant: { first }, meeting: { start_time: '2026-12-17 10:00' } },
      'first',
      '2026-12-17T10:00:00Z',
      undefined,
    ],
    [
      'a date that cannot be read among others',
      { meant: { first, last }, meeting: { occurrences: dates('2026-12-17T10:00:00Z', 'soon') } },
      'first',
      '2026-12-17T10:00:00Z',
      undefined,
    ],
  ]
  for (const [name, input, which, meant, answered] of wrong)
    it(`finds ${name}`, () =>
      assert.deepEqual(findStartShift(input), {
        which,
        meantAt: new Date(meant),
        ...(answered === undefined ? {} : { answeredAt: new Date(answered) }),
      }))
})
