import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { ZoomError } from '../errors.ts'
import { WebhookError, type WebhookErrorCode } from './errors.ts'
import type { WebhookEvent } from './events.ts'
import { signWebhook } from './signature.ts'
import { type VerifyWebhookOptions, verifyWebhook } from './verify.ts'

interface Fixture {
  readonly secret_token: string
  readonly timestamp: string
  readonly body: string
  readonly signature: string
  readonly answer?: object
}

const secretToken = 'the-secret-token'
const signedAt = Date.parse('2026-12-17T10:00:00Z')
const timestamp = signedAt / 1000
const hour = 3_600_000
const body = '{"event":"meeting.started","event_ts":1,"payload":{"account_id":"a","object":{"id":"85746065432"}}}'
const at = (now: number) => ({ ambient: { now: () => now } })
const headersOf = (time: string | number, signature: string) => ({
  'x-zm-request-timestamp': String(time),
  'x-zm-signature': signature,
})

/** As docs/zoom-facts.md §9 says it, by another implementation. */
const independently = (secret: string, time: string | number, bytes: string | Uint8Array) =>
  `v0=${createHmac('sha256', secret).update(`v0:${time}:`).update(bytes).digest('hex')}`

const isRefusal = (code: WebhookErrorCode) => (error: unknown) => error instanceof WebhookError && error.code === code

async function verifyNow(options: Partial<VerifyWebhookOptions>) {
  const headers = headersOf(timestamp, independently(secretToken, timestamp, body))
  return verifyWebhook({ body, headers, secretToken, ...at(signedAt), ...options })
}

for (const file of globSync('../../../../fixtures/zoom/webhooks/*.json', { cwd: import.meta.dirname }).sort()) {
  const fixture = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Fixture
  const name = file.split('/').at(-1)

  test(`${name}: signed as another implementation signs it, and verified`, async () => {
    const { secret_token, timestamp: time, body: text, signature, answer } = fixture
    assert.equal(signature, independently(secret_token, time, text))
    const headers = await signWebhook({ body: text, secretToken: secret_token, timestamp: Number(time) })
    assert.deepEqual(headers, { 'content-type': 'application/json; charset=utf-8', ...headersOf(time, signature) })
    const now = at(Number(time) * 1000 + 1000)
    const verified = await verifyWebhook({ body: text, headers, secretToken: secret_token, ...now })
    assert.deepEqual(verified.event, JSON.parse(text))
    assert.deepEqual(verified.answer, answer)
    assert.equal(verified.key, createHash('sha256').update(text).digest('hex'))
    assert.equal(verified.signedAt, Number(time) * 1000)
  })

  test(`${name}: parsed and written again it is refused, unless not a byte differs`, async () => {
    const { secret_token: secret, timestamp: time, body: text, signature } = fixture
    const again = JSON.stringify(JSON.parse(text))
    const call = verifyWebhook({
      body: again,
      headers: headersOf(time, signature),
      secretToken: secret,
      ...at(Number(time) * 1000),
    })
    if (again === text) await call
    else await assert.rejects(call, isRefusal('signature_wrong'))
  })
}

test('text, bytes and buffers of the same body are the same delivery', async () => {
  const bytes = new TextEncoder().encode(body)
  const inside = Buffer.concat([Buffer.from('xx'), bytes, Buffer.from('yy')]).subarray(2, -2)
  for (const given of [body, bytes, Buffer.from(body), inside, bytes.buffer as ArrayBuffer])
    assert.equal((await verifyNow({ body: given })).event.event, 'meeting.started')
})

test('headers are found in a Headers, and in an object whatever the case of its names', async () => {
  const signature = independently(secretToken, timestamp, body)
  for (const headers of [
    new Headers(headersOf(timestamp, signature)),
    { 'X-Zm-Request-Timestamp': `${timestamp}`, 'X-ZM-SIGNATURE': [signature] },
  ])
    assert.equal((await verifyNow({ headers })).signedAt, signedAt)
})

