import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Member, Store } from '@convene/booking'
import { HttpProblem } from '../src/http/http-problem.ts'
import type { Signed } from '../src/http/session.ts'
import { createApiKey } from '../src/sign-in/api-key.ts'
import { createAuthenticator } from '../src/sign-in/authenticator.ts'
import { signInDemoPerson } from '../src/sign-in/demo.ts'
import { confirmFirstAdmin, createFirstAdminLink } from '../src/sign-in/first-admin.ts'
import { type AskedLink, askForLink, confirmLink, createLink } from '../src/sign-in/links.ts'
import type { SignInParts } from '../src/sign-in/parts.ts'
import { endSession } from '../src/sign-in/sessions.ts'
import { hashOf } from '../src/sign-in/tokens.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Of the tests' own: documentation addresses (RFC 5737). */
const client = '192.0.2.1'
const browser = { clientAddress: client, before: undefined }

export function member(id: string, changes: Partial<Member> = {}): Member {
  return {
    id,
    email: `${id}@example.org`,
    name: id,
    role: 'member',
    language: 'en',
    timeZone: 'UTC',
    needsApproval: false,
    isActive: true,
    ...changes,
  }
}

/** Everything that signing in needs, over a real store, with a clock to move. */
interface TestDesk extends SignInParts {
  readonly clock: { now(): number; setTimer(): () => void; at: number }
  /** What lies in the outbox, and is sent by looking. */
  outbox(): Promise<AskedLink[]>
  /** The token of a link that was asked for and sent. */
  linkFor(email: string): Promise<string>
  requestOf(token: string | undefined, authorization?: string): Request
  who(token: string | undefined, authorization?: string): Promise<Signed | undefined>
}

function openDesk(store: Store): TestDesk {
  const clock = { at: Date.parse('2026-12-17T08:00Z'), now: () => clock.at, setTimer: () => () => {} }
  const parts: SignInParts = {
    store,
    clock,
    createId: randomUUID,
    randomBytes: (length) => new Uint8Array(randomBytes(length)),
    config: { publicUrl: 'https://desk.example.org', openid: undefined },
  }
  const authenticator = createAuthenticator(parts)
  const desk: TestDesk = {
    ...parts,
    clock,
    async outbox() {
      const messages = await store.leaseMessages(clock.at, clock.at + 1, 100)
      for (const message of messages) await store.endMessage(message, 'sent')
      return messages.map(({ body }) => body as unknown as AskedLink)
    },
    async linkFor(email) {
      await askForLink(desk, { email, next: undefined }, client)
      const asked = (await desk.outbox()).find((one) => one.email === email)
      const link = asked && (await createLink(desk, asked))
      return new URL(link?.url ?? '').hash.replace('#token=', '')
    },
    requestOf: (token, authorization) =>
      new Request(parts.config.publicUrl, {
        headers: {
          ...(token !== undefined && { cookie: `other=1; __Host-convene=${token}` }),
          ...(authorization !== undefined && { authorization }),
        },
      }),
    who: (token, authorization) => authenticator.authenticate(desk.requestOf(token, authorization)),
  }
  return desk
}

const isProblem = (code: HttpProblem['code']) => (error: unknown) => error instanceof HttpProblem && error.code === code

