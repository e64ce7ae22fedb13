/** People sign in at a real desk: its server, a mail server, a provider of OpenID Connect, over HTTP. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { MeView, Problem, SessionView } from '@convene/booking/contract'
import { signInAtProvider, startProvider } from '../apps/server/test/openid-provider.ts'
import { type DeskBrowser, problemOf, read, whoIs } from './parts/desk-browser.ts'
import { startMailPeer } from './parts/mail-peer.ts'
import { bodyOf } from './parts/read-mail.ts'
import { openTestDesk } from './parts/sign-in-desk.ts'

describe('a link by mail', () => {
  test('is asked for, sent, opened by a scanner without effect, and clicked once', async () => {
    await using mails = await startMailPeer()
    await using test = await openTestDesk({ settings: { SMTP_URL: mails.url, MAIL_FROM: 'desk@example.org' } })
    const browser = test.browser()
    for (const email of ['stranger@example.org', 'MEI@example.org']) {
      const asked = await browser.send('POST', '/api/v1/sign-in/link', { email, next: '/bookings/b1' })
      assert.deepEqual([asked.status, await asked.text(), asked.headers.get('set-cookie')], [202, '', null])
    }
    for (let tries = 0; mails.mails.length === 0 && tries < 200; tries++) await wait(50)
    const [mail] = mails.mails
    assert.deepEqual(mail?.to, ['mei@example.org'])
    const url = /https?:\S+\/sign-in\S+/.exec(bodyOf(mail, 'text/plain'))?.[0] ?? ''
    const { origin, pathname, searchParams, hash } = new URL(url)
    assert.deepEqual([origin, pathname, searchParams.get('next')], [test.desk.url, '/sign-in', '/bookings/b1'])
    const token = hash.replace('#token=', '')

    const scanned = await browser.get(pathname + new URL(url).search)
    assert.match(scanned.headers.get('content-type') ?? '', /text\/html/)
    assert.deepEqual(
      [scanned.headers.get('referrer-policy'), scanned.headers.get('cache-control')],
      ['no-referrer', 'no-store'],
    )
    assert.equal(await whoIs(browser), null)

    const confirmed = await browser.send('POST', '/api/v1/sign-in/confirm', { token })
    assert.equal((await read<SessionView>(confirmed)).member?.id, 'mei')
    assert.deepEqual(
      browser.setCookies.map((line) => line.replace(/=[\w-]{43};/, '=…;')),
      ['convene=…; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax'],
    )
    assert.equal((await whoIs(browser))?.email, 'mei@example.org')

    const again = test.browser()
    assert.equal(await problemOf(await again.send('POST', '/api/v1/sign-in/confirm', { token })), 'link_expired')
    assert.equal(await whoIs(again), null)
    await wait(100)
    assert.equal(mails.mails.length, 1, 'the stranger got none')
    const log = test.log.join('\n')
    for (const secret of [token, browser.cookies.get('convene') ?? '', 'mei@example.org', 'stranger@'])
      assert.ok(!log.includes(secret), 'the log holds no token and no address')
  })

  test('is asked for by nobody but the page: not by another site, nor with a field too many', async () => {
    await using test = await openTestDesk()
    const browser = test.browser()
    const body = { email: 'mei@example.org' }
    const path = '/api/v1/sign-in/link'
    for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])
      assert.equal(await problemOf(await browser.send('POST', path, body, headers as never)), 'foreign_origin')
    for (const wrong of [{}, { email: 'mei' }, { email: ['mei@example.org'] }, { ...body, admin: true }])
      assert.equal(await problemOf(await browser.send('POST', path, wrong)), 'invalid_input')
    for (let times = 0; times < 5; times++) assert.equal((await browser.send('POST', path, body)).status, 202)
    const refused = await browser.send('POST', path, body)
    assert.ok(Number(refused.headers.get('retry-after')) > 800)
    assert.equal(await problemOf(refused), 'too_many_tries')
  })
})

describe('a session', () => {
  test('ends with the sign-out, and the cookie is worth nothing afterwards', async () => {
    await using test = await openTestDesk({ isDemo: true })
    const browser = test.browser()
    const { signIn } = await read<SessionView>(browser.get('/api/v1/session'))
    assert.deepEqual(
      signIn.demo.map(({ id }) => id),
      ['boss', 'ken', 'mei', 'root'],
    )
    await browser.send('POST', '/api/v1/sign-in/demo', { memberId: 'mei' })
    assert.equal((await whoIs(browser))?.id, 'mei')
    const thief = test.browser()
    thief.cookies.set('convene', browser.cookies.get('convene') ?? '')
    assert.equal((await whoIs(thief))?.id, 'mei')
    assert.equal((await browser.send('POST', '/api/v1/sign-out', {})).status, 204)
    assert.equal(browser.cookies.size, 0)
    assert.equal(await whoIs(thief), null)
  })

  test('of a desk behind a proxy has a cookie that no other host can plant', async () => {
    await using test = await openTestDesk({ isDemo: true, settings: { PUBLIC_URL: 'https://desk.example.org' } })
    const browser = test.browser()
    const planted = 'x'.repeat(43)
    browser.cookies.set('convene', planted)
    const signedIn = await browser.send('POST', '/api/v1/sign-in/demo', { memberId: 'mei' })
    assert.equal(signedIn.headers.get('strict-transport-security'), 'max-age=31536000')
    assert.match(
      browser.setCookies[0] ?? '',
      /^__Host-convene=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    assert.equal((await whoIs(browser))?.id, 'mei')
    browser.cookies.delete('__Host-convene')
    assert.equal(await whoIs(browser), null)
  })

  test('lets a member change the own name, language and zone, once a key, and nothing else', async () => {
    await using test = await openTestDesk({ isDemo: true })
    const browser = test.browser()
    await browser.send('POST', '/api/v1/sign-in/demo', { memberId: 'mei' })
    const change = (body: object, key?: string, from?: string) =>
      browser.send('PATCH', '/api/v1/me', body, {
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(from !== undefined && { origin: from }),
      })
    const changed = await read<MeView>(change({ name: ' Mei\nLin ', language: 'ja' }, 'one'))
    assert.deepEqual([changed.name, changed.language, changed.timeZone], ['Mei Lin', 'ja', 'Asia/Taipei'])
    await change({ name: 'Another' }, 'two')
    assert.equal((await read<MeView>(change({ name: ' Mei\nLin ', language: 'ja' }, 'one'))).name, 'Mei Lin')
    assert.equal((await whoIs(browser))?.name, 'Another', 'the same request again does nothing')
    assert.equal(await problemOf(await change({ name: 'x' }, 'one')), 'key_reused')
    assert.equal(await problemOf(await change({ name: 'x' })), 'key_missing')
    assert.equal(await problemOf(await change({ role: 'admin' }, 'three')), 'invalid_input')
    assert.equal(await problemOf(await change({ name: 'x' }, 'four', 'https://evil.example')), 'foreign_origin')
  })

  test('is not had by a click where the desk is no demo', async () => {
    await using test = await openTestDesk()
    const browser = test.browser()
    assert.deepEqual((await read<SessionView>(browser.get('/api/v1/session'))).signIn.demo, [])
    const refused = await browser.send('POST', '/api/v1/sign-in/demo', { memberId: 'root' })
    assert.equal(await problemOf(refused), 'not_found_here')
    assert.equal(await whoIs(browser), null)
  })
})

describe('the first administrator', () => {
  test('begins by the link that the start prints, and no start prints one afterwards', async () => {
    await using test = await openTestDesk({ members: [] })
    const link = new URL(test.desk.firstAdminLink ?? '')
    assert.deepEqual([link.origin, link.pathname], [test.desk.url, '/sign-in'])
    assert.ok(!test.log.join('\n').includes(link.hash.slice('#first='.length)))
    const browser = test.browser()
    const token = link.hash.replace('#first=', '')
    const firstAdmin = { email: 'root@example.org', name: 'Root', timeZone: 'Asia/Tokyo', language: 'en' }
    const begin = (its: DeskBrowser, body: object) => its.send('POST', '/api/v1/sign-in/confirm', body)
    const wrong = await begin(browser, { token, firstAdmin: { ...firstAdmin, timeZone: 'Tokyo' } })
    assert.equal(wrong.status, 400)
    assert.equal((await read<Problem>(wrong)).field, 'firstAdmin.timeZone')
    const session = await read<SessionView>(begin(browser, { token, firstAdmin }))
    assert.deepEqual([session.member?.role, session.desk.timeZone], ['admin', 'Asia/Tokyo'])
    assert.equal(await problemOf(await begin(test.browser(), { token, firstAdmin })), 'link_expired')
  })
})

describe("the organisation's own sign-in", () => {
  const callback = '/api/v1/sign-in/openid/callback'
  const begin = '/api/v1/sign-in/openid'
  const locationOf = (response: Response) => {
    assert.equal(response.status, 303)
    return response.headers.get('location') ?? ''
  }
  /** The desk's port has to be known before the provider is, which has to be known before the desk. */
  const openWithProvider = async () => {
    const publicUrl = 'https://desk.example.org'
    const provider = await startProvider({ redirectUri: publicUrl + callback })
    const settings = {
      PUBLIC_URL: publicUrl,
      OPENID_ISSUER: provider.issuer,
      OPENID_CLIENT_ID: provider.clientId,
      OPENID_CLIENT_SECRET: provider.clientSecret,
      OPENID_NAME: 'Springfield',
    }
    return { provider, settings, redirectUri: publicUrl + callback }
  }
  const comeBack = async (browser: DeskBrowser, address: string, redirectUri: string) => {
    const back = await signInAtProvider(address, redirectUri)
    return browser.get(back.pathname + back.search)
  }

  test('leads to the provider, and back to where the member wanted to go', async () => {
    const { provider, settings, redirectUri } = await openWithProvider()
    await using _ = provider
    await using test = await openTestDesk({ settings })
    const browser = test.browser()
    const { signIn } = await read<SessionView>(browser.get('/api/v1/session'))
    assert.deepEqual(signIn.openid, { name: 'Springfield' })

    const address = locationOf(await browser.get(`${begin}?next=/bookings/b1`))
    const asked = new URL(address).searchParams
    assert.deepEqual(
      [asked.get('scope'), asked.get('code_challenge_method'), asked.get('redirect_uri')],
      ['openid email profile', 'S256', redirectUri],
    )
    assert.match(
      browser.setCookies[0] ?? '',
      /^__Host-convene-openid=[\w-]{43}; Max-Age=600; .*HttpOnly; Secure; SameSite=Lax$/,
    )
    const back = await comeBack(browser, address, redirectUri)
    assert.equal(locationOf(back), '/bookings/b1')
    assert.equal(back.headers.get('cache-control'), 'no-store')
    assert.equal((await whoIs(browser))?.id, 'mei')

    const stranger = test.browser()
    const other = locationOf(await stranger.get(`${begin}?next=//evil.example/`))
    assert.equal(locationOf(await comeBack(stranger, other, redirectUri)), '/', 'and nowhere else')
  })

  test('tells a stranger, an unverified address, a no, and a wrong browser apart, and signs none of them in', async () => {
    const { provider, settings, redirectUri } = await openWithProvider()
    await using _ = provider
    await using test = await openTestDesk({ settings })
    const browser = test.browser()
    for (const [person, problem] of [
      [{ email: 'stranger@example.org', email_verified: true }, 'not_a_member'],
      [{ email: 'mei@example.org', email_verified: false }, 'email_not_verified'],
      [undefined, 'refused'],
    ] as const) {
      provider.person = person
      const address = locationOf(await browser.get(begin))
      assert.equal(locationOf(await comeBack(browser, address, redirectUri)), `/sign-in?problem=${problem}`)
    }
    provider.person = { email: 'mei@example.org', email_verified: true }
    const address = locationOf(await browser.get(begin))
    assert.equal(locationOf(await comeBack(test.browser(), address, redirectUri)), '/sign-in?problem=expired')
    assert.equal(locationOf(await browser.get(`${callback}?code=c&state=made-up`)), '/sign-in?problem=expired')
    assert.equal(await whoIs(browser), null)
    const log = test.log.join('\n')
    assert.ok(!log.includes('@example.org') && !log.includes(provider.clientSecret) && !log.includes('code='))
  })

  test('is there again when a provider that was away is', async () => {
    const { provider: first, settings, redirectUri } = await openWithProvider()
    await first[Symbol.asyncDispose]()
    await using test = await openTestDesk({ settings })
    const browser = test.browser()
    assert.equal(locationOf(await browser.get(begin)), '/sign-in?problem=provider_away')
    await using _ = await startProvider({ redirectUri, port: first.port })
    const address = locationOf(await browser.get(begin))
    assert.equal(locationOf(await comeBack(browser, address, redirectUri)), '/')
    assert.equal((await whoIs(browser))?.id, 'mei')
  })

  test('is not there where it is not set up', async () => {
    await using test = await openTestDesk()
    for (const path of [begin, callback])
      assert.equal(await problemOf(await test.browser().get(path)), 'not_found_here')
  })
})
