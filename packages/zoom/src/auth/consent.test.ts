import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { createFakeTime } from '../../test/fake-time.ts'
import { answer, cut, silent, startScriptedServer } from '../../test/scripted-server.ts'
import { ZoomError, type ZoomErrorCode } from '../errors.ts'
import { codeFromCallback, exchangeCode, revokeToken, startConsent } from './consent.ts'

const app = { clientId: 'cid', clientSecret: 'app-secret' }
const redirectUri = 'http://127.0.0.1:4848/callback'
const isError = (code: ZoomErrorCode, message: RegExp) => (error: unknown) =>
  error instanceof ZoomError && error.code === code && message.test(error.message)

test('the address of the consent page carries state and a PKCE challenge that the verifier answers', async () => {
  const { url, state, codeVerifier } = await startConsent(app, { redirectUri, scopes: ['a:b', 'c'] })
  const { origin, pathname, searchParams } = new URL(url)
  assert.equal(origin + pathname, 'https://zoom.us/oauth/authorize')
  assert.deepEqual(Object.fromEntries(searchParams), {
    response_type: 'code',
    client_id: 'cid',
    redirect_uri: redirectUri,
    state,
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
    scope: 'a:b c',
  })
  assert.match(codeVerifier, /^[\w-]{43,128}$/, 'RFC 7636 §4.1')
  assert.ok(!url.includes(codeVerifier))
  const next = await startConsent(app, { redirectUri })
  assert.notEqual(next.state, state)
  assert.notEqual(next.codeVerifier, codeVerifier)
  assert.equal(new URL(next.url).searchParams.has('scope'), false)
})

test('the code of a callback is taken only with the state of this consent', () => {
  assert.equal(codeFromCallback(`${redirectUri}?code=c1&state=s1`, 's1'), 'c1')
  assert.equal(codeFromCallback('/callback?code=c1&state=s1', 's1'), 'c1', 'the path that a server sees is enough')
  assert.equal(codeFromCallback(new URL(`${redirectUri}?code=c%2F1&state=s1`), 's1'), 'c/1')
  for (const query of ['code=c1', 'code=c1&state=', 'code=c1&state=s2', 'code=c1&state=s11', 'code=c1&state=s'])
    assert.throws(
      () => codeFromCallback(`${redirectUri}?${query}`, 's1'),
      isError('sign_in_refused', /another state/),
      query,
    )
  assert.throws(
    () => codeFromCallback(`${redirectUri}?code=c1&state=`, ''),
    isError('sign_in_refused', /another state/),
  )
  const refused = `${redirectUri}?state=s1&error=access_denied&error_description=No%20thanks`
  assert.throws(() => codeFromCallback(refused, 's1'), isError('sign_in_refused', /No thanks/))
  assert.throws(() => codeFromCallback(`${redirectUri}?state=s1`, 's1'), isError('sign_in_refused', /no code/))
})

test('a code is exchanged for tokens, and a token can be revoked', async () => {
  const tokens = { access_token: 't1', refresh_token: 'r1', expires_in: 3600, scope: 'user:read' }
  await using server = await startScriptedServer(answer(200, tokens), answer(200, { status: 'success' }))
  const time = createFakeTime()
  const options = { oauthUrl: `${server.url}/oauth`, ambient: time }
  const token = await exchangeCode(app, { code: 'c1', codeVerifier: 'v1', redirectUri }, options)
  assert.deepEqual(token, {
    accessToken: 't1',
    refreshToken: 'r1',
    expiresAt: time.now() + 3_600_000,
    scopes: ['user:read'],
    apiUrl: undefined,
  })
  assert.equal(await revokeToken({ clientId: 'cid' }, token, options), undefined)
  const [exchange, revoke] = server.received
  assert.deepEqual(Object.fromEntries(new URLSearchParams(exchange?.body)), {
    grant_type: 'authorization_code',
    code: 'c1',
    redirect_uri: redirectUri,
    code_verifier: 'v1',
  })
  assert.match(exchange?.headers.authorization ?? '', /^Basic /)
  assert.deepEqual([revoke?.url, revoke?.body], ['/oauth/revoke', 'token=t1&client_id=cid'])
  assert.equal(time.running(), 0)
})

test('a code works once: a lost answer is not followed by a second try, and refusals say what to do', async () => {
  const exchange = (server: { url: string }) =>
    exchangeCode(
      app,
      { code: 'c1', codeVerifier: 'v1', redirectUri },
      { oauthUrl: `${server.url}/oauth`, ambient: createFakeTime() },
    )
  await using server = await startScriptedServer(
    cut,
    answer(400, { reason: 'Invalid authorization code c1', error: 'invalid_grant' }),
    answer(400, { reason: 'Redirect URI mismatch', error: 'invalid_request' }),
  )
  await assert.rejects(exchange(server), isError('network', /consent again/))
  assert.equal(server.received.length, 1)
  await assert.rejects(exchange(server), isError('sign_in_refused', /five minutes/))
  await assert.rejects(exchange(server), isError('sign_in_refused', /redirect URI exactly/))
})

test('an exchange can be given up, and has a time limit', async () => {
  await using server = await startScriptedServer(silent)
  const time = createFakeTime()
  const options = { oauthUrl: `${server.url}/oauth`, ambient: time }
  const late = assert.rejects(
    exchangeCode(app, { code: 'c', codeVerifier: 'v', redirectUri }, options),
    isError('timeout', /30000 ms/),
  )
  await server.waitFor(1)
  time.expire()
  await late
  const signal = AbortSignal.abort()
  await assert.rejects(
    revokeToken(app, { accessToken: 't' }, { ...options, signal }),
    isError('aborted', /oauthRevoke/),
  )
})

test('mistakes are named before a person is sent anywhere', async () => {
  await assert.rejects(startConsent(app, { redirectUri: 'callback' }), isError('invalid_input', /^redirectUri/))
  await assert.rejects(startConsent({ clientId: '' }, { redirectUri }), isError('invalid_input', /^clientId/))
  const options = { redirectUri, oauthUrl: 'http://example.org' }
  await assert.rejects(startConsent(app, options), isError('invalid_input', /^oauthUrl/))
})
