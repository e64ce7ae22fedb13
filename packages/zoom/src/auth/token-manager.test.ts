import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFakeTime } from '../../test/fake-time.ts'
import { ZoomError } from '../errors.ts'
import type { AuthContext, AuthStrategy, Token } from './strategy.ts'
import { createTokenManager } from './token-manager.ts'
import { createMemoryTokenStore, type TokenStore } from './token-store.ts'

const hour = 3_600_000
const context = {} as AuthContext // These strategies use none of it.

/** A sign-in that counts: t1, t2 … and lets the test decide when each one comes. */
function setUp(options: { store?: TokenStore; life?: number | undefined; auth?: Partial<AuthStrategy> } = {}) {
  const time = createFakeTime(1_000 * hour)
  const asked: (Token | undefined)[] = []
  const { life = hour } = options
  const auth: AuthStrategy = {
    kind: 'test',
    cacheKey: 'k',
    async fetchToken(_context, previous) {
      asked.push(previous)
      await new Promise(setImmediate)
      const expiresAt = 'life' in options && options.life === undefined ? undefined : time.now() + life
      return { accessToken: `t${asked.length}`, expiresAt, refreshToken: `r${asked.length}`, scopes: [] }
    },
    ...options.auth,
  }
  const store = options.store ?? createMemoryTokenStore()
  const create = () => createTokenManager({ auth, store, context, timeoutMs: 30_000, ambient: time })
  return { time, asked, store, manager: create(), create }
}

test('a thousand calls at once ask for one token, and the store only once', async () => {
  const memory = createMemoryTokenStore()
  let reads = 0
  const get: TokenStore['get'] = (key) => {
    reads++
    return memory.get(key)
  }
  const { manager, asked } = setUp({ store: { ...memory, get } })
  const tokens = await Promise.all(Array.from({ length: 1000 }, () => manager.get()))
  assert.deepEqual([new Set(tokens.map((token) => token.accessToken)), asked.length, reads], [new Set(['t1']), 1, 1])
})

test('a token is renewed one minute before its end, not before', async () => {
  const { manager, asked, time } = setUp()
  await manager.get()
  time.moveTo(1_000 * hour + hour - 60_001)
  assert.equal((await manager.get()).accessToken, 't1')
  time.moveTo(1_000 * hour + hour - 60_000)
  assert.equal((await manager.get()).accessToken, 't2')
  assert.equal(asked[1]?.refreshToken, 'r1', 'the strategy sees the token before')
})

test('a token that lives under two minutes is used for half of its life', async () => {
  const { manager, asked, time } = setUp({ life: 40_000 })
  await manager.get()
  time.moveTo(1_000 * hour + 19_000)
  await manager.get()
  assert.equal(asked.length, 1)
  time.moveTo(1_000 * hour + 20_000)
  await manager.get()
  assert.equal(asked.length, 2)
})

test('a token without an end is kept until Zoom refuses it', async () => {
  const { manager, asked, time } = setUp({ life: undefined })
  const first = await manager.get()
  time.moveTo(9_000 * hour)
  assert.equal(await manager.get(), first)
  assert.equal((await manager.renew(first)).accessToken, 't2')
  assert.equal(asked.length, 2)
})

test('any number of calls whose token was refused ask for one new token', async () => {
  const { manager, asked } = setUp()
  const first = await manager.get()
  const renewed = await Promise.all(Array.from({ length: 50 }, () => manager.renew(first)))
  assert.deepEqual(new Set(renewed.map((token) => token.accessToken)), new Set(['t2']))
  assert.equal((await manager.renew(first)).accessToken, 't2', 'a late one gets the new token too')
  assert.equal(asked.length, 2)
})

test('a token in the shared store is used, and one that Zoom refused is not', async () => {
  const { manager, asked, create } = setUp()
  const first = await manager.get()
  const other = create()
  assert.equal((await other.get()).accessToken, 't1')
  await other.renew(first)
  assert.equal((await manager.renew(first)).accessToken, 't2', 'the one that the other client stored')
  assert.equal(asked.length, 2)
})

test('a new token is in the store before anyone gets it', async () => {
  const memory = createMemoryTokenStore()
  const order: string[] = []
  const store: TokenStore = {
    get: memory.get,
    async update(key, change) {
      const token = await memory.update(key, change)
      await new Promise(setImmediate)
      order.push('stored')
      return token
    },
  }
  const { manager } = setUp({ store })
  await Promise.resolve(manager.get()).then(() => order.push('used'))
  assert.deepEqual(order, ['stored', 'used'])
})

test('a new token that could not be stored is stored later, not lost with its refresh token', async () => {
  const memory = createMemoryTokenStore()
  let isFull = true
  const store: TokenStore = {
    get: memory.get,
    async update(key, change) {
      if (!isFull) return memory.update(key, change)
      await change(undefined)
      throw new Error('the disk is full')
    },
  }
  const { manager, asked } = setUp({ store })
  await assert.rejects(async () => manager.get(), /disk is full/)
  isFull = false
  assert.equal((await manager.get()).accessToken, 't1')
  assert.equal((await memory.get('k'))?.refreshToken, 'r1')
  assert.equal(asked.length, 1)
})

test('after a failed sign-in the next call tries again', async () => {
  let fails = true
  const { manager } = setUp({
    auth: {
      fetchToken: async () => {
        if (fails) throw new ZoomError('network', 'down')
        return { accessToken: 'late', expiresAt: undefined, scopes: [] }
      },
    },
  })
  await assert.rejects(async () => manager.get(), /down/)
  fails = false
  assert.equal((await manager.get()).accessToken, 'late')
})

test('a sign-in that hangs ends with the time limit', async () => {
  const { manager, time } = setUp({ auth: { fetchToken: () => new Promise(() => {}) } })
  const call = Promise.resolve(manager.get())
  const ended = assert.rejects(
    call,
    (error: ZoomError) => error.code === 'timeout' && error.details.outcome === 'not_done',
  )
  for (let i = 0; i < 3; i++) await new Promise(setImmediate)
  time.expire()
  await ended
  assert.equal(time.running(), 0)
})

test('of a stored token and the one handed in, the later one counts', async () => {
  const at = (accessToken: string, expiresAt: number): Token => ({ accessToken, expiresAt, scopes: [] })
  for (const [inStore, initial, expected] of [
    [at('stored', 1_002 * hour), at('initial', 1_001 * hour), 'stored'],
    [at('stored', 1_001 * hour), at('initial', 1_002 * hour), 'initial'],
    [undefined, at('initial', 1_002 * hour), 'initial'],
  ] as const) {
    const store = createMemoryTokenStore()
    await store.update('k', async () => inStore)
    assert.equal((await setUp({ store, auth: { initial: () => initial } }).manager.get()).accessToken, expected)
  }
})

test('a strategy without a key keeps its tokens out of the store', async () => {
  const { manager, store } = setUp({ auth: { cacheKey: '' } })
  await manager.get()
  assert.equal(await store.get(''), undefined)
})
