import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { serve } from '@hono/node-server'
import express5 from 'express'
import createFastify, { type FastifyInstance } from 'fastify'
import { Hono } from 'hono'
import { WebhookError } from './errors.ts'
import { createExpressWebhookHandler } from './express.ts'
import { createFastifyWebhookHandler } from './fastify.ts'
import type { WebhookHandlerOptions } from './handler-options.ts'
import { createHonoWebhookHandler } from './hono.ts'
import { createNodeWebhookHandler } from './node.ts'
import { signWebhook } from './signature.ts'

/** It has no types of its own; what is used here looks as in Express 5. */
const express4 = createRequire(import.meta.url)('express4') as typeof express5

const path = '/webhooks/zoom'
const secretToken = 'the-secret-token'
const started = '{"event":"meeting.started","event_ts":1,"payload":{"account_id":"a","object":{"id":"85746065432"}}}'
const fixture = JSON.parse(
  readFileSync(new URL('../../../../fixtures/zoom/webhooks/not-as-json-writes-it.json', import.meta.url), 'utf8'),
) as { body: string }

interface Listening {
  readonly url: string
  readonly close: () => unknown
}

/** Starts a framework with a handler of these options; the address of its route comes back. */
type Start = (options: WebhookHandlerOptions) => Promise<Listening>

async function listen(listener: RequestListener): Promise<Listening> {
  const server = createServer(listener)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, close: () => server.close() }
}

async function listenWithFastify(build: (app: FastifyInstance) => unknown): Promise<Listening> {
  const app = createFastify()
  await build(app)
  return { url: `${await app.listen({ host: '127.0.0.1', port: 0 })}${path}`, close: () => app.close() }
}

async function listenWithHono(app: Hono): Promise<Listening> {
  const { promise, resolve } = Promise.withResolvers<AddressInfo>()
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, resolve)
  return { url: `http://127.0.0.1:${(await promise).port}${path}`, close: () => server.close() }
}

/** A parser of Fastify that leaves the bytes alone, as the guide has it. */
const keepsBytes = (app: FastifyInstance, options: WebhookHandlerOptions) =>
  app.register(async (scope) => {
    scope.removeContentTypeParser('application/json')
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes))
    scope.all(path, createFastifyWebhookHandler(options))
  })

const frameworks: Readonly<Record<string, Start>> = {
  Node: (options) => listen(createNodeWebhookHandler(options)),
  'Express without a parser': (options) => listen(express5().all(path, createExpressWebhookHandler(options))),
  'Express with express.raw()': (options) =>
    listen(express5().all(path, express5.raw({ type: '*/*', limit: '5mb' }), createExpressWebhookHandler(options))),
  'Express with a parser that keeps the bytes': (options) => {
    const verify = (request: object, _response: unknown, rawBody: Buffer) => Object.assign(request, { rawBody })
    const app = express5().use(express5.json({ verify, limit: '5mb' }))
    return listen(app.all(path, createExpressWebhookHandler(options)))
  },
  'Express 4 without a parser': (options) => listen(express4().all(path, createExpressWebhookHandler(options))),
  'Express 4 with express.raw()': (options) =>
    listen(express4().all(path, express4.raw({ type: '*/*', limit: '5mb' }), createExpressWebhookHandler(options))),
  Fastify: (options) => listenWithFastify((app) => keepsBytes(app, options)),
  'Fastify with a parser of its own above': (options) =>
    listenWithFastify((app) => {
      app.removeContentTypeParser('application/json')
      app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))
      return keepsBytes(app, options)
    }),
  Hono: (options) => listenWithHono(new Hono().all(path, createHonoWebhookHandler(options))),
}

const running: Listening[] = []
after(() => Promise.all(running.map(({ close }) => close())))

async function setUp(start: Start) {
  const heard: unknown[] = []
  const errors: unknown[] = []
  const options: WebhookHandlerOptions = {
    secretToken,
    on: { 'meeting.started': ({ payload }) => heard.push(payload.object.id) },
    onOther: (event) => heard.push(event),
    onError: (error) => errors.push(error),
    maxBodyBytes: 2000,
  }
  const host = await start(options)
  running.push(host)
  return {
    heard,
    errors,
    url: host.url,
    async deliver(body: string, signed = body) {
      const headers = await signWebhook({ body: signed, secretToken })
      const answer = await fetch(host.url, { method: 'POST', headers, body })
      return { status: answer.status, text: await answer.text() }
    },
  }
}

for (const [name, start] of Object.entries(frameworks)) {
  test(`${name}: an event is handled once, whatever its bytes look like`, async () => {
    const at = await setUp(start)
    for (const body of [started, started, fixture.body, fixture.body]) {
      const answer = await at.deliver(body)
      assert.deepEqual(answer, { status: 204, text: '' }, String(at.errors[0]))
    }
    assert.deepEqual(at.heard, ['85746065432', JSON.parse(fixture.body)])
  })

  test(`${name}: the check of the address is answered`, async () => {
    const at = await setUp(start)
    const answer = await at.deliver('{"event":"endpoint.url_validation","event_ts":1,"payload":{"plainToken":"abc"}}')
    const encryptedToken = createHmac('sha256', secretToken).update('abc').digest('hex')
    assert.deepEqual([answer.status, JSON.parse(answer.text)], [200, { plainToken: 'abc', encryptedToken }])
  })

  test(`${name}: what is changed, too large or no POST is refused`, async () => {
    const at = await setUp(start)
    assert.equal((await at.deliver(`${started} `, started)).status, 401)
    assert.equal((await at.deliver(`${started}${' '.repeat(5000)}`)).status, 413)
    assert.equal((await fetch(at.url)).status, 405)
    assert.deepEqual(at.heard, [])
    assert.deepEqual(
      at.errors.map((error) => error instanceof WebhookError && error.code),
      ['signature_wrong', 'body_too_large'],
    )
  })
}