/** What people rely on when they sign in, whatever engine keeps the desk. */
export function testSignIn(name: string, openHome: () => Promise<AsyncDisposable & { open(): Promise<Store> }>): void {
  const deskTest = (title: string, run: (desk: TestDesk, other: TestDesk) => Promise<void>) =>
    test(`signing in ${name}: ${title}`, async () => {
      await using home = await openHome()
      await using store = await home.open()
      await using otherStore = await home.open()
      await store.transaction(async ({ members }) => {
        await members.save(member('mei'))
        await members.save(member('ken'))
        await members.save(member('gone', { isActive: false }))
      })
      await run(openDesk(store), openDesk(otherStore))
    })

  deskTest('a link signs its member in, once', async (desk) => {
    const token = await desk.linkFor('Mei@Example.ORG')
    const { member, sessionToken } = await confirmLink(desk, token, browser)
    assert.equal(member.id, 'mei')
    const signed = await desk.who(sessionToken)
    assert.deepEqual([signed?.member.id, signed?.by, signed?.scopes], ['mei', 'session', 'all'])
    await assert.rejects(confirmLink(desk, token, browser), isProblem('link_expired'))
  })

  deskTest('of any number of clicks on one link, in two processes, one signs in', async (desk, other) => {
    const token = await desk.linkFor('mei@example.org')
    const clicks = Array.from({ length: 8 }, (_, at) => confirmLink(at % 2 === 0 ? desk : other, token, browser))
    const done = await Promise.allSettled(clicks)
    assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 1)
    for (const one of done) if (one.status === 'rejected') assert.ok(isProblem('link_expired')(one.reason))
  })

  deskTest('a link works for 15 minutes from its sending', async (desk) => {
    const [one, other] = [await desk.linkFor('mei@example.org'), await desk.linkFor('mei@example.org')]
    desk.clock.at += 15 * minute - 1
    await confirmLink(desk, one, browser)
    desk.clock.at += 1
    await assert.rejects(confirmLink(desk, other, browser), isProblem('link_expired'))
  })

  deskTest('a stranger and a member are answered alike, and only the member gets a mail', async (desk) => {
    const asked = ['mei@example.org', 'stranger@example.org', 'gone@example.org']
    for (const email of asked) assert.equal(await askForLink(desk, { email, next: '/bookings/b1' }, client), undefined)
    const messages = await desk.outbox()
    assert.deepEqual(
      messages.map(({ email }) => email).sort(),
      asked.toSorted(),
      'the same is written for each of them',
    )
    const links = await Promise.all(messages.map((message) => createLink(desk, message)))
    assert.deepEqual(
      links.flatMap((link) => link?.member.id ?? []),
      ['mei'],
    )
    const url = links.find((link) => link !== undefined)?.url ?? ''
    assert.match(url, /^https:\/\/desk\.example\.org\/sign-in\?next=%2Fbookings%2Fb1#token=[\w-]{43}$/)
  })

  deskTest('no token lies in the outbox, and only its hash in the store', async (desk) => {
    await askForLink(desk, { email: 'mei@example.org', next: undefined }, client)
    const [message] = await desk.outbox()
    assert.deepEqual(Object.keys(message ?? {}), ['email', 'next', 'askedAt'])
    const token = await desk.linkFor('mei@example.org')
    const now = desk.clock.at
    const take = (hash: string) => desk.store.transaction(({ signInTokens }) => signInTokens.take(hash, 'link', now))
    assert.equal(await take(token), undefined)
    const kept = await take(hashOf(token))
    assert.ok(kept !== undefined && !JSON.stringify(kept).includes(token))
  })

  deskTest('a link that could not be sent for an hour is not sent', async (desk) => {
    await askForLink(desk, { email: 'mei@example.org', next: undefined }, client)
    const [message] = await desk.outbox()
    desk.clock.at += hour + 1
    assert.equal(await createLink(desk, message as AskedLink), undefined)
  })

  deskTest(
    'a link to an address that the member has no more, or of a member who was deactivated, is useless',
    async (desk) => {
      const [first, second] = [await desk.linkFor('mei@example.org'), await desk.linkFor('ken@example.org')]
      await desk.store.transaction(async ({ members }) => {
        await members.save(member('mei', { email: 'mei@new.example.org' }))
        await members.save(member('ken', { isActive: false }))
      })
      for (const token of [first, second])
        await assert.rejects(confirmLink(desk, token, browser), isProblem('link_expired'))
    },
  )

  deskTest('nobody gets a sixth mail within a quarter of an hour, member or not', async (desk, other) => {
    for (const email of ['mei@example.org', 'stranger@example.org']) {
      const ask = (its: TestDesk, from: string) => askForLink(its, { email, next: undefined }, from)
      for (let times = 0; times < 5; times++) await ask(times % 2 === 0 ? desk : other, `192.0.2.${times}`)
      await assert.rejects(ask(desk, client), (error) => {
        assert.ok(error instanceof HttpProblem)
        assert.equal(error.code, 'too_many_tries')
        assert.equal(error.details.retryAfter, 15 * 60)
        assert.ok(!error.message.includes('@'))
        return true
      })
    }
    desk.clock.at += 15 * minute
    await askForLink(desk, { email: 'mei@example.org', next: undefined }, client)
  })

  deskTest('one client cannot ask for many addresses, nor try many tokens', async (desk) => {
    const ask = (at: number) => askForLink(desk, { email: `${at}@example.org`, next: undefined }, `2001:db8::${at}`)
    for (let at = 0; at < 60; at++) await ask(at)
    await assert.rejects(ask(60), isProblem('too_many_tries'))
    await askForLink(desk, { email: 'mei@example.org', next: undefined }, '2001:db8:0:1::1')
    for (let times = 0; times < 60; times++)
      await assert.rejects(confirmLink(desk, `guess ${times}`, browser), isProblem('link_expired'))
    await assert.rejects(confirmLink(desk, await desk.linkFor('mei@example.org'), browser), isProblem('too_many_tries'))
  })

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

  const root = { email: 'root@example.org', name: 'Root', language: 'en', timeZone: 'UTC' } as const
  const tokenOf = async (desk: TestDesk) => {
    const link = await createFirstAdminLink(desk)
    return link && new URL(link).hash.replace('#first=', '')
  }

  deskTest('the first administrator begins by a link that is printed, once', async (desk) => {
    const token = (await tokenOf(desk)) ?? ''
    await assert.rejects(confirmFirstAdmin(desk, token, { ...root, name: ' ' }, browser), /firstAdmin\.name/)
    const { member, sessionToken } = await confirmFirstAdmin(desk, token, root, browser)
    assert.equal(member.role, 'admin')
    assert.equal((await desk.who(sessionToken))?.member.email, root.email)
    await assert.rejects(confirmFirstAdmin(desk, token, root, browser), isProblem('link_expired'))
    assert.equal(await tokenOf(desk), undefined, 'and none is made any more')
  })

  deskTest('the link of the first administrator is no link of a member, nor the other way round', async (desk) => {
    const token = (await tokenOf(desk)) ?? ''
    await assert.rejects(confirmLink(desk, token, browser), isProblem('link_expired'))
    await assert.rejects(
      confirmFirstAdmin(desk, await desk.linkFor('mei@example.org'), root, browser),
      isProblem('link_expired'),
    )
    await confirmFirstAdmin(desk, token, root, browser)
  })

  deskTest(
    'a new start makes a new link of the first administrator, and the old one useless; each lasts a day',
    async (desk) => {
      const old = (await tokenOf(desk)) ?? ''
      const token = (await tokenOf(desk)) ?? ''
      await assert.rejects(confirmFirstAdmin(desk, old, root, browser), isProblem('link_expired'))
      desk.clock.at += day
      await assert.rejects(confirmFirstAdmin(desk, token, root, browser), isProblem('link_expired'))
    },
  )

  deskTest('two processes that print a link at once make one administrator', async (desk, other) => {
    for (let round = 0; round < 5; round++) {
      const tokens = await Promise.all([tokenOf(desk), tokenOf(other)])
      const people = tokens.map((_, at) => ({ ...root, email: `root${round}${at}@example.org` }))
      const done = await Promise.allSettled(
        tokens.map((token, at) =>
          confirmFirstAdmin([desk, other][at] ?? desk, token ?? '', people[at] ?? root, browser),
        ),
      )
      assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 1)
      const admins = await desk.store.read(({ members }) => members.admins())
      assert.equal(admins.length, 1)
      await desk.store.transaction(({ members }) => members.save(member(admins[0]?.id ?? '', { isActive: false })))
    }
  })

  deskTest('a member can be the first administrator', async (desk) => {
    const { member } = await confirmFirstAdmin(
      desk,
      (await tokenOf(desk)) ?? '',
      { ...root, email: 'MEI@example.org' },
      browser,
    )
    assert.deepEqual([member.id, member.role], ['mei', 'admin'])
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
