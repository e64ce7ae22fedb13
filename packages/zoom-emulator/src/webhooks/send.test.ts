import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { sendWebhook, type WebhookAnswer } from './send.ts'

const never = () => () => {}
const parts = { deliver: (request: Request) => fetch(request), after: never, ending: new AbortController().signal }
const message = { secretToken: 's', timestamp: 1_700_000_000, body: '{"event":"x"}' }

async function sendTo(listener: RequestListener): Promise<WebhookAnswer> {
  const server = createServer(listener)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  try {
    return await sendWebhook(parts, { ...message, url: `http://127.0.0.1:${port}/hooks` })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test('the status and the text of the answer come back', async () => {
  assert.deepEqual(await sendTo((_, response) => response.writeHead(201).end('made')), { status: 201, text: 'made' })
})

test('a redirect is an answer: it is not followed to another machine', async () => {
  const answer = await sendTo((_, response) => response.writeHead(302, { location: 'http://192.0.2.1/' }).end())
  assert.equal(answer.status, 302)
})

test('a connection that breaks off is a problem in words', async () => {
  assert.match(
    (await sendTo((request) => request.socket.destroy())).problem ?? '',
    /other side closed|ECONNRESET|hang up/,
  )
})

test('an address where nothing listens is said to be one', async () => {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  assert.deepEqual(await sendWebhook(parts, { ...message, url: `http://127.0.0.1:${port}` }), {
    problem: 'nothing listens at the address',
  })
})

test('an answer that does not come is waited for 3 seconds, even by a receiver that looks at no signal', async () => {
  let limit: { ms: number; expire: () => void } | undefined
  const answer = sendWebhook(
    {
      ...parts,
      deliver: () => new Promise(() => {}),
      after(ms, expire) {
        limit = { ms, expire }
        return () => {}
      },
    },
    { ...message, url: 'http://127.0.0.1:1' },
  )
  assert.equal(limit?.ms, 3_000)
  limit?.expire()
  assert.deepEqual(await answer, { problem: 'there was no answer within 3 seconds' })
})

test('the end of the emulator ends what is on its way', async () => {
  const end = new AbortController()
  const answer = sendWebhook(
    { ...parts, ending: end.signal, deliver: () => new Promise(() => {}) },
    { ...message, url: 'http://127.0.0.1:1' },
  )
  end.abort(new Error('the emulator ends'))
  assert.deepEqual(await answer, { problem: 'the emulator ends' })
})

test('an endless answer is read no further than it is needed', async () => {
  const answer = await sendTo((_, response) => {
    const write = () => {
      while (response.writable && response.write('x'.repeat(1_000)));
    }
    response.on('drain', write)
    write()
  })
  assert.equal(answer.status, 200)
})
