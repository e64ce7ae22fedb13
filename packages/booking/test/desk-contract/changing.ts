import assert from 'node:assert/strict'
import type { ChangeScope } from '../../src/domain/change-booking.ts'
import { bookMeeting } from '../../src/use-cases/book-meeting.ts'
import { cancelBooking } from '../../src/use-cases/cancel-booking.ts'
import { changeBooking, previewChange } from '../../src/use-cases/change-booking.ts'
import { extendMeeting } from '../../src/use-cases/extend-meeting.ts'
import { fridays, wish } from '../domain-data.ts'
import { type DeskTest, refusal, refused, type TestDesk } from './open-desk.ts'
import { asked, by } from './requests.ts'

const book = (desk: TestDesk, memberId: string, its = wish()) => bookMeeting(desk, by(memberId), its)
const all: ChangeScope = { scope: 'all' }

export function testChanging(deskTest: DeskTest): void {
  deskTest('one date moves on its lane, and the others stay', async (desk) => {
    const booked = await book(desk, 'mei', fridays(3))
    await desk.news()
    const change = asked(booked, { scope: 'one', date: '2026-12-25' }, { start: '2026-12-24T15:00' })
    assert.deepEqual((await previewChange(desk, 'mei', change)).costs, [{ hostId: 'small', calls: 1, link: 'stays' }])
    const changed = await changeBooking(desk, by('mei'), change)
    assert.deepEqual([changed.revision, changed.rest], [2, undefined])
    assert.deepEqual(await desk.held(), [
      'small 1 12-18T09:00 10:00',
      'small 1 12-24T15:00 16:00',
      'small 1 01-01T09:00 10:00',
    ])
    assert.deepEqual(await desk.news(), [`booking_changed ${booked.id}`, `zoom_change ${booked.id}`])
  })

  deskTest('the preview of a change tells the rest of a series and the rules that it breaks', async (desk) => {
    const booked = await book(desk, 'mei', fridays(3))
    await desk.setPolicies({ longestMinutes: 60 })
    const following: ChangeScope = { scope: 'following', date: '2026-12-25' }
    const preview = await previewChange(desk, 'mei', asked(booked, following, { minutes: 90 }))
    assert.deepEqual(
      preview.refusals.map(({ rule, nearest }) => [rule, nearest]),
      [['longest', { minutes: 60 }]],
    )
    assert.deepEqual(
      [preview.hostId, preview.rest?.hostId, preview.dates.length, preview.rest?.dates.length],
      ['small', 'small', 1, 2],
    )
    assert.equal(preview.costs.length, 2)
  })

  deskTest('a meeting moves by half an hour over the time that it holds itself', async (desk) => {
    const booked = await book(desk, 'mei')
    await changeBooking(desk, by('mei'), asked(booked, all, { start: '2026-12-18T09:30' }))
    assert.deepEqual(await desk.held(), ['small 1 12-18T09:30 10:30'])
  })

  deskTest(
    'a change that does not fit leaves everything as it was, and goes to another host only when it may',
    async (desk) => {
      const booked = await book(desk, 'mei')
      await book(desk, 'ken', wish({ start: '2026-12-18T11:00' }))
      const change = asked(booked, all, { start: '2026-12-18T11:00' })
      assert.deepEqual(await refused(changeBooking(desk, by('mei'), change)), ['no_free_host', 'no_free_host'])
      assert.ok((await desk.held()).includes('small 1 12-18T09:00 10:00'))
      const stuck = await previewChange(desk, 'mei', change)
      assert.deepEqual(
        [stuck.hostId, stuck.costs, stuck.refused.map(({ hostId }) => hostId), stuck.alternatives?.starts[0]?.is],
        [undefined, [], ['small'], 'earlier'],
      )
      const elsewhere = await previewChange(desk, 'mei', { ...change, mayMove: true })
      assert.deepEqual(
        [elsewhere.hostId, elsewhere.costs, elsewhere.alternatives],
        ['large', [{ hostId: 'large', calls: 1, link: 'new' }], undefined],
      )
      const moved = await changeBooking(desk, by('mei'), { ...change, mayMove: true })
      assert.deepEqual([moved.hostId, moved.costs], ['large', [{ hostId: 'large', calls: 1, link: 'new' }]])
    },
  )

  deskTest(
    'where one date of a series that has begun does not fit, the nearest time on its day is told',
    async (desk) => {
      const booked = await book(desk, 'mei', fridays(3))
      await book(desk, 'ken', wish({ start: '2026-12-28T09:00' }))
      await desk.setPolicies({ noticeMinutes: 8 * 1440 })
      desk.clock.now = Date.parse('2026-12-18T12:00Z')
      const change = asked(booked, { scope: 'one', date: '2026-12-25' }, { start: '2026-12-28T09:30' })
      const { code, details } = await refusal(changeBooking(desk, by('mei'), change))
      assert.equal(code, 'no_free_host')
      assert.deepEqual(details.availability?.alternatives, {
        starts: [],
        moves: {
          hostId: 'small',
          lane: 1,
          takenOn: ['2026-12-25'],
          nearest: [{ date: '2026-12-25', start: '2026-12-28T10:00', minutes: undefined }],
        },
      })
    },
  )

  deskTest('a date and all that follow become a booking of their own with another link', async (desk) => {
    const booked = await book(desk, 'mei', fridays(4))
    await desk.news()
    const change = asked(booked, { scope: 'following', date: '2027-01-01' }, { start: '2027-01-01T11:00' })
    const { rest, costs, dates } = await changeBooking(desk, by('mei'), change)
    assert.deepEqual([dates.length, rest?.dates.length, rest?.hostId], [2, 2, 'small'])
    assert.deepEqual(
      costs.map(({ calls, link }) => [calls, link]),
      [
        [1, 'stays'],
        [1, 'new'],
      ],
    )
    assert.equal((await desk.held()).at(-1), 'small 1 01-08T11:00 12:00')
    assert.ok((await desk.news()).includes(`zoom_plan ${rest?.id}`))
  })

  deskTest('a change of something that has changed meanwhile is refused', async (desk) => {
    const booked = await book(desk, 'mei')
    const changes = ['One', 'Two'].map((title) => changeBooking(desk, by('mei'), asked(booked, all, { title })))
    const results = await Promise.allSettled(changes)
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    assert.deepEqual(await refused(changeBooking(desk, by('mei'), asked(booked, all, { title: 'Three' }))), [
      'changed_meanwhile',
      'changed_meanwhile',
    ])
  })

  deskTest('what others have booked is not there for a member, and an administrator may change it', async (desk) => {
    const booked = await book(desk, 'mei')
    const change = asked(booked, all, { title: 'Other' })
    assert.deepEqual(await refused(changeBooking(desk, by('ken'), change)), ['not_found', 'not_there'])
    assert.deepEqual(await refused(changeBooking(desk, by('boss'), change)), ['not_allowed', 'not_yours'])
    assert.equal((await changeBooking(desk, by('root'), change)).revision, 2)
  })

  deskTest('a rule of the desk is asked for the dates that are new alone', async (desk) => {
    const booked = await book(desk, 'mei', fridays(2))
    await desk.setPolicies({ noticeMinutes: 3 * 1440, datesPerWeek: 1 })
    assert.equal((await changeBooking(desk, by('mei'), asked(booked, all, { title: 'Other' }))).revision, 2)
    const soon = asked({ ...booked, revision: 2 }, { scope: 'one', date: '2026-12-25' }, { start: '2026-12-19T09:00' })
    const { details } = await refusal(changeBooking(desk, by('mei'), soon))
    assert.deepEqual(
      details.refusals?.map(({ rule }) => rule),
      ['notice', 'quota'],
    )
  })

  deskTest('a date that is left out is free for others, and a booking without dates is cancelled', async (desk) => {
    const { id } = await book(desk, 'mei', fridays(2))
    await desk.news()
    const cancel = (revision: number, scope: ChangeScope) =>
      cancelBooking(desk, by('mei'), { bookingId: id, revision, scope })
    assert.equal((await cancel(1, { scope: 'one', date: '2026-12-25' })).state, 'reserved')
    assert.deepEqual(await desk.held(), ['small 1 12-18T09:00 10:00'])
    assert.equal((await cancel(2, { scope: 'following', date: '2026-12-18' })).state, 'cancelled')
    assert.deepEqual(await desk.held(), [])
    assert.deepEqual(await desk.news(), [
      `booking_cancelled ${id}`,
      `booking_changed ${id}`,
      `zoom_cancel ${id}`,
      `zoom_change ${id}`,
    ])
    assert.deepEqual(await refused(cancel(3, all)), ['wrong_state', 'state_forbids'])
    assert.equal((await book(desk, 'ken')).hostId, 'small')
  })

  deskTest('a running meeting is made longer as far as its lane is free', async (desk) => {
    const booked = await book(desk, 'mei')
    await book(desk, 'ken', wish({ start: '2026-12-18T10:20' }))
    const extend = (revision: number) => extendMeeting(desk, by('mei'), { bookingId: booked.id, revision })
    assert.deepEqual(await refused(extend(1)), ['wrong_state', 'not_running'])
    desk.clock.now = Date.parse('2026-12-18T09:50Z')
    await desk.news()
    assert.equal((await extend(1)).dates[0]?.endsAt, Date.parse('2026-12-18T10:15Z'))
    assert.deepEqual(await desk.news(), [])
    const { code, says } = await refusal(extend(2))
    assert.deepEqual([code, says], ['slot_taken', { code: 'taken_after', values: { minutes: 5 } }])
  })

  deskTest('a running date of a series is longer alone', async (desk) => {
    const booked = await book(desk, 'mei', fridays(2))
    desk.clock.now = Date.parse('2026-12-18T09:50Z')
    await extendMeeting(desk, by('mei'), { bookingId: booked.id, revision: 1 })
    assert.deepEqual(await desk.held(), ['small 1 12-18T09:00 10:15', 'small 1 12-25T09:00 10:00'])
    const changed = await changeBooking(desk, by('mei'), asked({ ...booked, revision: 2 }, all, { title: 'Other' }))
    assert.equal(changed.dates.length, 1)
    assert.equal((await desk.held())[0], 'small 1 12-18T09:00 10:15')
  })

  deskTest('a series that has begun goes on at another time, also on a day on which it was', async (desk) => {
    const booked = await book(desk, 'mei', fridays(3))
    desk.clock.now = Date.parse('2026-12-25T12:00Z')
    const change = asked(booked, all, { start: '2026-12-25T15:00', recurrence: fridays(2).recurrence })
    assert.equal((await changeBooking(desk, by('mei'), change)).dates.length, 2)
    assert.deepEqual(await desk.held(), [
      'small 1 12-18T09:00 10:00',
      'small 1 12-25T09:00 10:00',
      'small 1 12-25T15:00 16:00',
      'small 1 01-01T15:00 16:00',
    ])
    const cancelled = await cancelBooking(desk, by('mei'), { bookingId: booked.id, revision: 2, scope: all })
    assert.equal(cancelled.state, 'cancelled')
    assert.deepEqual(await desk.held(), ['small 1 12-18T09:00 10:00', 'small 1 12-25T09:00 10:00'])
  })
}
