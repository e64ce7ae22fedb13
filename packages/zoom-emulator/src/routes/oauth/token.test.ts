import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { forAccount, oauthCalls, redirect, s256, serverApp, userApp, verifier } from '../../../test/oauth-calls.ts'
import { type RunningEmulator, startEmulator } from '../../index.ts'

let zoom: RunningEmulator
before(async () => {
  zoom = await startEmulator()
})
beforeEach(() => zoom.control.reset())
after(() => zoom.close())

const { codeOf, exchange, me, post, token } = oauthCalls(() => zoom)

test('a Server-to-Server app gets a token of the account for an hour', async () => {
  const { status, body } = await token(forAccount, serverApp)
  assert.equal(status, 200)
  assert.deepEqual([body.token_type, body.expires_in, body.api_url], ['bearer', 3600, zoom.url])
  assert.match(body.access_token, /^[\w-]+\.[\w-]+\.[\w-]+$/)
  assert.ok(body.access_token.length > 400)
  assert.ok(body.scope.split(' ').includes('meeting:write:meeting:admin'))
  assert.equal(body.refresh_token, undefined)
  assert.equal((await me(body.access_token)).body.email, 'owner@example.com')
  zoom.clock.advance(3_600_000)
  assert.deepEqual(await me(body.access_token), {
    status: 401,
    body: { code: 124, message: 'Access token is expired.' },
  })
})

test('parameters are taken from the query too, and the body counts more', async () => {
  const query = new URLSearchParams(forAccount)
  const headers = { authorization: serverApp, 'content-type': 'application/json' }
  const fromQuery = await fetch(`${zoom.url}/oauth/token?${query}`, { method: 'POST', headers })
  assert.equal(fromQuery.status, 200)
  const body = new URLSearchParams({ account_id: 'wrong' })
  assert.equal((await fetch(`${zoom.url}/oauth/token?${query}`, { method: 'POST', headers, body })).status, 400)
})

test('id and secret are taken from the form, with or without the header', async () => {
  const secret = { client_id: 'demo-client', client_secret: 'demo-secret' }
  assert.equal((await token({ ...forAccount, ...secret })).status, 200)
  assert.equal((await token({ ...forAccount, ...secret }, serverApp)).status, 200)
})

const refusals: [
  name: string,
  form: Record<string, string>,
  authorization: string | undefined,
  status: number,
  reason: string,
  error: string,
][] = [
  [
    'a wrong secret',
    forAccount,
    `Basic ${btoa('demo-client:wrong')}`,
    401,
    'Invalid client_id or client_secret',
    'invalid_client',
  ],
  [
    'no secret',
    forAccount,
    `Basic ${btoa('demo-client:')}`,
    401,
    'Invalid client_id or client_secret',
    'invalid_client',
  ],
  [
    'an unknown app',
    forAccount,
    `Basic ${btoa('nobody:x')}`,
    401,
    'Invalid client_id or client_secret',
    'invalid_client',
  ],
  ['a header that is not Base64', forAccount, 'Basic %%%', 401, 'Invalid client_id or client_secret', 'invalid_client'],
  ['no credentials', forAccount, undefined, 401, 'Invalid client_id or client_secret', 'invalid_client'],
  [
    'a JWT app',
    forAccount,
    `Basic ${btoa('demo-api-key:demo-api-secret')}`,
    401,
    'Invalid client_id or client_secret',
    'invalid_client',
  ],
  ['a wrong account', { ...forAccount, account_id: 'other' }, serverApp, 400, 'Bad Request', 'invalid_request'],
  ['no account', { grant_type: 'account_credentials' }, serverApp, 400, 'Bad Request', 'invalid_request'],
  ['an unknown grant', { grant_type: 'password' }, serverApp, 400, 'unsupported grant type', 'unsupported_grant_type'],
  [
    'a grant named like a property of objects',
    { grant_type: 'constructor' },
    serverApp,
    400,
    'unsupported grant type',
    'unsupported_grant_type',
  ],
  ['no grant', {}, serverApp, 400, 'unsupported grant type', 'unsupported_grant_type'],
  [
    'account credentials of an app for users',
    forAccount,
    userApp,
    400,
    'unsupported grant type',
    'unsupported_grant_type',
  ],
  [
    'a code for a Server-to-Server app',
    { grant_type: 'authorization_code' },
    serverApp,
    400,
    'unsupported grant type',
    'unsupported_grant_type',
  ],
  [
    'an unknown code',
    { grant_type: 'authorization_code', code: 'x' },
    userApp,
    400,
    'Invalid authorization code',
    'invalid_grant',
  ],
  [
    'an unknown refresh token',
    { grant_type: 'refresh_token', refresh_token: 'x' },
    userApp,
    400,
    'Invalid Token!',
    'invalid_grant',
  ],
]
for (const [name, form, authorization, status, reason, error] of refusals)
  test(`${name} is refused with ${error}`, async () =>
    assert.deepEqual(await token(form, authorization), { status, body: { reason, error } }))

test('a code becomes tokens of its user, once', async () => {
  const code = await codeOf()
  const { status, body } = await exchange(code)
  assert.equal(status, 200)
  assert.equal((await me(body.access_token)).body.email, 'mei@example.com')
  assert.doesNotMatch(body.scope, /:admin/)
  assert.deepEqual((await exchange(code)).body, { reason: 'Invalid authorization code', error: 'invalid_grant' })
})

