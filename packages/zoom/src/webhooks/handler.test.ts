import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { test } from 'node:test'
import { WebhookError } from './errors.ts'
import { createWebhookHandler, type WebhookContext, type WebhookHandler } from './handler.ts'
import type { WebhookFailure, WebhookHandlerOptions } from './handler-options.ts'
import { createMemorySeenStore, type SeenStore } from './seen-store.ts'
import { signWebhook } from './signature.ts'

const secretToken = 'the-secret-token'
const minute = 60_000
const eventText = (event: string, eventAt = 1) =>
  `{"event":"${event}","event_ts":${eventAt},"payload":{"account_id":"a","object":{"id":"85746065432"}}}`
const started = eventText('meeting.started')

/** Digests that are there at once, so that a test knows when everything has run; WebCrypto answers when it likes. */
const digests = {
  hmacSha256: async (key: string, text: string) => new Uint8Array(createHmac('sha256', key).update(text).digest()),
  sha256: async (text: string) => new Uint8Array(createHash('sha256').update(text).digest()),
}

/** A handler on a clock that the test moves, with what it was told. */
function setUp(options: Partial<WebhookHandlerOptions> = {}) {
  let now = Date.parse('2026-12-17T10:00:00Z')
  const timers = new Map<() => void, number>()
  const ambient = {
    ...digests,
    now: () => now,
    setTimer: (delayMs: number, run: () => void) => {
      timers.set(run, now + delayMs)
      return () => timers.delete(run)
    },
  }
  const failures: [error: unknown, failure: WebhookFailure][] = []
  const heard: string[] = []
  const base: WebhookHandlerOptions = {
    secretToken,
    on: { 'meeting.started': ({ payload }) => heard.push(payload.object.id) },
    onError: (error, failure) => failures.push([error, failure]),
    ambient,
    ...options,
  }
  const handler = createWebhookHandler(base)
  return {
    handler,
    another: () => createWebhookHandler(base),
    failures,
    heard,
    timers,
    pass(ms: number) {
      now += ms
      for (const [run, at] of timers)
        if (at <= now) {
          timers.delete(run)
          run()
        }
    },
    /** Sends a delivery that is signed at this instant, or that was signed before. */
    async deliver(
      body = started,
      signed: { signedMsAgo?: number; to?: WebhookHandler; context?: WebhookContext } = {},
    ) {
      const timestamp = Math.floor((now - (signed.signedMsAgo ?? 0)) / 1000)
      const headers = await signWebhook({ body, secretToken, timestamp, ambient })
      const request = new Request('https://example.com/zoom', { method: 'POST', headers, body })
      return (signed.to ?? handler)(request, signed.context)
    },
  }
}

/** Lets everything run that waits for nothing but its turn. */
const settle = async () => {
  for (let i = 0; i < 20; i++) await new Promise(setImmediate)
}

test('an event reaches the listener of its name, or onOther, or nobody, and is answered 204', async () => {
  const others: string[] = []
  const at = setUp({ onOther: ({ event }) => others.push(event) })
  for (const event of ['meeting.started', 'meeting.ended', 'recording.completed', 'constructor', '__proto__'])
    assert.equal((await at.deliver(eventText(event))).status, 204)
  assert.deepEqual(at.heard, ['85746065432'])
  assert.deepEqual(others, ['meeting.ended', 'recording.completed', 'constructor', '__proto__'])
  const deaf = setUp({ on: {} })
  assert.equal((await deaf.deliver()).status, 204)
  assert.equal(at.timers.size, 0, 'no timer stays behind')
})

test('a replay, a duplicate and a retry that is signed anew do not reach the listener again', async () => {
  const at = setUp()
  await at.deliver()
  assert.equal((await at.deliver()).status, 204, 'the same signature')
  at.pass(85 * minute)
  assert.equal((await at.deliver()).status, 204, 'a new signature')
  at.pass(119 * minute)
  assert.equal((await at.deliver(started, { signedMsAgo: 119 * minute })).status, 204, 'a replay of the retry')
  assert.deepEqual(at.heard, ['85746065432'])
  await at.deliver(eventText('meeting.started', 2))
  assert.equal(at.heard.length, 2, 'another event of the same meeting')
})

test('duplicates that come while the listener runs wait for it, and are answered as the first', async () => {
  for (const [outcome, status] of [
    ['succeeds', 204],
    ['fails', 503],
  ] as const) {
    const gate = Promise.withResolvers<void>()
    let calls = 0
    const at = setUp({
      on: {
        'meeting.started': () => {
          calls += 1
          return gate.promise
        },
      },
    })
    const answers = Promise.all([at.deliver(), at.deliver(), at.deliver()])
    await settle()
    if (outcome === 'succeeds') gate.resolve()
    else gate.reject(new Error('the database is away'))
    assert.deepEqual(
      (await answers).map((answer) => answer.status),
      [status, status, status],
    )
    assert.equal(calls, 1)
  }
})

test('a retry that came while the listener ran cannot be replayed as long as its own signature is good', async () => {
  const gate = Promise.withResolvers<void>()
  let calls = 0
  const at = setUp({
    on: {
      'meeting.started': () => {
        calls += 1
        return gate.promise
      },
    },
  })
  const answers = [at.deliver()]
  await settle()
  at.pass(25 * minute)
  answers.push(at.deliver())
  await settle()
  gate.resolve()
  await Promise.all(answers)
  at.pass(119 * minute)
  assert.equal((await at.deliver(started, { signedMsAgo: 119 * minute })).status, 204)
  assert.equal(calls, 1)
})

