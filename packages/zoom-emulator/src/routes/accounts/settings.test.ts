import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom } from '../../../test/start-zoom.ts'
import { createReceiver, secretToken } from '../../../test/webhook-receiver.ts'

test('an account that locks the waiting room has one in every meeting, whatever is asked for', async () => {
  await using zoom = await startZoom()
  const locked = { meeting_security: { waiting_room: true } }
  assert.equal((await zoom.call('PATCH', '/accounts/me/settings?option=meeting_security', locked)).status, 204)
  assert.equal((await zoom.call('PATCH', '/accounts/me/lock_settings', locked)).status, 200)
  assert.deepEqual((await zoom.call('GET', '/accounts/me/lock_settings?option=meeting_security')).body, locked)
  const series = {
    type: 8,
    start_time: '2026-12-01T10:00:00Z',
    recurrence: { type: 1, end_times: 2 },
    settings: { waiting_room: false },
  }
  const made = await zoom.create(series)
  assert.equal(made.settings.waiting_room, true)
  await zoom.call('PATCH', `/meetings/${made.id}`, { settings: { waiting_room: false } })
  const [{ occurrence_id }] = made.occurrences
  await zoom.call('PATCH', `/meetings/${made.id}?occurrence_id=${occurrence_id}`, { settings: { waiting_room: false } })
  for (const query of ['', `?occurrence_id=${occurrence_id}`])
    assert.equal((await zoom.get(made.id, query)).settings.waiting_room, true)
  await zoom.call('PATCH', '/users/me/settings', { in_meeting: { waiting_room: false } })
  assert.equal((await zoom.call('GET', '/users/me/settings')).body.in_meeting.waiting_room, true)
})

test('users have the account’s settings until they choose their own', async () => {
  await using zoom = await startZoom({
    seed: {
      account: { settings: { schedule_meeting: { participant_video: true, host_video: true } } },
      users: [{ email: 'a@acme.test', settings: { schedule_meeting: { host_video: false } } }],
    },
  })
  const { settings } = await zoom.create({})
  assert.deepEqual([settings.host_video, settings.participant_video], [false, true])
  const { schedule_meeting } = (await zoom.call('GET', '/accounts/me/settings')).body
  assert.deepEqual([schedule_meeting.host_video, schedule_meeting.participant_video], [true, true])
})

test('an account that hides agendas shows none, and keeps them', async () => {
  await using zoom = await startZoom()
  const hide = (enable: boolean) =>
    zoom.call('PATCH', '/accounts/me/settings', { schedule_meeting: { hide_meeting_description: { enable } } })
  assert.equal((await hide(true)).status, 204)
  const made = await zoom.create({ agenda: 'Who will go' })
  assert.equal(made.agenda, '')
  assert.equal((await zoom.get(made.id)).agenda, '')
  assert.equal('agenda' in (await zoom.call('GET', '/users/me/meetings')).body.meetings[0], false)
  await hide(false)
  assert.equal((await zoom.get(made.id)).agenda, 'Who will go')
})

test('an account that hides agendas tells nobody of one in an event either', async () => {
  const receiver = createReceiver()
  const webhooks = [{ url: 'https://desk.example/', events: ['meeting.*'], secret_token: secretToken }]
  const settings = { schedule_meeting: { hide_meeting_description: { enable: true } } }
  await using zoom = await startZoom({ deliver: receiver.deliver, seed: { account: { settings }, webhooks } })
  const { id } = await zoom.create({ topic: 'Weekly', agenda: 'Who will go' })
  const series = await zoom.create({ type: 8, agenda: 'Who will go', recurrence: { type: 1, end_times: 3 } })
  const [{ occurrence_id: date }] = series.occurrences
  for (const [path, body] of [
    [`/meetings/${id}`, { agenda: 'Somebody else' }],
    [`/meetings/${id}`, { agenda: 'Nobody', topic: 'Monthly' }],
    [`/meetings/${series.id}?occurrence_id=${date}`, { agenda: 'Somebody else' }],
    [`/meetings/${series.id}?occurrence_id=${date}`, { agenda: 'Nobody', duration: 30 }],
  ] as const)
    assert.equal((await zoom.call('PATCH', path, body)).status, 204)
  await zoom.emulator.clock.advance(1)
  const told = receiver.received.map(({ body: { event, payload } }) => [event, Object.keys(payload.old_object ?? {})])
  assert.deepEqual(told, [
    ['meeting.created', []],
    ['meeting.created', []],
    ['meeting.updated', ['id', 'topic']],
    ['meeting.updated', ['id', 'occurrences']],
  ])
  assert.ok(receiver.received.every(({ text }) => !/agenda|Who will go|Somebody|Nobody/.test(text)))
})

test('settings of an account are read by their options, and wrong ones are named', async () => {
  await using zoom = await startZoom()
  for (const option of ['meeting_security', 'meeting_authentication', 'recording_authentication', 'security'])
    assert.equal((await zoom.call('GET', `/accounts/me/settings?option=${option}`)).status, 200, option)
  const on = { meeting_authentication: true }
  assert.equal((await zoom.call('PATCH', '/accounts/me/settings?option=meeting_authentication', on)).status, 204)
  assert.equal((await zoom.create({})).settings.meeting_authentication, true)
  const wrong = await zoom.call('PATCH', '/accounts/me/settings', { schedule_meeting: { audio_type: 1 } })
  assert.deepEqual([wrong.status, wrong.body.errors[0].field], [400, 'schedule_meeting.audio_type'])
  assert.equal(
    (await zoom.call('PATCH', '/accounts/me/lock_settings', { recording: { auto_recording: true } })).status,
    200,
  )
  assert.deepEqual((await zoom.call('GET', '/accounts/me/lock_settings')).body, { recording: { auto_recording: true } })
})

test('another account is unknown, and a free one has no settings to change', async () => {
  await using zoom = await startZoom({ seed: { account: { plan: 'free' } } })
  for (const [method, path, status] of [
    ['GET', 'other/settings', 404],
    ['PATCH', 'other/settings', 404],
    ['GET', 'other/lock_settings', 400],
    ['PATCH', 'other/lock_settings', 404],
  ] as const) {
    const answer = await zoom.call(method, `/accounts/${path}`, method === 'PATCH' ? {} : undefined)
    assert.deepEqual([answer.status, answer.body.code], [status, 2001], path)
  }
  for (const path of ['settings', 'lock_settings'])
    assert.equal((await zoom.call('PATCH', `/accounts/me/${path}`, {})).body.code, 200)
})
