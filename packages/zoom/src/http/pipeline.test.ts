import assert from 'node:assert/strict'
import { getEventListeners, once } from 'node:events'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { createFakeTime } from '../../test/fake-time.ts'
import {
  answer,
  cut,
  cutInside,
  noContent,
  overlong,
  type ScriptedServer,
  silent,
  startScriptedServer,
} from '../../test/scripted-server.ts'
import { bearer } from '../auth/bearer.ts'
import { createZoomClient } from '../client.ts'
import type { ZoomClientOptions } from '../create-zoom.ts'
import { ZoomError, type ZoomErrorCode, type ZoomErrorDetails } from '../errors.ts'
import type { Operation } from './operation.ts'

const scopes = { granular: ['meeting:read:meeting'], classic: ['meeting:read'] }
const get: Operation = {
  id: 'meetingGet',
  method: 'GET',
  path: '/meetings/{meetingId}',
  repeat: 'safe',
  scopes,
  answers: ['id'],
}
const create: Operation = {
  id: 'meetingCreate',
  method: 'POST',
  path: '/users/{userId}/meetings',
  repeat: 'never',
  scopes,
  answers: ['id'],
}
const update: Operation = {
  id: 'meetingUpdate',
  method: 'PATCH',
  path: '/meetings/{meetingId}',
  repeat: 'absolute',
  scopes,
}
const remove: Operation = {
  id: 'meetingDelete',
  method: 'DELETE',
  path: '/meetings/{meetingId}',
  repeat: 'absolute',
  scopes,
}
const one = { path: { meetingId: 1 } }
const mine = { path: { userId: 'me' }, body: { topic: 'Weekly' } }

const perSecond = answer(429, { code: 429, message: 'maximum per-second rate limit' }, { 'x-ratelimit-type': 'QPS' })
const found = answer(200, { id: 1 })

function clientOf(server: Pick<ScriptedServer, 'url'>, options: Partial<ZoomClientOptions> = {}) {
  const time = createFakeTime()
  const zoom = createZoomClient({
    auth: bearer('the-secret-token'),
    apiUrl: `${server.url}/v2`,
    oauthUrl: `${server.url}/oauth`,
    ambient: time,
    ...options,
  })
  return { zoom, time }
}

/** Expects a ZoomError of this code, and gives its details. */
async function failing(call: Promise<unknown>, code: ZoomErrorCode): Promise<ZoomErrorDetails> {
  const error = await call.then(
    () => assert.fail('the call should fail'),
    (error: unknown) => error,
  )
  assert.ok(error instanceof ZoomError, String(error))
  assert.equal(error.code, code, String(error))
  return error.details
}

test('a request carries the token, the address, the query and the JSON that were meant', async () => {
  await using server = await startScriptedServer(answer(201, { id: 7 }), found)
  const { zoom, time } = clientOf(server)
  assert.deepEqual(await zoom.request(create, mine), { id: 7 })
  await zoom.request(get, { ...one, query: { occurrence_id: '2' } })
  const [posted, got] = server.received
  assert.deepEqual([posted?.method, posted?.url, posted?.body], ['POST', '/v2/users/me/meetings', '{"topic":"Weekly"}'])
  assert.deepEqual(
    [posted?.headers.authorization, posted?.headers['content-type']],
    ['Bearer the-secret-token', 'application/json'],
  )
  assert.deepEqual(
    [got?.method, got?.url, got?.headers['content-type']],
    ['GET', '/v2/meetings/1?occurrence_id=2', undefined],
  )
  assert.equal(time.running(), 0, 'no timer stays behind')
})

test('reading is repeated after a lost connection, a broken answer and a failing server', async () => {
  await using server = await startScriptedServer(cut, cutInside, answer(502, '<html>'), found)
  const { zoom, time } = clientOf(server)
  assert.deepEqual(await zoom.request(get, one), { id: 1 })
  assert.deepEqual(time.waits, [250, 500, 1000])
})

test('reading is not repeated for ever', async () => {
  await using server = await startScriptedServer(cut)
  const details = await failing(clientOf(server).zoom.request(get, one), 'network')
  assert.equal(server.received.length, 4)
  assert.equal(details.outcome, undefined, 'a read changes nothing')
  await failing(clientOf(server, { retries: 0 }).zoom.request(get, one), 'network')
  assert.equal(server.received.length, 5)
})

test('a creation of unknown outcome is never sent again', async () => {
  for (const [behaviour, code] of [
    [cut, 'network'],
    [cutInside, 'network'],
    [answer(502, '<html>'), 'zoom_refused'],
    [answer(201, '<html>'), 'malformed_answer'],
    [answer(201, {}), 'malformed_answer'],
  ] as const) {
    await using server = await startScriptedServer(behaviour, answer(201, { id: 1 }))
    const details = await failing(clientOf(server).zoom.request(create, mine), code)
    assert.deepEqual([server.received.length, details.outcome, details.operation], [1, 'unknown', 'meetingCreate'])
  }
})

