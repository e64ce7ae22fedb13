import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { createFakeTime } from '../../test/fake-time.ts'
import { answer, type Behaviour, cut, startScriptedServer } from '../../test/scripted-server.ts'
import { createZoomClient } from '../client.ts'
import type { ZoomClientOptions } from '../create-zoom.ts'
import { ZoomError, type ZoomErrorCode } from '../errors.ts'
import type { Operation } from '../http/operation.ts'
import { authorizationCode, consentKey } from './authorization-code.ts'
import { bearer } from './bearer.ts'
import { legacyJwt } from './legacy-jwt.ts'
import { serverToServer } from './server-to-server.ts'
import type { AuthStrategy } from './strategy.ts'
import { parseToken, trustedApiUrl } from './token-endpoint.ts'
import { createMemoryTokenStore } from './token-store.ts'

const getUser: Operation = {
  id: 'user',
  method: 'GET',
  path: '/users/me',
  repeat: 'safe',
  scopes: { granular: [], classic: [] },
  answers: ['id'],
}
const app = { accountId: 'acc', clientId: 'cid', clientSecret: 's3cr3t-of-app' }
const given = answer(200, {
  access_token: 't1',
  token_type: 'bearer',
  expires_in: 3599,
  scope: 'user:read b',
  api_url: 'x',
})
const user = answer(200, { id: 'u1' })
const refusedToken = answer(401, { code: 124, message: 'Invalid access token.' })

