import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takenOf } from '../src/limits/bucket.ts'
import { dayNeed, lockNeed, type Need, windowNeed } from '../src/limits/need.ts'
import type { EndOf, LimitStore, Taken, Ticket } from '../src/limits/store.ts'

const start = Date.parse('2026-12-17T10:00:00Z')
const midnight = Date.parse('2026-12-18T00:00:00Z')
const endOf: EndOf = ({ kind, lengthMs }, at) => (kind === 'window' ? at + lengthMs : kind === 'day' ? midnight : at)
const medium = windowNeed('medium', 2, 1000)
const host = dayNeed('host mei', 3, 'host_daily')
const lock = lockNeed('delete mei')

/** Gives so many stores that share their places. */
type OpenStores = (count: number) => readonly LimitStore[] | Promise<readonly LimitStore[]>

/** What every store of limits promises, whatever keeps it. */
export function testLimitStore(name: string, open: OpenStores): void {
  const take = async (store: LimitStore, needs: readonly Need[], at: number, leaseMs = 30_000): Promise<Taken> =>
    store.take(needs, at, at + leaseMs, endOf)
  const mustTake = async (...given: Parameters<typeof take>): Promise<Ticket> => {
    const taken = await take(...given)
    assert.ok(taken.ok, JSON.stringify(taken))
    return taken.ticket
  }
  const first = async () => (await open(1))[0] as LimitStore

  test(`${name}: a place is taken until a window after the answer`, async () => {
    const store = await first()
    await store.end(await mustTake(store, [medium], start), start + 80, endOf)
    await store.end(await mustTake(store, [medium], start + 10), start + 90, endOf)
    assert.deepEqual(await take(store, [medium], start + 100), { ok: false, at: start + 1080, blockedBy: 0 })
    await mustTake(store, [medium], start + 1080)
    assert.deepEqual(await take(store, [medium], start + 1081), { ok: false, at: start + 1090, blockedBy: 0 })
  })

  test(`${name}: a call takes all of its places or none`, async () => {
    const store = await first()
    for (let i = 0; i < 3; i++) await store.end(await mustTake(store, [host], start), start, endOf)
    assert.deepEqual(await take(store, [medium, host], start), { ok: false, at: midnight, blockedBy: 1 })
    const [bucket] = await store.look(['medium'], start)
    assert.equal(bucket && takenOf(bucket), 0)
  })

  test(`${name}: a lock is free with the answer, and until then nobody knows when`, async () => {
    const store = await first()
    const ticket = await mustTake(store, [lock], start)
    const refused = await take(store, [lock], start + 1)
    assert.deepEqual(refused, { ok: false, at: Number.POSITIVE_INFINITY, blockedBy: 0 })
    await store.end(ticket, start + 2, endOf)
    await mustTake(store, [lock], start + 2)
  })

  test(`${name}: what Zoom refused goes when Zoom said, and more slowly after that`, async () => {
    const store = await first()
    const wide = windowNeed('wide', 10, 1000)
    await store.block('wide', start + 5000)
    await store.slow('wide', start)
    assert.deepEqual(await take(store, [wide], start), { ok: false, at: start + 5000, blockedBy: 0 })
    for (let i = 0; i < 5; i++) await mustTake(store, [wide], start + 5000)
    assert.equal((await take(store, [wide], start + 5000)).ok, false)
  })

  test(`${name}: what others used counts, once`, async () => {
    const store = await first()
    for (let i = 0; i < 2; i++) await store.raiseTo('host mei', 2, midnight, start)
    await mustTake(store, [host], start)
    assert.deepEqual(await take(store, [host], start), { ok: false, at: midnight, blockedBy: 0 })
    await mustTake(store, [host], midnight)
  })

  test(`${name}: two names of one host share its day, calls on their way included`, async () => {
    const store = await first()
    const mail = dayNeed('host mei@example.com', 3, 'host_daily')
    await store.end(await mustTake(store, [mail], start), start, endOf)
    const running = await mustTake(store, [mail], start)
    await store.merge(mail.bucket, host.bucket)
    await mustTake(store, [host], start)
    assert.equal((await take(store, [host], start)).ok, false)
    await store.end(running, start, endOf)
    const [bucket] = await store.look([host.bucket], start)
    assert.equal(bucket && takenOf(bucket), 3)
  })

  test(`${name}: what Zoom refused under one name of a host waits under the other too`, async () => {
    const store = await first()
    await store.block('host mei@example.com', midnight)
    await store.merge('host mei@example.com', host.bucket)
    assert.deepEqual(await take(store, [host], start), { ok: false, at: midnight, blockedBy: 0 })
  })
}

/** What a store besides promises that several processes share. */
export function testSharedLimitStore(name: string, open: OpenStores): void {
  test(`${name}: two processes have one limit together`, async () => {
    const [one, other] = (await open(2)) as [LimitStore, LimitStore]
    for (const store of [one, other]) assert.equal((await store.take([medium], start, start + 30_000, endOf)).ok, true)
    for (const store of [one, other]) assert.equal((await store.take([medium], start, start + 30_000, endOf)).ok, false)
  })

  test(`${name}: those who take at the same time get no more than the limit together`, async () => {
    const stores = await open(4)
    for (let round = 0; round < 20; round++) {
      const need = windowNeed(`round ${round}`, 3, 1000)
      const takes = [...stores, ...stores].map((store) => store.take([need], start, start + 30_000, endOf))
      const taken = await Promise.all(takes)
      assert.equal(taken.filter(({ ok }) => ok).length, 3)
    }
  })

  test(`${name}: a process that dies gives its places back when its lease is over`, async () => {
    const [dead, alive] = (await open(2)) as [LimitStore, LimitStore]
    await dead.take([medium, lock], start, start + 30_000, endOf)
    const at = (instant: number) => alive.take([lock], instant, instant + 30_000, endOf)
    assert.equal((await at(start + 29_999)).ok, false)
    assert.equal((await at(start + 30_000)).ok, true)
    // One of one is known already.
    await alive.raiseTo('medium', 1, start + 40_000, start + 30_000)
    const [bucket] = await alive.look(['medium'], start + 30_000)
    assert.deepEqual(bucket?.ends, [{ at: start + 31_000, count: 1 }])
  })
}
