import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { type RunningEmulator, startEmulator } from '../../index.ts'

interface TokenAnswer {
  access_token: string
  refresh_token: string
  token_type: string
  expires_in: number
  scope: string
  api_url: string
  reason?: string
  error?: string
}
interface Answer {
  status: number
  body: TokenAnswer
}

const server = `Basic ${btoa('demo-client:demo-secret')}`
const userApp = `Basic ${btoa('demo-oauth-client:demo-oauth-secret')}`
const redirect = 'http://127.0.0.1:53682/callback'
const verifier = 'a-verifier-of-at-least-forty-three-characters-x'
const s256 = createHash('sha256').update(verifier).digest('base64url')

let zoom: RunningEmulator
before(async () => {
  zoom = await startEmulator()
})
beforeEach(() => zoom.control.reset())
after(() => zoom.close())

async function post(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(`${zoom.url}${path}`, { method: 'POST', headers, body: new URLSearchParams(form) })
  return { status: answer.status, body: (await answer.json()) as TokenAnswer }
}
const token = (form: Record<string, string>, authorization?: string) =>
  post('/oauth/token', form, authorization ? { authorization } : {})
const forAccount = { grant_type: 'account_credentials', account_id: 'demo-account' }
const me = async (accessToken: string) => {
  const answer = await zoom.fetch('/v2/users/me', { headers: { authorization: `Bearer ${accessToken}` } })
  return { status: answer.status, body: (await answer.json()) as { email?: string; code?: number; message?: string } }
}

const authorizeUrl = (parameters: Record<string, string> = {}) =>
  `${zoom.url}/oauth/authorize?${new URLSearchParams({ response_type: 'code', client_id: 'demo-oauth-client', redirect_uri: redirect, ...parameters })}`

/** Allows the app as a user, as the button of the page does, and gives the address that the browser is sent to. */
async function allow(
  parameters: Record<string, string> = {},
  user = 'mei@example.com',
  decision = 'allow',
): Promise<URL> {
  const body = new URLSearchParams({
    ...Object.fromEntries(new URL(authorizeUrl(parameters)).searchParams),
    user,
    decision,
  })
  const answer = await fetch(`${zoom.url}/oauth/authorize`, { method: 'POST', body, redirect: 'manual' })
  assert.equal(answer.status, 302)
  return new URL(answer.headers.get('location') ?? '')
}
const codeOf = async (parameters?: Record<string, string>, user?: string) =>
  (await allow(parameters, user)).searchParams.get('code') ?? ''
const exchange = (code: string, more: Record<string, string> = {}, authorization: string | undefined = userApp) =>
  token({ grant_type: 'authorization_code', code, redirect_uri: redirect, ...more }, authorization)

test('a Server-to-Server app gets a token of the account for an hour', async () => {
  const { status, body } = await token(forAccount, server)
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
  const headers = { authorization: server, 'content-type': 'application/json' }
  const fromQuery = await fetch(`${zoom.url}/oauth/token?${query}`, { method: 'POST', headers })
  assert.equal(fromQuery.status, 200)
  const body = new URLSearchParams({ account_id: 'wrong' })
  assert.equal((await fetch(`${zoom.url}/oauth/token?${query}`, { method: 'POST', headers, body })).status, 400)
})

