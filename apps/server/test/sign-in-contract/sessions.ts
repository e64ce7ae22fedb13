import assert from 'node:assert/strict'
import { createAuthenticator } from '../../src/sign-in/authenticator.ts'
import { signInDemoPerson } from '../../src/sign-in/demo.ts'
import { endSession } from '../../src/sign-in/sessions.ts'
import { browser, day, hour, member, type SignInTest } from './open-desk.ts'

export function testSessions(deskTest: SignInTest): void {
  deskTest('each sign-in has a token of its own, and ends the session that the browser had', async (desk) => {
    const { sessionToken: before } = await signInDemoPerson(desk, 'mei', browser)
    const { sessionToken } = await signInDemoPerson(desk, 'ken', { ...browser, before })
    assert.notEqual(sessionToken, before)
    assert.equal(await desk.who(before), undefined)
    assert.equal((await desk.who(sessionToken))?.member.id, 'ken')
    const planted = 'a token that somebody else has chosen'
    const third = await signInDemoPerson(desk, 'mei', { ...browser, before: planted })
    assert.notEqual(third.sessionToken, planted)
    assert.equal(await desk.who(planted), undefined)
  })

  deskTest('a session ends after 12 idle hours, and after 30 days in all', async (desk) => {
    const { sessionToken: idle } = await signInDemoPerson(desk, 'mei', browser)
    const { sessionToken: busy } = await signInDemoPerson(desk, 'mei', browser)
    const begun = desk.clock.at
    desk.clock.at += 12 * hour - 1
    assert.ok(await desk.who(busy))
    desk.clock.at += 1
    assert.equal(await desk.who(idle), undefined)
    while (desk.clock.at < begun + 30 * day - 11 * hour) {
      desk.clock.at += 11 * hour
      assert.ok(await desk.who(busy))
    }
    desk.clock.at = begun + 30 * day
    assert.equal(await desk.who(busy), undefined)
  })

  deskTest('who is signed in goes on reading where the desk can write nothing', async (desk) => {
    const { sessionToken } = await signInDemoPerson(desk, 'mei', browser)
    desk.clock.at += hour
    const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 })
    const store = { ...desk.store, transaction: async () => Promise.reject(full) }
    const signed = await createAuthenticator({ ...desk, store }).authenticate(desk.requestOf(sessionToken))
    assert.equal(signed?.member.id, 'mei')
  })

  deskTest('what a page does by itself keeps no idle session alive', async (desk) => {
    const { sessionToken } = await signInDemoPerson(desk, 'mei', browser)
    const again = () => createAuthenticator(desk).lookAgain(desk.requestOf(sessionToken))
    for (let hours = 0; hours < 11; hours++) {
      desk.clock.at += hour
      assert.equal((await again())?.member.id, 'mei')
    }
    desk.clock.at += hour
    assert.equal(await again(), undefined)
  })

  deskTest('who signs out, is deactivated, or erased is out with the next request', async (desk) => {
    const tokens = await Promise.all(
      ['mei', 'mei', 'ken'].map(async (id) => (await signInDemoPerson(desk, id, browser)).sessionToken),
    )
    const [first = '', second, ken] = tokens
    await endSession(desk, first)
    assert.equal(await desk.who(first), undefined)
    assert.ok(await desk.who(second))
    await desk.store.transaction(({ members }) => members.save(member('mei', { isActive: false })))
    assert.equal(await desk.who(second), undefined)
    await desk.store.transaction(({ retention }) => retention.eraseMember('ken', desk.clock.at))
    assert.equal(await desk.who(ken), undefined)
  })

  deskTest('a role that was taken away is away with the next request', async (desk) => {
    await desk.store.transaction(({ members }) => members.save(member('mei', { role: 'admin' })))
    const { sessionToken } = await signInDemoPerson(desk, 'mei', browser)
    assert.equal((await desk.who(sessionToken))?.member.role, 'admin')
    await desk.store.transaction(({ members }) => members.save(member('mei')))
    assert.equal((await desk.who(sessionToken))?.member.role, 'member')
  })

  deskTest('that somebody signed in is in the audit log, without name or address', async (desk) => {
    await signInDemoPerson(desk, 'mei', browser)
    const range = { from: 0, to: desk.clock.at + 1 }
    const entries = await desk.store.read(({ audit }) => audit.list(range, { limit: 10 }))
    assert.deepEqual(
      entries.map(({ by, what, thing, details }) => [by, what, thing, details]),
      [['mei', 'signed_in', 'mei', { way: 'demo' }]],
    )
  })
}
