import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SignedCalls, startSignedCalls } from '../../test/signed-calls.ts'
import type { Plan } from '../domain/entities.ts'
import { defaultSwitches } from '../domain/switches.ts'

/** How many of `count` equal calls were not refused with 429, and the last answer. */
async function repeat(zoom: SignedCalls, count: number, method: string, path: string, body?: unknown) {
  let passed = 0
  let last = new Response()
  for (let sent = 0; sent < count; sent++) {
    last = await zoom.send(method, path, body)
    if (last.status !== 429) passed++
  }
  return { passed, last }
}

const rates = (headers: Headers) =>
  ['category', 'type', 'limit', 'remaining'].map((name) => headers.get(`x-ratelimit-${name}`))

const perSecond: readonly (readonly [Plan, light: number, medium: number])[] = [
  ['free', 4, 2],
  ['pro', 30, 20],
  ['business', 80, 60],
]
for (const [plan, light, medium] of perSecond)
  test(`an account on the ${plan} plan has ${light} light and ${medium} medium calls a second, each label for itself`, async () => {
    await using zoom = await startSignedCalls({ seed: { account: { plan } }, switches: { limits: 'all' } })
    assert.equal((await repeat(zoom, light + 3, 'GET', '/users/me')).passed, light)
    const { passed, last } = await repeat(zoom, medium + 3, 'GET', '/users/me/meetings')
    assert.equal(passed, medium)
    assert.deepEqual(rates(last.headers), ['Medium', 'QPS', String(medium), '0'])
    assert.equal(last.headers.get('retry-after'), null)
    assert.deepEqual(await last.json(), {
      code: 429,
      message: 'You have reached the maximum per-second rate limit for this API. Try again later.',
    })
    await zoom.emulator.clock.advance(1000)
    assert.equal((await repeat(zoom, light + 3, 'GET', '/users/me')).passed, light)
  })

test('the calls of a day are used up in their seconds, and come back at 00:00 UTC', async () => {
  await using zoom = await startSignedCalls({ seed: { account: { plan: 'free' } }, switches: { limits: 'daily' } })
  const { passed, last } = await repeat(zoom, 2_003, 'GET', '/users/me/meetings')
  assert.equal(passed, 2_000)
  assert.deepEqual(rates(last.headers), ['Medium', 'Daily-limit', '2000', '0'])
  assert.equal(last.headers.get('retry-after'), '2026-11-23T00:00:00Z')
  const { message } = (await last.json()) as { message: string }
  assert.match(message, /^You have reached the maximum daily rate limit for this API\. Refer to the response header/)
  await zoom.emulator.clock.freeze('2026-11-22T23:59:59.999Z')
  assert.equal((await zoom.send('GET', '/users/me/meetings')).status, 429)
  await zoom.emulator.clock.freeze('2026-11-23T00:00:00Z')
  const next = await zoom.send('GET', '/users/me/meetings')
  assert.deepEqual([next.status, ...rates(next.headers)], [200, 'Medium', 'Daily-limit', '2000', '1999'])
})

test('a host has 100 creations and changes a day; another host and deletions have nothing to do with that', async () => {
  await using zoom = await startSignedCalls({ switches: { limits: 'daily' } })
  const path = '/users/mei@example.com/meetings'
  const { id } = (await (await zoom.send('POST', path, { topic: 'One' })).json()) as { id: number }
  for (let sent = 0; sent < 50; sent++)
    assert.equal((await zoom.send('PATCH', `/meetings/${id}`, { topic: `Topic ${sent}` })).status, 204)
  const { passed, last } = await repeat(zoom, 52, 'POST', path, { topic: 'More' })
  assert.equal(passed, 49)
  const { code, message } = (await last.json()) as { code: number; message: string }
  assert.equal(code, 429)
  assert.equal(
    message,
    'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.',
  )
  assert.equal((await zoom.send('PATCH', `/meetings/${id}`, { topic: 'No' })).status, 429)
  assert.equal((await zoom.send('DELETE', `/meetings/${id}`)).status, 204)
  assert.equal((await zoom.send('POST', '/users/kenji@example.com/meetings', { topic: 'His' })).status, 201)
  await zoom.emulator.clock.freeze('2026-11-23T00:00:00Z')
  assert.equal((await zoom.send('POST', path, { topic: 'A new day' })).status, 201)
})

test("a refusal by the host's limit has no Type and no Retry-After, unless the switch asks for them", async () => {
  const refused = async (hostLimitHeaders: 'as_seen' | 'full') => {
    await using zoom = await startSignedCalls({ switches: { limits: 'daily', hostLimitHeaders, createLabel: 'light' } })
    const { last } = await repeat(zoom, 101, 'POST', '/users/me/meetings', { topic: 'One' })
    assert.equal(last.status, 429)
    return [...rates(last.headers), last.headers.get('retry-after')]
  }
  assert.deepEqual(await refused('as_seen'), ['Light', null, '80', '0', null])
  assert.deepEqual(await refused('full'), ['Light', 'Daily-limit', '100', '0', '2026-11-23T00:00:00Z'])
})

test("a request that Zoom refused uses up a host's day, unless the switch says that only successes do", async () => {
  const left = async (hostLimitCounts: 'requests' | 'successes') => {
    await using zoom = await startSignedCalls({ switches: { limits: 'daily', hostLimitCounts } })
    const { last } = await repeat(zoom, 99, 'POST', '/users/me/meetings', { topic: 5.5, duration: 'long' })
    assert.equal(last.status, 400)
    return (await repeat(zoom, 3, 'POST', '/users/me/meetings', { topic: 'Good' })).passed
  }
  assert.equal(await left('requests'), 1)
  assert.equal(await left('successes'), 3)
})

test('an answer and a refusal of another kind say how much of the limit is left', async () => {
  await using zoom = await startSignedCalls({ switches: { limits: 'all' } })
  const good = await zoom.send('GET', '/users/me')
  assert.deepEqual(rates(good.headers), ['Light', 'QPS', '80', '79'])
  const missing = await zoom.send('GET', '/meetings/91234567890')
  assert.deepEqual([missing.status, ...rates(missing.headers)], [404, 'Light', 'QPS', '80', '78'])
})

test('by default nothing is refused and no answer speaks of limits', async () => {
  assert.equal(defaultSwitches.limits, 'off')
  await using zoom = await startSignedCalls()
  const { passed, last } = await repeat(zoom, 130, 'POST', '/users/me/meetings', { topic: 'One' })
  assert.equal(passed, 130)
  assert.deepEqual(rates(last.headers), [null, null, null, null])
})
