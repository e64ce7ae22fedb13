import { DatabaseSync } from 'node:sqlite'
import type { Booking } from '../../src/domain/booking.ts'
import type { HoldResult, Store, Transaction } from '../../src/ports.ts'
import { bookingOf, datesOf } from './desk-data.ts'

/** What the test needs of safe creation's journal. */
export interface JournalLike {
  add(key: string): Promise<unknown>
  has(key: string): Promise<boolean>
}

/** An empty database that several stores can stand on, as several processes would. */
export interface StoreHome extends AsyncDisposable {
  open(): Promise<Store>
  /** Runs SQL as somebody who goes past the store. */
  run(sql: string): Promise<unknown>
  /** Safe creation's journal over an open transaction. */
  journalOn(transaction: Transaction): JournalLike
}

/** A test over a store in which `mei` and `ken` are members, and `a` and `b` hosts of two lanes. */
export type StoreTest = (title: string, run: (store: Store, home: StoreHome) => Promise<void>) => void

export const booked: HoldResult = { ok: true }

/** Books dates that begin so many hours after the Monday's beginning, in a transaction of its own. */
export function book(
  store: Store,
  id: string,
  at: readonly number[],
  changes: Partial<Booking> = {},
): Promise<HoldResult> {
  const booking = bookingOf(id, changes)
  return store.transaction(({ bookings }) => bookings.add(booking, datesOf(booking, at)))
}

export const findBooking = (store: Store, id: string): Promise<Booking | undefined> =>
  store.read(({ bookings }) => bookings.find(id))

/** Does the same in two transactions, of which the second begins when the first has done its work and not ended, where it can. */
export async function doTwice<Result>(
  store: Store,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<readonly [Result, Result]> {
  const { promise: begun, resolve } = Promise.withResolvers<void>()
  let second: Promise<Result> | undefined
  const first = await store.transaction(async (transaction) => {
    const result = await work(transaction)
    second ??= store.transaction((other) => {
      resolve()
      return work(other)
    })
    // In a SQLite file it cannot begin before the first has ended.
    if (!(transaction.connection instanceof DatabaseSync)) await begun
    // Long enough for it to read what it is let read.
    for (let times = 0; times < 20; times++) await transaction.hosts.list()
    return result
  })
  return [first, (await second) as Result]
}
