import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { checkHost } from './check-host.ts'
import type { Env } from './env.ts'
import { HttpProblem } from './http-problem.ts'

const outside = { publicUrl: 'https://desk.example.org', host: '10.0.0.5', port: 4760 }

/** @param address what stands before the path in the first line of the request, where something does */
async function statusOf(
  config: typeof outside,
  host: string,
  path = '/api/v1/session',
  address = 'http://localhost:4760',
): Promise<number> {
  const app = new Hono<Env>().use(checkHost(config))
  app.get('*', ({ text }) => text('in'))
  app.onError((error) => new Response(null, { status: error instanceof HttpProblem ? 421 : 500 }))
  const { status } = await app.request(address + path, { headers: { host } })
  return status
}

test('a desk answers by its public name and by the addresses that this machine has for it', async () => {
  for (const host of [
    'desk.example.org',
    'DESK.example.org',
    'desk.example.org:443',
    '10.0.0.5:4760',
    'localhost:4760',
    '127.0.0.1:4760',
    '[::1]:4760',
  ])
    assert.equal(await statusOf(outside, host), 200, host)
})

test('a port that a proxy leaves out is not missed', async () => {
  const config = { ...outside, publicUrl: 'https://desk.example.org:8443', host: '::1' }
  for (const host of ['desk.example.org', 'desk.example.org:8443', '[::1]:4760'])
    assert.equal(await statusOf(config, host), 200, host)
})

test('a desk does not answer by another name, port or trick', async () => {
  for (const host of [
    'evil.example',
    'evil.example:4760',
    'desk.example.org.evil.example',
    'desk.example.org:4760',
    'desk.example.org@evil.example',
    'evil.example/desk.example.org',
    'desk.example.org, evil.example',
    'localhost',
    'localhost:4761',
    'localhost.evil.example:4760',
    '',
  ])
    assert.equal(await statusOf(outside, host), 421, host)
})

test('a whole address in the first line of the request counts too', async () => {
  assert.equal(await statusOf(outside, 'desk.example.org', undefined, 'https://desk.example.org'), 200)
  assert.equal(await statusOf(outside, 'desk.example.org', undefined, 'http://evil.example'), 421)
})

test('probes may call by any address', async () => {
  for (const path of ['/health', '/ready', '/metrics'])
    assert.equal(await statusOf(outside, '192.0.2.7:4760', path), 200)
  for (const path of ['/', '/healthy', '/health/x']) assert.equal(await statusOf(outside, '192.0.2.7:4760', path), 421)
})
