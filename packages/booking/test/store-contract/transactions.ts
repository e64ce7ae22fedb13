import assert from 'node:assert/strict'
import { bookingOf, datesOf, hostOf, monday } from './desk-data.ts'
import { book, findBooking, type StoreTest } from './home.ts'

export function testTransactions(storeTest: StoreTest): void {
  storeTest('what a transaction that throws has written is gone', async (store) => {
    const failing = store.transaction(async ({ bookings, hosts, audit }) => {
      const x = bookingOf('x')
      await bookings.add(x, datesOf(x, [10]))
      await hosts.save(hostOf('a', { name: 'Another' }))
      await audit.add({ id: 'a', at: monday, by: 'mei', what: 'booking_made', thing: 'x', details: {} })
      assert.deepEqual(await bookings.find('x'), x, 'inside it can be seen')
      throw new Error('half way')
    })
    await assert.rejects(failing, /half way/)
    assert.equal(await findBooking(store, 'x'), undefined)
    assert.deepEqual(await store.read(({ hosts }) => hosts.find('a')), hostOf('a'))
    assert.equal((await book(store, 'y', [10])).ok, true, 'its lane is free')
  })

  storeTest('a reader sees one instant, waits for nobody, and cannot write', async (store, home) => {
    await using other = await home.open()
    let goOn = () => {}
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const writing = store.transaction(async ({ bookings }) => {
      const x = bookingOf('x')
      await bookings.add(x, datesOf(x, [10]))
      await held
    })
    assert.equal(await findBooking(store, 'x'), undefined)
    await other.read(async ({ bookings }) => {
      assert.equal(await bookings.find('x'), undefined)
      goOn()
      await writing
      assert.equal(await bookings.find('x'), undefined, 'as when it began')
    })
    assert.ok(await findBooking(other, 'x'))
    const write = store.read(({ hosts }) =>
      (hosts as unknown as { save(host: object): Promise<void> }).save(hostOf('c')),
    )
    await assert.rejects(write)
  })

  for (const isKept of [true, false])
    storeTest(
      `the record of safe creation ${isKept ? 'stands' : 'falls'} with the booking, on the same connection`,
      async (store, home) => {
        const booking = store.transaction(async (transaction) => {
          const x = bookingOf('x')
          await transaction.bookings.add(x, datesOf(x, [10]))
          await home.journalOn(transaction).add(x.meetingKey)
          if (!isKept) throw new Error('no')
        })
        await (isKept ? booking : assert.rejects(booking, /^Error: no$/))
        const has = await store.transaction((transaction) => home.journalOn(transaction).has('meeting of x'))
        assert.deepEqual([(await findBooking(store, 'x')) !== undefined, has], [isKept, isKept])
      },
    )

  storeTest('transactions at once end one after another, each whole', async (store, home) => {
    await using other = await home.open()
    const raise = (one: typeof store) =>
      one.transaction(async ({ members }) => {
        const mei = await members.find('mei')
        assert.ok(mei)
        await members.save({ ...mei, name: 'Mei' })
        return mei.id
      })
    const done = await Promise.all(Array.from({ length: 20 }, (_, index) => raise(index % 2 === 0 ? store : other)))
    assert.equal(done.length, 20)
  })

  storeTest('what was kept is there for whoever opens it next', async (store, home) => {
    await book(store, 'x', [10])
    await using next = await home.open()
    assert.deepEqual(await findBooking(next, 'x'), bookingOf('x'))
  })
}