test('a code dies after five minutes', async () => {
  const code = await codeOf()
  zoom.clock.advance(5 * 60_000)
  assert.equal((await exchange(code)).body.error, 'invalid_grant')
})

test('a code is good for its redirect URI only', async () => {
  const code = await codeOf()
  const answer = await exchange(code, { redirect_uri: 'http://127.0.0.1:1/callback' })
  assert.deepEqual(answer, { status: 400, body: { reason: 'Redirect URI mismatch', error: 'invalid_request' } })
})

test('PKCE: the right verifier passes, a wrong or missing one does not', async () => {
  for (const challenge of [
    { code_challenge: s256, code_challenge_method: 'S256' },
    { code_challenge: verifier, code_challenge_method: 'plain' },
    { code_challenge: verifier },
  ]) {
    const code = await codeOf(challenge)
    assert.equal((await exchange(code, { code_verifier: `${verifier}x` })).body.error, 'invalid_grant')
    assert.equal((await exchange(code)).body.error, 'invalid_grant')
    assert.equal((await exchange(code, { code_verifier: verifier })).status, 200)
  }
})

test('a public client signs in and renews by PKCE, without a secret; without PKCE it does not', async () => {
  const id = { client_id: 'demo-oauth-client' }
  const code = await codeOf({ code_challenge: s256, code_challenge_method: 'S256' })
  const { body } = await token({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirect,
    code_verifier: verifier,
    ...id,
  })
  const renewed = await token({ grant_type: 'refresh_token', refresh_token: body.refresh_token, ...id })
  assert.equal(renewed.status, 200)
  assert.equal(
    (await token({ grant_type: 'refresh_token', refresh_token: renewed.body.refresh_token, ...id })).status,
    200,
  )
  const plain = await token({ grant_type: 'authorization_code', code: await codeOf(), redirect_uri: redirect, ...id })
  assert.equal(plain.body.error, 'invalid_client')
  const withSecret = await exchange(await codeOf())
  const stolen = await token({ grant_type: 'refresh_token', refresh_token: withSecret.body.refresh_token, ...id })
  assert.equal(stolen.body.error, 'invalid_client')
})

test('a refresh token is good once, and its successor for 90 days', async () => {
  const refresh = (refresh_token: string) => token({ grant_type: 'refresh_token', refresh_token }, userApp)
  const first = await exchange(await codeOf())
  const second = await refresh(first.body.refresh_token)
  assert.equal(second.status, 200)
  assert.notEqual(second.body.refresh_token, first.body.refresh_token)
  assert.deepEqual(await refresh(first.body.refresh_token), {
    status: 400,
    body: { reason: 'Invalid Token!', error: 'invalid_grant' },
  })
  zoom.clock.advance(90 * 86_400_000 - 60_000)
  const third = await refresh(second.body.refresh_token)
  assert.equal(third.status, 200)
  zoom.clock.advance(90 * 86_400_000)
  assert.equal((await refresh(third.body.refresh_token)).body.error, 'invalid_grant')
})

test('allowing an app again voids what it had of this user, and of no other', async () => {
  const mei = await exchange(await codeOf())
  const kenji = await exchange(await codeOf({}, 'kenji@example.com'))
  const again = await exchange(await codeOf())
  assert.equal((await me(mei.body.access_token)).body.code, 124)
  assert.equal(
    (await token({ grant_type: 'refresh_token', refresh_token: mei.body.refresh_token }, userApp)).status,
    400,
  )
  assert.equal((await me(again.body.access_token)).status, 200)
  assert.equal((await me(kenji.body.access_token)).status, 200)
})

test('tokens of a Server-to-Server app live side by side, unless the switch says newest only', async () => {
  const first = await token(forAccount, serverApp)
  await token(forAccount, serverApp)
  assert.equal((await me(first.body.access_token)).status, 200)
  await using strict = await startEmulator({ switches: { tokens: 'newest_only' } })
  const calls = oauthCalls(() => strict)
  const issue = async () => (await calls.token(forAccount, serverApp)).body.access_token
  const status = async (bearer: string) => (await calls.me(bearer)).status
  const [old, newest] = [await issue(), await issue()]
  assert.deepEqual([await status(old), await status(newest)], [401, 200])
})

test('revoking ends what an app has', async () => {
  const revoke = (name: string, authorization: string) => post('/oauth/revoke', { token: name }, { authorization })
  const user = await exchange(await codeOf())
  const account = await token(forAccount, serverApp)
  assert.equal((await revoke(user.body.access_token, serverApp)).status, 400)
  assert.deepEqual(await revoke(user.body.access_token, userApp), { status: 200, body: { status: 'success' } })
  assert.equal((await me(user.body.access_token)).status, 401)
  assert.equal(
    (await token({ grant_type: 'refresh_token', refresh_token: user.body.refresh_token }, userApp)).status,
    400,
  )
  assert.equal((await revoke(account.body.access_token, serverApp)).status, 200)
  assert.equal((await me(account.body.access_token)).status, 401)
})

test('only POST gets a token', async () => assert.equal((await fetch(`${zoom.url}/oauth/token`)).status, 404))
