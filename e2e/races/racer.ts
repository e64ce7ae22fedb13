/** One of the processes that race: its clients look whether a slot is free, and book it. Prints what became of that as JSON. */
import type { Store } from '@convene/booking'
import { bookingOf, datesOf, monday } from '../../packages/booking/test/store-contract/desk-data.ts'
import { hosts, lanes, openDesk, type RacedDesk } from './desk.ts'

export interface RaceOrder {
  readonly desk: RacedDesk
  readonly racer: number
  readonly clients: number
  /** How many inserts its clients try together. */
  readonly inserts: number
  /** Everybody wants the same hour, on whatever lane. */
  readonly isHotHour: boolean
}

export interface RaceReport {
  /** Dates that were handed to the database. */
  readonly inserts: number
  /** Bookings that the store said it keeps. */
  readonly kept: number
  /** Refused although the slot had been seen free. */
  readonly beaten: number
  /** The longest that a booking took, in ms. */
  readonly slowestMs: number
}

const hourMs = 3_600_000
const order = JSON.parse(process.argv[2] ?? '') as RaceOrder
const { racer, isHotHour } = order
const report = { inserts: 0, kept: 0, beaten: 0, slowestMs: 0 }
let named = 0
let steps = 0

await using store = await openDesk(order.desk, 8)
await Promise.all(Array.from({ length: order.clients }, () => (isHotHour ? wantHour(store) : race(store))))
process.stdout.write(JSON.stringify(report satisfies RaceReport))

/** Books slots of a window that moves on, as it does for all the others. */
async function race(store: Store): Promise<void> {
  while (report.inserts < order.inserts) {
    const hour = Math.floor(steps++ / 16) + Math.floor(Math.random() * 8) / 4
    // Now and then a series, of which one date taken is enough for none.
    const at = steps % 10 === 0 ? [hour, hour + 3, hour + 6, hour + 9] : [hour]
    const hostId = hosts[Math.floor(Math.random() * hosts.length)] ?? ''
    const lane = 1 + Math.floor(Math.random() * lanes)
    if (await isFree(store, hostId, lane, at)) await book(store, hostId, lane, at)
  }
}

/** Tries every lane that looks free, until one is ours or none is left. */
async function wantHour(store: Store): Promise<void> {
  for (const hostId of hosts)
    for (let lane = 1; lane <= lanes; lane++)
      if ((await isFree(store, hostId, lane, [18])) && (await book(store, hostId, lane, [18]))) return
}

async function isFree(store: Store, hostId: string, lane: number, at: readonly number[]): Promise<boolean> {
  const from = monday + Math.min(...at) * hourMs
  const held = await store.read((reading) =>
    reading.held([hostId], { from, to: monday + (Math.max(...at) + 2) * hourMs }),
  )
  const wanted = datesOf({ id: '', hostId, lane }, at)
  return !held.some((one) =>
    wanted.some(({ heldFrom, heldTo }) => one.lane === lane && one.heldFrom < heldTo && one.heldTo > heldFrom),
  )
}

async function book(store: Store, hostId: string, lane: number, at: readonly number[]): Promise<boolean> {
  const booking = bookingOf(`${racer}-${named++}`, { hostId, lane })
  report.inserts += at.length
  const startedAt = performance.now()
  const { ok } = await store.transaction(({ bookings }) => bookings.add(booking, datesOf(booking, at)))
  report.slowestMs = Math.max(report.slowestMs, performance.now() - startedAt)
  if (ok) report.kept++
  else report.beaten++
  return ok
}
