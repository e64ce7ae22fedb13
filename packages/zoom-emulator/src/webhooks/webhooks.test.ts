import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startZoom, type TestZoom, testNow } from '../../test/start-zoom.ts'
import { createReceiver, hmac, type Receiver, secretToken } from '../../test/webhook-receiver.ts'
import type { Switches } from '../domain/switches.ts'
import type { EmulatorOptions } from '../options.ts'

const minuteMs = 60_000
const url = 'https://hooks.example.com/zoom'

/** An emulator and a receiver in this process that has subscribed to everything. */
async function startSubscribed(options: EmulatorOptions = {}): Promise<{ zoom: TestZoom; receiver: Receiver }> {
  const receiver = createReceiver()
  const zoom = await startZoom({ deliver: receiver.deliver, ...options })
  await zoom.emulator.control.webhooks.subscribe({ url, secretToken })
  return { zoom, receiver }
}
const namesOf = ({ received }: Receiver) => received.map(({ body }) => body.event)
/** Minutes after the start at which deliveries came. */
const minutesOf = ({ received }: Receiver) =>
  received.map(({ headers }) => (Number(headers.get('x-zm-request-timestamp')) - Date.parse(testNow) / 1000) / 60)

test('an event comes as Zoom signs it, over the bytes that are sent', async () => {
  const { zoom, receiver } = await startSubscribed()
  await using _ = zoom
  const meeting = await zoom.create({ topic: 'Weekly ☕' })
  await zoom.emulator.clock.advance(0)
  const [delivery] = receiver.received
  assert.ok(delivery)
  const { headers, text, body } = delivery
  assert.equal(body.event, 'meeting.created')
  assert.equal(body.event_ts, Date.parse(testNow))
  assert.equal(body.payload.account_id, 'demo-account')
  assert.equal(body.payload.object.id, meeting.id)
  const timestamp = String(body.event_ts / 1000)
  assert.equal(headers.get('x-zm-request-timestamp'), timestamp)
  assert.equal(headers.get('x-zm-signature'), `v0=${hmac(`v0:${timestamp}:${text}`)}`)
  assert.match(headers.get('content-type') ?? '', /^application\/json/)
})

test('a call is answered while its webhook still waits for the receiver', async () => {
  const { promise: answer, resolve } = Promise.withResolvers<Response>()
  let isAsked = false
  const receiver = createReceiver()
  const { zoom } = await startSubscribed({
    deliver: (request) => {
      if (!isAsked) {
        isAsked = true
        return receiver.deliver(request)
      }
      return answer
    },
  })
  await using _ = zoom
  await zoom.create({})
  const moved = zoom.emulator.clock.advance(0)
  resolve(new Response())
  await moved
  assert.equal(zoom.emulator.control.webhooks.deliveries()[0]?.state, 'delivered')
})

const retries: { name: string; switches: Partial<Switches>; answer: number | Error; at: number[] }[] = [
  { name: 'after 5xx', switches: {}, answer: 503, at: [0, 5, 25, 85] },
  { name: 'by the older text', switches: { webhookRetries: '5/30/90' }, answer: 503, at: [0, 5, 30, 90] },
  { name: 'not after 4xx', switches: {}, answer: 404, at: [0] },
  { name: 'after 4xx with the switch', switches: { webhookRetry4xx: true }, answer: 404, at: [0, 5, 25, 85] },
  { name: 'not after another 2xx, which is no success', switches: {}, answer: 202, at: [0] },
  { name: 'not after success', switches: {}, answer: 204, at: [0] },
  {
    name: 'with the first timestamp, by the switch',
    switches: { webhookTimestamp: 'first_attempt' },
    answer: 503,
    at: [0, 0, 0, 0],
  },
]
for (const { name, switches, answer, at } of retries)
  test(`a webhook comes again at its minutes: ${name}`, async () => {
    const { zoom, receiver } = await startSubscribed({ switches })
    await using _ = zoom
    receiver.answer(answer)
    await zoom.create({})
    await zoom.emulator.clock.advance(10 * 60 * minuteMs)
    assert.deepEqual(minutesOf(receiver), at)
    const [delivery] = zoom.emulator.control.webhooks.deliveries()
    assert.equal(delivery?.state, answer === 204 ? 'delivered' : 'failed')
    assert.equal(delivery?.attempts.length, at.length)
  })

test('a receiver that was down gets what it missed, once, when it is up again', async () => {
  const { zoom, receiver } = await startSubscribed()
  await using _ = zoom
  const { clock, control } = zoom.emulator
  receiver.answer(new Error('connect ECONNREFUSED'))
  await zoom.create({})
  await clock.advance(4 * minuteMs)
  const [waiting] = control.webhooks.deliveries()
  assert.equal(waiting?.state, 'waiting')
  assert.equal(waiting?.nextAttemptAt, Date.parse(testNow) + 5 * minuteMs)
  assert.match(waiting?.attempts[0]?.problem ?? '', /ECONNREFUSED/)
  receiver.answer(200)
  await clock.advance(100 * minuteMs)
  assert.deepEqual(minutesOf(receiver), [5])
  assert.equal(control.webhooks.deliveries()[0]?.state, 'delivered')
})

