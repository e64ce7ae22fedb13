import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { signInAtProvider, startProvider, type TestProvider } from '../../../test/openid-provider.ts'
import { createToken } from '../tokens.ts'
import { OpenIdFailure } from './failure.ts'
import { createOpenIdProvider, type OpenIdChecks, type OpenIdProvider } from './provider.ts'

const redirectUri = 'http://127.0.0.1:9/api/v1/sign-in/openid/callback'
const surroundings = { fetch, now: Date.now }

function desk({ issuer, clientId, clientSecret }: TestProvider, now: () => number = Date.now): OpenIdProvider {
  return createOpenIdProvider({ issuer, clientId, clientSecret, redirectUri }, { fetch, now })
}

function newChecks(): OpenIdChecks {
  const token = () => createToken(randomBytes)
  return { state: token(), nonce: token(), codeVerifier: token() }
}

async function signIn(provider: OpenIdProvider) {
  const checks = newChecks()
  const back = await signInAtProvider(await provider.addressFor(checks), redirectUri)
  return provider.identify(back.searchParams, checks)
}

const isFailure =
  (code: OpenIdFailure['code'], message = /./) =>
  (error: unknown) =>
    error instanceof OpenIdFailure && error.code === code && message.test(error.message)

for (const claimsInIdToken of [true, false])
  for (const authentication of ['client_secret_basic', 'client_secret_post'] as const)
    test(`a person is known by a verified address (${claimsInIdToken ? 'ID token' : 'userinfo'}, ${authentication})`, async () => {
      await using provider = await startProvider({ redirectUri, claimsInIdToken, authentication })
      provider.person = {
        email: 'Mei@Example.org',
        email_verified: true,
        name: '林美玲',
        locale: 'zh-TW',
        zoneinfo: 'Asia/Taipei',
      }
      assert.deepEqual(await signIn(desk(provider)), {
        email: 'Mei@Example.org',
        name: '林美玲',
        language: 'zh-TW',
        timeZone: 'Asia/Taipei',
      })
    })

test('an address that nobody has verified is no sign of who it is', async () => {
  await using provider = await startProvider({ redirectUri })
  for (const person of [
    { email: 'mei@example.org', email_verified: false },
    { email: 'mei@example.org' },
    { email: 'mei@example.org', xms_edov: true },
    { email_verified: true },
  ]) {
    provider.person = person
    await assert.rejects(signIn(desk(provider)), isFailure('email_not_verified'), JSON.stringify(person))
  }
})

test('who says no at the provider, or at a provider that is away, is told so', async () => {
  await using provider = await startProvider({ redirectUri })
  provider.person = undefined
  await assert.rejects(signIn(desk(provider)), isFailure('refused', /access_denied/))
  const checks = newChecks()
  const answer = new URLSearchParams({ error: 'temporarily_unavailable', state: checks.state, iss: provider.issuer })
  await assert.rejects(desk(provider).identify(answer, checks), isFailure('provider_away'))
})

test('an answer to another question is not believed', async () => {
  await using provider = await startProvider({ redirectUri })
  const one = desk(provider)
  const [mine, others] = [newChecks(), newChecks()]
  const answerTo = async (checks: OpenIdChecks) =>
    (await signInAtProvider(await one.addressFor(checks), redirectUri)).searchParams

  await assert.rejects(one.identify(await answerTo(others), mine), isFailure('expired'), 'another state')
  const answer = await answerTo(mine)
  await assert.rejects(
    one.identify(answer, { ...mine, codeVerifier: others.codeVerifier }),
    isFailure('failed', /invalid_grant/),
    'another verifier',
  )
  await assert.rejects(
    one.identify(await answerTo(mine), { ...mine, nonce: others.nonce }),
    isFailure('failed', /OAUTH_JWT_CLAIM_COMPARISON_FAILED/),
    'another nonce',
  )
  const twice = await answerTo(mine)
  await one.identify(twice, mine)
  await assert.rejects(one.identify(twice, mine), isFailure('failed', /invalid_grant/), 'a code works once')
})

test('a provider that was away is asked again at the next need, and by many at once but once', async () => {
  const first = await startProvider({ redirectUri })
  const { issuer, port, clientId, clientSecret } = first
  await first[Symbol.asyncDispose]()
  const one = createOpenIdProvider({ issuer, clientId, clientSecret, redirectUri }, surroundings)
  for (let tries = 0; tries < 2; tries++)
    await assert.rejects(one.addressFor(newChecks()), isFailure('provider_away', /discovery/))

  await using provider = await startProvider({ redirectUri, port })
  await Promise.all([signIn(one), one.addressFor(newChecks()), one.addressFor(newChecks())])
  assert.equal(provider.discoveries(), 1)
})

test('what a provider says of itself is asked for anew after a day, and kept while it does not answer', async () => {
  let now = 0
  const provider = await startProvider({ redirectUri })
  const one = desk(provider, () => now)
  await one.addressFor(newChecks())
  now += 25 * 60 * 60_000
  await one.addressFor(newChecks())
  assert.equal(provider.discoveries(), 2)
  await provider[Symbol.asyncDispose]()
  now += 25 * 60 * 60_000
  assert.match(await one.addressFor(newChecks()), /^http:/)
})

test('plain HTTP is for a provider on this machine alone', async () => {
  const app = { clientId: 'desk', clientSecret: 's', redirectUri }
  const asked: string[] = []
  const never: typeof fetch = async (input) => {
    asked.push(String(input))
    throw new TypeError('fetch failed')
  }
  for (const issuer of ['http://login.example', 'http://127.0.0.1.example', 'http://10.0.0.1'])
    await assert.rejects(
      createOpenIdProvider({ ...app, issuer }, { ...surroundings, fetch: never }).addressFor(newChecks()),
      isFailure('provider_away'),
    )
  assert.deepEqual(asked, [])
})

test('a provider on this machine cannot lead us to plain HTTP elsewhere', async () => {
  await using provider = await startProvider({ redirectUri })
  const asked: string[] = []
  const astray: typeof fetch = async (input, options) => {
    asked.push(String(input))
    const response = await fetch(input, options)
    if (!String(input).includes('.well-known')) return response
    return Response.json({ ...((await response.json()) as object), token_endpoint: 'http://10.0.0.1/token' })
  }
  const { issuer, clientId, clientSecret } = provider
  const one = createOpenIdProvider({ issuer, clientId, clientSecret, redirectUri }, { ...surroundings, fetch: astray })
  await assert.rejects(signIn(one), isFailure('provider_away'))
  assert.deepEqual(asked, [`${issuer}/.well-known/openid-configuration`])
})

test('nothing secret is seen of a provider or a failure', async () => {
  await using provider = await startProvider({ redirectUri })
  const one = desk(provider)
  const checks = newChecks()
  const url = await one.addressFor(checks)
  const shown = [inspect(one, { depth: 9, showHidden: true }), url]
  const back = await signInAtProvider(url, redirectUri)
  try {
    await one.identify(back.searchParams, { ...checks, codeVerifier: newChecks().codeVerifier })
  } catch (error) {
    shown.push(inspect(error, { depth: 9, showHidden: true }))
  }
  assert.equal(shown.length, 3)
  for (const secret of [provider.clientSecret, checks.codeVerifier])
    for (const text of shown) assert.ok(!text.includes(secret) && !text.includes(encodeURIComponent(secret)))
  assert.ok(!shown[2]?.includes(back.searchParams.get('code') ?? ''))
})
