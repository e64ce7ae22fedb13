import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { oauthCalls, redirect, s256 } from '../../../test/oauth-calls.ts'
import { type RunningEmulator, startEmulator } from '../../index.ts'

let zoom: RunningEmulator
before(async () => {
  zoom = await startEmulator()
})
beforeEach(() => zoom.control.reset())
after(() => zoom.close())

const { allow, authorizeUrl } = oauthCalls(() => zoom)

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
