import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { openSqliteStore } from '@convene/booking/storage/sqlite'
import { signInAtProvider, startProvider, type TestProvider } from '../../../test/openid-provider.ts'
import { member } from '../../../test/sign-in-contract/open-desk.ts'
import type { OpenIdConfig } from '../../config.ts'
import { Secret } from '../../secret.ts'
import type { SignInParts } from '../parts.ts'
import { OpenIdFailure } from './failure.ts'
import { type Arrival, beginVisit, endVisit } from './flow.ts'
import { createOpenIdProvider } from './provider.ts'

const redirectUri = 'http://127.0.0.1:9/api/v1/sign-in/openid/callback'

interface TestVisits {
  readonly parts: SignInParts & { readonly clock: { at: number } }
  readonly provider: TestProvider
  begin(browserToken?: string): Promise<{ readonly browserToken: string; comeBack(): Promise<URLSearchParams> }>
  end(answer: URLSearchParams, browserToken: string | undefined): Promise<Arrival>
  signIn(): Promise<Arrival>
}

function visitTest(
  title: string,
  run: (visits: TestVisits) => Promise<void>,
  memberDomains: readonly string[] = [],
): void {
  test(title, async () => {
    await using provider = await startProvider({ redirectUri })
    await using store = await openSqliteStore({ file: ':memory:' })
    const { issuer, clientId, clientSecret } = provider
    const openid: OpenIdConfig = {
      issuer,
      clientId,
      clientSecret: new Secret(clientSecret),
      name: 'School',
      memberDomains,
    }
    const clock = { at: Date.now(), now: () => clock.at, setTimer: () => () => {} }
    const parts = {
      store,
      clock,
      createId: randomUUID,
      randomBytes: (length: number) => new Uint8Array(randomBytes(length)),
      config: { publicUrl: 'http://127.0.0.1:9', openid },
    }
    await store.transaction(async ({ members }) => {
      await members.save(member('mei'))
      await members.save(member('gone', { isActive: false }))
    })
    const asked = createOpenIdProvider({ issuer, clientId, clientSecret, redirectUri }, { fetch, now: Date.now })
    const visits: TestVisits = {
      parts,
      provider,
      async begin(before) {
        const { url, browserToken } = await beginVisit(parts, asked, { next: '/bookings/b1', browserToken: before })
        return { browserToken, comeBack: async () => (await signInAtProvider(url, redirectUri)).searchParams }
      },
      end: (answer, browserToken) => endVisit(parts, asked, answer, { browserToken, before: undefined }),
      async signIn() {
        const { comeBack, browserToken } = await visits.begin()
        return visits.end(await comeBack(), browserToken)
      },
    }
    await run(visits)
  })
}

const isFailure = (code: OpenIdFailure['code']) => (error: unknown) =>
  error instanceof OpenIdFailure && error.code === code

visitTest('a member comes back from the provider and is signed in, where they wanted to go', async (visits) => {
  const arrival = await visits.signIn()
  assert.deepEqual([arrival.member.id, arrival.next], ['mei', '/bookings/b1'])
  assert.match(arrival.sessionToken, /^[\w-]{43}$/)
})

visitTest('an answer signs in once, whoever sends it', async ({ begin, end }) => {
  const { comeBack, browserToken } = await begin()
  const answer = await comeBack()
  const done = await Promise.allSettled([end(answer, browserToken), end(answer, browserToken)])
  assert.equal(done.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const one of done) if (one.status === 'rejected') assert.ok(isFailure('expired')(one.reason))
})

visitTest(
  "somebody else's answer does not sign in another browser, nor one without a cookie",
  async ({ begin, end }) => {
    const [attacker, victim] = [await begin(), await begin()]
    await assert.rejects(end(await attacker.comeBack(), victim.browserToken), isFailure('expired'))
    await assert.rejects(end(await victim.comeBack(), undefined), isFailure('expired'))
    await assert.rejects(end(new URLSearchParams({ code: 'c' }), victim.browserToken), isFailure('expired'))
  },
)

visitTest('who begins in two tabs can end in both', async ({ begin, end }) => {
  const first = await begin()
  const second = await begin(first.browserToken)
  assert.equal(second.browserToken, first.browserToken)
  for (const tab of [second, first]) await end(await tab.comeBack(), first.browserToken)
})

visitTest('who takes more than ten minutes begins again', async ({ begin, end, parts }) => {
  const { comeBack, browserToken } = await begin()
  const answer = await comeBack()
  parts.clock.at += 10 * 60_000
  await assert.rejects(end(answer, browserToken), isFailure('expired'))
})

visitTest('a stranger, a member who was deactivated, and a lookalike address are refused', async (visits) => {
  for (const email of ['stranger@example.org', 'gone@example.org', 'mei@example.org.evil.example']) {
    visits.provider.person = { email, email_verified: true }
    await assert.rejects(visits.signIn(), isFailure('not_a_member'), email)
  }
  await visits.parts.store.transaction(({ members }) => members.save(member('ken')))
  visits.provider.person = { email: '\u212Aen@example.org', email_verified: true }
  await assert.rejects(visits.signIn(), isFailure('not_a_member'), 'with a Kelvin sign')
})

visitTest(
  'who has an address of a domain of the settings becomes a member, and nobody else',
  async (visits) => {
    visits.provider.person = {
      email: 'Aya@School.Example',
      email_verified: true,
      name: '山田 彩',
      locale: 'ja',
      zoneinfo: 'Asia/Tokyo',
    }
    const { member: aya } = await visits.signIn()
    const { id, ...rest } = aya
    assert.deepEqual(rest, {
      email: 'Aya@School.Example',
      name: '山田 彩',
      role: 'member',
      language: 'ja',
      timeZone: 'Asia/Tokyo',
      needsApproval: false,
      isActive: true,
    })
    assert.equal((await visits.signIn()).member.id, id, 'and is the same one the next time')
    for (const email of ['eve@sub.school.example', 'eve@school.example.evil.example']) {
      visits.provider.person = { email, email_verified: true }
      await assert.rejects(visits.signIn(), isFailure('not_a_member'), email)
    }
    visits.provider.person = { email: 'eve@school.example', email_verified: false }
    await assert.rejects(visits.signIn(), isFailure('email_not_verified'))
  },
  ['school.example'],
)
