import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { createZoomClient, optionsFromEnvironment, type ZoomClient } from '@convene/zoom'
import { everyWeeks } from '@convene/zoom/recurrence'
import type { WebhookEvent, WebhookHandlerOptions } from '@convene/zoom/webhooks'
import { createNodeWebhookHandler } from '@convene/zoom/webhooks/node'
import { type RunningEmulator, startEmulator } from '@convene/zoom-emulator'
import { eventNames, isWrittenDown, shapeComplaints } from './parts/webhook-shapes.ts'

const secretToken = 'a-secret-token-of-a-test'
const minuteMs = 60_000

/** A program that receives webhooks with the client, subscribed to everything of an emulator whose clock it shares. */
async function startReceiver(zoom: RunningEmulator, options: Partial<WebhookHandlerOptions> = {}) {
  const heard: WebhookEvent[] = []
  const statuses: number[] = []
  const handler = createNodeWebhookHandler({
    secretToken,
    onOther: (event) => heard.push(event),
    onError: () => {},
    ambient: { now: () => zoom.clock.now() },
    ...options,
  })
  const server = createServer(async (request, response) => {
    await handler(request, response)
    statuses.push(response.statusCode)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/zoom`
  await zoom.control.webhooks.subscribe({ url, secretToken })
  return {
    heard,
    statuses,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function playMeeting(zoom: ZoomClient): Promise<number> {
  const series = await zoom.meetings.create({
    topic: 'Weekly',
    start_time: '2030-12-20T18:00:00',
    timezone: 'Asia/Taipei',
    recurrence: everyWeeks(1, ['friday'], { count: 3 }),
    settings: { join_before_host: true, approval_type: 0 },
  })
  await zoom.meetings.update({ meetingId: series.id, topic: 'Weekly, renamed' })
  await zoom.meetings.delete({ meetingId: series.id })
  return series.id
}

test('what the client makes, changes and deletes comes back as events, each once, in fields that are written down', async () => {
  await using zoom = await startEmulator()
  await using receiver = await startReceiver(zoom)
  zoom.control.webhooks.disturb({ effect: 'duplicate', event: 'meeting.*', times: 3 })
  const id = await playMeeting(createZoomClient(optionsFromEnvironment(zoom.env)))
  await zoom.clock.advance(minuteMs)

  assert.deepEqual(receiver.heard.map(({ event }) => event).sort(), [
    'meeting.created',
    'meeting.deleted',
    'meeting.updated',
  ])
  assert.equal(receiver.statuses.length, 7, 'the check of the address, and each event twice')
  for (const event of receiver.heard) {
    assert.deepEqual(shapeComplaints(event), [])
    if (event.event === 'meeting.created') assert.equal(event.payload.object.id, id)
    if (event.event === 'meeting.updated') assert.equal(event.payload.object.topic, 'Weekly, renamed')
    if (event.event === 'meeting.deleted') assert.equal(event.payload.operation, 'all')
  }
})

for (const webhookTimestamp of ['each_attempt', 'first_attempt'] as const)
  test(`an event whose listener fails comes again until it succeeds, to the last retry (switch ${webhookTimestamp})`, async () => {
    await using zoom = await startEmulator({ switches: { webhookTimestamp } })
    let failures = 3
    const made: number[] = []
    await using receiver = await startReceiver(zoom, {
      on: {
        'meeting.created': ({ payload }) => {
          failures -= 1
          if (failures >= 0) throw new Error('the database is away')
          made.push(payload.object.id)
        },
      },
    })
    const { id } = await createZoomClient(optionsFromEnvironment(zoom.env)).meetings.create({ topic: 'Weekly' })
    await zoom.clock.advance(100 * minuteMs)
    assert.deepEqual(made, [id])
    assert.deepEqual(receiver.statuses, [200, 503, 503, 503, 204])
  })

test('the data knows every meeting.* and user.* event of the facts, and payloads for those of their table', () => {
  const facts = readFileSync(new URL('../docs/zoom-facts.md', import.meta.url), 'utf8')
  const [, meeting = '', user = ''] = /^Event names \(meeting\.\*\): (.*?)\. user\.\*: (.*?)\.$/m.exec(facts) ?? []
  const expand = (prefix: string, names: string): string[] => {
    const inner = /(\w*)\{([^{}]*)\}/.exec(names)
    if (!inner) return names.split(/,\s*/).map((name) => `${prefix}${name.trim()}`)
    const spelled = (inner[2] ?? '').split(',').map((name) => `${inner[1]}${name.trim()}`)
    return expand(prefix, names.replace(inner[0], spelled.join(', ')))
  }
  const inFacts = [...expand('meeting.', meeting), ...expand('user.', user)]
  assert.deepEqual(eventNames.filter((name) => name !== 'endpoint.url_validation').sort(), inFacts.sort())
  for (const name of ['meeting.created', 'meeting.participant_left', 'user.presence_status_updated'])
    assert.ok(isWrittenDown(name), name)
})

test('a field that nobody wrote down, and one that is missing, are found', () => {
  const object = { id: '1', uuid: 'u', host_id: 'h' }
  const started = (more: object, account = { account_id: 'a' }) =>
    shapeComplaints({ event: 'meeting.started', payload: { ...account, object: { ...object, ...more } } })
  assert.deepEqual(started({}), [])
  assert.deepEqual(started({ id: 1 }), ['meeting.started.object.id is a number'])
  assert.deepEqual(started({ color: 'red' }), ['meeting.started.object.color is not written down'])
  assert.deepEqual(started({}, {} as { account_id: string }), ['meeting.started.account_id is missing'])
})