test('while a secret token is replaced, the one that signed is found', async () => {
  const verify = (signedWith: string) =>
    verifyNow({
      secretToken: ['new-token', secretToken],
      headers: headersOf(timestamp, independently(signedWith, timestamp, body)),
    })
  assert.equal((await verify('new-token')).secretTokenIndex, 0)
  assert.equal((await verify(secretToken)).secretTokenIndex, 1)
  await assert.rejects(verify('third-token'), isRefusal('signature_wrong'))
})

test('the check of the address is answered with the secret token that signed the question', async () => {
  const question = '{"event":"endpoint.url_validation","event_ts":1,"payload":{"plainToken":"abc"}}'
  for (const signer of ['old-token', 'new-token']) {
    const headers = headersOf(timestamp, independently(signer, timestamp, question))
    const { answer } = await verifyNow({ body: question, headers, secretToken: ['new-token', 'old-token'] })
    const encryptedToken = createHmac('sha256', signer).update('abc').digest('hex')
    assert.deepEqual(answer, { plainToken: 'abc', encryptedToken })
  }
  const bare = '{"event":"endpoint.url_validation","event_ts":1,"payload":{}}'
  const headers = headersOf(timestamp, independently(secretToken, timestamp, bare))
  await assert.rejects(verifyNow({ body: bare, headers }), isRefusal('body_malformed'))
})

const ages: [title: string, now: number, maxAgeMs: number | undefined, code: WebhookErrorCode | undefined][] = [
  ['a moment later', signedAt + 900, undefined, undefined],
  ["at Zoom's last retry, 90 minutes later, signed anew or not", signedAt + 1.5 * hour, undefined, undefined],
  ['just under two hours later', signedAt + 2 * hour - 1, undefined, undefined],
  ['two hours later', signedAt + 2 * hour, undefined, 'timestamp_too_old'],
  ['five minutes before it was signed, by a clock that is behind', signedAt - 5 * 60_000, undefined, undefined],
  ['more than five minutes before it was signed', signedAt - 5 * 60_000 - 1, undefined, 'timestamp_in_future'],
  ['later than a limit of its own', signedAt + 60_000, 60_000, 'timestamp_too_old'],
]
for (const [title, now, maxAgeMs, code] of ages)
  test(`a delivery that is looked at ${title} is ${code === undefined ? 'taken' : `refused: ${code}`}`, async () => {
    const call = verifyNow({ ...at(now), maxAgeMs })
    if (code === undefined) await call
    else await assert.rejects(call, isRefusal(code))
  })

test('a limit of the age that is no number is named, and lets nothing through', async () => {
  for (const maxAgeMs of [Number.NaN, 0, -1, '7200000' as never])
    await assert.rejects(
      verifyNow({ maxAgeMs }),
      (error) => error instanceof ZoomError && error.details.field === 'maxAgeMs',
    )
})

test('an old delivery with a wrong signature is refused for its signature', async () => {
  const headers = headersOf(timestamp, independently('other', timestamp, body))
  await assert.rejects(verifyNow({ headers, ...at(signedAt + 9 * hour) }), isRefusal('signature_wrong'))
})

test('what a body parser left is refused: only the raw body will do', async () => {
  for (const parsed of [JSON.parse(body), undefined, null, {}, [], 7])
    await assert.rejects(verifyNow({ body: parsed as string }), isRefusal('raw_body_missing'))
})

test('signed bytes that are no event are refused', async () => {
  const bodies = [
    '',
    ' ',
    'null',
    '[]',
    '"meeting.started"',
    '{}',
    '{"event":1,"payload":{}}',
    '{"event":"a","payload":[]}',
  ]
  for (const text of [...bodies, '{"event":"a"}', `${body}}`]) {
    const headers = headersOf(timestamp, independently(secretToken, timestamp, text))
    await assert.rejects(verifyNow({ body: text, headers }), isRefusal('body_malformed'), text)
  }
  const noUtf8 = Buffer.from([0x7b, 0xff, 0x7d])
  const headers = headersOf(timestamp, independently(secretToken, timestamp, noUtf8))
  await assert.rejects(verifyNow({ body: noUtf8, headers }), isRefusal('body_malformed'))
  await assert.rejects(verifyNow({ body: '"\ud800"' }), isRefusal('body_malformed'))
})

