/** Whoever means ill asks a real desk over HTTP: each of its operations, since a new one is in the list by itself. */
import assert from 'node:assert/strict'
import { request as ask } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { isAtLeast, noPolicies } from '@convene/booking'
import type { ApiScope, BookingView, CalendarView, NewApiKeyView, PageOf, Problem } from '@convene/booking/contract'
import type { DeskRoute } from '../apps/server/src/http/route.ts'
import { routes } from '../apps/server/src/routes.ts'
import { host } from '../packages/booking/test/domain-data.ts'
import { type DeskBrowser, problemOf, read, whoIs } from './parts/desk-browser.ts'
import { openTestDesk, people, type TestDesk } from './parts/sign-in-desk.ts'

type MemberRoute = Extract<DeskRoute, { for: 'members' }>

const memberRoutes = routes.filter((route): route is MemberRoute => route.for === 'members')
const isWrite = ({ options }: DeskRoute) => options.method !== 'get'
const pathOf = ({ options }: DeskRoute, id = 'x') => options.path.replaceAll(/\{\w+\}/g, id)
const nameOf = ({ options }: DeskRoute) => `${options.method.toUpperCase()} ${options.path}`
const allScopes: readonly ApiScope[] = ['bookings:read', 'bookings:write', 'calendar:read', 'admin:read', 'admin:write']
const wished = { title: '物理討論會', agenda: 'secret plan', timeZone: 'Asia/Taipei', minutes: 30 }

let desk: TestDesk
const browsers = new Map<string, DeskBrowser>()
const browserOf = (id: string): DeskBrowser => browsers.get(id) as DeskBrowser
/** Of `mei`. */
let booking: BookingView
/** Of `root`; `ken` is its deputy, and a stranger to all others. */
let deputised: BookingView

before(async () => {
  desk = await openTestDesk({ isDemo: true })
  const [user] = (await desk.desk.context.zoom.users.list({})).users ?? []
  await desk.desk.context.store.transaction(async ({ hosts, policies }) => {
    await hosts.save(host('room', { zoomUser: user?.id ?? '', email: user?.email ?? '' }))
    await policies.set({ ...noPolicies, pool: { confirmedBy: 'root', confirmedAt: 0 } })
  })
  for (const { id } of people) {
    const browser = desk.browser()
    await browser.send('POST', '/api/v1/sign-in/demo', { memberId: id })
    browsers.set(id, browser)
  }
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const wish = { ...wished, start: `${tomorrow}T18:00`, people: [{ email: 'guest@example.net' }] }
  const made = await browserOf('mei').send('POST', '/api/v1/bookings', wish, { 'idempotency-key': 'made' })
  assert.equal(made.status, 201, await made.clone().text())
  booking = await read<BookingView>(made)
  const other = { ...wished, title: 'Fire drill', start: `${tomorrow}T20:00`, deputies: ['ken@example.org'] }
  deputised = await read(browserOf('root').send('POST', '/api/v1/bookings', other, { 'idempotency-key': 'other' }))
})
after(() => desk[Symbol.asyncDispose]())

describe('a stranger', () => {
  for (const route of memberRoutes)
    test(`is let into nothing: ${nameOf(route)}`, async () => {
      const { method } = route.options
      const body = isWrite(route) ? {} : undefined
      const keyed = { 'idempotency-key': 'k' }
      for (const headers of [
        keyed,
        { ...keyed, cookie: 'convene=made-up' },
        { ...keyed, authorization: `Bearer cvn_${'A'.repeat(43)}` },
        { ...keyed, authorization: 'Bearer ' },
      ])
        assert.equal(
          await problemOf(await desk.browser().send(method.toUpperCase(), pathOf(route), body, headers)),
          'not_signed_in',
        )
    })
})

describe('another site', () => {
  for (const route of routes.filter(isWrite))
    test(`has a browser write nothing: ${nameOf(route)}`, async () => {
      const { method } = route.options
      for (const headers of [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: `${desk.desk.url}.evil.example` },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'none' },
      ]) {
        const answer = await browserOf('root').send(method.toUpperCase(), pathOf(route), {}, {
          'idempotency-key': 'k',
          'content-type': 'text/plain',
          ...headers,
        } as Record<string, string>)
        assert.equal(await problemOf(answer), 'foreign_origin', JSON.stringify(headers))
        assert.equal(answer.headers.get('set-cookie'), null)
      }
    })

  test('reads nothing: no answer allows another origin', async () => {
    const answer = await browserOf('mei').send('GET', '/api/v1/session', undefined, { origin: 'https://evil.example' })
    assert.equal(answer.headers.get('access-control-allow-origin'), null)
    assert.equal(answer.headers.get('cross-origin-resource-policy'), 'same-origin')
    const asked = await fetch(`${desk.desk.localUrl}/api/v1/bookings`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    })
    assert.equal(await problemOf(asked), 'method_not_allowed')
  })
})

