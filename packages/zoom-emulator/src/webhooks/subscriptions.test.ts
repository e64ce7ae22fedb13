import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, testNow } from '../../test/start-zoom.ts'
import { createReceiver, hmac, secretToken } from '../../test/webhook-receiver.ts'
import { EmulatorError } from '../domain/emulator-error.ts'
import { addressProblem } from './address.ts'

const hourMs = 3_600_000
const url = 'https://hooks.example.com/zoom'

const addresses: { url: string; allowHosts?: string[]; problem?: RegExp }[] = [
  { url: 'http://127.0.0.1:3000/zoom' },
  { url: 'http://localhost:3000' },
  { url: 'http://[::1]:3000/' },
  { url: 'https://app.localhost/zoom?x=1' },
  { url: 'http://receiver:3000/zoom', allowHosts: ['receiver'] },
  { url: 'https://example.com/zoom', problem: /example\.com is another machine.*--webhook-host example\.com/ },
  { url: 'http://127.0.0.1.example.com/', problem: /another machine/ },
  { url: 'http://127.0.0.1@example.com/', problem: /name or a password/ },
  { url: 'ftp://127.0.0.1/', problem: /no address/ },
  { url: 'hooks', problem: /"hooks" is no address/ },
  { url: 'http://127.0.0.1/#part', problem: /fragment/ },
]
for (const { url, allowHosts = [], problem } of addresses)
  test(`webhooks leave this machine only where that is allowed: ${url}`, () => {
    const found = addressProblem(url, { allowHosts, isInProcess: false })
    if (problem) assert.match(found ?? '', problem)
    else assert.equal(found, undefined)
  })

const answers: { name: string; answer: (plainToken: string) => Response | Promise<Response>; reason: RegExp }[] = [
  { name: 'nothing', answer: () => Promise.reject(new Error('socket hang up')), reason: /socket hang up/ },
  { name: 'an error', answer: () => new Response('no', { status: 500 }), reason: /it answered 500/ },
  {
    name: 'another status than 200, with the right tokens',
    answer: (plainToken) => Response.json({ plainToken, encryptedToken: hmac(plainToken) }, { status: 201 }),
    reason: /it answered 201 .* only 200/,
  },
  { name: 'no JSON', answer: () => new Response('OK'), reason: /HMAC-SHA256 of the plain token in hex/ },
  {
    name: 'the token as it came',
    answer: (plainToken) => Response.json({ plainToken, encryptedToken: plainToken }),
    reason: /secret token of this subscription/,
  },
  {
    name: 'base64 instead of hex',
    answer: (plainToken) =>
      Response.json({ plainToken, encryptedToken: Buffer.from(hmac(plainToken), 'hex').toString('base64') }),
    reason: /in hex/,
  },
]
for (const { name, answer, reason } of answers)
  test(`an address that answers its check with ${name} gets no subscription, and the reason is said`, async () => {
    await using zoom = await startZoom({
      deliver: async (request) => answer(JSON.parse(await request.text()).payload.plainToken),
    })
    const { webhooks } = zoom.emulator.control
    await assert.rejects(webhooks.subscribe({ url, secretToken }), (error) => {
      assert.ok(error instanceof EmulatorError)
      assert.equal(error.code, 'webhook_refused')
      assert.match(error.message, reason)
      assert.ok(!error.message.includes(secretToken))
      return true
    })
    assert.deepEqual(webhooks.subscriptions(), [])
  })

test('an address is checked again every 72 hours; a failure is noted, and gone when it answers again', async () => {
  const receiver = createReceiver()
  await using zoom = await startZoom({ deliver: receiver.deliver })
  const { control, clock } = zoom.emulator
  const { id } = await control.webhooks.subscribe({ url, secretToken })
  const find = () => control.webhooks.subscriptions().find((one) => one.id === id)
  assert.equal(receiver.checks, 1)
  await clock.advance(71 * hourMs)
  assert.equal(receiver.checks, 1)
  receiver.answer(500)
  await clock.advance(2 * hourMs)
  assert.match(find()?.checkProblem ?? '', /answered 500/)
  assert.equal(find()?.nextCheckAt, Date.parse(testNow) + 144 * hourMs)
  receiver.answer(200)
  await clock.advance(72 * hourMs)
  assert.equal(find()?.checkProblem, undefined)
  assert.equal(receiver.checks, 3)
  receiver.answer(500)
  assert.match((await control.webhooks.check(id))?.checkProblem ?? '', /answered 500/)
})

const wrong: { name: string; subscription: object; message: RegExp }[] = [
  { name: 'a wrong address', subscription: { url: 'nowhere' }, message: /^url: "nowhere" is no address/ },
  {
    name: 'a wrong event',
    subscription: { events: ['Meeting created'] },
    message: /^events: "Meeting created" is no name/,
  },
  { name: 'no event', subscription: { events: [] }, message: /^events: it is empty/ },
  { name: 'an empty secret', subscription: { secretToken: '' }, message: /^secretToken: it is empty/ },
  {
    name: 'an unknown app',
    subscription: { clientId: 'nobody' },
    message: /^clientId: "nobody" is no app here; there are demo-client/,
  },
]
for (const { name, subscription, message } of wrong)
  test(`a subscription with ${name} is refused before anything is sent`, async () => {
    const receiver = createReceiver()
    await using zoom = await startZoom({ deliver: receiver.deliver })
    await assert.rejects(zoom.emulator.control.webhooks.subscribe({ url, secretToken, ...subscription }), {
      code: 'webhook_invalid',
      message,
    })
    assert.equal(receiver.checks, 0)
  })

for (const webhookLimit of [20, 10] as const)
  test(`an app has at most ${webhookLimit} subscriptions with the switch at ${webhookLimit}`, async () => {
    const receiver = createReceiver()
    await using zoom = await startZoom({ deliver: receiver.deliver, switches: { webhookLimit } })
    const { webhooks } = zoom.emulator.control
    for (let count = 0; count < webhookLimit; count++) await webhooks.subscribe({ url, secretToken })
    await assert.rejects(webhooks.subscribe({ url, secretToken }), /the most of an app; remove one/)
    await webhooks.subscribe({ url, secretToken, clientId: 'demo-oauth-client' })
  })

test('a subscription without a secret token has that of its app, which the environment holds', async () => {
  const receiver = createReceiver()
  const seed = { webhooks: [{ url }] }
  await using zoom = await startZoom({ deliver: receiver.deliver, seed })
  const [seeded] = zoom.emulator.control.webhooks.subscriptions()
  assert.equal(seeded?.secretToken, zoom.emulator.env.ZOOM_WEBHOOK_SECRET_TOKEN)
  assert.equal(receiver.checks, 0, 'what a seed names counts as checked')
})