test('id and secret are taken from the form, with or without the header', async () => {
  const secret = { client_id: 'demo-client', client_secret: 'demo-secret' }
  assert.equal((await token({ ...forAccount, ...secret })).status, 200)
  assert.equal((await token({ ...forAccount, ...secret }, server)).status, 200)
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
  ['a wrong account', { ...forAccount, account_id: 'other' }, server, 400, 'Bad Request', 'invalid_request'],
  ['no account', { grant_type: 'account_credentials' }, server, 400, 'Bad Request', 'invalid_request'],
  ['an unknown grant', { grant_type: 'password' }, server, 400, 'unsupported grant type', 'unsupported_grant_type'],
  [
    'a grant named like a property of objects',
    { grant_type: 'constructor' },
    server,
    400,
    'unsupported grant type',
    'unsupported_grant_type',
  ],
  ['no grant', {}, server, 400, 'unsupported grant type', 'unsupported_grant_type'],
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
    server,
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

test('the consent page lets a person choose a user, without a script or a password, and says that it is emulated', async () => {
  const answer = await fetch(authorizeUrl({ state: '"><script>alert(1)</script>' }))
  const page = await answer.text()
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/)
  assert.match(page, /Emulated, not Zoom/)
  assert.match(page, /mei@example\.com/)
  assert.doesNotMatch(page, /<script|type="password"/)
})

test('allowing sends the browser back with a code and the state; declining says so', async () => {
  const back = await allow({ state: 'xyz' })
  assert.equal(`${back.origin}${back.pathname}`, redirect)
  assert.deepEqual([...back.searchParams.keys()], ['code', 'state'])
  assert.equal(back.searchParams.get('state'), 'xyz')
  assert.equal((await allow({ state: 'xyz' }, '', 'deny')).search, '?error=access_denied&state=xyz')
})

test('an answer without a user shows the page again', async () => {
  const body = new URL(authorizeUrl()).searchParams
  const answer = await fetch(`${zoom.url}/oauth/authorize`, { method: 'POST', body })
  assert.equal(answer.status, 400)
  assert.match(await answer.text(), /role="alert".*Choose a user/)
})

const pageRefusals: [name: string, parameters: Record<string, string>, code: number][] = [
  ['an unknown app', { client_id: 'nobody' }, 4702],
  ['a Server-to-Server app', { client_id: 'demo-client' }, 4702],
  ['no app', { client_id: '' }, 4706],
  ['another response type', { response_type: 'token' }, 4705],
  ['another redirect URI', { redirect_uri: 'http://127.0.0.1:53682/other' }, 4709],
  ['a redirect URI of another host', { redirect_uri: 'http://127.0.0.1.evil.example/callback' }, 4709],
  ['an unknown PKCE method', { code_challenge: s256, code_challenge_method: 'md5' }, 4700],
]
for (const [name, parameters, code] of pageRefusals)
  test(`the consent page refuses ${name} with ${code} and sends the browser nowhere`, async () => {
    const answer = await fetch(authorizeUrl(parameters), { redirect: 'manual' })
    assert.equal(answer.status, 400)
    assert.match(await answer.text(), new RegExp(`Error ${code}`))
  })

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
  const first = await token(forAccount, server)
  await token(forAccount, server)
  assert.equal((await me(first.body.access_token)).status, 200)
  await using strict = await startEmulator({ switches: { tokens: 'newest_only' } })
  const issue = async () => {
    const answer = await strict.fetch('/oauth/token', {
      method: 'POST',
      headers: { authorization: server },
      body: new URLSearchParams(forAccount),
    })
    return ((await answer.json()) as TokenAnswer).access_token
  }
  const status = async (bearer: string) =>
    (await strict.fetch('/v2/users/me', { headers: { authorization: `Bearer ${bearer}` } })).status
  const [old, newest] = [await issue(), await issue()]
  assert.deepEqual([await status(old), await status(newest)], [401, 200])
})

test('revoking ends what an app has', async () => {
  const revoke = (name: string, authorization: string) => post('/oauth/revoke', { token: name }, { authorization })
  const user = await exchange(await codeOf())
  const account = await token(forAccount, server)
  assert.equal((await revoke(user.body.access_token, server)).status, 400)
  assert.deepEqual(await revoke(user.body.access_token, userApp), { status: 200, body: { status: 'success' } })
  assert.equal((await me(user.body.access_token)).status, 401)
  assert.equal(
    (await token({ grant_type: 'refresh_token', refresh_token: user.body.refresh_token }, userApp)).status,
    400,
  )
  assert.equal((await revoke(account.body.access_token, server)).status, 200)
  assert.equal((await me(account.body.access_token)).status, 401)
})

test('only POST gets a token', async () => assert.equal((await fetch(`${zoom.url}/oauth/token`)).status, 404))
