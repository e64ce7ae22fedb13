import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom } from '../../../test/start-zoom.ts'

const templates = '/users/me/meeting_templates'
const model = {
  topic: 'Stand-up',
  agenda: 'Who is stuck?',
  duration: 15,
  settings: { host_video: true, waiting_room: true, mute_upon_entry: true, auto_recording: 'cloud' },
}

test('a template keeps what a meeting had, and makes the next one like it', async () => {
  await using zoom = await startZoom()
  const { id: meeting_id } = await zoom.create(model)
  const made = await zoom.call('POST', templates, { meeting_id, name: 'Daily' })
  assert.equal(made.status, 201)
  const { id } = made.body
  assert.deepEqual(made.body, { id, name: 'Daily' })
  assert.deepEqual((await zoom.call('GET', templates)).body, {
    total_records: 1,
    templates: [{ id, name: 'Daily', type: 2 }],
  })
  assert.deepEqual((await zoom.call('GET', `${templates}/${id}`)).body, {
    id,
    name: 'Daily',
    settings: {
      recording: { auto_recording: 'cloud' },
      schedule_meeting: { host_video: true, participant_video: false, mute_upon_entry: true },
      meeting_security: { waiting_room: true },
    },
  })
  const next = await zoom.create({ template_id: id, topic: 'Retro', settings: { waiting_room: false } })
  assert.deepEqual([next.topic, next.agenda, next.duration, next.type], ['Retro', 'Who is stuck?', 15, 2])
  assert.deepEqual([next.settings.host_video, next.settings.waiting_room], [true, false])
})

test('a change takes a template too', async () => {
  await using zoom = await startZoom()
  const { id: meeting_id } = await zoom.create(model)
  const { body } = await zoom.call('POST', templates, { meeting_id, name: 'Daily' })
  const { id } = await zoom.create({ topic: 'Plain' })
  assert.equal((await zoom.call('PATCH', `/meetings/${id}`, { template_id: body.id, topic: 'Own' })).status, 204)
  const changed = await zoom.get(id)
  assert.deepEqual([changed.topic, changed.duration, changed.settings.host_video], ['Own', 15, true])
})

test('a series is kept as one only with save_recurrence', async () => {
  await using zoom = await startZoom()
  const recurrence = { type: 1, repeat_interval: 1, end_times: 3 }
  const { id: meeting_id } = await zoom.create({ ...model, type: 8, start_time: '2026-12-01T10:00:00', recurrence })
  const { body: plain } = await zoom.call('POST', templates, { meeting_id, name: 'Plain' })
  const { body: series } = await zoom.call('POST', templates, { meeting_id, name: 'Series', save_recurrence: true })
  assert.equal((await zoom.create({ template_id: plain.id })).type, 2)
  const again = await zoom.create({ template_id: series.id, start_time: '2026-12-10T10:00:00' })
  assert.deepEqual([again.type, again.occurrences.length], [8, 3])
  assert.equal((await zoom.create({ template_id: series.id, type: 2 })).recurrence, undefined)
})

test('a name is unique unless it may be overwritten', async () => {
  await using zoom = await startZoom()
  const { id: meeting_id } = await zoom.create(model)
  const { id: other } = await zoom.create({ ...model, duration: 30 })
  const { body: made } = await zoom.call('POST', templates, { meeting_id, name: 'Daily' })
  const twice = await zoom.call('POST', templates, { meeting_id, name: 'Daily' })
  assert.deepEqual(
    [twice.status, twice.body.code, twice.body.message],
    [400, 3000, 'Meeting template name already exists: Daily.'],
  )
  const again = await zoom.call('POST', templates, { meeting_id: other, name: 'Daily', overwrite: true })
  assert.deepEqual(again.body, made)
  assert.equal((await zoom.create({ template_id: made.id })).duration, 30)
})

test('a user has at most 40 templates', async () => {
  await using zoom = await startZoom()
  const { id: meeting_id } = await zoom.create(model)
  for (let count = 0; count < 40; count++)
    assert.equal((await zoom.call('POST', templates, { meeting_id, name: `T${count}` })).status, 201)
  const { status, body } = await zoom.call('POST', templates, { meeting_id, name: 'T40' })
  assert.deepEqual([status, body.code, body.message], [400, 300, 'You can only create up to 40 meeting templates.'])
  assert.equal((await zoom.call('POST', templates, { meeting_id, name: 'T0', overwrite: true })).status, 201)
})

test("a member's own template is in their list alone and makes no meetings", async () => {
  await using zoom = await startZoom()
  const { id: meeting_id } = await zoom.create(model, 'mei@example.com')
  const { body } = await zoom.call('POST', '/users/mei@example.com/meeting_templates', { meeting_id, name: 'Mine' })
  const { body: mine } = await zoom.call('GET', '/users/mei@example.com/meeting_templates')
  assert.deepEqual(mine.templates, [{ id: body.id, name: 'Mine', type: 1 }])
  assert.equal((await zoom.call('GET', '/users/kenji@example.com/meeting_templates')).body.total_records, 0)
  const refused = await zoom.call('POST', '/users/mei@example.com/meetings', { template_id: body.id })
  assert.deepEqual([refused.status, refused.body.errors[0].field], [400, 'template_id'])
})

const refused: [string, object, number, string | undefined][] = [
  ['no name', { meeting_id: 1 }, 300, 'name'],
  ['no meeting', { name: 'x' }, 300, 'meeting_id'],
  ['a meeting that is no number', { name: 'x', meeting_id: 'abc' }, 300, undefined],
  ['a meeting that is a list', { name: 'x', meeting_id: [1] }, 300, 'meeting_id'],
  ['an unknown meeting', { name: 'x', meeting_id: 91234567890 }, 3001, undefined],
]
for (const [name, body, code, field] of refused)
  test(`a template is refused: ${name}`, async () => {
    await using zoom = await startZoom()
    const answer = await zoom.call('POST', templates, body)
    assert.deepEqual([answer.status, answer.body.code, answer.body.errors?.[0].field], [400, code, field])
  })

test('unknown users have no templates, nor are unknown templates found', async () => {
  await using zoom = await startZoom()
  const unknown = await zoom.call('GET', '/users/x@example.org/meeting_templates')
  assert.deepEqual([unknown.status, unknown.body.code], [404, 1001])
  assert.equal((await zoom.call('GET', `${templates}/nothing`)).status, 404)
  const users = [
    { email: 'owner@example.com', role_id: '0' },
    { email: 'gone@example.com', status: 'inactive' as const },
  ]
  await using other = await startZoom({ seed: { users } })
  for (const method of ['GET', 'POST']) {
    const answer = await other.call(
      method,
      '/users/gone@example.com/meeting_templates',
      method === 'POST' ? {} : undefined,
    )
    assert.deepEqual([answer.status, answer.body.code], [400, 3161])
  }
})
