import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { held, host } from '../../test/domain-data.ts'
import { type AlternativesRequest, findAlternatives } from './alternatives.ts'
import type { Held } from './booking.ts'
import { datesOfMeeting, type Times } from './meeting-dates.ts'
import { rankHosts } from './rank-hosts.ts'

const single: Times = {
  timeZone: 'UTC',
  start: '2026-12-18T09:00',
  minutes: 60,
  recurrence: undefined,
  exceptions: [],
}
const fridays: Times = {
  ...single,
  recurrence: { freq: 'weekly', interval: 1, byDay: ['friday'], end: { count: 3 } },
}
const find = (times: Times, its: Partial<AlternativesRequest> = {}) =>
  findAlternatives({
    times,
    hosts: [host('a')],
    held: [],
    memberId: 'mei',
    isPoolConfirmed: true,
    peopleExpected: 10,
    isAllowed: () => true,
    ...its,
  })
const starts = (times: Times, its?: Partial<AlternativesRequest>): string[] =>
  find(times, its).starts.map(({ is, start }) => `${is} ${start}`)

describe('another time for a single meeting', () => {
  const taken = [held('a', '2026-12-18T08:30', '2026-12-18T10:10')]

  it('is the nearest quarter of an hour before and after, and the same time on another day', () =>
    assert.deepEqual(starts(single, { held: taken }), [
      'earlier 2026-12-18T07:30',
      'later 2026-12-18T10:15',
      'other_day 2026-12-19T09:00',
      'other_day 2026-12-17T09:00',
    ]))

  it('is found beside a start that is on no quarter', () =>
    assert.deepEqual(starts({ ...single, start: '2026-12-18T09:07' }, { held: taken }).slice(0, 2), [
      'earlier 2026-12-18T07:30',
      'later 2026-12-18T10:15',
    ]))

  it('keeps the buffers and the hours of the host', () =>
    assert.deepEqual(
      starts(single, {
        hosts: [host('a', { bufferAfter: 15, hours: { friday: [{ from: '07:20', to: '12:00' }] } })],
        held: taken,
      }),
      ['later 2026-12-18T10:15', 'other_day 2026-12-25T09:00'],
    ))

  it('is one that the rules of the desk allow', () => {
    const isAllowed: AlternativesRequest['isAllowed'] = ([first]) =>
      (first?.startsAt ?? 0) >= Date.parse('2026-12-18T10:40Z')
    assert.deepEqual(starts(single, { held: taken, isAllowed }), [
      'later 2026-12-18T10:45',
      'other_day 2026-12-19T09:00',
      'other_day 2026-12-20T09:00',
    ])
  })

  it('may be on another host', () =>
    assert.deepEqual(
      starts(single, {
        hosts: [host('a'), host('b')],
        held: [...taken, held('b', '2026-12-18T09:30', '2026-12-18T18:00')],
      }).slice(0, 2),
      ['earlier 2026-12-18T08:30', 'later 2026-12-18T10:15'],
    ))

  it('is none where no host is large enough', () => assert.deepEqual(starts(single, { peopleExpected: 101 }), []))
})

