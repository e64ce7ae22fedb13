import assert from 'node:assert/strict'
import type { ApiKey, Session, SignInToken, TryLimit } from '../../src/ports.ts'
import { hour, memberOf, minute, monday } from './desk-data.ts'
import { doTwice, type StoreTest } from './home.ts'

const session = (tokenHash: string, changes: Partial<Session> = {}): Session => ({
  tokenHash,
  memberId: 'mei',
  way: 'link',
  createdAt: monday,
  expiresAt: monday + hour,
  seenAt: monday,
  ...changes,
})
const token: SignInToken = {
  tokenHash: 'ab12',
  kind: 'link',
  data: { email: 'mei@example.com', next: '/bookings' },
  createdAt: monday,
  expiresAt: monday + 15 * minute,
}
const apiKey = (id: string, changes: Partial<ApiKey> = {}): ApiKey => ({
  id,
  tokenHash: `hash of ${id}`,
  memberId: 'mei',
  name: '課表',
  scopes: ['bookings:read', 'bookings:write'],
  createdAt: monday,
  expiresAt: undefined,
  lastUsedAt: undefined,
  ...changes,
})
const limit: TryLimit = { key: 'sign_in mei@example.com', windowMs: hour, most: 3 }

export function testIdentity(storeTest: StoreTest): void {
  storeTest('a session is found by the hash of its token until it is removed', async (store) => {
    const find = (hash: string) => store.read(({ sessions }) => sessions.find(hash))
    await store.transaction(({ sessions }) => sessions.add(session('a')))
    assert.deepEqual(await find('a'), session('a'))
    assert.equal(await find('b'), undefined)
    await store.transaction(({ sessions }) => sessions.touch('a', monday + minute))
    await store.transaction(({ sessions }) => sessions.touch('a', monday + 1))
    assert.equal((await find('a'))?.seenAt, monday + minute, 'time does not go back')
    await store.transaction(({ sessions }) => sessions.remove('a'))
    assert.equal(await find('a'), undefined)
  })

  storeTest('a member who is signed out everywhere has no session any more, and others keep theirs', async (store) => {
    await store.transaction(async ({ sessions }) => {
      for (const hash of ['a', 'b']) await sessions.add(session(hash))
      await sessions.add(session('c', { memberId: 'ken', way: 'openid' }))
      await sessions.removeOf('mei')
    })
    const found = await store.read(async ({ sessions }) => Promise.all(['a', 'b', 'c'].map(sessions.find)))
    assert.deepEqual(found, [undefined, undefined, session('c', { memberId: 'ken', way: 'openid' })])
  })

  storeTest('a sign-in token is handed out once, with what was kept with it', async (store) => {
    await store.transaction(({ signInTokens }) => signInTokens.add(token))
    const take = (kind: SignInToken['kind'], now = monday) =>
      store.transaction(({ signInTokens }) => signInTokens.take('ab12', kind, now))
    assert.equal(await take('first_admin'), undefined, 'of another kind')
    assert.deepEqual(await take('link'), token)
    assert.equal(await take('link'), undefined)
  })

  storeTest('a sign-in token that has expired is handed to nobody, also when the clock goes back', async (store) => {
    await store.transaction(({ signInTokens }) => signInTokens.add(token))
    for (const now of [token.expiresAt, monday])
      assert.equal(await store.transaction(({ signInTokens }) => signInTokens.take('ab12', 'link', now)), undefined)
  })

  storeTest('of any number that take a sign-in token at once, one gets it', async (store, home) => {
    await using other = await home.open()
    for (let round = 0; round < 10; round++) {
      await store.transaction(({ signInTokens }) => signInTokens.add(token))
      const taken = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          (index % 2 === 0 ? store : other).transaction(({ signInTokens }) =>
            signInTokens.take('ab12', 'link', monday),
          ),
        ),
      )
      assert.deepEqual(
        taken.filter((one) => one !== undefined),
        [token],
      )
    }
    await store.transaction(({ signInTokens }) => signInTokens.add(token))
    const [first, second] = await doTwice(store, ({ signInTokens }) => signInTokens.take('ab12', 'link', monday))
    assert.deepEqual([first, second], [token, undefined])
  })

  storeTest('a sign-in token that was taken in a transaction that failed can be taken again', async (store) => {
    await store.transaction(({ signInTokens }) => signInTokens.add(token))
    const failing = store.transaction(async ({ signInTokens }) => {
      await signInTokens.take('ab12', 'link', monday)
      throw new Error('no')
    })
    await assert.rejects(failing, /^Error: no$/)
    assert.deepEqual(await store.transaction(({ signInTokens }) => signInTokens.take('ab12', 'link', monday)), token)
  })

  storeTest('all tokens of a kind become useless at once', async (store) => {
    await store.transaction(async ({ signInTokens }) => {
      await signInTokens.add(token)
      await signInTokens.add({ ...token, tokenHash: 'first', kind: 'first_admin' })
      await signInTokens.removeAll('first_admin')
      assert.equal(await signInTokens.take('first', 'first_admin', monday), undefined)
      assert.deepEqual(await signInTokens.take('ab12', 'link', monday), token)
    })
  })

  storeTest('an API key is found by its hash, listed and removed by its member alone', async (store) => {
    const first = apiKey('1')
    const second = apiKey('2', { createdAt: monday + 1, expiresAt: monday + hour, lastUsedAt: monday })
    const theirs = apiKey('3', { memberId: 'ken' })
    await store.transaction(async ({ apiKeys }) => {
      for (const key of [second, first, theirs]) await apiKeys.add(key)
    })
    await store.read(async ({ apiKeys }) => {
      assert.deepEqual(await apiKeys.find('hash of 2'), second)
      assert.deepEqual(await apiKeys.listOf('mei'), [first, second])
      assert.equal(await apiKeys.find('cvn_1'), undefined)
    })
    await store.transaction(async ({ apiKeys }) => {
      await apiKeys.touch('1', monday + minute)
      assert.equal((await apiKeys.find('hash of 1'))?.lastUsedAt, monday + minute)
      assert.equal(await apiKeys.remove('3', 'mei'), false)
      assert.equal(await apiKeys.remove('1', 'mei'), true)
      assert.equal(await apiKeys.find('hash of 1'), undefined)
      await apiKeys.removeOf('ken')
      assert.deepEqual(await apiKeys.listOf('ken'), [])
    })
  })

  storeTest('so many tries are let through in a window, and then none until it ends', async (store) => {
    const count = (now: number, key = limit.key) =>
      store.transaction(({ tries }) => tries.count({ ...limit, key }, now))
    for (let index = 0; index < 3; index++) assert.deepEqual(await count(monday + index), { ok: true })
    const refused = { ok: false, retryAt: monday + hour }
    assert.deepEqual(await count(monday + 3), refused)
    assert.deepEqual(await count(monday + hour - 1), refused, 'who goes on trying does not make it longer')
    assert.deepEqual(await count(monday + 4, 'sign_in ken@example.com'), { ok: true })
    assert.deepEqual(await count(monday + hour), { ok: true })
  })

  storeTest('tries at once are all counted', async (store, home) => {
    await using other = await home.open()
    const results = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        (index % 2 === 0 ? store : other).transaction(({ tries }) => tries.count({ ...limit, most: 10 }, monday)),
      ),
    )
    assert.equal(results.filter(({ ok }) => ok).length, 10)
  })

  storeTest('who is let in as an administrator is the same for all who look at once', async (store) => {
    await store.transaction(async ({ members }) => {
      for (const id of ['one', 'two']) await members.save(memberOf(id, { role: 'admin' }))
      await members.save(memberOf('gone', { role: 'admin', isActive: false }))
    })
    const stepDown = (id: string) =>
      store.transaction(async ({ members }) => {
        const admins = await members.admins()
        if (admins.length === 1) return false
        await members.save(memberOf(id))
        return true
      })
    const done = await Promise.all([stepDown('one'), stepDown('two')])
    assert.equal(done.filter(Boolean).length, 1)
    assert.equal((await store.read(({ members }) => members.admins())).length, 1)
  })

  storeTest('members are found by a part of their name or address', async (store) => {
    await store.transaction(async ({ members }) => {
      await members.save(memberOf('ayse', { name: 'Ayşe IŞIK', email: 'a.isik@example.com.tr' }))
      await members.save(memberOf('lin', { name: '林美玲', email: 'mei_ling@example.com' }))
    })
    const search = (text: string) =>
      store.read(async ({ members }) => (await members.list({ limit: 9, search: text })).map(({ id }) => id))
    for (const text of ['ayşe', 'AYSE', 'ışık', 'isik@', 'com.tr']) assert.deepEqual(await search(text), ['ayse'], text)
    assert.deepEqual(await search('美玲'), ['lin'])
    assert.deepEqual(await search('mei_'), ['lin'], 'a sign that means something in SQL is only itself')
    assert.deepEqual(await search('%'), [])
    assert.deepEqual(await search(''), ['ayse', 'ken', 'lin', 'mei'])
  })
}
