import assert from 'node:assert/strict'
import type { Store } from '../../src/ports.ts'
import { day, monday } from './desk-data.ts'
import type { StoreTest } from './home.ts'

const request = { memberId: 'mei', key: '7f1c', hash: 'e3b0' }

/** What a request with a key gets; one that is new does its work and ends with an answer. */
const ask = (store: Store, changes: Partial<typeof request> = {}, now = monday, answer = 'booked x') =>
  store.transaction(async ({ requests }) => {
    const key = { ...request, ...changes }
    const begun = await requests.begin(key, now)
    if (begun.is === 'new') await requests.end(key, answer)
    return begun
  })

export function testRequests(storeTest: StoreTest): void {
  storeTest(
    'a request that is repeated gets the answer of the first; another one with its key is told apart',
    async (store) => {
      assert.deepEqual(await ask(store), { is: 'new' })
      assert.deepEqual(await ask(store), { is: 'same', answer: 'booked x' })
      assert.deepEqual(await ask(store, { hash: 'ffff' }), { is: 'other' })
      assert.deepEqual(await ask(store, { memberId: 'ken' }), { is: 'new' })
      assert.deepEqual(await ask(store, { key: '8a2d' }), { is: 'new' })
    },
  )

  storeTest('a key is new again after 24 hours', async (store) => {
    await ask(store)
    assert.deepEqual(await ask(store, { hash: 'ffff' }, monday + day - 1), { is: 'other' })
    assert.deepEqual(await ask(store, { hash: 'ffff' }, monday + day, 'booked y'), { is: 'new' })
    assert.deepEqual(await ask(store, { hash: 'ffff' }, monday + day + 1), { is: 'same', answer: 'booked y' })
  })

  storeTest('of requests with one key at once, one is new, and the others get its answer', async (store, home) => {
    await using other = await home.open()
    const begun = await Promise.all([store, other, store, other].map((one) => ask(one)))
    assert.deepEqual(
      begun.toSorted((a, b) => a.is.localeCompare(b.is)),
      [{ is: 'new' }, ...Array.from({ length: 3 }, () => ({ is: 'same', answer: 'booked x' }))],
    )
  })

  storeTest('whether a request was answered can be asked without beginning it', async (store) => {
    const find = (now: number, hash = request.hash) =>
      store.transaction(({ requests }) => requests.find({ ...request, hash }, now))
    assert.deepEqual(await find(monday), { is: 'new' })
    await ask(store)
    assert.deepEqual(await find(monday), { is: 'same', answer: 'booked x' })
    assert.deepEqual([await find(monday, 'ffff'), await find(monday + day)], [{ is: 'other' }, { is: 'new' }])
  })

  storeTest('a request that failed leaves its key free', async (store) => {
    const failing = store.transaction(async ({ requests }) => {
      await requests.begin(request, monday)
      throw new Error('no host')
    })
    await assert.rejects(failing, /no host/)
    assert.deepEqual(await ask(store), { is: 'new' })
  })
}
