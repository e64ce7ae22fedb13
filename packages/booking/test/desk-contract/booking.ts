import assert from 'node:assert/strict'
import type { Wish } from '../../src/domain/booking.ts'
import { bookMeeting } from '../../src/use-cases/book-meeting.ts'
import { meetNow } from '../../src/use-cases/meet-now.ts'
import { overrideBooking } from '../../src/use-cases/override-booking.ts'
import { previewBooking } from '../../src/use-cases/preview-booking.ts'
import { fridays, host, wish } from '../domain-data.ts'
import { type DeskTest, refusal, refused, request, type TestDesk, thursday } from './open-desk.ts'

const book = (desk: TestDesk, by: string, key: string, its = wish()) => bookMeeting(desk, request(by, key), its)

export function testBooking(deskTest: DeskTest): void {
  deskTest('a meeting is held on the smallest host, and planned at Zoom in the same transaction', async (desk) => {
    const { id, state, hostId, choice } = await book(desk, 'mei', 'k')
    assert.deepEqual([state, hostId, choice.code], ['reserved', 'small', 'smallest_that_fits'])
    assert.deepEqual(await desk.held(), ['small 1 12-18T09:00 10:00'])
    assert.deepEqual(await desk.news(), [`zoom_plan ${id}`])
    const [entry] = await desk.store.read(({ audit }) => audit.list({ from: 0, to: thursday + 1 }, { limit: 9 }))
    assert.deepEqual([entry?.by, entry?.what, entry?.thing], ['mei', 'booking_made', id])
    assert.ok(!JSON.stringify(entry).includes('Interview'))
  })

  deskTest(
    'a request that is repeated gets the same answer and books once, even when its start has passed',
    async (desk) => {
      const first = await book(desk, 'mei', 'k')
      desk.clock.now += 20 * 60 * 60_000
      desk.clock.now = Date.parse('2026-12-18T07:59Z')
      assert.deepEqual(await book(desk, 'mei', 'k'), first)
      assert.equal((await desk.held()).length, 1)
    },
  )

  deskTest('a key that comes with another request is refused', async (desk) => {
    await bookMeeting(desk, request('mei', 'k', 'one'), wish())
    assert.deepEqual(await refused(bookMeeting(desk, request('mei', 'k', 'two'), wish())), ['key_reused', 'key_reused'])
    assert.equal((await bookMeeting(desk, request('ken', 'k', 'two'), wish())).hostId, 'large')
  })

  deskTest(
    'of many who want the same hour as many get it as there are lanes, the others an alternative',
    async (desk) => {
      const answers = await Promise.allSettled(
        Array.from({ length: 8 }, (_, index) => book(desk, index % 2 ? 'mei' : 'ken', `k${index}`)),
      )
      assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 3)
      assert.deepEqual(
        await desk.held(),
        ['large 1', 'large 2', 'small 1'].map((lane) => `${lane} 12-18T09:00 10:00`),
      )
      const { code, details } = await refusal(book(desk, 'mei', 'late'))
      assert.equal(code, 'no_free_host')
      assert.deepEqual(
        details.availability?.refused.map(({ hostId, why }) => [hostId, why.code]),
        [
          ['large', 'taken'],
          ['small', 'taken'],
        ],
      )
      assert.deepEqual(
        details.availability?.alternatives.starts.map(({ start }) => start),
        ['2026-12-18T08:00', '2026-12-18T10:00', '2026-12-19T09:00', '2026-12-17T09:00'],
      )
    },
  )

  deskTest('a series holds all of its dates or none, and what is offered in its place can be booked', async (desk) => {
    const big = { peopleExpected: 200 }
    for (const key of ['x', 'y']) await book(desk, 'ken', key, wish({ ...big, start: '2026-12-25T09:30' }))
    const wanted = fridays(3, big)
    const { code, details } = await refusal(book(desk, 'mei', 'k', wanted))
    assert.equal(code, 'no_free_host')
    assert.equal((await desk.held()).length, 2)
    const moves = details.availability?.alternatives.moves
    assert.deepEqual([moves?.hostId, moves?.takenOn], ['large', ['2026-12-25']])
    const { dates, lane } = await book(desk, 'mei', 'k', { ...wanted, exceptions: moves?.nearest ?? [] })
    assert.deepEqual([dates.length, lane], [3, 1])
  })

  deskTest("a member's own host is taken first, and a pool that nobody confirmed not at all", async (desk) => {
    await desk.store.transaction(({ hosts }) => hosts.save(host('own', { memberId: 'mei', capacity: 500 })))
    await desk.setPolicies({ pool: undefined })
    assert.deepEqual((await book(desk, 'mei', 'k')).hostId, 'own')
    const error = await refusal(book(desk, 'ken', 'k'))
    assert.deepEqual(error.says, { code: 'no_free_host', values: { of: 0 } })
  })

  deskTest('a rule that is broken is named with what would pass, and the key stays free', async (desk) => {
    await desk.setPolicies({ longestMinutes: 45, datesPerWeek: 1 })
    await book(desk, 'mei', 'first', wish({ minutes: 30, start: '2026-12-17T12:00' }))
    const { code, details } = await refusal(book(desk, 'mei', 'k'))
    assert.equal(code, 'refused_by_policy')
    assert.deepEqual(
      details.refusals?.map(({ rule, nearest }) => [rule, nearest]),
      [
        ['longest', { minutes: 45 }],
        ['quota', { start: '2026-12-25T09:00' }],
      ],
    )
    assert.equal((await book(desk, 'mei', 'k', wish({ minutes: 45, start: '2026-12-25T09:00' }))).state, 'reserved')
  })

  deskTest('a quota holds when one member asks many times at once', async (desk) => {
    await desk.setPolicies({ datesPerWeek: 2 })
    const wishes = [9, 11, 13, 15].map((hour) => wish({ start: `2026-12-18T${String(hour).padStart(2, '0')}:00` }))
    await Promise.allSettled(wishes.map((one, index) => book(desk, 'mei', `k${index}`, one)))
    assert.equal((await desk.held()).length, 2)
  })

  deskTest('nobody books the past, or without being an active member', async (desk) => {
    const past = wish({ start: '2026-12-17T07:59' })
    assert.deepEqual(await refused(book(desk, 'mei', 'k', past)), ['invalid_input', 'in_the_past'])
    assert.deepEqual(await refused(book(desk, 'nobody', 'k')), ['not_allowed', 'not_a_member'])
  })

  deskTest('a meeting now begins within two minutes, on a host that is free until its end', async (desk) => {
    await book(desk, 'ken', 'x', wish({ start: '2026-12-17T08:20' }))
    desk.clock.now += 30_500
    const { title, agenda, minutes, people, peopleExpected, timeZone } = wish({ minutes: 30 })
    const now = { title, agenda, minutes, people, peopleExpected, timeZone }
    const { hostId, dates } = await meetNow(desk, request('mei', 'k'), now)
    assert.deepEqual([hostId, dates[0]?.startsAt], ['large', thursday + 120_000])
  })

  deskTest('an administrator books a taken host on a lane of its own, which stays visible', async (desk) => {
    await book(desk, 'ken', 'x')
    const asked = { wish: wish(), hostId: 'small', organiserId: 'mei' }
    assert.deepEqual(await refused(overrideBooking(desk, request('boss', 'k'), asked)), ['not_allowed', 'needs_role'])
    const { lane, choice } = await overrideBooking(desk, request('root', 'k'), asked)
    assert.deepEqual([lane, choice.code], [2, 'chosen_by_admin'])
    assert.equal((await overrideBooking(desk, request('root', 'more'), asked)).lane, 3)
    const many = { ...asked, wish: wish({ peopleExpected: 101 }) }
    assert.deepEqual(await refused(overrideBooking(desk, request('root', 'many'), many)), ['no_free_host', 'too_small'])
  })

  deskTest('a series beside the rules has all of its dates on one lane of its own, or none', async (desk) => {
    await book(desk, 'ken', 'x', fridays(2))
    await desk.setPolicies({ datesPerWeek: 1, longestMinutes: 30 })
    const override = (key: string, its: Wish) =>
      overrideBooking(desk, request('root', key), { wish: its, hostId: 'small', organiserId: 'mei' })
    await override('one', wish({ start: '2026-12-25T09:30' }))
    const { lane, dates } = await override('series', fridays(3))
    assert.deepEqual([lane, dates.length], [3, 3], 'one of its dates was taken on the lane before')
    assert.equal((await desk.held()).filter((one) => one.startsWith('small 3 ')).length, 3)
    const tooMany: Wish = { ...fridays(3), recurrence: { freq: 'daily', interval: 1, end: { count: 99 } } }
    assert.equal((await refusal(override('many', tooMany))).code, 'zoom_cannot')
  })

  deskTest('a preview says how many hosts are free and which one it would be, and holds nothing', async (desk) => {
    await book(desk, 'ken', 'x')
    await desk.setPolicies({ noticeMinutes: 7 * 1440 })
    const preview = await previewBooking(desk, 'ask', wish())
    assert.deepEqual([preview.free, preview.of, preview.best?.hostId], [1, 2, 'large'])
    assert.deepEqual([preview.best?.needsApproval, preview.best?.cost.calls], [true, 1])
    assert.deepEqual(
      preview.refusals.map(({ rule }) => rule),
      ['notice'],
    )
    assert.equal((await desk.held()).length, 1)
  })

  deskTest('a preview of what is not free says when it would be', async (desk) => {
    const { best, alternatives } = await previewBooking(desk, 'mei', wish({ peopleExpected: 301 }))
    assert.deepEqual([best, alternatives], [undefined, { starts: [], moves: undefined }])
  })
}
