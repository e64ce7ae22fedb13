import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ReceivedRequest, type ScriptedAnswer, scriptZoom } from '../../../test/scripted-zoom.ts'
import { everyDays } from '../../recurrence/every.ts'

const meetingId = 85746065432
const occurrence_id = '1797588000000'

/** Agrees to every change, and then shows this meeting. */
const showing =
  (meeting: object) =>
  ({ method }: ReceivedRequest): ScriptedAnswer =>
    method === 'GET'
      ? { status: 200, body: { id: meetingId, topic: 'T', type: 2, join_url: 'https://zoom.us/j/1', ...meeting } }
      : { status: 204 }

test('a change sends only what is given and gives the meeting as it is read back', async () => {
  await using zoom = await scriptZoom(showing({ topic: 'New' }))
  const meeting = await zoom.client.meetings.update({ meetingId: '857 4606 5432', topic: 'New' })
  assert.equal(meeting.topic, 'New')
  assert.deepEqual(zoom.requests, [
    { method: 'PATCH', url: `/meetings/${meetingId}`, body: { topic: 'New' } },
    { method: 'GET', url: `/meetings/${meetingId}`, body: undefined },
  ])
})

test('a new start is sent in Zoom’s form and compared with what is read back', async () => {
  await using zoom = await scriptZoom(showing({ start_time: '2026-12-17T10:00:00Z' }))
  const change = { meetingId, start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' }
  await zoom.client.meetings.update(change)
  const patch = zoom.requests.find(({ method }) => method === 'PATCH')
  assert.deepEqual(patch?.body, { start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' })
  await assert.rejects(zoom.client.meetings.update({ ...change, start_time: '2026-12-17T19:00:00' }), {
    code: 'start_shifted',
    message: /at 2026-12-17T10:00:00\.000Z, but 2026-12-17T11:00:00\.000Z was meant/,
  })
})

test('a new start alone is refused for a series before anything changes', async () => {
  await using zoom = await scriptZoom(showing({ type: 8 }))
  const change = { meetingId, start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' }
  await assert.rejects(zoom.client.meetings.update(change), {
    code: 'invalid_input',
    message: /recurrence is missing.*is a series: give its whole recurrence/,
  })
  assert.deepEqual(
    zoom.requests.map(({ method }) => method),
    ['GET'],
  )
})

test('a new start alone is refused for a meeting without a fixed time before anything changes', async () => {
  await using zoom = await scriptZoom(showing({ type: 3 }))
  await assert.rejects(zoom.client.meetings.update({ meetingId, start_time: '2026-12-17T18:00:00Z' }), {
    code: 'invalid_input',
    message: /type is missing.*has no fixed time.*give type: 2/,
  })
  assert.equal(zoom.requests.length, 1)
})

test('a series is changed with its whole recurrence, and its first and last date are compared', async () => {
  const occurrences = ['2026-12-17T10:00:00Z', '2026-12-18T10:00:00Z'].map((start_time) => ({ start_time }))
  await using zoom = await scriptZoom(showing({ type: 8, occurrences }))
  const change = { meetingId, start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' }
  await zoom.client.meetings.update({ ...change, recurrence: everyDays(1, { count: 2 }) })
  assert.deepEqual(zoom.requests[0]?.body, {
    type: 8,
    start_time: '2026-12-17T18:00:00',
    timezone: 'Asia/Taipei',
    recurrence: { type: 1, repeat_interval: 1, end_times: 2 },
  })
  const longer = zoom.client.meetings.update({ ...change, recurrence: everyDays(1, { count: 3 }) })
  await assert.rejects(longer, { code: 'start_shifted', message: /the last date/ })
})

test('one date of a series is moved by an instant, and that date is compared', async () => {
  const occurrences = [
    { occurrence_id: '1797501600000', start_time: '2026-12-17T10:00:00Z' },
    { occurrence_id, start_time: '2026-12-18T12:00:00Z' },
  ]
  await using zoom = await scriptZoom(showing({ type: 8, start_time: '2026-12-17T10:00:00Z', occurrences }))
  const change = { meetingId, occurrence_id, start_time: '2026-12-18T20:00:00', timezone: 'Asia/Taipei', duration: 30 }
  await zoom.client.meetings.update(change)
  assert.deepEqual(zoom.requests, [
    {
      method: 'PATCH',
      url: `/meetings/${meetingId}?occurrence_id=${occurrence_id}`,
      body: { start_time: '2026-12-18T12:00:00Z', duration: 30 },
    },
    { method: 'GET', url: `/meetings/${meetingId}?occurrence_id=${occurrence_id}`, body: undefined },
  ])
  const elsewhere = zoom.client.meetings.update({ ...change, start_time: '2026-12-18T21:00:00' })
  await assert.rejects(elsewhere, { code: 'start_shifted', message: /at 2026-12-18T12:00:00/ })
})

test('one date that Zoom shows as the meeting itself is compared too', async () => {
  await using zoom = await scriptZoom(showing({ type: 8, start_time: '2026-12-18T12:00:00Z' }))
  await zoom.client.meetings.update({ meetingId, occurrence_id, start_time: '2026-12-18T12:00:00Z' })
})

test('when the change is made and cannot be read back, the error says that it was made', async () => {
  await using zoom = await scriptZoom(({ method }) =>
    method === 'PATCH' ? { status: 204 } : { status: 404, body: { code: 3001, message: 'Meeting does not exist.' } },
  )
  await assert.rejects(zoom.client.meetings.update({ meetingId, topic: 'New' }), {
    code: 'not_found',
    message: /^The meeting was changed, but reading it back failed: .*does not exist/,
  })
})