test('a byte order mark is a part of what was signed', async () => {
  const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(body)])
  await assert.rejects(verifyNow({ body: marked }), isRefusal('signature_wrong'))
})

test('a secret token that is missing or was pasted wrong is named, and never shown', async () => {
  for (const wrong of ['', 'with space in it', [], undefined, ['good', '']])
    await assert.rejects(
      verifyNow({ secretToken: wrong as string }),
      (error: unknown) =>
        error instanceof ZoomError && error.details.field === 'secretToken' && !inspect(error).includes('with space'),
    )
  await assert.rejects(signWebhook({ body, secretToken, timestamp: 1.5 }), /timestamp is 1.5/)
})

test('no refusal shows the secret token, the signature or the body', async () => {
  const errors = await Promise.all(
    [{ body: `${body} ` }, { headers: {} }, at(signedAt + 9 * hour), at(0)].map((options) =>
      verifyNow(options).then(
        () => assert.fail('should be refused'),
        (error: unknown) => inspect(error),
      ),
    ),
  )
  for (const text of errors) assert.doesNotMatch(text, /the-secret-token|v0=|85746065432/)
})

const json = fc.json()
test('any body is verified with its own signature and refused with that of another', async () => {
  await fc.assert(
    fc.asyncProperty(json, fc.json(), fc.stringMatching(/^[!-~]{1,40}$/), async (a, b, secret) => {
      const [first, second] = [a, b].map((payload) => `{"event":"x.y","event_ts":1,"payload":{"object":${payload}}}`)
      const headers = headersOf(timestamp, independently(secret, timestamp, first ?? ''))
      const { event } = await verifyNow({ body: first ?? '', headers, secretToken: secret })
      assert.deepEqual(event as WebhookEvent, JSON.parse(first ?? ''))
      if (first !== second)
        await assert.rejects(
          verifyNow({ body: second ?? '', headers, secretToken: secret }),
          isRefusal('signature_wrong'),
        )
    }),
    { numRuns: 60 },
  )
})

test('a flipped bit anywhere in body, signature or timestamp is refused', async () => {
  const genuine = [
    Buffer.from(body),
    Buffer.from(independently(secretToken, timestamp, body)),
    Buffer.from(`${timestamp}`),
  ]
  await fc.assert(
    fc.asyncProperty(fc.nat(2), fc.nat(), fc.nat(7), async (part, position, bit) => {
      const parts = genuine.map((bytes) => Buffer.from(bytes))
      const changed = parts[part] ?? Buffer.alloc(0)
      const index = position % changed.length
      changed[index] = (changed[index] ?? 0) ^ (1 << bit)
      const [bytes = changed, signature, time] = parts
      const headers = headersOf(`${time?.toString('latin1')}`, `${signature?.toString('latin1')}`)
      await assert.rejects(verifyNow({ body: bytes, headers }), WebhookError)
    }),
    { numRuns: 300 },
  )
})

test('whatever headers and bodies come, the outcome is an event or one of the closed refusals', async () => {
  const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }), fc.constant(undefined), fc.anything())
  const names = fc.constantFrom('x-zm-signature', 'x-zm-request-timestamp', 'X-Zm-Signature', '__proto__', 'get')
  const headers = fc.oneof(fc.dictionary(fc.oneof(names, fc.string()), value), fc.anything())
  const anyBody = fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' }), fc.anything())
  await fc.assert(
    fc.asyncProperty(headers, anyBody, async (given, bytes) => {
      const options = { headers: given as Record<string, string>, body: bytes as string }
      await assert.rejects(verifyNow(options), WebhookError)
    }),
    { numRuns: 300 },
  )
})