test('a creation that was surely not done is sent again', async () => {
  await using server = await startScriptedServer(perSecond, perSecond, answer(201, { id: 1 }))
  const { zoom, time } = clientOf(server)
  assert.deepEqual(await zoom.request(create, mine), { id: 1 })
  assert.deepEqual(time.waits, [1250, 1500])
})

test('nobody there: a creation was not done, and the message says where to look', async () => {
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const { port } = closed.address() as { port: number }
  await new Promise((resolve) => closed.close(resolve))
  const { zoom, time } = clientOf({ url: `http://127.0.0.1:${port}` })
  const details = await failing(zoom.request(create, mine), 'network')
  assert.equal(details.outcome, 'not_done')
  assert.match(details.remedy ?? '', /Check the address/)
  assert.equal(time.waits.length, 3)
})

test('a change of absolute values is repeated; what an earlier attempt did stays in the outcome', async () => {
  await using server = await startScriptedServer(cut, noContent, cut, answer(400, { code: 300, message: 'no' }))
  const { zoom } = clientOf(server)
  assert.equal(await zoom.request(update, one), undefined)
  const details = await failing(zoom.request(update, one), 'zoom_refused')
  assert.equal(details.outcome, 'unknown')
})

test('a deletion whose answer was lost has succeeded when the meeting is gone', async () => {
  const gone = answer(404, { code: 3001, message: 'Meeting does not exist: 1.' })
  await using server = await startScriptedServer(cut, gone, gone)
  const { zoom } = clientOf(server)
  assert.equal(await zoom.request(remove, one), undefined)
  assert.equal((await failing(zoom.request(remove, one), 'not_found')).outcome, 'not_done')
})

test('a daily limit is told at once, with the instant to come back', async () => {
  const host = answer(429, { code: 429, message: 'You may resume these requests at GMT 00:00:00.' })
  await using server = await startScriptedServer(host)
  const { zoom, time } = clientOf(server)
  const details = await failing(zoom.request(create, mine), 'rate_limited')
  assert.deepEqual([details.limit, details.retryAt?.toISOString()], ['host_daily', '2026-12-18T00:00:00.000Z'])
  assert.deepEqual([time.waits, server.received.length], [[], 1])
})

test('a wait that does not fit into the time limit is not begun', async () => {
  await using server = await startScriptedServer(answer(429, {}, { 'retry-after': '60' }))
  const { zoom, time } = clientOf(server)
  await failing(zoom.request(get, one), 'rate_limited')
  assert.deepEqual(time.waits, [])
})

test('the time limit ends a call that hangs, and says whether it may have been done', async () => {
  await using server = await startScriptedServer(silent)
  const { zoom, time } = clientOf(server)
  for (const [operation, parts, outcome] of [
    [get, one, undefined],
    [create, mine, 'unknown'],
  ] as const) {
    const before = server.received.length
    const call = failing(zoom.request(operation, parts), 'timeout')
    await server.waitFor(before + 1)
    time.expire()
    assert.equal((await call).outcome, outcome)
    assert.equal(time.running(), 0)
  }
})

test("the caller's signal ends a call: the error has its reason, and the signal keeps no listener", async () => {
  await using server = await startScriptedServer(silent, found)
  const { zoom, time } = clientOf(server)
  const controller = new AbortController()
  const call = zoom.request(create, mine, { signal: controller.signal })
  const details = failing(call, 'aborted')
  await server.waitFor(1)
  const reason = new Error('the person left')
  controller.abort(reason)
  assert.equal((await details).outcome, 'unknown')
  await call.catch((error: ZoomError) => assert.equal(error.cause, reason))
  assert.equal(time.running(), 0)

  const kept = new AbortController()
  await zoom.request(get, one, { signal: kept.signal })
  assert.equal(getEventListeners(kept.signal, 'abort').length, 0)

  const before = await failing(zoom.request(create, mine, { signal: controller.signal }), 'aborted')
  assert.deepEqual([before.outcome, server.received.length], ['not_done', 2])
})

test('a call that ended takes its connection with it', async () => {
  const closed: Promise<unknown>[] = []
  await using server = await startScriptedServer((response) => closed.push(once(response, 'close')))
  const { zoom, time } = clientOf(server)
  const call = failing(zoom.request(get, one), 'timeout')
  await server.waitFor(1)
  time.expire()
  await call
  await Promise.all(closed)
})

test('a creation that was given up while signing in is never sent, whatever the transport does', async () => {
  let giveToken = (_token: string) => {}
  const auth = bearer(() => new Promise((resolve) => (giveToken = resolve)))
  const sent: string[] = []
  const fetch = async (url: string) => {
    sent.push(url)
    return new Response('{"id":1}')
  }
  const { zoom } = clientOf({ url: 'http://127.0.0.1:9' }, { auth, ambient: { ...createFakeTime(), fetch } })
  const controller = new AbortController()
  const call = failing(zoom.request(create, mine, { signal: controller.signal }), 'aborted')
  await new Promise(setImmediate)
  controller.abort()
  assert.equal((await call).outcome, 'not_done')
  giveToken('late')
  await new Promise(setImmediate)
  assert.deepEqual(sent, [])
})

