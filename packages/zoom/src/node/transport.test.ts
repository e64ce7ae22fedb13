import assert from 'node:assert/strict'
import { createServer, type Server, type Socket } from 'node:net'
import { test } from 'node:test'
import { answer, cut, cutInside, noContent, silent, startScriptedServer } from '../../test/scripted-server.ts'
import type { FetchInit } from '../http/ambient.ts'
import { failureFromTransport } from '../http/network-failure.ts'
import { createNodeFetch } from './transport.ts'

const never = new AbortController().signal
const init = (method = 'GET', rest: Partial<FetchInit> = {}): FetchInit => ({
  method,
  headers: { accept: 'application/json' },
  redirect: 'manual',
  signal: never,
  ...rest,
})
const outcomeOf = (error: unknown) => failureFromTransport(error, { id: 'x', repeat: 'never' }).outcome
const rejected = (call: Promise<unknown>) =>
  call.then(
    () => assert.fail('should be rejected'),
    (error: unknown) => error,
  )

/** Four times what the transport reads. */
const mostSent = 64 * 1024 * 1024

/** A raw server: what it does with a connection is the test's. */
async function startRawServer(onConnection: (socket: Socket, count: number) => void) {
  let count = 0
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    onConnection(socket, ++count)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}/`,
    connections: () => count,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

test('a request and its answer pass unchanged, over one kept connection', async () => {
  const ports = new Set<number | undefined>()
  await using server = await startScriptedServer((response, request) => {
    ports.add(response.socket?.remotePort)
    answer(201, { topic: 'Café 會議' }, { 'X-Custom': 'yes' })(response, request)
  })
  await using fetch = createNodeFetch()
  for (let i = 0; i < 3; i++) {
    const got = await fetch(`${server.url}/v2/a%2Fb?x=1`, init('POST', { body: '{"topic":"會議"}' }))
    assert.deepEqual([got.status, got.headers.get('x-custom'), got.headers.get('none')], [201, 'yes', null])
    assert.equal(await got.text(), '{"topic":"Café 會議"}')
  }
  const [{ method, url, body, headers } = assert.fail()] = server.received
  assert.deepEqual([method, url, body, headers['content-length']], ['POST', '/v2/a%2Fb?x=1', '{"topic":"會議"}', '18'])
  assert.equal(ports.size, 1)
})

test('an empty answer is an empty text, and a redirection is only told', async () => {
  await using server = await startScriptedServer(noContent, answer(302, '', { location: '/elsewhere' }))
  await using fetch = createNodeFetch()
  const empty = await fetch(server.url, init('DELETE'))
  assert.deepEqual([empty.status, await empty.text()], [204, ''])
  assert.equal((await fetch(server.url, init())).status, 302)
  assert.equal(server.received.length, 2)
})

test('the transport tells apart what was surely not sent and what nobody can know', async () => {
  await using server = await startScriptedServer(cut, cutInside)
  await using fetch = createNodeFetch()
  assert.equal(outcomeOf(await rejected(fetch(server.url, init('POST', { body: '{}' })))), 'unknown')
  assert.equal(outcomeOf(await rejected(fetch(server.url, init('POST', { body: '{}' })))), 'unknown')
  const closed = await startRawServer(() => {})
  await closed[Symbol.asyncDispose]()
  assert.equal(outcomeOf(await rejected(fetch(closed.url, init('POST', { body: '{}' })))), 'not_done')
  // A server that does not speak TLS: the handshake fails, so nothing of the request left.
  await using plain = await startRawServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  const tls = await rejected(fetch(plain.url.replace('http:', 'https:'), init('POST', { body: '{}' })))
  assert.equal(outcomeOf(tls), 'not_done')
})

test('a kept connection that the server closes under a request: reading is sent again, a creation is not', async () => {
  const ok = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok'
  for (const [method, succeeds] of [
    ['GET', true],
    ['PUT', true],
    ['DELETE', true],
    ['PATCH', false],
    ['POST', false],
  ] as const) {
    // The first connection answers once and resets at the second request; any other connection answers.
    await using server = await startRawServer((socket, connection) => {
      let requests = 0
      socket.on('data', () => (connection === 1 && ++requests === 2 ? socket.resetAndDestroy() : socket.write(ok)))
    })
    await using fetch = createNodeFetch()
    await (await fetch(server.url, init())).text()
    const second = fetch(server.url, init(method))
    if (succeeds) assert.equal((await second).status, 200, method)
    else assert.equal(outcomeOf(await rejected(second)), 'unknown', method)
    assert.equal(server.connections(), succeeds ? 2 : 1, method)
  }
})

test('a fresh connection that is reset is not tried again here: that is for the pipeline to decide', async () => {
  await using server = await startRawServer((socket) => socket.on('data', () => socket.resetAndDestroy()))
  await using fetch = createNodeFetch()
  await rejected(fetch(server.url, init()))
  assert.equal(server.connections(), 1)
})

test('an aborted request ends with the reason of its signal, before, during and inside the answer', async () => {
  await using server = await startScriptedServer(silent, (response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('half')
  })
  await using fetch = createNodeFetch()
  const reason = new Error('enough')
  assert.equal(await rejected(fetch(server.url, init('GET', { signal: AbortSignal.abort(reason) }))), reason)
  for (const count of [1, 2]) {
    const controller = new AbortController()
    const call = rejected(fetch(server.url, init('GET', { signal: controller.signal })))
    await server.waitFor(count)
    await new Promise(setImmediate)
    controller.abort(reason)
    assert.ok((await call) instanceof Error)
  }
})

test('an answer is read to 16 MB and no further, in large pieces or in tiny ones', { timeout: 20_000 }, async () => {
  for (const frame of [`100000\r\n${'x'.repeat(1 << 20)}\r\n`, '1\r\nx\r\n'.repeat(1 << 16)]) {
    let sent = 0
    await using server = await startRawServer((socket) => {
      const write = () => {
        // It ends by itself, so that a transport without a limit fails here and does not fill the memory.
        if (socket.destroyed || sent > mostSent) return void socket.end('0\r\n\r\n')
        sent += frame.length
        socket.write(frame, write)
      }
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
        write()
      })
    })
    await using fetch = createNodeFetch()
    assert.equal(await (await fetch(server.url, init())).text(), undefined)
    assert.ok(sent < mostSent)
  }
})

test('a connection that is closed without an answer ends the request', async () => {
  await using server = await startRawServer((socket) =>
    socket.once('data', () =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
    ),
  )
  await using fetch = createNodeFetch()
  assert.equal(outcomeOf(await rejected(fetch(server.url, init('POST')))), 'unknown')
})

test('a disposed transport keeps no connection and sends nothing more', async () => {
  await using server = await startScriptedServer(answer(200, {}))
  const fetch = createNodeFetch()
  await fetch(server.url, init())
  await fetch[Symbol.asyncDispose]()
  assert.equal(outcomeOf(await rejected(fetch(server.url, init('POST')))), 'not_done')
  assert.equal(server.received.length, 1)
})
