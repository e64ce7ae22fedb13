import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { optionsFromEnvironment } from './environment.ts'
import { ZoomError } from './errors.ts'

const complete = { ZOOM_ACCOUNT_ID: 'acc', ZOOM_CLIENT_ID: 'cid', ZOOM_CLIENT_SECRET: 'the-app-secret' }

function mistakesOf(environment: Record<string, string | undefined>): string[] {
  try {
    optionsFromEnvironment(environment)
  } catch (error) {
    assert.ok(error instanceof ZoomError && error.code === 'invalid_input')
    for (const { field } of error.details.fieldErrors ?? []) assert.ok(error.message.includes(field))
    assert.ok(!inspect(error, { depth: 9 }).includes('the-app-secret'))
    return (error.details.fieldErrors ?? []).map(({ field, message }) => `${field} ${message}`)
  }
  return []
}

test('three values sign in at the real Zoom; both addresses lead to an emulator', () => {
  const { auth, ...rest } = optionsFromEnvironment({ ...complete, PATH: '/bin' })
  assert.deepEqual([auth.kind, auth.cacheKey, rest], ['server_to_server', 's2s acc cid', {}])
  const local = { ZOOM_API_URL: 'http://127.0.0.1:4747/v2', ZOOM_OAUTH_URL: 'http://127.0.0.1:4747/oauth' }
  const { auth: _auth, ...urls } = optionsFromEnvironment({ ...complete, ...local, ZOOM_CLIENT_ID: ' cid\n' })
  assert.deepEqual(urls, { apiUrl: local.ZOOM_API_URL, oauthUrl: local.ZOOM_OAUTH_URL })
})

test('every mistake is told at once, and no secret with it', () => {
  assert.equal(mistakesOf({}).length, 3)
  assert.deepEqual(
    mistakesOf({
      ZOOM_ACCOUNT_ID: '  ',
      ZOOM_CLIENT_ID: 'a:b',
      ZOOM_CLIENT_SECRET: '"the-app-secret"',
      ZOOM_API_URL: 'http://api.example.org/v2',
    }),
    [
      "ZOOM_ACCOUNT_ID is not set: copy it from the app's page on marketplace.zoom.us",
      'ZOOM_CLIENT_SECRET contains a space, quotes around it, or a special character: copy it anew',
      'ZOOM_CLIENT_ID contains a colon: copy it anew',
      'ZOOM_API_URL is not an address to use: Use https; http is for this machine only (localhost, 127.0.0.1, [::1]), since tokens travel with every request.',
      'ZOOM_OAUTH_URL is not set although the other address is: set both, or neither for the real Zoom',
    ],
  )
  assert.match(String(mistakesOf({ ...complete, ZOOM_OAUTH_URL: 'https://zoom.us/oauth' })), /^ZOOM_API_URL is not set/)
})