test('a redirection is not followed: the token stays here', async () => {
  await using other = await startScriptedServer(found)
  await using server = await startScriptedServer(answer(307, '', { location: `${other.url}/v2/meetings/1` }))
  await failing(clientOf(server).zoom.request(get, one), 'malformed_answer')
  assert.equal(other.received.length, 0)
})

test('an answer is read to 16 MB and no further', async () => {
  await using server = await startScriptedServer(overlong)
  const call = clientOf(server).zoom.request(get, one)
  await assert.rejects(call, /meetingGet is longer than 16777216 bytes/)
})

test('hooks see each request, answer and repetition, without a secret; one that throws breaks nothing', async () => {
  await using server = await startScriptedServer(
    answer(502, ''),
    answer(200, { id: 1 }, { 'x-ratelimit-category': 'Light' }),
  )
  const events: [string, unknown][] = []
  const record = (name: string) => (event: unknown) => {
    events.push([name, event])
    throw new Error('the log is full')
  }
  const rejects = async (event: unknown) => {
    events.push(['response', event])
    throw new Error('the log is full')
  }
  const hooks = { onRequest: record('request'), onResponse: rejects, onRetry: record('retry') }
  await clientOf(server, { hooks }).zoom.request(get, { ...one, query: { zak: 'very-secret', pwd: 'very-secret' } })
  assert.deepEqual(
    events.map(([name]) => name),
    ['request', 'response', 'retry', 'request', 'response'],
  )
  const common = {
    operation: 'meetingGet',
    method: 'GET',
    url: `${server.url}/v2/meetings/1?zak=[hidden]&pwd=[hidden]`,
  }
  assert.deepEqual(events[0]?.[1], { ...common, attempt: 1 })
  assert.deepEqual(events[4]?.[1], {
    ...common,
    attempt: 2,
    status: 200,
    durationMs: 0,
    trackingId: 'v=2.0;clid=t',
    rateLimit: { category: 'Light', limit: undefined, remaining: undefined },
  })
  assert.ok(!JSON.stringify(events).includes('secret'))
})

test('a token that a refusal repeats is not in the error', async () => {
  await using server = await startScriptedServer(answer(400, { code: 300, message: 'odd: the-secret-token' }))
  const call = clientOf(server).zoom.request(get, one)
  await assert.rejects(call, (error: Error) => !error.message.includes('the-secret-token'))
})

test('beforeSend is called before each request leaves, and holds it back when it fails', async () => {
  await using server = await startScriptedServer(perSecond, answer(201, { id: 7 }), answer(201, { id: 8 }))
  const { zoom } = clientOf(server)
  const sent: number[] = []
  const beforeSend = async () => void sent.push(server.received.length)
  await zoom.request(create, mine, { beforeSend })
  assert.deepEqual(sent, [0, 1])
  const full = new Error('the disk is full')
  await assert.rejects(zoom.request(create, mine, { beforeSend: () => Promise.reject(full) }), full)
  assert.equal(server.received.length, 2)
})

test('a call whose time ends in beforeSend is surely not sent', async () => {
  await using server = await startScriptedServer(answer(201, { id: 7 }))
  const { zoom, time } = clientOf(server)
  let goOn = () => {}
  const written = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const call = failing(zoom.request(create, mine, { beforeSend: () => written }), 'timeout')
  await new Promise(setImmediate)
  time.expire()
  assert.equal((await call).outcome, 'not_done')
  goOn()
  await new Promise(setImmediate)
  assert.equal(server.received.length, 0)
})

test('mistakes of the caller are told before anything is sent', async () => {
  await using server = await startScriptedServer(found)
  const { zoom } = clientOf(server)
  await failing(zoom.request(get, { path: { meetingId: '' } }), 'invalid_input')
  for (const timeoutMs of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])
    assert.equal((await failing(zoom.request(get, one, { timeoutMs }), 'invalid_input')).field, 'timeoutMs')
  const signal = {} as AbortSignal
  assert.equal((await failing(zoom.request(get, one, { signal }), 'invalid_input')).field, 'signal')
  assert.equal(server.received.length, 0)
})

test('a transport that never listens to its signal cannot outlive the time limit', async () => {
  const time = createFakeTime()
  const { zoom } = clientOf({ url: 'http://127.0.0.1:9' }, { ambient: { ...time, fetch: () => new Promise(() => {}) } })
  const call = failing(zoom.request(get, one), 'timeout')
  await new Promise(setImmediate)
  time.expire()
  await call
})
