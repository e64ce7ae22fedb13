import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import {
  authorizationCode,
  bearer,
  codeFromCallback,
  createZoomClient,
  exchangeCode,
  legacyJwt,
  optionsFromEnvironment,
  revokeToken,
  serverToServer,
  startConsent,
  ZoomError,
} from '@convene/zoom'
import { createFileTokenStore, createNodeFetch } from '@convene/zoom/node'
import { type RunningEmulator, startEmulator } from '@convene/zoom-emulator'

const redirectUri = 'http://127.0.0.1:53682/callback'
const seed = {
  users: [{ email: 'ada@example.com', first_name: 'Ada', last_name: 'Lovelace', type: 2 }],
  apps: [
    { type: 'server_to_server', client_id: 's2s', client_secret: 's2s-secret' },
    { type: 'server_to_server', client_id: 'narrow', client_secret: 'narrow-secret', scopes: ['user:read:user:admin'] },
    { type: 'oauth', client_id: 'web', client_secret: 'web-secret', redirect_uris: [redirectUri] },
    { type: 'jwt', api_key: 'old-key', api_secret: 'old-secret' },
  ],
} as const

const urlsOf = ({ url }: RunningEmulator) => ({ apiUrl: `${url}/v2`, oauthUrl: `${url}/oauth` })
const accountOf = (zoom: RunningEmulator) => zoom.env.ZOOM_ACCOUNT_ID ?? ''
/** The client lives in the emulator's time, so that an hour passes when the test says so. */
const clockOf = (zoom: RunningEmulator) => ({ now: () => zoom.clock.now() })
const isRefused = (remedy: RegExp) => (error: unknown) =>
  error instanceof ZoomError && error.code === 'sign_in_refused' && remedy.test(error.remedy)

/** What the person does in the browser: chooses who they are and presses "Allow". Gives the address they are sent to. */
async function consentInBrowser(url: string, user: string): Promise<string> {
  const { origin, pathname, searchParams } = new URL(url)
  const body = new URLSearchParams({ ...Object.fromEntries(searchParams), user, decision: 'allow' })
  const answer = await fetch(origin + pathname, { method: 'POST', body, redirect: 'manual' })
  return answer.headers.get('location') ?? assert.fail(`no way back: ${answer.status}`)
}

test('a Server-to-Server app from the environment signs in, and again when its hour is over', async () => {
  await using zoom = await startEmulator()
  await using nodeFetch = createNodeFetch()
  const requests: string[] = []
  const client = createZoomClient({
    ...optionsFromEnvironment(zoom.env),
    hooks: { onRequest: ({ operation }) => requests.push(operation) },
    ambient: { fetch: nodeFetch, ...clockOf(zoom) },
  })
  const { scopes } = await client.signIn()
  assert.ok(scopes.includes('meeting:write:meeting:admin'))
  await client.users.me()
  zoom.clock.advance(3_600_000)
  await client.users.me()
  assert.deepEqual(requests, ['oauthToken', 'users.me', 'oauthToken', 'users.me'])
})

test('a token that Zoom voids early is replaced without the caller noticing', async () => {
  await using zoom = await startEmulator()
  // This client's clock stands still, so only the 401 tells it that the hour is over.
  const startedAt = zoom.clock.now()
  const client = createZoomClient({ ...optionsFromEnvironment(zoom.env), ambient: { now: () => startedAt } })
  const before = await client.users.me()
  zoom.clock.advance(3_600_000)
  assert.equal((await client.users.me()).id, before.id)
})

