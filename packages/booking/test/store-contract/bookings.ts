import assert from 'node:assert/strict'
import type { Recurrence } from '../../src/domain/recurrence.ts'
import { bookingOf, datesOf, day, hour, memberOf, monday } from './desk-data.ts'
import { book, booked, doTwice, findBooking, type StoreTest } from './home.ts'

const weekly: Recurrence = { freq: 'weekly', interval: 1, byDay: ['monday'], end: { count: 3 } }
const weeks = [10, 10 + 7 * 24, 10 + 14 * 24]

export function testBookings(storeTest: StoreTest): void {
  storeTest('a booking and its dates are read back as they were booked', async (store) => {
    const exceptions = [
      { date: '2026-12-21', start: undefined, minutes: undefined },
      { date: '2026-12-28', start: '2026-12-28T19:00', minutes: 30 },
    ]
    const series = bookingOf('x', { recurrence: weekly, exceptions, repeated: 'later' })
    const dates = datesOf(series, weeks)
    const result = await store.transaction(({ bookings }) => bookings.add(series, dates.toReversed()))
    assert.deepEqual(result, booked)
    await store.read(async ({ bookings }) => {
      assert.deepEqual(await bookings.find('x'), series)
      assert.deepEqual(await bookings.occurrencesOf('x'), dates)
      assert.equal(await bookings.find('y'), undefined)
      assert.deepEqual(await bookings.occurrencesOf('y'), [])
    })
  })

  storeTest(
    'a booking without a date is refused, and so is one of a member or a host that nobody knows',
    async (store) => {
      await assert.rejects(book(store, 'x', []), /"x" has no date/)
      await assert.rejects(book(store, 'x', [10], { organiserId: 'nobody' }))
      await assert.rejects(book(store, 'x', [10], { hostId: 'nobody' }))
      assert.equal(await findBooking(store, 'x'), undefined)
    },
  )

  storeTest('a change is written over the revision that was seen, and over no other', async (store) => {
    await book(store, 'x', weeks)
    const seen = bookingOf('x')
    const moved = { ...seen, title: 'Moved', state: 'confirmed', sequence: 1, changedAt: monday + 1 } as const
    const dates = datesOf(moved, [11])
    const results = await doTwice(store, ({ bookings }) => bookings.replace(moved, dates))
    assert.deepEqual(results, [booked, { ok: false, reason: 'changed_meanwhile' }])
    assert.deepEqual(await findBooking(store, 'x'), { ...moved, revision: 2 })
    assert.deepEqual(await store.read(({ bookings }) => bookings.occurrencesOf('x')), dates)
    const unknown = bookingOf('y')
    const result = await store.transaction(({ bookings }) => bookings.replace(unknown, datesOf(unknown, [1])))
    assert.deepEqual(result, { ok: false, reason: 'changed_meanwhile' })
  })

  storeTest(
    'who may start a meeting too is read back, changes with it, and finds it among their own',
    async (store) => {
      await store.transaction(({ members }) => members.save(memberOf('zoe')))
      await book(store, 'x', [10], { deputies: ['ken', 'zoe'] })
      await book(store, 'of ken', [12], { organiserId: 'ken' })
      const ids = async (memberId: string, limit = 9, after?: string) => {
        const range = { from: monday, to: monday + day }
        const found = await store.read(({ bookings }) => bookings.listFor(memberId, range, { limit, after }))
        return found.map(({ id }) => id)
      }
      assert.deepEqual((await findBooking(store, 'x'))?.deputies, ['ken', 'zoe'])
      assert.deepEqual([await ids('ken'), await ids('zoe'), await ids('mei')], [['x', 'of ken'], ['x'], ['x']])
      const [first] = await store.read(({ bookings }) =>
        bookings.listFor('ken', { from: monday, to: monday + day }, { limit: 1 }),
      )
      assert.deepEqual([first?.id, await ids('ken', 1, first?.place)], ['x', ['of ken']])
      const range = { from: 0, to: monday * 2 }
      const own = await store.read(({ bookings }) => bookings.listOf('ken', range, { limit: 9 }))
      assert.deepEqual(
        own.map(({ id }) => id),
        ['of ken'],
      )
      const after = bookingOf('x', { deputies: ['zoe'] })
      const replace = () => store.transaction(({ bookings }) => bookings.replace(after, datesOf(after, [10])))
      assert.deepEqual([await replace(), await ids('ken')], [booked, ['of ken']])
      assert.deepEqual([(await replace()).ok, (await findBooking(store, 'x'))?.deputies], [false, ['zoe']])
      await assert.rejects(book(store, 'y', [14], { deputies: ['nobody'] }))
    },
  )

  storeTest('what one transaction decides about a booking, another one at the same time sees', async (store) => {
    await book(store, 'x', [10], { state: 'requested' })
    const decided = await doTwice(store, async ({ bookings }) => {
      if ((await bookings.find('x'))?.state !== 'requested') return false
      await bookings.setState('x', 'reserved', monday + 1)
      return true
    })
    assert.deepEqual(decided, [true, false])
    const after = await findBooking(store, 'x')
    assert.deepEqual([after?.revision, after?.changedAt], [1, monday + 1])
  })

  storeTest('what holds no longer frees its lane at once, and keeps its dates', async (store) => {
    await book(store, 'x', weeks)
    for (const state of ['unknown', 'confirmed'] as const) {
      await store.transaction(({ bookings }) => bookings.setState('x', state, monday))
      assert.equal((await book(store, 'y', [10])).ok, false, state)
    }
    await store.transaction(({ bookings }) => bookings.setState('x', 'cancelled', monday))
    assert.deepEqual(await book(store, 'y', [10]), booked)
    const dates = await store.read(({ bookings }) => bookings.occurrencesOf('x'))
    assert.deepEqual(
      dates.map(({ isHeld }) => isHeld),
      [false, false, false],
    )
  })

  storeTest('a booking that is moved between two pages takes no other one with it', async (store) => {
    for (const [id, start] of [
      ['first', 10],
      ['second', 12],
      ['third', 14],
    ] as const)
      await book(store, id, [start])
    const range = { from: monday, to: monday + day }
    const list = (limit: number, after?: string) =>
      store.read(({ bookings }) => bookings.listIn(range, { limit, after }))
    const page = await list(2)
    const moved = bookingOf('second')
    await store.transaction(({ bookings }) => bookings.replace(moved, datesOf(moved, [16])))
    assert.deepEqual(
      (await list(2, page.at(-1)?.place)).map(({ id }) => id),
      ['third', 'second'],
    )
  })

  storeTest('bookings of one and of everybody are listed by their dates, page by page', async (store) => {
    await book(store, 'series', weeks)
    await book(store, 'next', [10 + 24])
    await book(store, 'same', [10], { lane: 2 })
    await book(store, 'other', [12], { organiserId: 'ken' })
    await book(store, 'gone', [14], { state: 'reserved' })
    await store.transaction(({ bookings }) => bookings.setState('gone', 'cancelled', monday))
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
    const today = { from: monday, to: monday + day }
    const both = { from: monday, to: monday + 2 * day }
    await store.read(async ({ bookings }) => {
      assert.deepEqual(ids(await bookings.listIn(today, { limit: 9 })), ['same', 'series', 'other', 'gone'])
      const placeOf = async (name: string) =>
        (await bookings.listIn(both, { limit: 9 })).find(({ id }) => id === name)?.place
      const [other, gone, next] = await Promise.all(['other', 'gone', 'next'].map(placeOf))
      assert.deepEqual(ids(await bookings.listIn(both, { limit: 2, after: other })), ['gone', 'next'])
      assert.deepEqual(ids(await bookings.listIn(both, { limit: 2, after: next })), [])
      assert.deepEqual(ids(await bookings.listOf('mei', both, { limit: 3 })), ['same', 'series', 'gone'])
      assert.deepEqual(ids(await bookings.listOf('mei', both, { limit: 3, after: gone })), ['next'])
      const between = { from: monday + 2 * day, to: monday + 7 * day }
      assert.deepEqual(ids(await bookings.listOf('mei', between, { limit: 3 })), [], 'no date of the series')
      assert.deepEqual(ids(await bookings.listIn(between, { limit: 3 })), [])
      const touching = { from: monday + 11 * hour, to: monday + 12 * hour }
      assert.deepEqual(ids(await bookings.listIn(touching, { limit: 3 })), [], 'the end is not inside')
    })
  })

  storeTest(
    'a quota counts the held dates of a member, and two bookings at once cannot both pass it',
    async (store) => {
      await book(store, 'x', weeks)
      await book(store, 'other', [11], { organiserId: 'ken', lane: 2 })
      await book(store, 'gone', [14])
      await store.transaction(({ bookings }) => bookings.setState('gone', 'cancelled', monday))
      const week = { from: monday, to: monday + 7 * day }
      assert.deepEqual(await store.read(({ bookings }) => bookings.startsOf('mei', week)), [
        { bookingId: 'x', startsAt: monday + 10 * hour },
      ])
      let at = 14
      const passed = await doTwice(store, async ({ bookings }) => {
        if ((await bookings.startsOf('mei', week)).length >= 2) return false
        at += 2
        const booking = bookingOf(`at ${at}`)
        return (await bookings.add(booking, datesOf(booking, [at]))).ok
      })
      assert.deepEqual(passed, [true, false])
    },
  )
}
