import assert from 'node:assert/strict'
import type { MeetingOutcome } from '../../src/domain/meeting-outcome.ts'
import { type BookingAnswer, bookMeeting } from '../../src/use-cases/book-meeting.ts'
import { cancelBooking } from '../../src/use-cases/cancel-booking.ts'
import { changeBooking } from '../../src/use-cases/change-booking.ts'
import { endBookings } from '../../src/use-cases/end-bookings.ts'
import { moveFromFullHost } from '../../src/use-cases/move-from-full-host.ts'
import { acceptDrift, chooseMeeting, restoreDrift, whyNotAccept } from '../../src/use-cases/resolve-drift.ts'
import { settleBooking } from '../../src/use-cases/settle-booking.ts'
import { fridays, wish } from '../domain-data.ts'
import { type DeskTest, refused, request, type TestDesk } from './open-desk.ts'

let keys = 0
const by = (memberId: string) => request(memberId, `settle-${++keys}`)
const book = async (desk: TestDesk, its = wish()) => {
  const booked = await bookMeeting(desk, by('mei'), its)
  await desk.news()
  return booked
}
const outcome = ({ id }: { id: string }, its: Partial<MeetingOutcome>): MeetingOutcome => ({
  meetingKey: id,
  is: 'made',
  meeting: undefined,
  isChanging: false,
  differences: [],
  candidates: [],
  ...its,
})
const link = (id = 81, pwd = 'a') => ({ id, joinUrl: `https://zoom.us/j/${id}?pwd=${pwd}` })
const made = (booked: { id: string }, meeting = link()) => outcome(booked, { meeting })
const differing = (booked: { id: string }, field: string, bookedAs: unknown, atZoom: unknown) =>
  outcome(booked, { meeting: link(), differences: [{ field, booked: bookedAs, atZoom }] })
const stateOf = async ({ store }: TestDesk, { id }: BookingAnswer) =>
  (await store.read(({ bookings }) => bookings.find(id)))?.state
