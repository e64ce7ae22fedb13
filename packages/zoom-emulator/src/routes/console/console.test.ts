import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'
import { createReceiver, secretToken } from '../../../test/webhook-receiver.ts'

const paths = ['/', '/console/meetings', '/console/requests', '/console/webhooks', '/console/clock', '/console/faults']

/** What a browser sends from a page of the emulator itself. */
function post({ emulator }: TestZoom, path: string, fields: Record<string, string>, headers?: Record<string, string>) {
  return fetch(`${emulator.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: headers ?? { origin: emulator.url },
    body: new URLSearchParams(fields),
  })
}
const read = async ({ emulator }: TestZoom, path: string) => (await fetch(`${emulator.url}${path}`)).text()

test('what programs send is text on every page, never a part of the page', async () => {
  const receiver = createReceiver()
  await using zoom = await startZoom({
    deliver: receiver.deliver,
    seed: { account: { name: '<b>Acme</b>' }, users: [{ email: 'a@example.com', first_name: '<i>Ann' }] },
  })
  await zoom.emulator.control.webhooks.subscribe({ url: 'https://x.example/?a=<script>', secretToken })
  await zoom.create({ topic: '<script>alert(1)</script>', agenda: '"><img src=x onerror=alert(1)>' })
  await zoom.call('GET', '/users/%3Cscript%3Ealert(1)')
  zoom.emulator.control.faults.add({ id: '"><script>', operation: 'GET *', count: 1 })
  await zoom.emulator.clock.advance(0)
  for (const path of paths) {
    const page = await read(zoom, path)
    assert.equal(page.split('<script>').length, 2, `${path} has no script but its own`)
    assert.doesNotMatch(page, /<b>|<i>|<img/)
  }
})

test('the request log shows bodies without their secrets, and only what programs asked', async () => {
  await using zoom = await startZoom()
  await zoom.create({ topic: 'Weekly', password: 'hush4me' })
  for (const path of paths) await read(zoom, path)
  const page = await read(zoom, '/console/requests')
  assert.match(page, /POST \/v2\/users\/me\/meetings/)
  assert.match(page, /&#34;topic&#34;: &#34;Weekly&#34;/)
  assert.match(page, /Bearer \*\*\*/)
  assert.doesNotMatch(page, /hush4me|demo-secret|GET \/console/)
})

test('a form that another page sent, or no page, changes nothing', async () => {
  await using zoom = await startZoom()
  await zoom.create({})
  const headers = [
    {},
    { origin: 'null' },
    { origin: 'http://evil.example' },
    { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const sent of headers)
    for (const path of ['clock', 'webhooks', 'faults', 'requests']) {
      const answer = await post(
        zoom,
        `/console/${path}`,
        { do: 'reset', effect: 'lose' },
        sent as Record<string, string>,
      )
      assert.equal(answer.status, 403, `${path} ${JSON.stringify(sent)}`)
    }
  assert.match(await read(zoom, '/console/meetings'), /Zoom Meeting/)
})

test('a form of the console itself is taken, and a reload sends nothing twice', async () => {
  await using zoom = await startZoom()
  await zoom.create({})
  const answer = await post(zoom, '/console/clock', { do: 'advance', ms: '60000' })
  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get('location'), '/console/clock?done=moved')
  assert.equal(zoom.emulator.clock.now(), Date.parse('2026-11-22T04:01:00Z'))
  await post(zoom, '/console/clock', { do: 'reset' }, { 'sec-fetch-site': 'same-origin' })
  assert.match(await read(zoom, '/console/meetings'), /No meeting yet/)
})

const mistakes: { path: string; fields: Record<string, string>; problem: RegExp; kept?: string }[] = [
  { path: '/console/clock', fields: { do: 'set', at: 'soon' }, problem: /&#34;soon&#34; is no instant/, kept: 'soon' },
  { path: '/console/clock', fields: { do: 'advance', ms: '1e300' }, problem: /is no instant|no number/ },
  {
    path: '/console/webhooks',
    fields: { do: 'subscribe', url: 'here', events: '*' },
    problem: /no address/,
    kept: 'here',
  },
  { path: '/console/webhooks', fields: { do: 'disturb', effect: 'all' }, problem: /Choose what goes wrong/ },
  {
    path: '/console/faults',
    fields: { do: 'add', operation: 'nothing', kind: 'cut' },
    problem: /operation/,
    kept: 'nothing',
  },
  {
    path: '/console/faults',
    fields: { do: 'add', operation: '*', kind: 'cut', count: 'x' },
    problem: /count/,
    kept: 'x',
  },
]
for (const { path, fields, problem, kept } of mistakes)
  test(`a mistake in a form is said, and what was typed stays: ${path} ${JSON.stringify(fields)}`, async () => {
    await using zoom = await startZoom()
    const answer = await post(zoom, path, fields)
    assert.equal(answer.status, 400)
    const page = await answer.text()
    assert.match(page, /role="alert"/)
    assert.match(page, problem)
    if (kept) assert.ok(page.includes(`value="${kept}"`))
  })

test('only the script of the console may run, and forms go only to the emulator', async () => {
  await using zoom = await startZoom()
  for (const path of paths) {
    const { headers } = await fetch(`${zoom.emulator.url}${path}`)
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'/)
    assert.match(policy, /script-src 'sha256-/)
    assert.match(policy, /form-action 'self'/)
    assert.match(policy, /frame-ancestors 'none'/)
  }
})

test('an isolated account has a console of its own, whose links and forms stay in it', async () => {
  await using zoom = await startZoom()
  const account = await zoom.emulator.control.accounts.create({ name: 'blue' })
  assert.match(await read(zoom, '/'), /<a href="\/@blue\/">blue<\/a>/)
  const page = await (await fetch(`${account.url}/console/clock`)).text()
  assert.match(page, /href="\/@blue\/console\/meetings"/)
  assert.doesNotMatch(page, /(?:href|action)="\/(?!@blue)/)
  await account.clock.freeze('2030-01-01T00:00:00Z')
  const answer = await post(zoom, '/@blue/console/clock', { do: 'advance', ms: '60000' })
  assert.equal(answer.headers.get('location'), '/@blue/console/clock?done=moved')
  assert.equal(account.clock.now(), Date.parse('2030-01-01T00:01:00Z'))
})

test('of many meetings and deliveries the newest hundred are shown, and how many there are', async () => {
  const receiver = createReceiver()
  await using zoom = await startZoom({ deliver: receiver.deliver })
  await zoom.emulator.control.webhooks.subscribe({ url: 'https://receiver.example/zoom', secretToken })
  for (let number = 1; number <= 101; number++) await zoom.create({ topic: `Number ${number}` })
  await zoom.emulator.clock.advance(0)
  for (const path of ['/console/meetings', '/console/webhooks'])
    assert.match(await read(zoom, path), /The newest 100 of 101\./, path)
  assert.doesNotMatch(await read(zoom, '/console/meetings'), /<strong>Number 1</)
})
