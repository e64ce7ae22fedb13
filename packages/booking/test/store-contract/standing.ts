import assert from 'node:assert/strict'
import type { Drift, KeptMail, NewsItem } from '../../src/ports.ts'
import { bookingOf, datesOf, hour, minute, monday } from './desk-data.ts'
import { book, type StoreTest } from './home.ts'

const drift: Drift = {
  bookingId: 'x',
  is: 'changed',
  fields: [{ field: 'topic', booked: '面試', atZoom: 'Interview' }],
  candidates: [],
  seenAt: monday,
}
const mail = (id: string, at = monday): KeptMail => ({
  id,
  at,
  to: 'mei@example.com',
  subject: '您的會議',
  text: 'https://zoom.us/j/1\n',
  attachments: [{ name: 'meeting.ics', type: 'text/calendar', content: 'BEGIN:VCALENDAR' }],
})

export function testStanding(storeTest: StoreTest): void {
  storeTest('news are read from an instant on, also in another process, in their order', async (store, home) => {
    await using other = await home.open()
    const items: readonly NewsItem[] = [
      { at: monday, kind: 'booking_changed', bookingId: 'x', memberId: 'mei', hostId: 'a' },
      { at: monday + 1, kind: 'calendar_changed', hostId: 'a' },
      { at: monday + 1, kind: 'zoom_changed' },
    ]
    for (const item of items) await store.transaction(({ news }) => news.add(item))
    const nothing = { bookingId: undefined, memberId: undefined, hostId: undefined }
    const found = await other.read(({ news }) => news.since(monday))
    assert.deepEqual(
      found.map(({ id: _, ...item }) => item),
      items.map((item) => ({ ...nothing, ...item })),
    )
    assert.deepEqual(
      found.map(({ id }) => id),
      found.map(({ id }) => id).toSorted((a, b) => a - b),
    )
    assert.equal((await other.read(({ news }) => news.since(monday + 1))).length, 2)
    const failing = store.transaction(async ({ news }) => {
      await news.add({ at: monday + 2, kind: 'mail_kept' })
      throw new Error('no')
    })
    await assert.rejects(failing, /^Error: no$/)
    assert.deepEqual(await other.read(({ news }) => news.since(monday + 2)), [])
  })

  storeTest('mails that nobody sent are kept once each, and read page by page, the newest first', async (store) => {
    await store.transaction(async ({ mails }) => {
      await mails.add(mail('a'))
      await mails.add(mail('b'))
      await mails.add(mail('c', monday - 1))
      await mails.add({ ...mail('a'), subject: 'again' })
    })
    const list = (page: { after?: string; limit: number }) => store.read(({ mails }) => mails.list(page))
    assert.deepEqual(await list({ limit: 2 }), [mail('b'), mail('a')])
    assert.deepEqual(await list({ limit: 2, after: 'a' }), [mail('c', monday - 1)])
  })

  storeTest('what is other at Zoom is kept once a booking until it is cleared', async (store) => {
    await book(store, 'x', [10])
    await book(store, 'y', [12])
    const deleted: Drift = { ...drift, bookingId: 'y', is: 'deleted', fields: [], seenAt: monday - 1 }
    const undecided: Drift = { ...drift, is: 'undecided', fields: [], candidates: [85_123_456_789, 2], seenAt: monday }
    await store.transaction(async (transaction) => {
      for (const one of [drift, deleted, undecided]) await transaction.drift.set(one)
    })
    await store.read(async (reading) => {
      assert.deepEqual(await reading.drift.list(), [deleted, undecided])
      assert.deepEqual(await reading.drift.find('x'), undecided)
    })
    await store.transaction((transaction) => transaction.drift.clear('x'))
    assert.equal(await store.read((reading) => reading.drift.find('x')), undefined)
  })

  storeTest('how a host was found at Zoom is kept as it was seen last', async (store) => {
    const before = {
      hostId: 'a',
      seenAt: monday,
      problem: undefined,
      agenda: 'shown' as const,
      zoomId: 'KDcuGIm1QgePTO8WbOqwIQ',
      foreignMeetings: 2,
    }
    const after = { ...before, seenAt: monday + 1, problem: 'zoom_away' as const, agenda: undefined }
    await store.transaction(async ({ hostStates }) => {
      for (const state of [before, after]) await hostStates.set(state)
    })
    assert.deepEqual(await store.read(({ hostStates }) => hostStates.list()), [after])
  })

  storeTest('one meeting at Zoom is published for a booking, and for no other', async (store) => {
    await book(store, 'x', [10])
    await book(store, 'y', [12])
    const publication = {
      bookingId: 'x',
      meetingId: 85_123_456_789,
      joinUrl: 'https://zoom.us/j/85123456789?pwd=a',
      revision: 1,
      at: monday,
    }
    const find = () => store.read(({ publications }) => publications.find('x'))
    assert.equal(await find(), undefined)
    await store.transaction(({ publications }) => publications.set(publication))
    assert.deepEqual(await find(), publication)
    await assert.rejects(store.transaction(({ publications }) => publications.set({ ...publication, bookingId: 'y' })))
    await store.transaction(({ publications }) => publications.set({ ...publication, revision: 2, meetingId: 2 }))
    assert.deepEqual(await find(), { ...publication, revision: 2, meetingId: 2 })
    await store.transaction(({ publications }) => publications.remove('x'))
    assert.equal(await find(), undefined)
  })

  storeTest('a meeting that overruns is kept until it has ended', async (store) => {
    for (const [index, id] of ['x', 'y', 'z'].entries()) await book(store, id, [10 + 2 * index])
    const first = { bookingId: 'x', nextBookingId: 'y', seenAt: monday }
    const second = { bookingId: 'y', nextBookingId: 'z', seenAt: monday + 2 }
    await store.transaction(async ({ overruns }) => {
      for (const one of [first, second, { ...first, seenAt: monday + 1 }]) await overruns.set(one)
    })
    assert.deepEqual(await store.read(({ overruns }) => overruns.list()), [{ ...first, seenAt: monday + 1 }, second])
    await store.transaction(({ overruns }) => overruns.clear('x'))
    assert.deepEqual(await store.read(({ overruns }) => overruns.list()), [second])
  })

  storeTest('since when Zoom is away is told once, to every process, until it is back', async (store, home) => {
    await using other = await home.open()
    const since = () => other.read(({ zoomAway }) => zoomAway.since())
    const begin = (at: number) => store.transaction(({ zoomAway }) => zoomAway.begin(at))
    const end = () => store.transaction(({ zoomAway }) => zoomAway.end())
    assert.deepEqual([await since(), await end()], [undefined, false])
    assert.deepEqual([await begin(monday), await begin(monday + 1), await since()], [true, false, monday])
    assert.deepEqual([await end(), await since(), await end()], [true, undefined, false])
  })

  storeTest('bookings are found by where they stand', async (store) => {
    const states = ['requested', 'reserved', 'unknown', 'confirmed', 'cancelled'] as const
    for (const [index, state] of states.entries()) await book(store, `a ${state}`, [index * 2], { state })
    for (const [index, state] of states.entries())
      await book(store, `b ${state}`, [index * 2], { state, lane: 2, hostId: 'b' })
    await store.transaction(async ({ bookings }) => bookings.setState('b cancelled', 'cancelled', monday))
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
    await store.read(async ({ bookings }) => {
      const first = await bookings.listRequested({ limit: 1 })
      assert.deepEqual(ids(first), ['a requested'])
      assert.deepEqual(ids(await bookings.listRequested({ limit: 9, after: first[0]?.place })), ['b requested'])
      assert.deepEqual(ids(await bookings.listUnsettled({ limit: 3 })), ['a reserved', 'a unknown', 'b reserved'])
      assert.deepEqual(ids(await bookings.listUnsettled({ limit: 3, after: 'b reserved' })), ['b unknown'])
      assert.deepEqual(ids(await bookings.listToEnd(monday + 3 * hour, 9)), [
        'a requested',
        'b requested',
        'a reserved',
        'b reserved',
      ])
      assert.deepEqual(ids(await bookings.listToEnd(monday + 3 * hour, 1)), ['a requested'])
      assert.equal((await bookings.findByMeetingKey('meeting of a unknown'))?.id, 'a unknown')
      assert.equal(await bookings.findByMeetingKey('nothing'), undefined)
    })
  })

  storeTest('what has ended stays in the calendar, and a quota counts it', async (store) => {
    await book(store, 'x', [10])
    await store.transaction(({ bookings }) => bookings.setState('x', 'ended', monday))
    await store.read(async ({ bookings, held }) => {
      const range = { from: monday, to: monday + 24 * hour }
      assert.equal((await held(['a'], range)).length, 1)
      assert.equal((await bookings.startsOf('mei', range)).length, 1)
      assert.deepEqual(await bookings.listToEnd(monday + 48 * hour, 9), [])
    })
  })

  storeTest('figures tell what is open and what waits', async (store) => {
    await book(store, 'x', [10], { state: 'reserved', changedAt: monday + 5 })
    await book(store, 'y', [12], { state: 'unknown', changedAt: monday + 3 })
    await book(store, 'z', [14], { state: 'cancelled' })
    await store.transaction(async ({ outbox }) => {
      for (const key of ['1', '2', '3']) await outbox.add({ key, kind: 'mail', body: {}, dueAt: monday })
    })
    const [sent, bad] = await store.leaseMessages(monday, monday + minute, 2)
    assert.ok(sent && bad)
    await store.endMessage(sent, 'sent')
    await store.endMessage(bad, { failed: 'no such mailbox' })
    assert.deepEqual(await store.read((reading) => reading.figures()), {
      bookings: { reserved: 1, unknown: 1 },
      unsettledSince: monday + 3,
      messages: { waiting: 1, failed: 1 },
      members: { member: 2 },
    })
  })

  storeTest('nothing is open on an empty desk', async (store) => {
    const { bookings, unsettledSince, messages } = await store.read((reading) => reading.figures())
    assert.deepEqual([bookings, unsettledSince, messages], [{}, undefined, { waiting: 0, failed: 0 }])
  })

  storeTest('the state of a new booking can be asked for in the transaction that makes it', async (store) => {
    const booking = bookingOf('x')
    await store.transaction(async ({ bookings }) => {
      await bookings.add(booking, datesOf(booking, [10]))
      assert.deepEqual(await bookings.findByMeetingKey(booking.meetingKey), booking)
    })
  })
}
