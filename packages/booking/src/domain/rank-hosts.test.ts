import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { date, held, host } from '../../test/domain-data.ts'
import type { Held } from './booking.ts'
import type { Host } from './host.ts'
import type { Message } from './message.ts'
import { type RankRequest, rankHosts } from './rank-hosts.ts'

const nine = date('2026-12-18T09:00', '2026-12-18T10:00')
const week = date('2026-12-25T09:00', '2026-12-25T10:00')
const rank = (hosts: readonly Host[], its: Partial<RankRequest> = {}) =>
  rankHosts({
    hosts,
    dates: [nine],
    held: [],
    budgetSpent: new Map(),
    memberId: 'mei',
    isPoolConfirmed: true,
    peopleExpected: 10,
    ...its,
  })
const order = (hosts: readonly Host[], its?: Partial<RankRequest>): [string, number, string][] =>
  rank(hosts, its).candidates.map(({ hostId, lane, choice }) => [hostId, lane, choice.code])

describe('hosts stand in this order:', () => {
  const rows: [string, Host[], Partial<RankRequest>, [string, number, string][]][] = [
    [
      "the member's own first, though it is larger",
      [host('a'), host('b', { memberId: 'mei', capacity: 500 })],
      {},
      [
        ['b', 1, 'own_host'],
        ['a', 1, 'only_free_host'],
      ],
    ],
    [
      'the smallest that holds the people',
      [host('a', { capacity: 300 }), host('b', { capacity: 100 })],
      {},
      [
        ['b', 1, 'smallest_that_fits'],
        ['a', 1, 'only_free_host'],
      ],
    ],
    [
      'the one on which it is nearest to another meeting',
      [host('a'), host('b')],
      { held: [held('a', '2026-12-18T08:00', '2026-12-18T08:50'), held('b', '2026-12-18T08:00', '2026-12-18T09:00')] },
      [
        ['b', 1, 'least_gap'],
        ['a', 1, 'only_free_host'],
      ],
    ],
    [
      'the one on which a series is nearest to others over all of its dates',
      [host('a'), host('b')],
      {
        dates: [nine, week],
        held: [
          held('a', '2026-12-18T10:00', '2026-12-18T11:00'),
          held('b', '2026-12-18T10:10', '2026-12-18T11:00'),
          held('b', '2026-12-25T08:00', '2026-12-25T08:50'),
        ],
      },
      [
        ['b', 1, 'least_gap'],
        ['a', 1, 'only_free_host'],
      ],
    ],
    [
      'the one that has spent least of its day at Zoom',
      [host('a'), host('b')],
      {
        budgetSpent: new Map([
          ['a', 3],
          ['b', 2],
        ]),
      },
      [
        ['b', 1, 'least_spent'],
        ['a', 1, 'only_free_host'],
      ],
    ],
    [
      'one whose calls of the day are spent last, though it is smaller',
      [host('a'), host('b', { capacity: 300 })],
      { budgetSpent: new Map([['a', 100]]) },
      [
        ['b', 1, 'least_spent'],
        ['a', 1, 'only_free_host'],
      ],
    ],
    [
      'by their ids when they are equal, lane by lane',
      [host('b'), host('a', { lanes: 2 })],
      {},
      [
        ['a', 1, 'first_of_equals'],
        ['a', 2, 'first_of_equals'],
        ['b', 1, 'only_free_host'],
      ],
    ],
  ]
  for (const [name, hosts, its, expected] of rows) {
    it(name, () => assert.deepEqual(order(hosts, its), expected))
    it(`${name}, whatever order they are given in`, () => assert.deepEqual(order(hosts.toReversed(), its), expected))
  }
})

