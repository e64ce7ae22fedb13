import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import type { Env } from './context.ts'
import { readJson } from './read-json.ts'
import { ZoomApiError } from './zoom-error.ts'

const app = new Hono<Env>()
app.post('/', async (context) => context.json(await readJson(context)))
app.onError((error, context) => {
  if (error instanceof ZoomApiError) return context.json(error.toBody(), error.status as 400)
  throw error
})
const send = (body: string | ReadableStream | null, headers: Record<string, string> = {}) =>
  app.request(
    '/',
    { method: 'POST', body, headers, ...(body instanceof ReadableStream && { duplex: 'half' }) },
    { entry: {} },
  )

test('a JSON object is read whatever its Content-Type says', async () => {
  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded'])
    assert.deepEqual(await (await send('{"topic":"a"}', { 'content-type': type })).json(), { topic: 'a' })
})

test('no body, or an empty one, is an empty object', async () => {
  assert.deepEqual(await (await send(null)).json(), {})
  assert.deepEqual(await (await send(' \n', { 'content-type': 'application/json' })).json(), {})
})

const refused: Record<string, string> = {
  'broken JSON': '{"topic":',
  'a list': '[]',
  'a number': '1',
  null: 'null',
  'a depth bomb': `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  'an object nested too deep': `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`,
}
for (const [name, body] of Object.entries(refused))
  test(`${name} is refused in Zoom's words`, async () => {
    const response = await send(body)
    assert.equal(response.status, 400)
    assert.deepEqual(await response.json(), { code: 300, message: 'Request Body should be a valid JSON object.' })
  })

test('a __proto__ key does no harm to copies of the body', async () => {
  const text = await (await send('{"settings":{"__proto__":{"polluted":true}},"__proto__":{"polluted":true}}')).text()
  assert.equal(text, '{"settings":{}}')
})

test('a body over 1 MiB is refused, said in a header or not', async () => {
  const long = `{"topic":"${'x'.repeat(1024 * 1024)}"}`
  assert.equal((await send(long, { 'content-length': String(long.length) })).status, 413)
  assert.equal((await send(new Blob([long]).stream())).status, 413)
})

test('a body that breaks off is the caller’s fault, not the emulator’s', async () => {
  const broken = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"topic":'))
    },
    pull(controller) {
      controller.error(new Error('aborted'))
    },
  })
  const answer = await send(broken)
  assert.equal(answer.status, 400)
  assert.equal(((await answer.json()) as { code: number }).code, 300)
})