describe('a member', () => {
  for (const route of memberRoutes.filter(({ options }) => (options.role ?? 'member') !== 'member'))
    test(`is no ${route.options.role}: ${nameOf(route)}`, async () => {
      const lower = people.filter((one) => !isAtLeast(one, route.options.role ?? 'member'))
      assert.ok(lower.length > 0)
      for (const { id } of lower) {
        const keyed = { 'idempotency-key': `${nameOf(route)}` }
        const body = isWrite(route) ? {} : undefined
        const answer = await browserOf(id).send(route.options.method.toUpperCase(), pathOf(route), body, {
          ...keyed,
          'idempotency-key': 'k',
        })
        assert.equal(await problemOf(answer), 'not_allowed', id)
      }
    })

  /** What makes each operation on a booking do its work, were it one's own. */
  const bodies: Readonly<Record<string, unknown>> = {
    'GET /api/v1/bookings/{id}': undefined,
    'GET /api/v1/bookings/{id}/invitation': undefined,
    'GET /api/v1/bookings/{id}/calendar.ics': undefined,
    'POST /api/v1/bookings/{id}/start': undefined,
    'POST /api/v1/bookings/{id}/preview': change(),
    'PATCH /api/v1/bookings/{id}': change(),
    'POST /api/v1/bookings/{id}/cancel': { revision: 1, scope: { scope: 'all' } },
    'POST /api/v1/bookings/{id}/extend': { revision: 1 },
    'POST /api/v1/bookings/{id}/end-running': {},
  }
  function change() {
    return { revision: 1, scope: { scope: 'all' }, change: { title: 'mine now' }, mayMove: true }
  }
  const ofOne = memberRoutes.filter(
    ({ options }) => options.path.startsWith('/api/v1/bookings/{id}') && options.role === undefined,
  )
  for (const route of ofOne)
    test(`gets no further with somebody else's booking than with one that is not there: ${nameOf(route)}`, async () => {
      assert.ok(nameOf(route) in bodies, 'a new operation on a booking needs a row above')
      const answers = await Promise.all(
        [booking.id, 'no-such-booking'].map(async (id) => {
          const headers = { 'idempotency-key': `${nameOf(route)} ${id}`.replaceAll(' ', '-') }
          const answer = await browserOf('ken').send(
            route.options.method.toUpperCase(),
            pathOf(route, id),
            bodies[nameOf(route)],
            headers,
          )
          const { requestId: _, value, ...rest } = await read<Problem>(answer)
          assert.equal(value, id)
          return { ...rest, http: answer.status }
        }),
      )
      assert.equal(answers[0]?.code, 'not_found')
      assert.deepEqual(answers[0], answers[1])
    })

  test('sees of others free and busy alone', async () => {
    const ken = browserOf('ken')
    const from = encodeURIComponent(new Date().toISOString())
    const to = encodeURIComponent(new Date(Date.now() + 3 * 86_400_000).toISOString())
    const calendar = await ken.get(`/api/v1/calendar?from=${from}&to=${to}`)
    const { blocks } = await read<CalendarView>(calendar.clone())
    assert.equal(blocks.filter(({ bookingId, title }) => bookingId === null && title === null).length, 2)
    const said = await calendar.text()
    for (const secret of [booking.id, booking.title ?? '?', 'mei', '林美玲', 'guest@example.net'])
      assert.ok(!said.includes(secret), secret)
    const { rows } = await read<PageOf<BookingView>>(ken.get('/api/v1/bookings'))
    assert.deepEqual([rows.length, rows[0]?.id], [1, deputised.id])
    assert.equal(await problemOf(await ken.get('/api/v1/bookings?whose=all')), 'not_allowed')
  })

  test('and a manager, who sees titles, get neither link nor passcode, nor the agenda of the marker', async () => {
    for (const id of ['boss', 'root']) {
      const seen = await read<BookingView>(browserOf(id).get(`/api/v1/bookings/${booking.id}`))
      assert.deepEqual([seen.title, seen.meeting], [wished.title, null])
      for (const part of ['invitation', 'calendar.ics', 'start'])
        assert.equal(
          await problemOf(
            await browserOf(id).send(part === 'start' ? 'POST' : 'GET', `/api/v1/bookings/${booking.id}/${part}`),
          ),
          'not_allowed',
        )
    }
  })

  test('cannot become an administrator by saying so', async () => {
    const ken = browserOf('ken')
    for (const [body, code] of [
      [{ role: 'admin' }, 'invalid_input'],
      [{ isActive: true }, 'invalid_input'],
      [{ email: 'root@example.org' }, 'invalid_input'],
      [{ __proto__: null, constructor: { role: 'admin' } }, 'invalid_input'],
    ] as const)
      assert.equal(await problemOf(await ken.send('PATCH', '/api/v1/me', body, { 'idempotency-key': 'r' })), code)
    assert.equal((await whoIs(ken))?.role, 'member')
  })

  test("cannot remove somebody else's API key", async () => {
    const made = await makeKey('mei', allScopes)
    const headers = { 'idempotency-key': 'remove' }
    const answer = await browserOf('root').send('DELETE', `/api/v1/api-keys/${made.id}`, undefined, headers)
    assert.equal(await problemOf(answer), 'not_found')
  })
})

