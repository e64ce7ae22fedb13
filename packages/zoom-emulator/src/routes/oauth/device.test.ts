import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type RunningEmulator, startEmulator } from '../../index.ts'

const app = `Basic ${btoa('demo-oauth-client:demo-oauth-secret')}`
const server = `Basic ${btoa('demo-client:demo-secret')}`
const grant = 'urn:ietf:params:oauth:grant-type:device_code'
const second = 1000

let zoom: RunningEmulator
before(async () => {
  zoom = await startEmulator()
})
beforeEach(() => zoom.control.reset())
after(() => zoom.close())

interface Answer {
  readonly status: number
  readonly body: Record<string, string | number>
}

async function post(path: string, form: Record<string, string>, authorization?: string): Promise<Answer> {
  const headers = authorization === undefined ? {} : { authorization }
  const answer = await zoom.fetch(path, { method: 'POST', headers, body: new URLSearchParams(form) })
  return { status: answer.status, body: (await answer.json()) as Answer['body'] }
}
const begin = async () => (await post('/oauth/devicecode?client_id=demo-oauth-client', {}, app)).body
const ask = (code: Answer['body'], authorization: string | undefined = app) =>
  post('/oauth/token', { grant_type: grant, device_code: String(code.device_code) }, authorization)
const answer = (userCode: unknown, decision = 'allow', user = 'mei@example.com') =>
  zoom.fetch('/oauth/device', {
    method: 'POST',
    body: new URLSearchParams({ user_code: String(userCode), user, decision }),
  })
const error = ({ status, body }: Answer) => [status, body.error]

test('a program gets a code for a person and one for itself, for 15 minutes', async () => {
  const { device_code, user_code, ...rest } = await begin()
  assert.match(String(user_code), /^[B-Z]{4}-[B-Z]{4}$/)
  assert.match(String(device_code), /^[\w-]{43}$/)
  assert.deepEqual(rest, {
    verification_uri: `${zoom.url}/oauth/device`,
    verification_uri_complete: `${zoom.url}/oauth/device?user_code=${user_code}`,
    expires_in: 900,
    interval: 5,
  })
})

test('a device asks until the person has answered, and gets tokens of that person, once', async () => {
  const code = await begin()
  assert.deepEqual(error(await ask(code)), [400, 'authorization_pending'])
  zoom.clock.advance(5 * second)
  assert.deepEqual(error(await ask(code)), [400, 'authorization_pending'])
  const page = await answer(String(code.user_code).toLowerCase().replace('-', ' '))
  assert.match(await page.text(), /Your device is connected/)
  const { status, body } = await ask(code)
  assert.equal(status, 200)
  assert.ok(String(body.scope).includes('meeting:write:meeting'))
  const authorization = `Bearer ${body.access_token}`
  const me = await (await zoom.fetch('/v2/users/me', { headers: { authorization } })).json()
  assert.equal((me as { email: string }).email, 'mei@example.com')
  const refresh = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token) }
  assert.equal((await post('/oauth/token', refresh, app)).status, 200)
  assert.deepEqual(error(await ask(code)), [400, 'invalid_grant'])
  assert.equal((await answer(code.user_code)).status, 400, 'the page knows it no more')
})

test('a program that asks too often is told to slow down, and has to wait five seconds more from then on', async () => {
  const code = await begin()
  await ask(code)
  zoom.clock.advance(3 * second)
  assert.deepEqual(error(await ask(code)), [400, 'slow_down'])
  zoom.clock.advance(8 * second)
  assert.deepEqual(error(await ask(code)), [400, 'slow_down'])
  zoom.clock.advance(15 * second)
  assert.deepEqual(error(await ask(code)), [400, 'authorization_pending'])
})

test('a decline and a code that ran out are told apart', async () => {
  const declined = await begin()
  assert.match(await (await answer(declined.user_code, 'deny')).text(), /You declined/)
  assert.deepEqual(error(await ask(declined)), [400, 'access_denied'])
  const late = await begin()
  zoom.clock.advance(900 * second)
  assert.deepEqual(error(await ask(late)), [400, 'expired_token'])
  assert.equal((await answer(late.user_code)).status, 400)
})

test('a code belongs to the app that got it, and only apps for users get one', async () => {
  const code = await begin()
  assert.deepEqual(error(await ask(code, server)), [400, 'unsupported_grant_type'])
  assert.deepEqual(error(await ask({ device_code: 'x' })), [400, 'invalid_grant'])
  assert.deepEqual(error(await post('/oauth/devicecode', {}, server)), [400, 'unsupported_grant_type'])
  const wrong = `Basic ${btoa('demo-oauth-client:wrong')}`
  assert.deepEqual(error(await post('/oauth/devicecode', {}, wrong)), [401, 'invalid_client'])
})

test('a public client signs in and renews without a secret', async () => {
  const id = { client_id: 'demo-oauth-client' }
  const { body: code } = await post('/oauth/devicecode', id)
  await answer(code.user_code)
  const { body } = await post('/oauth/token', { ...id, grant_type: grant, device_code: String(code.device_code) })
  const refresh = { ...id, grant_type: 'refresh_token', refresh_token: String(body.refresh_token) }
  assert.equal((await post('/oauth/token', refresh)).status, 200)
})

test('the page asks for the code, shows the app and who one can be, and says that it is emulated', async () => {
  const code = await begin()
  const read = async (path: string) => (await zoom.fetch(path)).text()
  const empty = await read('/oauth/device')
  assert.match(empty, /Emulated, not Zoom/)
  assert.match(empty, /<label for="user_code">/)
  const wrong = await zoom.fetch('/oauth/device?user_code=%3Cscript%3E')
  assert.equal(wrong.status, 400)
  assert.match(await wrong.text(), /role="alert".*&#60;script&#62;/)
  const filled = await read(String(code.verification_uri_complete).replace(zoom.url, ''))
  assert.match(filled, new RegExp(`shows the code ${code.user_code}`))
  assert.match(filled, /mei@example\.com/)
  const nobody = await answer(code.user_code, 'allow', 'nobody@example.com')
  assert.deepEqual([nobody.status, /Choose a user/.test(await nobody.text())], [400, true])
})

test('a chatbot gets a token of its own for an hour, which reaches nothing of the API', async () => {
  const form = { grant_type: 'client_credentials' }
  const { status, body } = await post('/oauth/token', form, app)
  assert.equal(status, 200)
  assert.deepEqual([body.scope, body.expires_in, body.refresh_token], ['imchat:bot', 3600, undefined])
  const authorization = `Bearer ${body.access_token}`
  const call = await zoom.fetch('/v2/users/me', { headers: { authorization } })
  assert.deepEqual([call.status, ((await call.json()) as { code: number }).code], [400, 4711])
  assert.deepEqual(error(await post('/oauth/token', form, server)), [400, 'unsupported_grant_type'])
  assert.deepEqual(error(await post('/oauth/token', { ...form, client_id: 'demo-oauth-client' })), [
    401,
    'invalid_client',
  ])
})
