import assert from 'node:assert/strict'
import type { BookingAnswer } from '../../src/use-cases/book-meeting.ts'
import { acceptDrift, chooseMeeting, restoreDrift, whyNotAccept } from '../../src/use-cases/resolve-drift.ts'
import { settleBooking } from '../../src/use-cases/settle-booking.ts'
import { fridays, wish } from '../domain-data.ts'
import { type DeskTest, refused, type TestDesk } from './open-desk.ts'
import { book, confirm, differing, link, made, outcome, stateOf } from './outcomes.ts'
import { by } from './requests.ts'

const driftOf = ({ store }: TestDesk, { id }: BookingAnswer) => store.read(({ drift }) => drift.find(id))

export function testDrift(deskTest: DeskTest): void {
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
}
