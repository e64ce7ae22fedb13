import assert from 'node:assert/strict'
import { HttpProblem } from '../../src/http/http-problem.ts'
import { type AskedLink, askForLink, confirmLink, createLink } from '../../src/sign-in/links.ts'
import { hashOf } from '../../src/sign-in/tokens.ts'
import { browser, client, hour, isProblem, member, minute, type SignInTest, type TestDesk } from './open-desk.ts'

export function testLinks(deskTest: SignInTest): void {
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
}