async function makeKey(id: string, scopes: readonly ApiScope[]): Promise<NewApiKeyView> {
  const headers = { 'idempotency-key': `${id} ${scopes.join()}`.replaceAll(' ', '-') }
  return read(browserOf(id).send('POST', '/api/v1/api-keys', { name: 'k', scopes }, headers))
}

describe('an API key', () => {
  for (const route of memberRoutes)
    test(`does what its scopes say, and no more: ${nameOf(route)}`, async () => {
      const { method, scope } = route.options
      const lacking = allScopes.filter((one) => one !== scope)
      const { key } = await makeKey('root', scope === 'session' ? allScopes : lacking)
      const answer = await desk.browser().send(method.toUpperCase(), pathOf(route), isWrite(route) ? {} : undefined, {
        authorization: `Bearer ${key}`,
        'idempotency-key': 'k',
      })
      assert.equal(await problemOf(answer), 'scope_missing')
    })

  test('does not make its member more than the member is', async () => {
    const { key } = await makeKey('ken', allScopes)
    const headers = { authorization: `Bearer ${key}` }
    assert.equal(
      await problemOf(await desk.browser().send('GET', '/api/v1/members', undefined, headers)),
      'not_allowed',
    )
  })

  test('is shown once, and its hash is no key', async () => {
    const first = await makeKey('ken', ['calendar:read'])
    const list = await (await browserOf('ken').get('/api/v1/api-keys')).text()
    assert.ok(!list.includes(first.key) && !list.includes('cvn_'))
    const again = await makeKey('ken', ['calendar:read'])
    assert.equal(again.id, first.id)
    assert.notEqual(again.key, first.key, 'the answer was not kept')
  })
})

describe('every answer', () => {
  const everywhere = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
  }
  for (const [what, method, path, status, cache] of [
    ['the page', 'GET', '/book', 200, 'no-store'],
    ['the session', 'GET', '/api/v1/session', 200, 'no-store'],
    ['a booking', 'GET', '/api/v1/bookings', 200, 'no-store'],
    ['what is not there', 'GET', '/api/v1/nothing', 404, 'no-store'],
    ['a method too many', 'PUT', '/api/v1/session', 405, 'no-store'],
    ['a path that no letters make', 'GET', '/api/v1/bookings/%E0%A4%A', 404, 'no-store'],
  ] as const)
    test(`keeps browsers in check: ${what}`, async () => {
      const answer = await browserOf('mei').send(method, path)
      assert.equal(answer.status, status)
      assert.equal(answer.headers.get('cache-control'), cache)
      for (const [name, value] of Object.entries(everywhere)) assert.equal(answer.headers.get(name), value, name)
      const policy = answer.headers.get('content-security-policy') ?? ''
      assert.match(policy, /default-src 'none'.*frame-ancestors 'none'/)
      assert.doesNotMatch(policy, /unsafe|\*(?!,|;| |$)/)
      assert.match(answer.headers.get('x-request-id') ?? '', /^[\w-]{8,}$/)
      assert.equal(answer.headers.get('x-powered-by') ?? answer.headers.get('server'), null)
    })

  test('goes by the address of the settings, whatever the request says that a proxy was called', async () => {
    const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    const body = await readRaw('/api/v1/nothing', headers)
    assert.ok((JSON.parse(body) as Problem).type.startsWith(`${desk.desk.url}/docs#`))
    assert.ok(!body.includes('evil'))
  })

  test('is the same refusal where a foreign site has its own name lead here', async () => {
    const { host } = new URL(desk.desk.url)
    const cookie = [...browserOf('mei').cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    for (const path of ['/', '/api/v1/session', `/api/v1/bookings/${booking.id}`, '/openapi.json', '/assets/x.js']) {
      const headers = { host: 'evil.example', 'x-forwarded-host': host, 'x-forwarded-for': '127.0.0.1', cookie }
      const { code, status, type, value } = JSON.parse(await readRaw(path, headers)) as Problem
      assert.deepEqual([code, status, value], ['misdirected', 421, 'evil.example'], path)
      assert.ok(type.startsWith(`${desk.desk.url}/docs#`))
    }
    assert.equal(await readRaw('/health', { host: '192.0.2.7' }), 'ok\n')
  })

  test('puts nothing of the request into the page that tells of a problem', async () => {
    const headers = { 'sec-fetch-mode': 'navigate', 'x-request-id': '<script>' }
    const page = await readRaw('/api/v1/<script>alert(1)</script>?<script>', headers)
    assert.match(page, /<!doctype html>/)
    assert.doesNotMatch(page, /<script/)
  })
})