test('a delivery can be tried again by hand, which leaves the planned ones as they are', async () => {
  const { zoom, receiver } = await startSubscribed()
  await using _ = zoom
  const { clock, control } = zoom.emulator
  receiver.answer(500)
  await zoom.create({})
  await clock.advance(minuteMs)
  const id = control.webhooks.deliveries()[0]?.id ?? ''
  const tried = await control.webhooks.retry(id)
  assert.equal(tried?.attempts.at(-1)?.isByHand, true)
  assert.equal(tried?.nextAttemptAt, Date.parse(testNow) + 5 * minuteMs)
  await clock.advance(2 * 60 * minuteMs)
  assert.deepEqual(minutesOf(receiver), [0, 1, 5, 25, 85])
  receiver.answer(200)
  assert.equal((await control.webhooks.retry(id))?.state, 'delivered')
  assert.equal(await control.webhooks.retry('nobody'), undefined)
})

test('only the events that a subscription names go to it', async () => {
  const receiver = createReceiver()
  await using zoom = await startZoom({ deliver: receiver.deliver })
  const { webhooks } = zoom.emulator.control
  const { id } = await webhooks.subscribe({ url, secretToken, events: ['meeting.deleted', 'user.*'] })
  const meeting = await zoom.create({})
  await zoom.call('DELETE', `/meetings/${meeting.id}`)
  await zoom.emulator.clock.advance(0)
  assert.deepEqual(namesOf(receiver), ['meeting.deleted'])
  assert.equal(webhooks.unsubscribe(id), true)
  assert.equal(webhooks.unsubscribe(id), false)
  await zoom.create({})
  await zoom.emulator.clock.advance(0)
  assert.equal(receiver.received.length, 1)
})

test('what is on its way to a subscription that ends is given up', async () => {
  const { zoom, receiver } = await startSubscribed()
  await using _ = zoom
  const { webhooks } = zoom.emulator.control
  receiver.answer(500)
  await zoom.create({})
  await zoom.emulator.clock.advance(0)
  webhooks.unsubscribe(webhooks.subscriptions()[0]?.id ?? '')
  await zoom.emulator.clock.advance(2 * 60 * minuteMs)
  assert.equal(receiver.received.length, 1)
  assert.equal(webhooks.deliveries()[0]?.state, 'failed')
})

const disturbed = [
  { effect: 'lose', events: ['meeting.deleted', 'meeting.created'] },
  { effect: 'duplicate', events: ['meeting.created', 'meeting.created', 'meeting.deleted', 'meeting.created'] },
  { effect: 'swap', events: ['meeting.deleted', 'meeting.created', 'meeting.created'] },
  { effect: 'delay', events: ['meeting.deleted', 'meeting.created', 'meeting.created'] },
] as const
for (const { effect, events } of disturbed)
  test(`on demand the next event is disturbed, and the one after it is not: ${effect}`, async () => {
    const { zoom, receiver } = await startSubscribed()
    await using _ = zoom
    const { control, clock } = zoom.emulator
    control.webhooks.disturb({ effect, event: 'meeting.created', ...(effect === 'delay' && { delayMs: 30_000 }) })
    assert.equal(control.webhooks.disturbances().length, 1)
    const meeting = await zoom.create({ topic: 'first' })
    await zoom.call('DELETE', `/meetings/${meeting.id}`)
    await clock.advance(30_000)
    await zoom.create({ topic: 'second' })
    await clock.advance(30_000)
    assert.deepEqual(namesOf(receiver), events)
    assert.equal(control.webhooks.disturbances().length, 0)
  })

test('a swapped event that no other follows comes after a minute', async () => {
  const { zoom, receiver } = await startSubscribed()
  await using _ = zoom
  zoom.emulator.control.webhooks.disturb({ effect: 'swap', times: 2 })
  await zoom.create({})
  await zoom.emulator.clock.advance(59_000)
  assert.equal(receiver.received.length, 0)
  await zoom.emulator.clock.advance(1_000)
  assert.equal(receiver.received.length, 1)
})

test('subscriptions and what is on its way outlive a restart with a data file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'convene-webhooks-'))
  try {
    const options = { data: join(folder, 'zoom.sqlite'), deliver: createReceiver().deliver }
    {
      const { zoom, receiver } = await startSubscribed({ data: options.data })
      await using _ = zoom
      receiver.answer(500)
      await zoom.create({})
      await zoom.emulator.clock.advance(0)
    }
    const receiver = createReceiver()
    await using zoom = await startZoom({ ...options, deliver: receiver.deliver })
    await zoom.emulator.clock.advance(5 * minuteMs)
    assert.deepEqual(namesOf(receiver), ['meeting.created'])
    await zoom.create({})
    await zoom.emulator.clock.advance(0)
    assert.equal(receiver.received.length, 2)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a reset forgets subscriptions, deliveries and disturbances, and brings those of the seed back', async () => {
  const receiver = createReceiver()
  const seed = { webhooks: [{ url: 'https://seeded.example.com', secret_token: secretToken }] }
  await using zoom = await startZoom({ deliver: receiver.deliver, seed })
  const { control, clock } = zoom.emulator
  await control.webhooks.subscribe({ url, secretToken })
  control.webhooks.disturb({ effect: 'lose' })
  receiver.answer(500)
  await zoom.create({})
  await clock.advance(0)
  control.reset()
  await clock.freeze(testNow)
  assert.deepEqual(
    control.webhooks.subscriptions().map((one) => one.url),
    ['https://seeded.example.com'],
  )
  assert.deepEqual([control.webhooks.deliveries(), control.webhooks.disturbances()], [[], []])
  receiver.answer(200)
  await clock.advance(2 * 60 * minuteMs)
  assert.equal(receiver.received.length, 1, 'nothing of before the reset comes again')
})
