import assert from 'node:assert/strict'
import type { HoldResult } from '../../src/ports.ts'
import { bookingOf, datesOf, hour, minute, monday } from './desk-data.ts'
import { book, booked, findBooking, type StoreTest } from './home.ts'

/** The refusal that names the dates that begin so many hours after the Monday's beginning. */
const taken = (...at: readonly number[]): HoldResult => ({
  ok: false,
  reason: 'slot_taken',
  taken: at.map((start) => ({ heldFrom: monday + start * hour, heldTo: monday + (start + 1) * hour + 5 * minute })),
})

export function testLanes(storeTest: StoreTest): void {
  storeTest('a lane is held once, whichever way two dates overlap', async (store) => {
    assert.deepEqual(await book(store, 'x', [10]), booked)
    for (const at of [10, 9.5, 10.5, 11]) assert.deepEqual(await book(store, `at ${at}`, [at]), taken(at))
    const inside = { ...bookingOf('inside'), minutes: 10 }
    const short = datesOf(inside, [10.25], 0.25)
    assert.equal((await store.transaction(({ bookings }) => bookings.add(inside, short))).ok, false)
    const around = bookingOf('around')
    const long = datesOf(around, [8], 5)
    assert.equal((await store.transaction(({ bookings }) => bookings.add(around, long))).ok, false)
    assert.equal(await findBooking(store, 'around'), undefined)
  })

  storeTest('what only touches, or is on another lane or host, is free', async (store) => {
    await book(store, 'x', [10])
    const five = 5 / 60
    assert.deepEqual(await book(store, 'after', [11 + five]), booked)
    assert.deepEqual(await book(store, 'before', [9 - five]), booked)
    assert.deepEqual(await book(store, 'lane', [10], { lane: 2 }), booked)
    assert.deepEqual(await book(store, 'override', [10], { lane: 3 }), booked)
    assert.deepEqual(await book(store, 'host', [10], { hostId: 'b' }), booked)
  })

  storeTest('a series books all of its dates or none, and says which are taken', async (store) => {
    await book(store, 'x', [34, 58])
    assert.deepEqual(await book(store, 'series', [82, 10, 34.5, 57.5]), taken(34.5, 57.5))
    assert.equal(await findBooking(store, 'series'), undefined)
    assert.deepEqual(await book(store, 'y', [10, 82]), booked, 'its free dates are not held')
    assert.deepEqual(await book(store, 'close', [100, 101]), taken(101), 'the buffers of its own dates overlap')
  })

  storeTest('after a refusal the transaction goes on, on the next lane', async (store) => {
    await book(store, 'x', [10])
    const lane = await store.transaction(async ({ bookings, outbox }) => {
      await outbox.add({ key: 'before', kind: 'mail', body: {}, dueAt: monday })
      for (const lane of [1, 2]) {
        const booking = bookingOf('y', { lane })
        if ((await bookings.add(booking, datesOf(booking, [8, 10]))).ok) return lane
      }
      return undefined
    })
    assert.equal(lane, 2)
    assert.equal((await findBooking(store, 'y'))?.lane, 2)
    assert.equal((await store.leaseMessages(monday, monday + minute, 9)).length, 1)
  })

  storeTest('a booking moves over its own dates; where it cannot, all is as before', async (store) => {
    await book(store, 'x', [10, 34])
    await book(store, 'y', [36])
    const x = bookingOf('x')
    const move = (revision: number, at: readonly number[]) =>
      store.transaction(({ bookings }) => bookings.replace({ ...x, revision }, datesOf(x, at)))
    assert.deepEqual(await move(1, [10.25, 34.25]), booked)
    assert.deepEqual(await move(2, [11, 35]), taken(35))
    assert.deepEqual(await store.read(({ bookings }) => bookings.occurrencesOf('x')), datesOf(x, [10.25, 34.25]))
    assert.equal((await findBooking(store, 'x'))?.revision, 2)
    assert.deepEqual(await book(store, 'z', [12]), booked)
  })

  storeTest('of many that want one slot at once, one gets it', async (store, home) => {
    await using other = await home.open()
    const tries = Array.from({ length: 16 }, (_, index) =>
      book(index % 2 === 0 ? store : other, `try ${index}`, [10 + (index % 4) / 4, 34]),
    )
    const results = await Promise.all(tries)
    assert.equal(results.filter(({ ok }) => ok).length, 1)
    const held = await store.read((reading) => reading.held(['a'], { from: monday, to: monday + 48 * hour }))
    assert.equal(held.length, 2)
  })

  storeTest('the database itself refuses whoever goes past the store', async (store, home) => {
    await book(store, 'x', [10])
    await book(store, 'y', [10], { lane: 2 })
    await book(store, 'z', [20])
    await store.transaction(({ bookings }) => bookings.setState('z', 'cancelled', monday))
    await book(store, 'w', [20])
    const changes = [
      `UPDATE occurrence SET lane = 1 WHERE booking_id = 'y'`,
      `UPDATE occurrence SET held_to = held_to + 10 * ${hour} WHERE booking_id = 'x'`,
      `UPDATE occurrence SET held_from = held_from - 10 * ${hour} WHERE booking_id = 'w'`,
      `UPDATE occurrence SET is_held = (1 = 1) WHERE booking_id = 'z'`,
      `UPDATE occurrence SET id = 'new', lane = 1 WHERE booking_id = 'y'`,
      `INSERT INTO occurrence SELECT 'new', booking_id, host_id, 1, date, starts_at, ends_at, held_from, held_to, is_held
         FROM occurrence WHERE booking_id = 'y'`,
      `UPDATE occurrence SET held_to = held_from WHERE booking_id = 'x'`,
    ]
    for (const change of changes) await assert.rejects(home.run(change), change)
    await home.run(`UPDATE occurrence SET held_to = held_to + 60000 WHERE booking_id = 'x'`)
  })

  storeTest(
    'what is held is told in the order of its beginning, for the hosts and the time that are asked for',
    async (store) => {
      await book(store, 'x', [10, 34])
      await book(store, 'y', [9.5], { hostId: 'b', lane: 2 })
      await book(store, 'gone', [12])
      await store.transaction(({ bookings }) => bookings.setState('gone', 'cancelled', monday))
      const held = (hostIds: string[], from: number, to: number) =>
        store.read((reading) => reading.held(hostIds, { from: monday + from * hour, to: monday + to * hour }))
      const slot = (hostId: string, lane: number, at: number, bookingId: string) => ({
        hostId,
        lane,
        heldFrom: monday + at * hour,
        heldTo: monday + (at + 1) * hour + 5 * minute,
        bookingId,
      })
      assert.deepEqual(await held(['a', 'b'], 0, 24), [slot('b', 2, 9.5, 'y'), slot('a', 1, 10, 'x')])
      assert.deepEqual(await held(['a'], 11, 34.5), [slot('a', 1, 10, 'x'), slot('a', 1, 34, 'x')])
      assert.deepEqual(await held(['a'], 11 + 5 / 60, 34), [])
      assert.deepEqual(await held([], 0, 48), [])
    },
  )
}