test('after a listener failed, Zoom is asked to try again, and the next try reaches it', async () => {
  let fails = true
  const at = setUp({
    on: {
      'meeting.started': () => {
        if (fails) throw new Error('the database is away')
      },
    },
  })
  const first = await at.deliver()
  assert.deepEqual(
    [first.status, await first.json()],
    [503, { code: 'not_handled', message: 'The event could not be handled.' }],
  )
  const [[error, failure] = []] = at.failures
  assert.match(String(error), /database is away/)
  assert.deepEqual([failure?.event?.event, failure?.answered], ['meeting.started', false])
  fails = false
  assert.equal((await at.deliver()).status, 204, 'at once, if Zoom likes')
  assert.equal(at.failures.length, 1)
})

test('a listener that is slow goes on after the answer, which comes before the three seconds are over', async () => {
  const gate = Promise.withResolvers<void>()
  const kept: Promise<unknown>[] = []
  const at = setUp({ on: { 'meeting.started': () => gate.promise } })
  const answer = at.deliver(started, { context: { waitUntil: (work) => kept.push(work) } })
  await settle()
  at.pass(2499)
  let isAnswered = false
  answer.then(() => {
    isAnswered = true
  })
  await settle()
  assert.equal(isAnswered, false)
  at.pass(1)
  assert.equal((await answer).status, 204)
  assert.equal(kept.length, 1, 'the worker is asked to stay')
  gate.reject(new Error('too late'))
  await kept[0]
  assert.deepEqual(
    at.failures.map(([error, { answered }]) => [String(error), answered]),
    [['Error: too late', true]],
  )
})

test('several processes share a store: while one works on an event the others ask Zoom to try later', async () => {
  const gate = Promise.withResolvers<void>()
  const at = setUp({ seen: createMemorySeenStore(), on: { 'meeting.started': () => gate.promise } })
  const first = at.deliver()
  await settle()
  const other = at.another()
  assert.equal((await at.deliver(started, { to: other })).status, 503)
  gate.resolve()
  assert.equal((await first).status, 204)
  assert.equal((await at.deliver(started, { to: other })).status, 204)
})

test('a store that fails loses no event, and makes Zoom repeat none that was handled', async () => {
  const away = () => Promise.reject(new Error('the store is away'))
  const memory = createMemorySeenStore()
  for (const [seen, status, calls] of [
    [{ ...memory, claim: away }, 503, 0],
    [{ ...memory, keep: away }, 204, 1],
  ] as [SeenStore, number, number][]) {
    const at = setUp({ seen })
    assert.equal((await at.deliver()).status, status)
    assert.equal(at.heard.length, calls)
    assert.match(String(at.failures[0]?.[0]), /store is away/)
  }
})

test('the check of the address is answered with the secret token that signed it', async () => {
  const at = setUp({ secretToken: ['new-token', secretToken] })
  const answer = await at.deliver('{"event":"endpoint.url_validation","event_ts":1,"payload":{"plainToken":"abc"}}')
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-type') ?? '', /^application\/json/)
  const encryptedToken = createHmac('sha256', secretToken).update('abc').digest('hex')
  assert.deepEqual(await answer.json(), { plainToken: 'abc', encryptedToken })
})

test('what cannot be trusted or read is refused with its status, and told to onError', async () => {
  const at = setUp({ maxBodyBytes: 200 })
  const send = async (init: RequestInit, read = false) => {
    const request = new Request('https://example.com/zoom', { method: 'POST', ...init })
    if (read) await request.text()
    return at.handler(request)
  }
  const signed = async (body: string) => ({
    body,
    headers: await signWebhook({ body, secretToken, ambient: { now: () => Date.parse('2026-12-17T10:00:00Z') } }),
  })
  const rows: [number, string, Promise<Response>][] = [
    [401, 'signature_missing', send({ body: started })],
    [401, 'signature_missing', send({})],
    [401, 'signature_wrong', send({ ...(await signed(started)), body: `${started} ` })],
    [401, 'timestamp_too_old', at.deliver(started, { signedMsAgo: 120 * minute })],
    [401, 'timestamp_in_future', at.deliver(started, { signedMsAgo: -6 * minute })],
    [400, 'body_malformed', send(await signed('not JSON'))],
    [413, 'body_too_large', send(await signed(`${started}${' '.repeat(200)}`))],
    [500, 'raw_body_missing', send(await signed(started), true)],
  ]
  for (const [status, code, call] of rows) {
    const answer = await call
    const told = at.failures.shift()?.[0]
    assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [status, code])
    assert.ok(told instanceof WebhookError && told.code === code)
  }
  assert.deepEqual([at.heard, at.failures], [[], []])
})

test('only POST is taken, and a look with a browser is no failure', async () => {
  const at = setUp()
  for (const method of ['GET', 'PUT', 'DELETE']) {
    const answer = await at.handler(new Request('https://example.com/zoom', { method }))
    assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'POST'])
  }
  assert.equal(at.failures.length, 0)
})

test('an onError that fails itself, at once or later, changes no answer and ends no process', async () => {
  const fails = () => {
    throw new Error('the log is full')
  }
  for (const onError of [fails, async () => fails()]) {
    const at = setUp({ onError })
    assert.equal((await at.handler(new Request('https://example.com/zoom', { method: 'POST' }))).status, 401)
  }
})

test('options that cannot be used are named at once', () => {
  const wrong: [Partial<WebhookHandlerOptions>, RegExp][] = [
    [{ secretToken: '' }, /secretToken/],
    [{ onError: undefined as never }, /onError/],
    [{ maxAgeMs: -1 }, /maxAgeMs/],
    [{ answerWithinMs: 0 }, /answerWithinMs/],
    [{ maxBodyBytes: 0.5 }, /maxBodyBytes/],
  ]
  for (const [options, message] of wrong) assert.throws(() => setUp(options), message)
})
