import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { bearer } from './auth/bearer.ts'
import { serverToServer } from './auth/server-to-server.ts'
import { createZoomClient, type ZoomClientOptions } from './client.ts'
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

test('a printed client shows no credential', () => {
  const app = { accountId: 'acc', clientId: 'cid', clientSecret: 'the-app-secret' }
  const printed = inspect(
    [createZoomClient({ auth: serverToServer(app) }), serverToServer(app), bearer('the-app-secret')],
    {
      depth: 9,
      showHidden: true,
    },
  )
  assert.ok(!printed.includes('the-app-secret'))
})