describe('a host that cannot says why:', () => {
  const basic = host('a', { plan: 'basic' })
  const rows: [string, Host, Partial<RankRequest>, Message][] = [
    ['not in use', host('a', { isActive: false }), {}, { code: 'not_in_use', values: {} }],
    ['of another member', host('a', { memberId: 'ali' }), {}, { code: 'belongs_to_another', values: {} }],
    [
      'of a pool that nobody has confirmed',
      host('a'),
      { isPoolConfirmed: false },
      { code: 'pool_not_confirmed', values: {} },
    ],
    ['too small', host('a', { capacity: 9 }), {}, { code: 'too_small', values: { capacity: 9, people: 10 } }],
    [
      'a Basic plan, over 40 minutes',
      basic,
      { dates: [date('2026-12-18T09:00', '2026-12-18T09:41')] },
      { code: 'too_long_for_basic', values: { minutes: 41, most: 40 } },
    ],
    [
      'closed on the day',
      host('a', { hours: { monday: [{ from: '09:00', to: '17:00' }] } }),
      {},
      { code: 'closed_on', values: { weekdays: ['friday'] } },
    ],
    [
      'closed at that hour, on one of two dates',
      host('a', { hours: { friday: [{ from: '09:00', to: '10:00' }] } }),
      { dates: [nine, date('2026-12-25T09:30', '2026-12-25T10:30')] },
      { code: 'outside_hours', values: { dates: ['2026-12-25'], of: 2 } },
    ],
    [
      'taken on one of two dates',
      host('a'),
      { dates: [nine, week], held: [held('a', '2026-12-25T09:59', '2026-12-25T11:00')] },
      { code: 'taken', values: { dates: ['2026-12-25'], of: 2 } },
    ],
    [
      'taken, with the time that is kept free before its meetings',
      host('a', { bufferBefore: 15 }),
      { held: [held('a', '2026-12-18T08:00', '2026-12-18T08:46')] },
      { code: 'taken', values: { dates: ['2026-12-18'], of: 1 } },
    ],
    [
      'taken, with the time that the desk keeps free after every meeting',
      host('a', { bufferAfter: 5 }),
      { bufferMinutes: 10, held: [held('a', '2026-12-18T10:09', '2026-12-18T11:00')] },
      { code: 'taken', values: { dates: ['2026-12-18'], of: 1 } },
    ],
    [
      'dates so close that their own buffers meet',
      host('a', { bufferAfter: 20 }),
      { dates: [nine, date('2026-12-18T10:15', '2026-12-18T11:00')] },
      { code: 'dates_too_close', values: { date: '2026-12-18', other: '2026-12-18' } },
    ],
  ]
  for (const [name, its, request, why] of rows)
    it(name, () => {
      const { candidates, refused } = rank([its], request)
      assert.deepEqual([candidates, refused.map((one) => one.why)], [[], [why]])
    })

  it('the days of the lane that is taken least, where it has two', () => {
    const taken: Held[] = [
      held('a', '2026-12-18T09:00', '2026-12-18T10:00'),
      held('a', '2026-12-25T09:00', '2026-12-25T10:00'),
      held('a', '2026-12-25T09:00', '2026-12-25T10:00', { lane: 2 }),
    ]
    const { refused } = rank([host('a', { lanes: 2 })], { dates: [nine, week], held: taken })
    assert.deepEqual(refused[0]?.takenOn, ['2026-12-25'])
  })
})

describe('a host', () => {
  it('with a Basic plan takes 40 minutes', () =>
    assert.equal(
      order([host('a', { plan: 'basic' })], { dates: [date('2026-12-18T09:00', '2026-12-18T09:40')] }).length,
      1,
    ))

  it('is free when one meeting begins as another ends', () =>
    assert.equal(order([host('a')], { held: [held('a', '2026-12-18T08:00', '2026-12-18T09:00')] }).length, 1))

  it('of which one lane is taken has the meeting on the other', () =>
    assert.deepEqual(order([host('a', { lanes: 2 })], { held: [held('a', '2026-12-18T09:00', '2026-12-18T10:00')] }), [
      ['a', 2, 'only_free_host'],
    ]))

  it('keeps a series on one lane: two lanes that are free by turns do not do', () => {
    const turns = [
      held('a', '2026-12-18T09:00', '2026-12-18T10:00'),
      held('a', '2026-12-25T09:00', '2026-12-25T10:00', { lane: 2 }),
    ]
    assert.deepEqual(order([host('a', { lanes: 2 })], { dates: [nine, week], held: turns }), [])
  })

  it('is not taken by the booking that is about to change', () =>
    assert.equal(
      order([host('a')], {
        held: [held('a', '2026-12-18T09:00', '2026-12-18T10:00', { bookingId: 'mine' })],
        ignoring: 'mine',
      }).length,
      1,
    ))

  it('is counted free or not among those that the member may book', () => {
    const hosts = [
      host('a'),
      host('b', { capacity: 5 }),
      host('c', { memberId: 'ali' }),
      host('d', { isActive: false }),
    ]
    const { free, of } = rank(hosts)
    assert.deepEqual([free, of], [1, 2])
  })
})

describe('a random week', () => {
  it('needs hardly more hosts than there are meetings at once', () => {
    const quarter = 15 * 60_000
    const anyMeeting = fc
      .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 32, max: 72 }), fc.integer({ min: 2, max: 8 }))
      .map(([day, start, length]) => {
        const startsAt = nine.startsAt + (day * 96 + start) * quarter
        return { date: '', startsAt, endsAt: startsAt + length * quarter }
      })
    fc.assert(
      fc.property(fc.array(anyMeeting, { minLength: 150, maxLength: 150 }), (meetings) => {
        const atOnce = meetings.map(({ startsAt }) =>
          meetings.filter((one) => one.startsAt <= startsAt && startsAt < one.endsAt),
        )
        const most = Math.max(...atOnce.map(({ length }) => length))
        const hosts = Array.from({ length: most + 1 }, (_, index) => host(`h${index}`))
        const taken: Held[] = []
        for (const one of meetings) {
          const [best] = rank(hosts, { dates: [one], held: taken }).candidates
          assert.ok(best, `${hosts.length} hosts do not do for ${most} meetings at once`)
          taken.push({ hostId: best.hostId, lane: 1, heldFrom: one.startsAt, heldTo: one.endsAt, bookingId: 'x' })
        }
      }),
      { numRuns: 10, seed: 1 },
    )
  })
})
