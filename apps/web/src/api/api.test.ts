import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { suite, test } from 'node:test'
import type { Problem } from '@convene/booking/contract'
import { type Api, createApi } from './api.ts'
import { ask, nameOfCall, path, pathWith, read, write } from './call.ts'

interface TestDesk extends AsyncDisposable {
  readonly api: Api
  /** Method, path and key of each request. */
  readonly asked: readonly string[]
  signedOut(): number
}

/** A server on loopback that answers each request in turn, the last answer again and again; waits of the page take no time. */
async function startDesk(
  ...answers: ((request: IncomingMessage, response: ServerResponse) => void)[]
): Promise<TestDesk> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['idempotency-key'] ?? '-'}`)
    answers[Math.min(asked.length, answers.length) - 1]?.(request, response)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let keys = 0
  let signedOut = 0
  const api = createApi({
    request: (where, init) => fetch(url + where, init),
    after: (_, act) => {
      queueMicrotask(act)
      return () => {}
    },
    createKey: () => `key-${++keys}`,
    onSignedOut: () => {
      signedOut++
    },
  })
  return {
    api,
    asked,
    signedOut: () => signedOut,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const json =
  (status: number, body: unknown, type = 'application/json') =>
  (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))
  }
const problem = (its: Partial<Problem>) => json(its.status ?? 400, its, 'application/problem+json')
const hangUp = (request: IncomingMessage): void => void request.socket.destroy()
const html = (_: IncomingMessage, response: ServerResponse): void =>
  void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')

suite('calls of the page', () => {
  test('a write that got no answer is repeated with its key, so that it is done once', async () => {
    await using desk = await startDesk(hangUp, html, json(201, { id: 'b1' }))
    assert.deepEqual(await desk.api.send(write('POST', '/bookings', {})), { is: 'good', value: { id: 'b1' } })
    assert.deepEqual(desk.asked, Array(3).fill('POST /api/v1/bookings key-1'))
  })

  test('a desk that stays away is unreachable, and nothing is thrown', async () => {
    await using desk = await startDesk(hangUp)
    assert.deepEqual(await desk.api.send(read('/session')), { is: 'unreachable' })
    assert.equal(desk.asked.length, 3)
  })

  test('a refusal is an answer: it is not repeated, and says what the desk says', async () => {
    await using desk = await startDesk(problem({ status: 409, code: 'no_free_host' }))
    const answer = await desk.api.send(write('POST', '/bookings', {}))
    assert.equal(answer.is === 'refused' && answer.problem.code, 'no_free_host')
    assert.equal(desk.asked.length, 1)
  })

  test('a session that has ended is told', async () => {
    await using desk = await startDesk(problem({ status: 401, code: 'not_signed_in' }))
    await desk.api.send(read('/bookings'))
    assert.equal(desk.signedOut(), 1)
  })

  test('a question has no key, though it is a POST', async () => {
    await using desk = await startDesk(json(200, {}))
    await desk.api.send(ask('/bookings/preview', {}))
    assert.deepEqual(desk.asked, ['POST /api/v1/bookings/preview -'])
  })

  test('what is not waited for any more is given up', async () => {
    await using desk = await startDesk(() => {})
    const giveUp = new AbortController()
    const answer = desk.api.send(read('/session'), { signal: giveUp.signal })
    giveUp.abort()
    assert.deepEqual(await answer, { is: 'given_up' })
  })

  test('an answer without content is good', async () => {
    await using desk = await startDesk((_, response) => void response.writeHead(204).end())
    assert.deepEqual(await desk.api.send(write('POST', '/sign-out')), { is: 'good', value: undefined })
  })
})

suite('paths of calls', () => {
  test('no id leads elsewhere', () => {
    assert.equal(path`/bookings/${'../hosts?x#y'}/cancel`, '/bookings/..%2Fhosts%3Fx%23y/cancel')
  })

  test('what is absent is left out of the query', () => {
    assert.equal(
      pathWith('/bookings', { from: undefined, whose: 'mine', after: null, limit: 20 }),
      '/bookings?whose=mine&limit=20',
    )
    assert.equal(pathWith('/bookings', {}), '/bookings')
  })

  test('two questions share an answer only when their bodies are the same', () => {
    assert.notEqual(
      nameOfCall(ask('/bookings/preview', { minutes: 30 })),
      nameOfCall(ask('/bookings/preview', { minutes: 60 })),
    )
  })
})
