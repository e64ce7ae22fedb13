import assert from 'node:assert/strict'
import { createApiKey } from '../../src/sign-in/api-key.ts'
import { signInDemoPerson } from '../../src/sign-in/demo.ts'
import { hashOf } from '../../src/sign-in/tokens.ts'
import { browser, day, type SignInTest } from './open-desk.ts'

export function testApiKeys(deskTest: SignInTest): void {
  deskTest('an API key acts for its member within its scopes, until it ends', async (desk) => {
    const key = createApiKey(desk.randomBytes)
    const kept = {
      id: 'k1',
      tokenHash: hashOf(key),
      memberId: 'mei',
      name: 'timetable',
      scopes: ['bookings:read'],
      createdAt: desk.clock.at,
      expiresAt: desk.clock.at + day,
      lastUsedAt: undefined,
    }
    await desk.store.transaction(({ apiKeys }) => apiKeys.add(kept))
    const signed = await desk.who(undefined, `Bearer ${key}`)
    assert.deepEqual([signed?.member.id, signed?.by, signed?.scopes], ['mei', 'key', new Set(['bookings:read'])])
    assert.ok(!key.includes(signed?.id ?? key))
    const [used] = await desk.store.read(({ apiKeys }) => apiKeys.listOf('mei'))
    assert.equal(used?.lastUsedAt, desk.clock.at)

    const { sessionToken } = await signInDemoPerson(desk, 'ken', browser)
    assert.equal((await desk.who(sessionToken, `Bearer ${key}`))?.member.id, 'mei', 'the key counts, not the cookie')
    const wrong = createApiKey(desk.randomBytes)
    for (const header of [`Bearer ${wrong}`, `Bearer ${hashOf(key)}`, 'Bearer', 'Basic x'])
      assert.equal(await desk.who(sessionToken, header), undefined, header)

    desk.clock.at += day
    assert.equal(await desk.who(undefined, `Bearer ${key}`), undefined)
  })

  deskTest('an API key of a member who was deactivated opens nothing', async (desk) => {
    const key = createApiKey(desk.randomBytes)
    const rest = { name: 'k', scopes: [], createdAt: 0, expiresAt: undefined, lastUsedAt: undefined }
    await desk.store.transaction(async ({ apiKeys }) => {
      await apiKeys.add({ ...rest, id: 'k', memberId: 'gone', tokenHash: hashOf(key) })
    })
    assert.equal(await desk.who(undefined, `Bearer ${key}`), undefined)
  })
}
