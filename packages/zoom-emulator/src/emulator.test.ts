import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { startEmulator } from './index.ts'

const control = { 'x-convene': '1', 'content-type': 'application/json' }
const folder = () => mkdtempSync(join(tmpdir(), 'convene-'))

/** A request with a Host of our choosing, which `fetch` does not let us set. */
function statusFor(url: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request(`${url}/v2/users/me`, { headers }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })
}

test('the emulator starts on a free port, tells its address and variables, and frees the port at the end', async () => {
  const zoom = await startEmulator()
  assert.match(zoom.url, /^http:\/\/127\.0\.0\.1:\d+$/)
  assert.deepEqual(zoom.env, {
    ZOOM_ACCOUNT_ID: 'demo-account',
    ZOOM_CLIENT_ID: 'demo-client',
    ZOOM_CLIENT_SECRET: 'demo-secret',
    ZOOM_API_URL: `${zoom.url}/v2`,
    ZOOM_OAUTH_URL: `${zoom.url}/oauth`,
    ZOOM_WEBHOOK_SECRET_TOKEN: 'PX7tFneWfSWQpD8I85P0pS',
  })
  assert.equal((await fetch(`${zoom.url}/nothing`)).status, 404)
  await zoom.close()
  await zoom.close()
  await assert.rejects(fetch(zoom.url))
})

test('an address that this machine does not have is said in a sentence', async () => {
  await assert.rejects(startEmulator({ host: '192.0.2.1' }), {
    code: 'address_unavailable',
    message: /Cannot listen on 192\.0\.2\.1, port 0 .*take an address of this machine/,
  })
})

test('a taken port is said in a sentence, or the next free one is used where that is wanted', async () => {
  await using first = await startEmulator()
  const port = Number(new URL(first.url).port)
  await assert.rejects(startEmulator({ port }), { code: 'port_in_use', message: new RegExp(`Port ${port} is in use`) })
  await using second = await startEmulator({ port, portFallback: true })
  assert.ok(Number(new URL(second.url).port) > port)
})

test("every answer says what time it is by the emulator's clock, over HTTP and without a socket", async () => {
  await using zoom = await startEmulator()
  await zoom.clock.freeze('2026-12-31T23:59:59.900Z')
  const answers = [await fetch(`${zoom.url}/v2/users/me`), await zoom.fetch('/v2/users/me')]
  const dates = answers.map(({ headers }) => headers.get('date'))
  assert.deepEqual(dates, ['Thu, 31 Dec 2026 23:59:59 GMT', 'Thu, 31 Dec 2026 23:59:59 GMT'])
})

test('every answer has a tracking id of its own, over HTTP and without a socket', async () => {
  await using zoom = await startEmulator()
  const answers = [
    await fetch(`${zoom.url}/v2/users/me`),
    await zoom.fetch('/v2/users/me'),
    await zoom.fetch('https://api.zoom.us/v2/x'),
  ]
  const ids = new Set(answers.map((answer) => answer.headers.get('x-zm-trackingid')))
  assert.equal(ids.size, 3)
  assert.ok(!ids.has(null))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [401, 401, 401],
  )
})

test("it answers to loopback names, to Zoom's and to those allowed, and to no other", async () => {
  await using zoom = await startEmulator({ allowHosts: ['zoom.test'] })
  for (const host of ['localhost', '127.0.0.1:1234', '[::1]:80', 'api.zoom.us', 'zoom.us', 'ZOOM.test:99'])
    assert.equal((await statusFor(zoom.url, { host })).status, 401, host)
  for (const host of ['evil.example', 'zoom.us.evil.example', 'notzoom.us', '127.0.0.1.evil.example']) {
    const { status, body } = await statusFor(zoom.url, { host })
    assert.equal(status, 403, host)
    assert.match(body, /--allow-host/)
  }
})

test('an unknown path and an unknown method are refused as Zoom does', async () => {
  await using zoom = await startEmulator()
  const unknown = { code: 2300, message: 'This API endpoint is not recognized.' }
  assert.deepEqual(await (await zoom.fetch('/nowhere')).json(), unknown)
  const answer = await zoom.fetch('/oauth/token', { method: 'DELETE' })
  assert.equal(answer.status, 404)
  assert.deepEqual(await answer.json(), unknown)
})

test('a path with broken escapes is no bug', async () => {
  const bugs: unknown[] = []
  await using zoom = await startEmulator({ onBug: (error) => bugs.push(error) })
  for (const path of ['/v2/users/%zz', '/%', '/v2/meetings/%E0%A4%A', '/oauth/authorize?client_id=%'])
    assert.ok((await fetch(`${zoom.url}${path}`)).status < 500, path)
  assert.deepEqual(bugs, [])
})