test('Node: a body over the limit is answered before all of it has come', async () => {
  const at = await setUp((options) => listen(createNodeWebhookHandler(options)))
  const socket = connect(Number(new URL(at.url).port), '127.0.0.1')
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n\r\n${'x'.repeat(5000)}`)
  assert.match(await text(socket), /^HTTP\/1\.1 413 [\s\S]*connection: close/i)
})

test('Node: a connection that breaks off in the middle of a body is refused, and hurts nobody', async () => {
  const at = await setUp((options) => listen(createNodeWebhookHandler({ ...options, maxBodyBytes: 1e6 })))
  const { promise: refused, resolve } = Promise.withResolvers<unknown>()
  at.errors.push = (error) => {
    resolve(error)
    return 1
  }
  const socket = connect(Number(new URL(at.url).port), '127.0.0.1')
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{"event"`, () => socket.destroy())
  const error = await refused
  assert.ok(error instanceof WebhookError && error.code === 'body_malformed', String(error))
  assert.equal((await at.deliver(started)).status, 204)
})

/** Runs lines that an error told the reader to add. */
const run = (lines: readonly string[], given: Readonly<Record<string, unknown>>): unknown =>
  new Function(...Object.keys(given), lines.join('\n'))(...Object.values(given))

/** Delivers below a parser that keeps no bytes; gives the lines that the answer says to add. */
async function remedyOf(start: Start): Promise<string[]> {
  const at = await setUp(start)
  const answer = await at.deliver(started)
  assert.equal(answer.status, 500)
  const { code, message } = JSON.parse(answer.text) as { code: string; message: string }
  assert.deepEqual([code, at.heard], ['raw_body_missing', []])
  return message.split('\n')
}

async function assertWorks(start: Start): Promise<void> {
  const at = await setUp(start)
  assert.equal((await at.deliver(fixture.body)).status, 204, String(at.errors[0]))
}

for (const [version, express] of [
  [4, express4],
  [5, express5],
] as const)
  test(`Express ${version}: below express.json() it refuses, and each of the two remedies mends it as it is written`, async () => {
    const lines = await remedyOf((options) =>
      listen(express().use(express.json()).post(path, createExpressWebhookHandler(options))),
    )
    assert.match(`${lines[0]}${lines[3]}`, /Put the route above the body parser:or let the parser keep the bytes:/)
    await assertWorks((options) => {
      const app = express()
      run(lines.slice(1, 3), { app, express, createExpressWebhookHandler, options })
      return listen(app)
    })
    await assertWorks((options) => {
      const app = express()
      run(lines.slice(4), { app, express })
      return listen(app.post(path, createExpressWebhookHandler(options)))
    })
  })

test('Fastify: with its own parser it refuses, and the remedy mends it as it is written', async () => {
  const lines = await remedyOf((options) =>
    listenWithFastify((app) => app.post(path, createFastifyWebhookHandler(options))),
  )
  await assertWorks((options) =>
    listenWithFastify((app) => run(lines.slice(1), { app, createFastifyWebhookHandler, options })),
  )
})

test('Hono: below a middleware that reads the body it refuses, and the remedy mends it as it is written', async () => {
  const readsTheBody = async (context: { req: { json(): Promise<unknown> } }, next: () => Promise<void>) => {
    await context.req.json()
    await next()
  }
  const lines = await remedyOf((options) =>
    listenWithHono(new Hono().use(readsTheBody).post(path, createHonoWebhookHandler(options))),
  )
  await assertWorks((options) => {
    const app = new Hono()
    run(lines.slice(1), { app, createHonoWebhookHandler, options, readsTheBody })
    return listenWithHono(app)
  })
})

test('Hono on a worker: a slow listener keeps the worker alive', async () => {
  const gate = Promise.withResolvers<void>()
  const kept: Promise<unknown>[] = []
  const { promise: called, resolve } = Promise.withResolvers<void>()
  const handler = createHonoWebhookHandler({
    secretToken,
    on: {
      'meeting.started': () => {
        resolve()
        return gate.promise
      },
    },
    onError: (error) => assert.fail(String(error)),
  })
  const headers = await signWebhook({ body: started, secretToken })
  const context = { waitUntil: (work: Promise<unknown>) => kept.push(work), passThroughOnException() {}, props: {} }
  const app = new Hono().post(path, handler)
  const answer = app.request(path, { method: 'POST', headers, body: started }, {}, context)
  await called
  assert.equal(kept.length, 1)
  gate.resolve()
  assert.equal((await answer).status, 204)
  await kept[0]
})
