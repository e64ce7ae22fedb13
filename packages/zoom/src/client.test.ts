import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { authorizationCode } from './auth/authorization-code.ts'
import { bearer } from './auth/bearer.ts'
import { legacyJwt } from './auth/legacy-jwt.ts'
import { serverToServer } from './auth/server-to-server.ts'
import { createZoomClient } from './client.ts'
import type { ZoomClientOptions } from './create-zoom.ts'
import { ZoomError } from './errors.ts'

const auth = bearer('t')

test('an option that cannot be used is refused by its name when the client is made', () => {
  const urls = (apiUrl: string) => ({ apiUrl, oauthUrl: 'https://zoom.us/oauth' })
  const rows: [Partial<ZoomClientOptions>, string, RegExp][] = [
    [urls('api.zoom.us/v2'), 'apiUrl', /whole address/],
    [urls('http://api.zoom.us/v2'), 'apiUrl', /Use https/],
    [urls('http://127.0.0.1.example.org/v2'), 'apiUrl', /Use https/],
    [urls('ftp://localhost/'), 'apiUrl', /Use https/],
    [urls('https://ada:hunter22@example.org/v2'), 'apiUrl', /Leave user and password out/],
    [urls('https://example.org/v2?x=1'), 'apiUrl', /Leave out what follows/],
    [{ oauthUrl: 'nonsense' }, 'oauthUrl', /whole address/],
    [{ apiUrl: 'https://example.org/v2' }, 'oauthUrl', /both addresses/],
    [{ oauthUrl: 'https://example.org/oauth' }, 'apiUrl', /both addresses/],
    [{ timeoutMs: 0 }, 'timeoutMs', /more than 0/],
    [{ retries: -1 }, 'retries', /from 0 to 10/],
    [{ retries: 1.5 }, 'retries', /from 0 to 10/],
  ]
  for (const [options, field, remedy] of rows)
    assert.throws(
      () => createZoomClient({ auth, ...options }),
      (error) =>
        error instanceof ZoomError &&
        error.code === 'invalid_input' &&
        error.details.field === field &&
        remedy.test(error.remedy) &&
        !inspect(error, { depth: 9 }).includes('hunter22'),
      JSON.stringify(options),
    )
})

test('http is taken where nothing leaves the machine', () => {
  for (const host of ['localhost:1', '127.0.0.1', '127.1.2.3:80', '[::1]:4747', 'zoom.localhost'])
    createZoomClient({ auth, apiUrl: `http://${host}/v2`, oauthUrl: `http://${host}/oauth` })
})

test('a client without a way to sign in is refused when it is made', () => {
  for (const options of [{}, { auth: { accountId: 'acc', clientId: 'cid', clientSecret: 'the-app-secret' } }])
    assert.throws(
      () => createZoomClient(options as unknown as ZoomClientOptions),
      (error) =>
        error instanceof ZoomError &&
        /^auth is .* auth: serverToServer\(/.test(error.message) &&
        !inspect(error, { depth: 9 }).includes('the-app-secret'),
    )
})

test('a printed client, and a printed way to sign in, shows no credential', () => {
  const secret = 'the-secret'
  const app = { accountId: 'acc', clientId: 'cid', clientSecret: secret }
  const token = { accessToken: secret, refreshToken: secret, expiresAt: undefined, scopes: [] }
  const ways = [
    serverToServer(app),
    bearer(secret),
    legacyJwt({ apiKey: 'key', apiSecret: secret }),
    authorizationCode({ ...app, token }),
    authorizationCode({ ...app, token: { refreshToken: secret } }),
  ]
  for (const auth of ways)
    for (const printed of [auth, createZoomClient({ auth })]) {
      assert.ok(!inspect(printed, { depth: 9, showHidden: true }).includes(secret), auth.kind)
      assert.ok(!JSON.stringify(printed).includes(secret), auth.kind)
    }
})
