import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { createFakeTime } from '../../test/fake-time.ts'
import { answer, type Behaviour, cut, silent, startScriptedServer } from '../../test/scripted-server.ts'
import { createZoomClient } from '../client.ts'
import { ZoomError, type ZoomErrorCode } from '../errors.ts'
import { clientCredentials } from './client-credentials.ts'
import { startDeviceSignIn } from './device-sign-in.ts'

const app = { clientId: 'cid', clientSecret: 'app-secret' }
const codes = {
  device_code: 'the-device-code',
  user_code: 'WDJB-MJHT',
  verification_uri: 'https://zoom.us/oauth_device',
  verification_uri_complete: 'https://zoom.us/oauth_device?user_code=WDJB-MJHT',
  expires_in: 900,
  interval: 3,
}
const given = answer(200, codes)
const tokens = answer(200, { access_token: 't1', refresh_token: 'r1', expires_in: 3600, scope: 'user:read' })
const refuse = (error: string) => answer(400, { reason: error, error })
const pending = refuse('authorization_pending')
const isError = (code: ZoomErrorCode, message: RegExp) => (error: unknown) =>
  error instanceof ZoomError && error.code === code && message.test(error.message)

async function setUp(...script: Behaviour[]) {
  const server = await startScriptedServer(...script)
  const time = createFakeTime()
  const options = { oauthUrl: `${server.url}/oauth`, ambient: time }
  return {
    server,
    time,
    options,
    start: () => startDeviceSignIn(app, options),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

test('the person gets a code and a page, and Zoom is asked in its interval until they have answered', async () => {
  await using at = await setUp(given, pending, pending, refuse('slow_down'), pending, tokens)
  const startedAt = at.time.now()
  const { waitForToken, ...shown } = await at.start()
  assert.deepEqual(shown, {
    userCode: 'WDJB-MJHT',
    verificationUri: codes.verification_uri,
    verificationUriComplete: codes.verification_uri_complete,
    expiresAt: new Date(startedAt + 900_000),
  })
  const token = await waitForToken()
  assert.deepEqual([token.accessToken, token.refreshToken, token.scopes], ['t1', 'r1', ['user:read']])
  assert.deepEqual(at.time.waits, [3000, 3000, 8000, 8000], 'longer for good after slow_down')
  const [start, poll] = at.server.received
  assert.deepEqual([start?.method, start?.url, start?.body], ['POST', '/oauth/devicecode?client_id=cid', ''])
  assert.equal(start?.headers.authorization, `Basic ${btoa('cid:app-secret')}`)
  assert.deepEqual(Object.fromEntries(new URLSearchParams(poll?.body)), {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    device_code: 'the-device-code',
  })
  assert.equal(at.time.running(), 0, 'no timer stays behind')
})

test('a public client names itself and sends no secret', async () => {
  await using at = await setUp(given, tokens)
  const { waitForToken } = await startDeviceSignIn({ clientId: 'cid' }, at.options)
  await waitForToken()
  assert.deepEqual(
    at.server.received.map(({ headers, body }) => [headers.authorization, /client_id=cid/.test(body)]),
    [
      [undefined, true],
      [undefined, true],
    ],
  )
})

test('where Zoom names no interval it is five seconds, and an answer that was lost is asked for again', async () => {
  const { interval: _none, verification_uri_complete: _neither, ...least } = codes
  await using at = await setUp(answer(200, least), cut, answer(503, ''), pending, tokens)
  const signIn = await at.start()
  assert.equal('verificationUriComplete' in signIn, false)
  await signIn.waitForToken()
  assert.deepEqual(at.time.waits, [250, 500, 5000])
})

test('a decline, a code that ran out and a refusal say what to do', async () => {
  const rows: [Behaviour, RegExp][] = [
    [refuse('access_denied'), /The person declined\. Start the sign-in again/],
    [refuse('expired_token'), /before it ran out\. Start the sign-in again/],
    [refuse('invalid_grant'), /invalid_grant.*Start the sign-in again/],
    [refuse('unsupported_grant_type'), /to be used on devices/],
  ]
  for (const [behaviour, message] of rows) {
    await using at = await setUp(given, behaviour)
    await assert.rejects((await at.start()).waitForToken(), isError('sign_in_refused', message))
  }
  await using at = await setUp(refuse('unsupported_grant_type'))
  await assert.rejects(at.start(), isError('sign_in_refused', /unsupported_grant_type/))
})

test('the waiting ends with the code, even when Zoom never says so', async () => {
  await using at = await setUp(given, silent)
  const signIn = await at.start()
  const ended = assert.rejects(signIn.waitForToken(), isError('sign_in_refused', /before it ran out/))
  await at.server.waitFor(2)
  at.time.moveTo(signIn.expiresAt.getTime())
  at.time.expire()
  await ended
  await assert.rejects(signIn.waitForToken(), isError('sign_in_refused', /before it ran out/))
  assert.equal(at.time.running(), 0)
})

test('the waiting can be given up', async () => {
  await using at = await setUp(given, silent)
  const { waitForToken } = await at.start()
  const controller = new AbortController()
  const ended = assert.rejects(
    waitForToken({ signal: controller.signal }),
    isError('aborted', /deviceSignIn was aborted/),
  )
  await at.server.waitFor(2)
  controller.abort()
  await ended
  assert.equal(at.time.running(), 0)
})

test('codes and pages that nobody should show or open are refused', async () => {
  const wrong: [string, unknown][] = [
    ['device_code', ''],
    ['user_code', 'A\u001b[2J'],
    ['user_code', undefined],
    ['verification_uri', 'javascript:alert(1)'],
    ['verification_uri', 'zoom.us'],
    ['verification_uri_complete', 'file:///etc/passwd'],
    ['expires_in', 0],
    ['expires_in', '900'],
    ['interval', -1],
  ]
  for (const [field, value] of wrong) {
    await using at = await setUp(answer(200, { ...codes, [field]: value }))
    await assert.rejects(at.start(), isError('malformed_answer', new RegExp(`"${field}"`)))
  }
})

test('no device code and no secret is shown by a sign-in under way or by a refusal', async () => {
  await using at = await setUp(given, answer(400, { reason: 'the-device-code of app-secret', error: 'invalid_grant' }))
  const signIn = await at.start()
  const error = await signIn.waitForToken().then(
    () => assert.fail('should be refused'),
    (reason: unknown) => reason,
  )
  for (const shown of [signIn, error]) assert.doesNotMatch(inspect(shown, { depth: 9 }), /the-device-code|app-secret/)
})

test('a chatbot signs in as the app itself, again when its hour is over', async () => {
  const token = (name: string) => answer(200, { access_token: name, expires_in: 3600, scope: 'imchat:bot' })
  await using at = await setUp(token('b1'), cut, token('b2'))
  const zoom = createZoomClient({ auth: clientCredentials(app), apiUrl: `${at.server.url}/v2`, ...at.options })
  const { kind, scopes } = await zoom.signIn()
  assert.deepEqual([kind, scopes], ['client_credentials', ['imchat:bot']])
  at.time.moveTo(at.time.now() + 3_600_000)
  await zoom.signIn()
  assert.deepEqual(
    at.server.received.map(({ body }) => body),
    Array.from({ length: 3 }, () => 'grant_type=client_credentials'),
  )
  assert.throws(() => clientCredentials({ clientId: 'a', clientSecret: '' }), isError('invalid_input', /clientSecret/))
})
