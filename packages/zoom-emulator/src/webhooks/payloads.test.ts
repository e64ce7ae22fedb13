import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../test/start-zoom.ts'
import { findEventMistakes } from '../../test/strict-events.ts'
import { createReceiver, secretToken } from '../../test/webhook-receiver.ts'

const weekly = {
  topic: 'Weekly',
  type: 8,
  start_time: '2026-12-18T18:00:00',
  timezone: 'Asia/Taipei',
  duration: 60,
  recurrence: { type: 2, weekly_days: '6', end_times: 3 },
}
const operator = { operator: 'owner@example.com' }

/** What was done to a series, and the events that it caused, by what stands beside `object`. */
const stories: {
  readonly name: string
  readonly act: (zoom: TestZoom, series: { id: number; occurrences: { occurrence_id: string }[] }) => Promise<unknown>
  readonly events: readonly (readonly [name: string, fields: object])[]
}[] = [
  {
    name: 'a change',
    act: (zoom, { id }) => zoom.call('PATCH', `/meetings/${id}`, { topic: 'Monthly', agenda: 'More' }),
    events: [['meeting.updated', { ...operator, scope: 'all', time_stamp: Date.parse('2026-11-22T04:00:00Z') }]],
  },
  {
    name: 'a change of one date',
    act: (zoom, { id, occurrences }) =>
      zoom.call('PATCH', `/meetings/${id}?occurrence_id=${occurrences[1]?.occurrence_id}`, { duration: 30 }),
    events: [['meeting.updated', { ...operator, scope: 'single' }]],
  },
  {
    name: 'a change that changes nothing',
    act: (zoom, { id }) => zoom.call('PATCH', `/meetings/${id}`, { topic: 'Weekly' }),
    events: [],
  },
  {
    name: 'the end of one date',
    act: (zoom, { id, occurrences }) =>
      zoom.call('DELETE', `/meetings/${id}?occurrence_id=${occurrences[0]?.occurrence_id}`),
    events: [['meeting.deleted', { ...operator, operation: 'single' }]],
  },
  {
    name: 'into the trash and back',
    async act(zoom, { id }) {
      await zoom.call('DELETE', `/meetings/${id}`)
      await zoom.call('PUT', `/meetings/${id}/status`, { action: 'recover' })
      await zoom.call('PUT', `/meetings/${id}/status`, { action: 'recover' })
    },
    events: [
      ['meeting.deleted', { ...operator, operation: 'all' }],
      ['meeting.recovered', { ...operator, operation: 'all' }],
    ],
  },
  {
    name: 'a refused change',
    act: (zoom, { id }) => zoom.call('PATCH', `/meetings/${id}`, { duration: -1 }),
    events: [],
  },
  {
    name: 'registrations',
    async act(zoom) {
      const { id } = await zoom.create({ ...weekly, settings: { approval_type: 1, registration_type: 1 } })
      const added = await zoom.call('POST', `/meetings/${id}/registrants`, { first_name: 'Ann', email: 'ann@x.org' })
      for (const action of ['approve', 'cancel'])
        await zoom.call('PUT', `/meetings/${id}/registrants/status`, {
          action,
          registrants: [{ id: added.body.registrant_id, email: 'ann@x.org' }],
        })
    },
    events: [
      ['meeting.created', operator],
      ['meeting.registration_created', {}],
      ['meeting.registration_approved', operator],
      ['meeting.registration_cancelled', operator],
    ],
  },
  {
    name: 'a meeting that is held',
    async act(zoom, { id }) {
      const { life } = zoom.emulator.control
      life.start(id)
      const { id: guest } = life.join(id, { name: 'Ann', email: 'ann@example.org' })
      life.leave(id, guest)
      life.end(id)
    },
    events: [
      ['meeting.started', {}],
      ['meeting.participant_joined', {}],
      ['meeting.participant_joined', {}],
      ['meeting.participant_left', {}],
      ['meeting.participant_left', {}],
      ['meeting.ended', {}],
    ],
  },
]
for (const { name, act, events } of stories)
  test(`what the facts say of its events comes, and nothing else: ${name}`, async () => {
    const receiver = createReceiver()
    await using zoom = await startZoom({ deliver: receiver.deliver })
    const series = await zoom.create(weekly)
    await zoom.emulator.control.webhooks.subscribe({ url: 'https://hooks.example.com', secretToken })
    await act(zoom, series)
    await zoom.emulator.clock.advance(0)
    const bodies = receiver.received.map(({ body }) => body)
    assert.deepEqual(
      bodies.map(({ event }) => event),
      events.map(([event]) => event),
    )
    for (const [index, { event, payload }] of bodies.entries()) {
      assert.deepEqual(findEventMistakes(event, payload), [])
      const { account_id, object: _, old_object: __, operator_id, ...fields } = payload
      assert.equal(account_id, 'demo-account')
      assert.equal(operator_id !== undefined, fields.operator !== undefined)
      const expected: Record<string, unknown> = { ...events[index]?.[1] }
      for (const key of Object.keys(expected)) assert.deepEqual(fields[key], expected[key], `${event}: ${key}`)
    }
  })

test('the id of a meeting is a number where it is planned, and a text where it runs', async () => {
  const receiver = createReceiver()
  await using zoom = await startZoom({ deliver: receiver.deliver })
  await zoom.emulator.control.webhooks.subscribe({ url: 'https://hooks.example.com', secretToken })
  const { id } = await zoom.create({})
  zoom.emulator.control.life.start(id)
  await zoom.emulator.clock.advance(0)
  const ids = new Map(receiver.received.map(({ body }) => [body.event, body.payload.object.id]))
  assert.deepEqual([ids.get('meeting.created'), ids.get('meeting.started')], [id, String(id)])
})