test('a person consents in the browser with PKCE, stays signed in over restarts, and can be signed out', async () => {
  await using zoom = await startEmulator({ seed })
  const folder = await mkdtemp(join(tmpdir(), 'convene-sign-in-'))
  try {
    const app = { clientId: 'web', clientSecret: 'web-secret' }
    const options = { oauthUrl: urlsOf(zoom).oauthUrl, ambient: clockOf(zoom) }
    const { url, state, codeVerifier } = await startConsent(app, { ...options, redirectUri })
    const callback = await consentInBrowser(url, 'ada@example.com')
    const token = await exchangeCode(
      app,
      { code: codeFromCallback(callback, state), codeVerifier, redirectUri },
      options,
    )

    const tokenStore = createFileTokenStore(join(folder, 'tokens.json'))
    const open = (first?: typeof token) =>
      createZoomClient({
        auth: authorizationCode({ ...app, token: first }),
        ...urlsOf(zoom),
        tokenStore,
        ambient: clockOf(zoom),
      })
    const person = await open(token).users.me()
    assert.equal(person.email, 'ada@example.com')
    zoom.clock.advance(3_600_000)
    // The first token is over: a client gets the next one by the refresh token, and the client after it finds that in the file.
    assert.equal((await open(token).users.me()).id, person.id)
    zoom.clock.advance(3_600_000)
    const restarted = open()
    assert.equal((await restarted.users.me()).id, person.id)

    const code = codeFromCallback(callback, state)
    await assert.rejects(exchangeCode(app, { code, codeVerifier, redirectUri }, options), isRefused(/works once/))
    const last = (await tokenStore.get(authorizationCode(app).cacheKey)) ?? assert.fail('no token in the file')
    await revokeToken(app, last, options)
    await assert.rejects(restarted.users.me(), isRefused(/consent again/))
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a code without its verifier is worth nothing to a thief', async () => {
  await using zoom = await startEmulator({ seed })
  const app = { clientId: 'web', clientSecret: 'web-secret' }
  const options = { oauthUrl: urlsOf(zoom).oauthUrl }
  const { url, state } = await startConsent(app, { ...options, redirectUri })
  const code = codeFromCallback(await consentInBrowser(url, 'ada@example.com'), state)
  const stolen = { code, codeVerifier: 'a-guess-of-forty-three-characters-or-more-xxx', redirectUri }
  await assert.rejects(exchangeCode(app, stolen, options), isRefused(/start the consent again/))
})

test('a token that someone else got is used as it is', async () => {
  await using zoom = await startEmulator({ seed })
  const body = new URLSearchParams({ grant_type: 'account_credentials', account_id: accountOf(zoom) })
  const headers = { authorization: `Basic ${btoa('s2s:s2s-secret')}` }
  const fetchToken = async () => {
    const answer = await fetch(`${zoom.url}/oauth/token`, { method: 'POST', headers, body })
    const { access_token } = (await answer.json()) as { access_token: string }
    return access_token
  }
  for (const source of [await fetchToken(), fetchToken])
    assert.ok((await createZoomClient({ auth: bearer(source), ...urlsOf(zoom) }).users.me()).id)
})

test('the legacy JWT app works here; without such an app the refusal leads to Server-to-Server', async () => {
  await using zoom = await startEmulator({ seed })
  const open = (apiKey: string) =>
    createZoomClient({ auth: legacyJwt({ apiKey, apiSecret: 'old-secret' }), ...urlsOf(zoom) })
  assert.ok((await open('old-key').users.me()).id)
  await assert.rejects(open('unknown-key').users.me(), isRefused(/serverToServer/))
})

test('what is wrong with an app is said by name: its secret, its account, its scopes', async () => {
  await using zoom = await startEmulator({ seed })
  const app = { accountId: accountOf(zoom), clientId: 's2s', clientSecret: 's2s-secret' }
  const open = (change: Partial<typeof app>) =>
    createZoomClient({ auth: serverToServer({ ...app, ...change }), ...urlsOf(zoom) })
  await assert.rejects(open({ clientSecret: 'other' }).users.me(), isRefused(/client secret/))
  await assert.rejects(open({ accountId: 'other' }).users.me(), isRefused(/account id/))
  const narrow = open({ clientId: 'narrow', clientSecret: 'narrow-secret' })
  await assert.rejects(narrow.meetings.create({ topic: 'Weekly' }), (error) => {
    assert.ok(error instanceof ZoomError && error.code === 'scope_missing', String(error))
    assert.deepEqual([error.details.zoomCode, error.details.outcome], [4711, 'not_done'])
    return error.details.scopes?.includes('meeting:write:meeting:admin') ?? false
  })
})