const confirm = async (desk: TestDesk, booked: BookingAnswer) => {
  await settleBooking(desk, made(booked))
  await desk.news()
}
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

  deskTest('what is other at Zoom is kept until it is as booked again', async (desk) => {
    const booked = await book(desk)
    await confirm(desk, booked)
    await settleBooking(desk, differing(booked, 'topic', 'Interview', 'Party'))
    const drift = await driftOf(desk, booked)
    assert.deepEqual(
      [drift?.is, drift?.fields],
      ['changed', [{ field: 'topic', booked: 'Interview', atZoom: 'Party' }]],
    )
    assert.equal(await settleBooking(desk, differing(booked, 'topic', 'Interview', 'Party')), false)
    await settleBooking(desk, made(booked))
    assert.equal(await driftOf(desk, booked), undefined)
    assert.deepEqual(await desk.news(), [])
  })

  deskTest('an administrator has Zoom get again what was booked', async (desk) => {
    const booked = await book(desk)
    await confirm(desk, booked)
    await settleBooking(desk, differing(booked, 'topic', 'Interview', 'Party'))
    const asked = { bookingId: booked.id }
    assert.deepEqual(await refused(restoreDrift(desk, by('boss'), asked)), ['not_allowed', 'needs_role'])
    await restoreDrift(desk, by('root'), asked)
    assert.deepEqual(await desk.news(), [`zoom_restore ${booked.id}`])
    assert.deepEqual(await refused(restoreDrift(desk, by('root'), asked)), ['wrong_state', 'nothing_to_decide'])
  })

  deskTest('a meeting that was deleted at Zoom is made anew under another key, and its link is told', async (desk) => {
    const booked = await book(desk)
    await confirm(desk, booked)
    await settleBooking(desk, outcome(booked, { is: 'gone' }))
    assert.deepEqual([await stateOf(desk, booked), (await driftOf(desk, booked))?.is], ['reserved', 'deleted'])
    await restoreDrift(desk, by('root'), { bookingId: booked.id })
    // What the key before knew is forgotten at once: nobody could name it later.
    assert.deepEqual(await desk.news(), [
      `zoom_cancel ${booked.id}`,
      `zoom_forget ${booked.id}`,
      `zoom_plan ${booked.id}`,
    ])
    const after = await desk.store.read(({ bookings }) => bookings.find(booked.id))
    assert.notEqual(after?.meetingKey, booked.id)
    await settleBooking(desk, made({ id: after?.meetingKey ?? '' }, link(99)))
    assert.deepEqual(await desk.news(), [`booking_confirmed ${booked.id}`])
    assert.equal(await settleBooking(desk, outcome(booked, { is: 'gone' })), false, 'of the key before nobody asks')
  })

  deskTest('a booking takes over the time that somebody has set at Zoom, if its lane is free then', async (desk) => {
    const booked = await book(desk)
    await book(desk, wish({ start: '2026-12-18T12:00' }))
    await confirm(desk, booked)
    const moveTo = (start: string) =>
      settleBooking(desk, differing(booked, 'start_time', '2026-12-18T09:00:00Z', `2026-12-18T${start}:00Z`))
    await moveTo('11:30')
    const asked = { bookingId: booked.id }
    const why = async () => {
      const drift = await driftOf(desk, booked)
      assert.ok(drift)
      return desk.store.read((reading) => whyNotAccept(desk, reading, drift))
    }
    assert.equal((await why())?.code, 'taken')
    assert.deepEqual(await refused(acceptDrift(desk, by('root'), asked)), ['no_free_host', 'no_free_host'])
    await moveTo('10:30')
    assert.equal(await why(), undefined)
    await acceptDrift(desk, by('root'), asked)
    assert.ok((await desk.held()).includes('small 1 12-18T10:30 11:30'))
    assert.deepEqual(await desk.news(), [`booking_changed ${booked.id}`, `zoom_change ${booked.id}`])
  })

  deskTest(
    'a booking takes over a title, a date that was left out, and a passcode that were set at Zoom',
    async (desk) => {
      const booked = await book(desk, fridays(3))
      await confirm(desk, booked)
      const other = link(81, 'b')
      await settleBooking(
        desk,
        outcome(booked, {
          meeting: other,
          differences: [
            { field: 'topic', booked: 'Interview', atZoom: 'Party' },
            { field: 'dates', booked: [], atZoom: [{ date: '2026-12-25' }] },
            { field: 'join_url', booked: link().joinUrl, atZoom: other.joinUrl },
          ],
        }),
      )
      assert.deepEqual(await desk.news(), [], 'nobody is told before it is decided')
      await acceptDrift(desk, by('root'), { bookingId: booked.id })
      const after = await desk.store.read(({ bookings }) => bookings.find(booked.id))
      assert.deepEqual([after?.title, after?.exceptions.map(({ date }) => date)], ['Party', ['2026-12-25']])
      assert.equal((await desk.held()).length, 2)
      assert.deepEqual(await desk.news(), [`booking_changed ${booked.id}`, `zoom_change ${booked.id}`])
      const told = outcome(booked, {
        meeting: other,
        differences: [{ field: 'join_url', booked: link().joinUrl, atZoom: other.joinUrl }],
      })
      assert.equal(await settleBooking(desk, told), false, 'that link is the one people have now')
    },
  )

  deskTest('a series that was given other dates at Zoom cannot be taken over', async (desk) => {
    const booked = await book(desk, fridays(3))
    await confirm(desk, booked)
    await settleBooking(desk, differing(booked, 'start_time', '2026-12-18T09:00:00Z', '2026-12-19T09:00:00Z'))
    assert.deepEqual(await refused(acceptDrift(desk, by('root'), { bookingId: booked.id })), [
      'wrong_state',
      'series_changed_at_zoom',
    ])
  })

  deskTest('to accept that a meeting was deleted at Zoom cancels the booking', async (desk) => {
    const booked = await book(desk)
    await confirm(desk, booked)
    await settleBooking(desk, outcome(booked, { is: 'gone' }))
    const { state } = await acceptDrift(desk, by('root'), { bookingId: booked.id })
    assert.equal(state, 'cancelled')
    assert.deepEqual(await desk.news(), [`booking_cancelled ${booked.id}`, `zoom_cancel ${booked.id}`])
    assert.deepEqual(await desk.held(), [])
  })

  deskTest('of several equal meetings an administrator chooses one of those', async (desk) => {
    const booked = await book(desk)
    await settleBooking(desk, outcome(booked, { is: 'undecided', candidates: [81, 82] }))
    assert.equal(await stateOf(desk, booked), 'unknown')
    const choose = (meetingId: number | 'none') => chooseMeeting(desk, by('root'), { bookingId: booked.id, meetingId })
    assert.deepEqual(await refused(choose(83)), ['invalid_input', 'not_one_of'])
    await choose(82)
    assert.deepEqual(desk.decided, [`${booked.id} 82`])
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