test('a seed can come from a file, and a broken file is named', async () => {
  const file = join(folder(), 'seed.json')
  writeFileSync(file, JSON.stringify({ account: { id: 'acme' } }))
  await using zoom = await startEmulator({ seed: file })
  assert.equal(zoom.env.ZOOM_ACCOUNT_ID, 'acme')
  writeFileSync(file, '{"apps": [\n{"client_secret": hush-hush}')
  await assert.rejects(startEmulator({ seed: file }), (error) => {
    assert.match(String(error), /seed\.json is not JSON: there is a mistake in/)
    assert.doesNotMatch(inspect(error), /hush/)
    return true
  })
  await assert.rejects(startEmulator({ seed: `${file}.gone` }), {
    code: 'seed_invalid',
    message: /cannot be read: ENOENT/,
  })
  await assert.rejects(startEmulator({ seed: { users: [{ email: 'x' }] } }), {
    code: 'seed_invalid',
    message: /users\[0\]\.email/,
  })
})

test('a data file keeps its account; a seed that differs is not used, and that is said', async () => {
  const data = join(folder(), 'zoom.db')
  await (await startEmulator({ data, seed: { account: { id: 'acme' } } })).close()
  const same = await startEmulator({ data, seed: { account: { id: 'acme' } } })
  assert.deepEqual(same.notices, [])
  await assert.rejects(startEmulator({ data }), { code: 'data_in_use' })
  await same.close()
  const without = await startEmulator({ data })
  assert.deepEqual([without.notices, without.env.ZOOM_ACCOUNT_ID], [[], 'acme'])
  await without.close()
  await using other = await startEmulator({ data, seed: { account: { id: 'other' } } })
  assert.equal(other.env.ZOOM_ACCOUNT_ID, 'acme')
  assert.match(other.notices.join(), /already holds account acme .* the seed was not used\. Delete the file/)
})

test('a damaged data file is refused in a sentence, which shows nothing of its content', async () => {
  const data = join(folder(), 'zoom.db')
  await (await startEmulator({ data })).close()
  const whole = readFileSync(data)
  const damaged: ((file: string) => void)[] = [
    (file) => {
      const database = new DatabaseSync(file)
      database.exec("UPDATE entities SET json = substr(json, 1, 40) WHERE collection = 'apps'")
      database.close()
    },
    (file) => writeFileSync(file, Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(whole.length - 4096, 7)])),
  ]
  for (const damage of damaged) {
    writeFileSync(data, whole)
    damage(data)
    await assert.rejects(startEmulator({ data }), (error) => {
      assert.match(inspect(error), /data_unreadable/)
      assert.match(String(error), /zoom\.db .*(another file|begin anew)/)
      return !inspect(error).includes('demo-')
    })
  }
  writeFileSync(data, whole)
  await (await startEmulator({ data })).close()
})

test('a start that fails lets go of its data file', async () => {
  const data = join(folder(), 'zoom.db')
  await using other = await startEmulator()
  await assert.rejects(startEmulator({ data, port: Number(new URL(other.url).port) }), { code: 'port_in_use' })
  await using zoom = await startEmulator({ data })
  assert.ok(zoom.url)
})