describe('another time for a series', () => {
  const taken: Held[] = [
    held('a', '2026-12-18T08:30', '2026-12-18T09:30'),
    held('a', '2026-12-25T09:30', '2026-12-25T11:00'),
  ]

  it('works for all of its dates', () =>
    assert.deepEqual(starts(fridays, { held: taken }), [
      'earlier 2026-12-18T07:30',
      'later 2026-12-18T11:00',
      'other_day 2026-12-19T09:00',
      'other_day 2026-12-17T09:00',
    ]))

  it('on another weekday has as many dates, and what was left out stays so', () => {
    const { starts } = find(
      { ...fridays, exceptions: [{ date: '2026-12-25', start: undefined, minutes: undefined }] },
      { held: taken },
    )
    assert.deepEqual(starts[2], {
      is: 'other_day',
      start: '2026-12-19T09:00',
      recurrence: { freq: 'weekly', interval: 1, byDay: ['saturday'], end: { count: 3 } },
      exceptions: [{ date: '2026-12-26', start: undefined, minutes: undefined }],
    })
  })

  it('leaves a date that has a start of its own where it is', () => {
    const moved = { ...fridays, exceptions: [{ date: '2026-12-25', start: '2026-12-26T20:00', minutes: undefined }] }
    assert.deepEqual(starts(moved, { held: taken }).slice(0, 2), ['earlier 2026-12-18T07:30', 'later 2026-12-18T09:30'])
  })

  it('looks again where the clocks change on one of its days', () => {
    const berlin = { ...fridays, timeZone: 'Europe/Berlin', start: '2027-03-21T01:00' }
    const sundays: Times = {
      ...berlin,
      recurrence: { freq: 'weekly', interval: 1, byDay: ['sunday'], end: { count: 2 } },
    }
    // 02:00 to 02:59 does not exist on the 28th, so that the first start for both dates is 03:00.
    const all = [held('a', '2027-03-20T12:00', '2027-03-21T01:00')]
    assert.deepEqual(
      find(sundays, { held: all })
        .starts.filter(({ is }) => is === 'later')
        .map(({ start }) => start),
      ['2027-03-21T03:00'],
    )
  })

  it('is told with the dates that are taken on the best host, and where each of these could be', () =>
    assert.deepEqual(
      find(fridays, {
        hosts: [host('a'), host('b')],
        held: [...taken, held('b', '2026-12-25T09:30', '2026-12-25T11:00')],
      }).moves,
      {
        hostId: 'b',
        lane: 1,
        takenOn: ['2026-12-25'],
        nearest: [{ date: '2026-12-25', start: '2026-12-25T08:30', minutes: undefined }],
      },
    ))

  it('keeps a date beside the other dates of its own series', () => {
    const daily: Times = {
      ...single,
      recurrence: { freq: 'daily', interval: 1, end: { count: 2 } },
      exceptions: [{ date: '2026-12-19', start: '2026-12-18T10:00', minutes: undefined }],
    }
    assert.deepEqual(find(daily, { held: [held('a', '2026-12-18T06:00', '2026-12-18T10:00')] }).moves?.nearest, [
      { date: '2026-12-18', start: '2026-12-18T11:00', minutes: undefined },
    ])
  })

  it('names a day that is full, and no time on it', () =>
    assert.deepEqual(find(fridays, { held: [held('a', '2026-12-24T00:00', '2026-12-26T00:00')] }).moves, {
      hostId: 'a',
      lane: 1,
      takenOn: ['2026-12-25'],
      nearest: [],
    }))
})

describe('whatever is taken', () => {
  const anyHeld = fc.array(
    fc
      .tuple(
        fc.constantFrom('a', 'b'),
        fc.constantFrom(18, 25, 32),
        fc.integer({ min: 0, max: 1400 }),
        fc.integer({ min: 1, max: 400 }),
      )
      .map(([id, day, minute, length]) => {
        const from = Date.UTC(2026, 11, day, 0, minute)
        return { ...held(id, '2026-12-18T00:00', '2026-12-18T00:00'), heldFrom: from, heldTo: from + length * 60_000 }
      }),
    { maxLength: 20 },
  )
  const hosts = [host('a', { bufferBefore: 5 }), host('b')]
  const booker = { memberId: 'mei', isPoolConfirmed: true, peopleExpected: 1, budgetSpent: new Map() }
  const isFree = (times: Times, taken: readonly Held[]): boolean =>
    rankHosts({ ...booker, hosts, held: taken, dates: datesOfMeeting(times).dates }).free > 0

  it('what is offered is free, and nothing nearer on that day is', () => {
    fc.assert(
      fc.property(anyHeld, fc.constantFrom(single, fridays), (taken, times) => {
        const { starts, moves } = find(times, { hosts, held: taken })
        for (const offered of starts) assert.ok(isFree({ ...times, ...offered }, taken))
        const later = starts.find(({ is }) => is === 'later')?.start ?? '2026-12-19T00:00'
        for (let minute = 9 * 60 + 15; minute < 1440; minute += 15) {
          const start = new Date(Date.UTC(2026, 11, 18, 0, minute)).toISOString().slice(0, 16)
          if (start >= later) break
          assert.ok(!isFree({ ...times, start }, taken), start)
        }
        if (moves !== undefined && moves.nearest.length === moves.takenOn.length)
          assert.ok(isFree({ ...times, exceptions: moves.nearest }, taken))
      }),
    )
  })
})