/** With headers that `fetch` sets by itself. */
function readRaw(path: string, headers: Record<string, string>): Promise<string> {
  const { hostname, port } = new URL(desk.desk.localUrl)
  return new Promise((resolve, reject) => {
    const asked = ask({ hostname, port, path, headers, agent: false }, (response) => {
      response.setEncoding('utf8')
      let text = ''
      response.on('data', (piece: string) => {
        text += piece
      })
      response.on('end', () => resolve(text))
    })
    asked.on('error', reject).end()
  })
}

describe('too much', () => {
  test('of a body is not read to its end', async () => {
    for (const body of [
      { name: 'x'.repeat(300_000) },
      Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`field ${at}`, at])),
    ]) {
      const answer = await browserOf('ken').send('PATCH', '/api/v1/me', body, { 'idempotency-key': 'big' })
      assert.equal(await problemOf(answer), 'body_too_large')
    }
  })

  test('depth of JSON breaks nothing', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const answer = await fetch(`${desk.desk.localUrl}/api/v1/sign-in/link`, {
      method: 'POST',
      body: deep,
      headers: { 'content-type': 'application/json', origin: desk.desk.url },
    })
    assert.equal(await problemOf(answer), 'invalid_input')
  })

  test('of streams that nobody reads are none', async () => {
    for (let times = 0; times < 30; times++) {
      const answer = await browserOf('ken').send('HEAD', '/api/v1/events')
      assert.equal(answer.status, 200)
    }
    const answer = await browserOf('ken').get('/api/v1/events')
    assert.equal(answer.status, 200)
    await answer.body?.cancel()
  })

  test('from one address ends with a wait, whatever it says that it is', async () => {
    await using own = await openTestDesk()
    let refused: Response | undefined
    for (let times = 0; refused === undefined && times < 1000; times++) {
      const answer = await own
        .browser()
        .send('GET', '/health', undefined, { 'x-forwarded-for': `192.0.2.${times % 250}` })
      if (answer.status !== 200) refused = answer
      else await answer.body?.cancel()
    }
    assert.ok(refused)
    assert.ok(Number(refused.headers.get('retry-after')) >= 1)
    assert.equal(await problemOf(refused), 'too_many_tries')
  })
})

describe('a stream of events', () => {
  test("tells a member nothing of others' bookings", async () => {
    const stop = new AbortController()
    const heard: string[] = []
    const listen = async (id: string) => {
      const browser = browserOf(id)
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await fetch(`${desk.desk.localUrl}/api/v1/events`, { headers: { cookie }, signal: stop.signal })
      const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
      await reader?.read()
      return reader
    }
    const [mine, theirs] = [await listen('mei'), await listen('ken')]
    const rename = { revision: booking.revision, scope: { scope: 'all' }, change: { title: 'Another' }, mayMove: false }
    const changed = await browserOf('mei').send('PATCH', `/api/v1/bookings/${booking.id}`, rename, {
      'idempotency-key': 'rename',
    })
    assert.equal(changed.status, 200, await changed.text())
    let told = ''
    while (!told.includes(booking.id)) told += (await mine?.read())?.value ?? ''
    assert.match(told, /event: booking_changed/)
    // What Ken was sent meanwhile, and one thing that everybody hears after it.
    const { store, news } = desk.desk.context
    await store.transaction((transaction) => transaction.news.add({ at: Date.now(), kind: 'zoom_changed' }))
    news.wake()
    while (!heard.join('').includes('zoom_changed')) heard.push((await theirs?.read())?.value ?? '')
    assert.ok(!heard.join('').includes(booking.id))
    assert.doesNotMatch(heard.join(''), /booking_changed/)
    stop.abort()
  })
})