test('the clock is moved and everything reset over HTTP', async () => {
  await using zoom = await startEmulator()
  const post = async (path: string, body: object) =>
    (
      await fetch(`${zoom.url}/_emulator/${path}`, { method: 'POST', headers: control, body: JSON.stringify(body) })
    ).json()
  const at = '2026-12-17T10:00:00.000Z'
  assert.deepEqual(await post('clock', { freeze_at: at }), { now: at, accounts: 1, apps: 3, users: 7, meetings: 0 })
  assert.deepEqual(await post('clock', { advance_ms: 60_000 }), {
    now: '2026-12-17T10:01:00.000Z',
    accounts: 1,
    apps: 3,
    users: 7,
    meetings: 0,
  })
  assert.equal(zoom.clock.now(), Date.parse(at) + 60_000)
  await post('reset', {})
  assert.ok(Math.abs(zoom.clock.now() - Date.now()) < 60_000)
  const refusal = await post('clock', { advance: '1h' })
  assert.match(JSON.stringify(refusal), /say \{/)
  assert.match(JSON.stringify(await post('clock', { freeze_at: 'soon' })), /soon is no instant/)
})

test('control calls are closed to web pages', async () => {
  await using zoom = await startEmulator()
  const reset = (headers: Record<string, string>) =>
    fetch(`${zoom.url}/_emulator/reset`, { method: 'POST', headers, body: '{}' })
  assert.equal((await reset({ 'content-type': 'application/json' })).status, 403)
  assert.equal((await reset({ 'x-convene': '1', 'content-type': 'text/plain' })).status, 415)
  assert.equal((await reset({ ...control, origin: 'https://evil.example' })).status, 403)
  const preflight = await fetch(`${zoom.url}/_emulator/reset`, {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example' },
  })
  assert.equal(preflight.headers.get('access-control-allow-origin'), null)
  assert.equal((await reset(control)).status, 200)
})

test('an address other than loopback is pointed out', async () => {
  await using zoom = await startEmulator({ host: '0.0.0.0' })
  assert.match(zoom.notices.join(), /other machines can reach it/)
  assert.match(zoom.url, /^http:\/\/127\.0\.0\.1:/)
})

test('the first page says what is here, that it is not Zoom, and what a program needs', async () => {
  await using zoom = await startEmulator()
  const page = await (await fetch(zoom.url)).text()
  assert.match(page, /Emulated, not Zoom/)
  assert.match(page, /mei@example\.com/)
  for (const [name, value] of Object.entries(zoom.env)) assert.ok(page.includes(`${name}=${value}`), name)
})

test('a bug of the emulator gives a plain 500 and is reported', async () => {
  let broken = false
  const bugs: string[] = []
  await using zoom = await startEmulator({
    clock: {
      now() {
        if (broken) throw new Error('inner detail')
        return 0
      },
    },
    onBug: (error, request) => bugs.push(`${request.method} ${new URL(request.url).pathname} ${error}`),
  })
  broken = true
  const answer = await fetch(`${zoom.url}/`)
  broken = false
  assert.equal(answer.status, 500)
  assert.doesNotMatch(await answer.text(), /inner detail|\.ts/)
  assert.deepEqual(bugs, ['GET / Error: inner detail'])
})
test('closing lets a running request end', async () => {
  const zoom = await startEmulator()
  const { port } = new URL(zoom.url)
  const headers = { 'content-length': '7', expect: '100-continue' }
  const running = request({ port, path: '/oauth/token', method: 'POST', headers })
  const [answer, closed] = await new Promise<[Promise<string>, Promise<void>]>((resolve, reject) => {
    const answer = new Promise<string>((heard) => {
      running.on('response', (response) => response.on('data', (chunk) => heard(String(chunk))))
    })
    // The server has the head of the request and waits for its body.
    running.on('continue', () => resolve([answer, zoom.close()]))
    running.on('error', reject)
    running.flushHeaders()
  })
  running.end('a=b&c=d')
  assert.match(await answer, /invalid_client/)
  await closed
})

test('with a data file, tokens and meetings are still good after a restart', async () => {
  const data = join(folder(), 'zoom.db')
  const first = await startEmulator({ data })
  const basic = `Basic ${btoa('demo-client:demo-secret')}`
  const grant = new URLSearchParams({ grant_type: 'account_credentials', account_id: 'demo-account' })
  const token = await first.fetch('/oauth/token', { method: 'POST', headers: { authorization: basic }, body: grant })
  const { access_token } = (await token.json()) as { access_token: string }
  const headers = { authorization: `Bearer ${access_token}` }
  const made = await first.fetch('/v2/users/me/meetings', { method: 'POST', headers, body: '{"topic":"Kept"}' })
  const { id } = (await made.json()) as { id: number }
  await first.close()
  await using second = await startEmulator({ data })
  const read = await second.fetch(`/v2/meetings/${id}`, { headers })
  assert.equal(read.status, 200)
  assert.equal(((await read.json()) as { topic: string }).topic, 'Kept')
  second.control.reset()
  assert.equal((await second.fetch(`/v2/meetings/${id}`, { headers })).status, 401)
})

test('a body that is too large is refused, and the next request is answered', async () => {
  await using zoom = await startEmulator()
  const send = (size: number) =>
    new Promise<number | undefined>((resolve, reject) => {
      const sent = request(`${zoom.url}/oauth/token`, { method: 'POST' }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode))
      })
      sent.on('error', reject)
      sent.end(Buffer.alloc(size, 'x'))
    })
  assert.deepEqual([await send(2 ** 21), await send(1), await send(2 ** 21)], [413, 401, 413])
})
