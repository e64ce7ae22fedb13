import assert from 'node:assert/strict'
import type { ForeignMeeting, Store } from '../../src/ports.ts'
import { bookingOf, datesOf, day, hour, monday } from './desk-data.ts'
import { book, booked, type StoreTest } from './home.ts'

const foreign = (zoomMeetingId: number, at: number, hours = 1): ForeignMeeting => ({
  zoomMeetingId,
  startsAt: monday + at * hour,
  endsAt: monday + (at + hours) * hour,
})
const set = (store: Store, meetings: readonly ForeignMeeting[], hostId = 'a') =>
  store.transaction((transaction) => transaction.setForeign(hostId, meetings))
const heldLanes = async (store: Store) =>
  (await store.read((reading) => reading.held(['a'], { from: monday, to: monday + 2 * day }))).map(
    ({ bookingId = 'foreign', lane }) => `${bookingId} ${lane}`,
  )

export function testForeign(storeTest: StoreTest): void {
  storeTest('a foreign meeting makes one lane busy', async (store) => {
    await set(store, [foreign(85_123_456_789, 10)])
    const [held] = await store.read((reading) => reading.held(['a', 'b'], { from: monday, to: monday + day }))
    const at = { heldFrom: monday + 10 * hour, heldTo: monday + 11 * hour }
    assert.deepEqual(held, { hostId: 'a', lane: 1, ...at, bookingId: undefined })
    const refused = await book(store, 'x', [8, 10.5])
    assert.deepEqual(refused.ok || refused.taken.map(({ heldFrom }) => heldFrom), [monday + 10.5 * hour])
    assert.deepEqual(await book(store, 'x', [10.5], { lane: 2 }), booked)
    assert.deepEqual(await book(store, 'y', [11]), booked)
  })

  storeTest(
    'a calendar has what is booked, what took place, and what is foreign; nothing that was cancelled',
    async (store) => {
      await book(store, 'x', [10, 34])
      await book(store, 'y', [12])
      await book(store, 'z', [14])
      await set(store, [foreign(1, 16)])
      await store.transaction(async ({ bookings }) => {
        await bookings.setState('y', 'cancelled', monday)
        await bookings.setState('z', 'ended', monday)
      })
      const slots = await store.read((reading) => reading.calendar(['a', 'b'], { from: monday, to: monday + day }))
      assert.deepEqual(
        slots.map(({ startsAt, lane, booking }) => [(startsAt - monday) / hour, lane, booking?.id, booking?.state]),
        [
          [10, 1, 'x', 'reserved'],
          [14, 1, 'z', 'ended'],
          [16, 1, undefined, undefined],
        ],
      )
      assert.equal(slots[0]?.booking?.title, bookingOf('x').title)
    },
  )

  storeTest('a foreign meeting takes a lane that no booking has, as long as there is one', async (store) => {
    await book(store, 'x', [10])
    await set(store, [foreign(1, 10.5), foreign(2, 10.75)])
    assert.deepEqual(await heldLanes(store), ['x 1', 'foreign 2', 'foreign 1'])
    await store.transaction(({ bookings }) => bookings.setState('x', 'cancelled', monday))
    await set(store, [foreign(2, 10.75), foreign(1, 10.5)])
    assert.deepEqual(await heldLanes(store), ['foreign 1', 'foreign 2'])
  })

  storeTest(
    'an import never pushes out a booking, and a booking that stays is not pushed out by a change',
    async (store) => {
      await book(store, 'x', [10])
      await book(store, 'y', [10], { lane: 2 })
      await set(store, [foreign(1, 10, 2)])
      assert.deepEqual((await heldLanes(store)).toSorted(), ['foreign 1', 'x 1', 'y 2'])
      const x = bookingOf('x', { title: 'Another' })
      const replace = (revision: number, at: number, hours: number) =>
        store.transaction(({ bookings }) => bookings.replace({ ...x, revision }, datesOf(x, [at], hours)))
      assert.deepEqual(await replace(1, 10, 1), booked)
      assert.deepEqual(await replace(2, 10.25, 0.5), booked)
      const longer = await replace(3, 10.25, 1)
      assert.equal(longer.ok, false, 'it would hold what it had not')
    },
  )

  storeTest('an import takes the place of the one before, of this host alone', async (store) => {
    await set(store, [foreign(1, 10), foreign(1, 34), foreign(2, 12)])
    await set(store, [foreign(1, 10)], 'b')
    await set(store, [foreign(2, 12)])
    assert.deepEqual(await heldLanes(store), ['foreign 1'])
    await set(store, [])
    assert.deepEqual(await heldLanes(store), [])
    const other = await store.read((reading) => reading.held(['b'], { from: monday, to: monday + day }))
    assert.equal(other.length, 1)
    await set(store, [foreign(1, 10)], 'nobody')
  })

  storeTest('imports of one host at once leave one of them, whole', async (store, home) => {
    await using second = await home.open()
    const both = [foreign(1, 10), foreign(2, 12)]
    await Promise.all(
      [store, second, store, second].map((one, index) => set(one, index % 2 === 0 ? both : [foreign(3, 10)])),
    )
    assert.match((await heldLanes(store)).join(), /^foreign 1(,foreign 1)?$/)
  })
}
