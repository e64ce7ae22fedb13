import assert from 'node:assert/strict'
import { day, hour, minute, monday } from './desk-data.ts'
import type { StoreTest } from './home.ts'

const message = (key: string, dueAt = monday) => ({ key, kind: 'mail', body: { to: 'ken@example.com' }, dueAt })
const lease = [monday, monday + minute, 10] as const

export function testMessages(storeTest: StoreTest): void {
  storeTest('messages are leased when they are due, the oldest first, and each once', async (store, home) => {
    await using other = await home.open()
    await store.transaction(async ({ outbox }) => {
      for (const [key, dueAt] of [
        ['later', monday + 1],
        ['second', monday],
        ['third', monday],
        ['first', monday - 1],
      ] as const)
        await outbox.add(message(key, dueAt))
    })
    const leased = await store.leaseMessages(monday, monday + minute, 2)
    assert.deepEqual(leased, [
      { ...message('first', monday - 1), fence: 1, tries: 1 },
      { ...message('second'), fence: 1, tries: 1 },
    ])
    assert.deepEqual(
      (await other.leaseMessages(...lease)).map(({ key }) => key),
      ['third'],
    )
    assert.deepEqual(await store.leaseMessages(...lease), [])
  })

  storeTest('workers that look at once never get the same message', async (store, home) => {
    await using other = await home.open()
    await store.transaction(async ({ outbox }) => {
      for (let number = 0; number < 40; number++) await outbox.add(message(`number ${number}`))
    })
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? store : other).leaseMessages(...lease)),
    )
    const keys = all.flat().map(({ key }) => key)
    assert.equal(new Set(keys).size, keys.length)
    const rest = await store.leaseMessages(monday, monday + minute, 40)
    assert.equal(keys.length + rest.length, 40)
  })

  storeTest('a message that a worker lost is leased again, and the one before cannot end it', async (store) => {
    await store.transaction(({ outbox }) => outbox.add(message('a')))
    const [lost] = await store.leaseMessages(...lease)
    const [again] = await store.leaseMessages(monday + minute, monday + 2 * minute, 1)
    assert.ok(lost && again)
    assert.deepEqual([again.fence, again.tries], [2, 2])
    assert.equal(await store.endMessage(lost, 'sent'), false)
    assert.equal(await store.endMessage(lost, { dueAt: monday, problem: 'late' }), false)
    assert.equal(await store.endMessage(again, 'sent'), true)
    assert.equal(await store.endMessage(again, 'sent'), false)
    assert.deepEqual(await store.leaseMessages(monday + 9 * minute, monday + 10 * minute, 1), [])
  })

  storeTest('a message that could not be sent is due again when its worker says', async (store) => {
    await store.transaction(({ outbox }) => outbox.add(message('a')))
    const [first] = await store.leaseMessages(...lease)
    assert.ok(first)
    assert.equal(await store.endMessage(first, { dueAt: monday + 5, problem: 'SMTP is away' }), true)
    assert.deepEqual(await store.leaseMessages(monday + 4, monday + minute, 1), [])
    const [second] = await store.leaseMessages(monday + 5, monday + minute, 1)
    assert.deepEqual(second, { ...message('a', monday + 5), fence: 2, tries: 2 })
  })

  storeTest('a message that was given up is not leased again, and can be seen without what it said', async (store) => {
    await store.transaction(async ({ outbox }) => {
      for (const key of ['a', 'b', 'c']) await outbox.add(message(key))
    })
    const [a, b] = await store.leaseMessages(...lease)
    assert.ok(a && b)
    assert.equal(await store.endMessage(a, { failed: 'no such mailbox' }), true)
    assert.equal(await store.endMessage(a, 'sent'), false)
    assert.equal(await store.endMessage(b, { dueAt: monday + day, problem: 'SMTP is away' }), true)
    const left = await store.leaseMessages(monday + hour, monday + 2 * hour, 9)
    assert.deepEqual(
      left.map(({ key }) => key),
      ['c'],
    )
    assert.deepEqual(await store.read(({ messageProblems }) => messageProblems.list({ limit: 9 })), [
      { key: 'a', kind: 'mail', tries: 1, problem: 'no such mailbox', dueAt: undefined },
      { key: 'b', kind: 'mail', tries: 1, problem: 'SMTP is away', dueAt: monday + day },
    ])
    await store.transaction(({ outbox }) => outbox.add(message('a')))
    assert.deepEqual(await store.leaseMessages(monday + 2 * hour, monday + 3 * hour, 1), [
      { ...message('c'), fence: 3, tries: 3 },
    ])
  })

  storeTest('a key is sent once, also when it is added after it was sent', async (store, home) => {
    const add = (body: object) => store.transaction(({ outbox }) => outbox.add({ ...message('a'), body: { ...body } }))
    await add({ number: 1 })
    await add({ number: 2 })
    const [first, ...others] = await store.leaseMessages(...lease)
    assert.ok(first)
    assert.deepEqual([first.body, others], [{ number: 1 }, []])
    await store.endMessage(first, 'sent')
    await add({ number: 3 })
    assert.deepEqual(await store.leaseMessages(monday + minute, monday + 2 * minute, 1), [])
    assert.doesNotMatch(JSON.stringify(await home.run('SELECT * FROM outbox')), /number/, 'what was sent is not kept')
  })
}
