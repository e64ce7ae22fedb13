import assert from 'node:assert/strict'
import type { BookingAnswer } from '../../src/use-cases/book-meeting.ts'
import { cancelBooking } from '../../src/use-cases/cancel-booking.ts'
import { changeBooking } from '../../src/use-cases/change-booking.ts'
import { endBookings } from '../../src/use-cases/end-bookings.ts'
import { moveFromFullHost } from '../../src/use-cases/move-from-full-host.ts'
import { settleBooking } from '../../src/use-cases/settle-booking.ts'
import { wish } from '../domain-data.ts'
import type { DeskTest, TestDesk } from './open-desk.ts'
import { book, confirm, differing, link, made, outcome, stateOf } from './outcomes.ts'
import { by } from './requests.ts'

const driftOf = ({ store }: TestDesk, { id }: BookingAnswer) => store.read(({ drift }) => drift.find(id))

export function testSettling(deskTest: DeskTest): void {
  deskTest('a booking is confirmed once, however many workers tell of its link', async (desk) => {
    const booked = await book(desk)
    const told = await Promise.all(Array.from({ length: 6 }, () => settleBooking(desk, made(booked))))
    assert.equal(told.filter(Boolean).length, 1)
    assert.equal(await stateOf(desk, booked), 'confirmed')
    assert.deepEqual(await desk.news(), [`booking_confirmed ${booked.id}`])
    const publication = await desk.store.read(({ publications }) => publications.find(booked.id))
    assert.deepEqual([publication?.meetingId, publication?.revision], [81, 1])
  })

  deskTest('while Zoom does not answer that is told, and the time stays held', async (desk) => {
    const booked = await book(desk)
    assert.equal(await settleBooking(desk, outcome(booked, { is: 'unknown' })), true)
    assert.equal(await stateOf(desk, booked), 'unknown')
    assert.equal(await settleBooking(desk, outcome(booked, { is: 'unknown' })), false)
    assert.equal((await desk.held()).length, 1)
    await settleBooking(desk, outcome(booked, { is: 'waiting' }))
    assert.equal(await stateOf(desk, booked), 'reserved')
    assert.deepEqual(await desk.news(), [])
  })

  deskTest('another link in the place of one is told, with a revision of its own', async (desk) => {
    const booked = await book(desk)
    await confirm(desk, booked)
    assert.equal(await settleBooking(desk, made(booked, link(82))), true)
    assert.deepEqual(await desk.news(), [`booking_confirmed ${booked.id}`])
    const after = await desk.store.read(({ bookings }) => bookings.find(booked.id))
    assert.deepEqual([after?.revision, after?.sequence], [2, 1])
  })

  deskTest('while a change is on its way nobody is told of what Zoom shows in that moment', async (desk) => {
    const booked = await book(desk)
    assert.equal(await settleBooking(desk, { ...made(booked), isChanging: true }), true, 'the first link is told')
    await desk.news()
    await settleBooking(desk, differing(booked, 'topic', 'Interview', 'Party'))
    assert.equal(await settleBooking(desk, { ...made(booked, link(81, 'b')), isChanging: true }), false)
    assert.deepEqual([(await driftOf(desk, booked))?.is, await desk.news()], ['changed', []])
  })

  deskTest('a booking that was cancelled meanwhile stays cancelled', async (desk) => {
    const booked = await book(desk)
    await cancelBooking(desk, by('mei'), { bookingId: booked.id, revision: 1, scope: { scope: 'all' } })
    await desk.news()
    assert.equal(await settleBooking(desk, made(booked)), false)
    assert.equal(await stateOf(desk, booked), 'cancelled')
    assert.deepEqual(await desk.news(), [])
    assert.equal(await settleBooking(desk, made({ id: 'unknown' })), false)
  })

  deskTest('pages hear of each step, and of nothing that stays as it was', async (desk) => {
    const booked = await book(desk)
    const since = async () => (await desk.store.read(({ news }) => news.since(0))).map(({ kind }) => kind)
    assert.deepEqual(await since(), ['booking_changed', 'calendar_changed'])
    for (let time = 0; time < 2; time++) await settleBooking(desk, made(booked))
    assert.equal((await since()).length, 4)
  })

  deskTest(
    'a booking goes to another host when the day of its own is used up, and only before it has a link',
    async (desk) => {
      const booked = await book(desk)
      assert.equal(await moveFromFullHost(desk, booked.id), 'moved')
      assert.deepEqual(await desk.held(), ['large 1 12-18T09:00 10:00'])
      assert.deepEqual(await desk.news(), [`zoom_change ${booked.id}`])
      await confirm(desk, booked)
      assert.equal(await moveFromFullHost(desk, booked.id), 'stays')
    },
  )

  deskTest('a booking stays where every other host is taken, or has no call left either', async (desk) => {
    const booked = await book(desk)
    const full = { ...desk, budgets: { spent: async () => new Map([['large', 100]]) } }
    assert.equal(await moveFromFullHost(full, booked.id), 'stays')
    for (let lane = 0; lane < 2; lane++) await book(desk)
    assert.equal(await moveFromFullHost(desk, booked.id), 'stays')
    assert.ok((await desk.held()).includes('small 1 12-18T09:00 10:00'))
  })

  deskTest('what is over ends, and what Zoom has not made by then is not asked for any more', async (desk) => {
    const first = await book(desk)
    const second = await book(desk, wish({ start: '2026-12-18T12:00' }))
    await confirm(desk, first)
    desk.clock.now = Date.parse('2026-12-18T10:00Z')
    assert.equal(await endBookings(desk), 1)
    desk.clock.now = Date.parse('2026-12-18T13:00Z')
    assert.equal(await endBookings(desk), 1)
    assert.equal(await endBookings(desk), 0)
    assert.deepEqual([await stateOf(desk, first), await stateOf(desk, second)], ['ended', 'ended'])
    assert.deepEqual(await desk.news(), [`zoom_cancel ${second.id}`])
    assert.equal((await desk.held()).length, 2, 'the calendar shows what was')
  })

  deskTest('a change in place tells nobody of a link that stays', async (desk) => {
    const booked = await book(desk)
    await confirm(desk, booked)
    await changeBooking(desk, by('mei'), {
      bookingId: booked.id,
      revision: 1,
      scope: { scope: 'all' },
      change: { title: 'Second interview' },
      mayMove: false,
    })
    await desk.news()
    assert.equal(await settleBooking(desk, made(booked)), false)
    assert.deepEqual(await desk.news(), [])
  })
}