async function setUp(auth: AuthStrategy, script: Behaviour[], options: Partial<ZoomClientOptions> = {}) {
  const server = await startScriptedServer(...script)
  const time = createFakeTime()
  const urls = { apiUrl: `${server.url}/v2`, oauthUrl: `${server.url}/oauth` }
  const zoom = createZoomClient({ auth, ...urls, ambient: time, ...options })
  return {
    server,
    time,
    zoom,
    me: () => zoom.request(getUser, {}),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

async function failing(call: Promise<unknown>, code: ZoomErrorCode): Promise<ZoomError> {
  const error = await call.then(
    () => assert.fail('the call should fail'),
    (error: unknown) => error,
  )
  assert.ok(error instanceof ZoomError, String(error))
  assert.equal(error.code, code, String(error))
  return error
}

test('a Server-to-Server app sends a form body and the Basic header, once for all calls', async () => {
  await using at = await setUp(serverToServer(app), [given, user])
  await Promise.all([at.me(), at.me(), at.me()])
  await at.me()
  const [first, ...rest] = at.server.received
  assert.deepEqual([first?.method, first?.url], ['POST', '/oauth/token'])
  assert.equal(first?.headers['content-type'], 'application/x-www-form-urlencoded')
  assert.equal(first?.headers.authorization, `Basic ${Buffer.from('cid:s3cr3t-of-app').toString('base64')}`)
  assert.equal(first?.body, 'grant_type=account_credentials&account_id=acc')
  assert.deepEqual(
    rest.map(({ url, headers }) => [url, headers.authorization]),
    Array.from({ length: 4 }, () => ['/v2/users/me', 'Bearer t1']),
  )
  assert.deepEqual(await at.zoom.signIn(), {
    kind: 'server_to_server',
    scopes: ['user:read', 'b'],
    expiresAt: new Date(at.time.now() + 3_599_000),
  })
})

test('a call whose token was refused goes out once more with a new one, even a creation', async () => {
  const create: Operation = { ...getUser, id: 'meetingCreate', method: 'POST', repeat: 'never' }
  const second = answer(200, { access_token: 't2', expires_in: 3600 })
  await using at = await setUp(serverToServer(app), [given, refusedToken, second, user])
  await at.zoom.request(create, {})
  assert.deepEqual(
    at.server.received.map(({ headers }) => headers.authorization?.replace(/Basic.*/, 'Basic')),
    ['Basic', 'Bearer t1', 'Basic', 'Bearer t2'],
  )
})

test('a token that is refused again is an error, not a loop', async () => {
  await using at = await setUp(serverToServer(app), [given, refusedToken, given, refusedToken])
  const error = await failing(at.me(), 'sign_in_refused')
  assert.deepEqual([at.server.received.length, error.details.zoomCode], [4, 124])
})

test('each refusal of a sign-in says what to do', async () => {
  const s2s = serverToServer(app)
  const person = authorizationCode({
    clientId: 'cid',
    clientSecret: 's3cr3t-of-app',
    token: { refreshToken: 'r1-secret' },
  })
  const rows: [AuthStrategy, number, unknown, RegExp][] = [
    [
      s2s,
      401,
      { reason: 'Invalid client_id or client_secret', error: 'invalid_client' },
      /Compare the client id and the client secret/,
    ],
    [s2s, 400, { reason: 'Invalid client_id or client_secret', error: 'invalid_client' }, /Compare the client id/],
    [s2s, 400, { reason: 'Bad Request', error: 'invalid_request' }, /Compare the account id/],
    [
      s2s,
      400,
      { reason: 'unsupported grant type', error: 'unsupported_grant_type' },
      /not a Server-to-Server OAuth app/,
    ],
    [s2s, 400, { reason: 'The app has been disabled', error: 'invalid_request' }, /Activate the app/],
    [s2s, 404, '<html>', /oauthUrl/],
    [s2s, 400, '', /oauthUrl/],
    [person, 400, { reason: 'Invalid Token!', error: 'invalid_grant' }, /consent again/],
    [person, 401, { reason: 'Invalid Token!', error: 'invalid_request' }, /consent again/],
    [person, 400, { reason: 'unsupported grant type', error: 'unsupported_grant_type' }, /serverToServer\(\)/],
  ]
  for (const [auth, status, body, remedy] of rows) {
    await using at = await setUp(auth, [answer(status, body)])
    const error = await failing(at.me(), 'sign_in_refused')
    assert.match(error.remedy, remedy)
    assert.deepEqual([error.details.status, error.details.outcome, at.server.received.length], [status, 'not_done', 1])
    assert.doesNotMatch(inspect(error, { depth: 9 }), /s3cr3t|r1-secret/)
  }
})

test('asking for a token is repeated where that is safe', async () => {
  await using at = await setUp(serverToServer(app), [cut, answer(503, ''), answer(429, {}), given, user])
  await at.me()
  assert.deepEqual(at.time.waits, [250, 500, 2000])
})

test('a refresh token works once: after a lost answer it is not sent again, and the message says why', async () => {
  const auth = authorizationCode({ clientId: 'cid', token: { refreshToken: 'r1' } })
  await using at = await setUp(auth, [cut, given])
  const error = await failing(at.me(), 'network')
  assert.match(error.remedy, /consent again/)
  assert.equal(at.server.received.length, 1)
})

test('a person stays signed in: each refresh stores the new refresh token and uses it next time', async () => {
  const store = createMemoryTokenStore()
  const refreshed = (n: number) => answer(200, { access_token: `t${n}`, refresh_token: `r${n}`, expires_in: 3600 })
  const auth = authorizationCode({ clientId: 'cid', token: { refreshToken: 'r1' }, person: 'ada' })
  await using at = await setUp(auth, [refreshed(2), user, refreshed(3), user], { tokenStore: store })
  await at.me()
  at.time.moveTo(at.time.now() + 3_600_000)
  await at.me()
  const forms = at.server.received.filter(({ url }) => url === '/oauth/token').map(({ body }) => body)
  assert.deepEqual(forms, [
    'grant_type=refresh_token&refresh_token=r1&client_id=cid',
    'grant_type=refresh_token&refresh_token=r2&client_id=cid',
  ])
  assert.equal(at.server.received[0]?.headers.authorization, undefined, 'a public client has no secret to send')
  assert.equal((await store.get(consentKey({ clientId: 'cid' }, 'ada')))?.refreshToken, 'r3')
})

test('without a token of the person, the error says how to get one', async () => {
  await using at = await setUp(authorizationCode({ clientId: 'cid' }), [given])
  assert.match((await failing(at.me(), 'sign_in_refused')).remedy, /startConsent/)
  assert.equal(at.server.received.length, 0)
})

test('an answer that is no token is named', async () => {
  for (const behaviour of [
    answer(200, '<html>'),
    answer(302, ''),
    answer(200, {}),
    answer(200, { access_token: 'a b' }),
  ]) {
    await using at = await setUp(serverToServer(app), [behaviour])
    await failing(at.me(), 'malformed_answer')
  }
})

test('a given token is used as it is; a function is asked again when Zoom refuses its token', async () => {
  let calls = 0
  await using at = await setUp(
    bearer(async () => `given-${++calls}`),
    [user, user, refusedToken, user],
  )
  for (let i = 0; i < 3; i++) await at.me()
  assert.deepEqual(
    at.server.received.map(({ headers }) => headers.authorization),
    ['Bearer given-1', 'Bearer given-1', 'Bearer given-1', 'Bearer given-2'],
  )
  assert.throws(() => bearer('Bearer abc'), /without "Bearer"/)
  assert.throws(() => bearer(''), /without "Bearer"/)
  await using broken = await setUp(
    bearer(() => Promise.reject(new Error('vault is shut'))),
    [user],
  )
  assert.match(String((await failing(broken.me(), 'sign_in_refused')).cause), /vault is shut/)
})

test('the legacy JWT is signed so that others can check it, and its refusal says how to go on', async () => {
  const ended = answer(400, { code: 200, message: 'Account does not enabled REST API.' })
  await using at = await setUp(legacyJwt({ apiKey: 'key', apiSecret: 'jwt-secret' }), [
    user,
    ended,
    refusedToken,
    refusedToken,
  ])
  await at.me()
  const [head = '', claims = '', signature] = at.server.received[0]?.headers.authorization?.slice(7).split('.') ?? []
  assert.equal(createHmac('sha256', 'jwt-secret').update(`${head}.${claims}`).digest('base64url'), signature)
  assert.deepEqual(JSON.parse(Buffer.from(head, 'base64url').toString()), { alg: 'HS256', typ: 'JWT' })
  assert.deepEqual(JSON.parse(Buffer.from(claims, 'base64url').toString()), {
    iss: 'key',
    exp: at.time.now() / 1000 + 3600,
  })
  for (let i = 0; i < 2; i++) assert.match((await failing(at.me(), 'sign_in_refused')).remedy, /serverToServer/)
})

test('credentials that were pasted wrong are refused by name, and never shown', () => {
  const wrong: [() => unknown, RegExp][] = [
    [() => serverToServer({ ...app, accountId: '' }), /^accountId is ""/],
    [() => serverToServer({ ...app, clientSecret: 'secret with spaces' }), /^clientSecret is \[hidden\]/],
    [() => serverToServer({ ...app, clientId: 'a:b' }), /^clientId is "a:b".*colon/],
    [() => serverToServer({ ...app, accountId: undefined as unknown as string }), /^accountId is missing/],
    [() => legacyJwt({ apiKey: 'k\n', apiSecret: 'x' }), /^apiKey/],
    [() => authorizationCode({ clientId: 'x', token: { refreshToken: '' } }), /^token.refreshToken/],
  ]
  for (const [call, message] of wrong)
    assert.throws(call, (error: Error) => message.test(error.message) && !inspect(error).includes('with spaces'))
})

test('the address that comes with a token counts only under zoom.us', () => {
  const rows: [string, string | undefined][] = [
    ['https://api-us.zoom.us', 'https://api-us.zoom.us'],
    ['https://api-eu.zoom.us/', 'https://api-eu.zoom.us'],
    ['http://api.zoom.us', undefined],
    ['https://zoom.us.example.org', undefined],
    ['https://notzoom.us', undefined],
    ['https://zoom.us@example.org', undefined],
    ['https://api.zoom.us:8443', undefined],
    ['nonsense', undefined],
  ]
  for (const [text, expected] of rows) assert.equal(trustedApiUrl(text), expected, text)
  const token = parseToken({ access_token: 'a', expires_in: '3600', api_url: 'https://api-us.zoom.us' }, 1000)
  assert.deepEqual(token, { accessToken: 'a', expiresAt: 3_601_000, scopes: [], apiUrl: 'https://api-us.zoom.us' })
})

test('the regional address is used unless the caller gave one', async () => {
  const urls: string[] = []
  const token = JSON.stringify({ access_token: 'a', api_url: 'https://api-eu.zoom.us' })
  const fetch = async (url: string) => {
    urls.push(url)
    return new Response(url.endsWith('/token') ? token : '{"id":"u"}')
  }
  await createZoomClient({ auth: serverToServer(app), ambient: { fetch } }).request(getUser, {})
  await createZoomClient({
    auth: serverToServer(app),
    apiUrl: 'https://example.org/v2/',
    oauthUrl: 'https://example.org/oauth',
    ambient: { fetch },
  }).request(getUser, {})
  assert.deepEqual(urls, [
    'https://zoom.us/oauth/token',
    'https://api-eu.zoom.us/v2/users/me',
    'https://example.org/oauth/token',
    'https://example.org/v2/users/me',
  ])
})

test('a caller that gives up does not end the sign-in for the others', async () => {
  await using at = await setUp(serverToServer(app), [
    (response, request) => setImmediate(() => given(response, request)),
    user,
  ])
  const controller = new AbortController()
  const first = failing(at.zoom.request(getUser, {}, { signal: controller.signal }), 'aborted')
  const explicit = failing(at.zoom.signIn({ signal: controller.signal }), 'aborted')
  const second = at.me()
  await at.server.waitFor(1)
  controller.abort()
  assert.equal((await explicit).message, 'signIn was aborted.')
  assert.equal((await first).details.operation, 'user')
  await second
  assert.equal(at.server.received.filter(({ url }) => url === '/oauth/token').length, 1)
})
