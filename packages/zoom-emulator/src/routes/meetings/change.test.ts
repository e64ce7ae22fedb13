import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, testNow } from '../../../test/start-zoom.ts'

const single = { topic: 'One', start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' }

test('a change answers 204 without a body and touches only what was sent', async () => {
  await using zoom = await startZoom()
  const before = await zoom.create({ ...single, agenda: 'Old', settings: { jbh_time: 5, host_video: true } })
  const answer = await zoom.call('PATCH', `/meetings/${before.id}`, { agenda: 'New', settings: { jbh_time: 10 } })
  assert.deepEqual(answer, { status: 204, body: undefined })
  const after = await zoom.get(before.id)
  assert.equal(after.agenda, 'New')
  assert.equal(after.settings.jbh_time, 10)
  assert.equal(after.settings.host_video, true)
  for (const name of ['topic', 'start_time', 'duration', 'password', 'join_url', 'uuid'])
    assert.equal(after[name], before[name], name)
})

test('lists replace, and custom keys can be added by a change', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create({
    settings: { meeting_invitees: [{ email: 'a@example.org' }, { email: 'b@example.org' }] },
  })
  const custom_keys = [{ key: 'room', value: '3' }]
  await zoom.call('PATCH', `/meetings/${id}`, {
    settings: { meeting_invitees: [{ email: 'c@example.org' }], custom_keys },
  })
  const { settings } = await zoom.get(id)
  assert.deepEqual(settings.meeting_invitees, [{ email: 'c@example.org', internal_user: false }])
  assert.deepEqual(settings.custom_keys, custom_keys)
})

test('a start moves; a past one is ignored; a zone alone changes only the display', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(single)
  await zoom.call('PATCH', `/meetings/${id}`, { start_time: '2026-12-18T09:00:00' })
  assert.equal((await zoom.get(id)).start_time, '2026-12-18T01:00:00Z')
  await zoom.call('PATCH', `/meetings/${id}`, { start_time: '2020-01-01T00:00:00Z', topic: 'Two' })
  const after = await zoom.get(id)
  assert.equal(after.start_time, '2026-12-18T01:00:00Z')
  assert.equal(after.topic, 'Two')
  await zoom.call('PATCH', `/meetings/${id}`, { timezone: 'Europe/Berlin' })
  assert.deepEqual(
    [(await zoom.get(id)).start_time, (await zoom.get(id)).timezone],
    ['2026-12-18T01:00:00Z', 'Europe/Berlin'],
  )
})

test('another passcode makes another link, the same one keeps it', async () => {
  await using zoom = await startZoom()
  const before = await zoom.create({ ...single, password: 'abc123' })
  await zoom.call('PATCH', `/meetings/${before.id}`, { password: 'abc123' })
  assert.equal((await zoom.get(before.id)).join_url, before.join_url)
  await zoom.call('PATCH', `/meetings/${before.id}`, { password: 'other' })
  const after = await zoom.get(before.id)
  assert.equal(after.password, 'other')
  assert.notEqual(after.join_url, before.join_url)
  await zoom.call('PATCH', `/meetings/${before.id}`, { password: '' })
  assert.equal((await zoom.get(before.id)).password, '')
})

test('schedule_for moves a meeting to another host with its id and link', async () => {
  await using zoom = await startZoom()
  const before = await zoom.create(single)
  const basic = await zoom.call('PATCH', `/meetings/${before.id}`, { schedule_for: 'nora@example.com' })
  assert.deepEqual([basic.status, basic.body.code], [400, 3000])
  await zoom.call('PATCH', `/meetings/${before.id}`, { schedule_for: 'mei@example.com' })
  const after = await zoom.get(before.id)
  assert.equal(after.host_email, 'mei@example.com')
  assert.equal(after.assistant_id, before.host_id)
  assert.equal(after.join_url, before.join_url)
  const ids = async (user: string) =>
    (await zoom.call('GET', `/users/${user}/meetings`)).body.meetings.map((row: { id: number }) => row.id)
  assert.deepEqual(await ids('me'), [])
  assert.deepEqual(await ids('mei@example.com'), [before.id])
})

test('a mistake in a change names its field and changes nothing', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(single)
  const { status, body } = await zoom.call('PATCH', `/meetings/${id}`, { topic: 'New', settings: { audio: 'loud' } })
  assert.deepEqual([status, body.errors[0].field], [400, 'settings.audio'])
  assert.equal((await zoom.get(id)).topic, 'One')
})

test('a deleted meeting is gone for every call, and comes back with recover', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(single)
  assert.equal((await zoom.call('DELETE', `/meetings/${id}?schedule_for_reminder=false`)).status, 204)
  const gone: [string, string, object?][] = [
    ['GET', ''],
    ['PATCH', '', {}],
    ['DELETE', ''],
    ['GET', '/invitation'],
    ['POST', '/invite_links', { attendees: [{ name: 'A' }] }],
    ['PUT', '/status', { action: 'end' }],
  ]
  for (const [method, path, body] of gone) {
    const answer = await zoom.call(method, `/meetings/${id}${path}`, body)
    const status = path === '/invite_links' ? 400 : 404
    assert.deepEqual([answer.status, answer.body.code], [status, 3001], `${method} ${path}`)
    assert.equal(answer.body.message, `Meeting does not exist: ${id}.`)
  }
  assert.equal((await zoom.call('GET', '/users/me/meetings')).body.total_records, 0)
  assert.equal((await zoom.call('PUT', `/meetings/${id}/status`, { action: 'recover' })).status, 204)
  assert.equal((await zoom.get(id)).topic, 'One')
  assert.equal((await zoom.call('GET', '/users/me/meetings')).body.total_records, 1)
})

const strange: [string, string, number, number][] = [
  ['GET', '/meetings/abc', 400, 300],
  ['GET', '/meetings/99999999999', 404, 3001],
  ['GET', '/meetings/123456789012345678901234567890', 400, 300],
  ['DELETE', '/meetings/%2Fabc%3D%3D', 400, 300],
  ['PUT', '/meetings/99999999999/status', 400, 300],
  ['GET', '/meetings/__proto__', 400, 300],
]
for (const [method, path, status, code] of strange)
  test(`${method} ${path} is ${status}/${code}`, async () => {
    await using zoom = await startZoom()
    const answer = await zoom.call(method, path)
    assert.deepEqual([answer.status, answer.body.code], [status, code])
  })

test('ids repeated in query and body are ignored', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create({ ...single, userId: 'x', id: 5 })
  assert.equal((await zoom.get(id, `?id=${id}&meetingId=5`)).id, id)
  assert.equal((await zoom.call('PATCH', `/meetings/${id}?id=${id}`, { id, topic: 'Two' })).status, 204)
  assert.equal((await zoom.call('DELETE', `/meetings/${id}?id=${id}`)).status, 204)
})

test('an id expires 30 days after its date, that of a recurring meeting after a year', async () => {
  await using zoom = await startZoom()
  const once = await zoom.create({ start_time: testNow })
  const anytime = await zoom.create({ type: 3 })
  const instant = await zoom.create({ type: 1 })
  zoom.emulator.clock.advance(29 * 86_400_000)
  assert.equal((await zoom.get(once.id)).id, once.id)
  assert.equal((await zoom.call('GET', `/meetings/${instant.id}`)).status, 404)
  zoom.emulator.clock.advance(2 * 86_400_000)
  assert.equal((await zoom.call('GET', `/meetings/${once.id}`)).body.code, 3001)
  assert.equal((await zoom.get(anytime.id)).id, anytime.id)
  zoom.emulator.clock.advance(366 * 86_400_000)
  assert.equal((await zoom.call('GET', `/meetings/${anytime.id}`)).body.code, 3001)
})

test('end answers 204 also for a meeting that does not run', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(single)
  assert.equal((await zoom.call('PUT', `/meetings/${id}/status`, { action: 'end' })).status, 204)
  assert.equal((await zoom.get(id)).status, 'waiting')
  const unknown = await zoom.call('PUT', `/meetings/${id}/status`, { action: 'stop' })
  assert.deepEqual(unknown.body.errors, [{ field: 'action', message: 'Invalid parameter: action.' }])
})

test('invite links carry a name each', async () => {
  await using zoom = await startZoom()
  const { id, encrypted_password } = await zoom.create(single)
  const attendees = [{ name: 'Mei 林' }, { name: 'Kenji', disable_video: true }]
  const { status, body } = await zoom.call('POST', `/meetings/${id}/invite_links`, { attendees, ttl: '3600' })
  assert.equal(status, 201)
  assert.deepEqual(
    body.attendees.map((one: { name: string }) => one.name),
    ['Mei 林', 'Kenji'],
  )
  const [first, second] = body.attendees.map((one: { join_url: string }) => new URL(one.join_url))
  assert.equal(first.pathname, `/w/${id}`)
  assert.equal(first.searchParams.get('pwd'), encrypted_password)
  assert.notEqual(first.searchParams.get('tk'), second.searchParams.get('tk'))
})

const badInvites: [string, object, string][] = [
  ['nobody', {}, 'attendees'],
  ['an empty list', { attendees: [] }, 'attendees'],
  ['501 people', { attendees: Array.from({ length: 501 }, () => ({ name: 'A' })) }, 'attendees'],
  ['no name', { attendees: [{}] }, 'attendees[0].name'],
  ['a name of 65 characters', { attendees: [{ name: 'x'.repeat(65) }] }, 'attendees[0].name'],
  ['a ttl beyond 90 days', { attendees: [{ name: 'A' }], ttl: 7_776_001 }, 'ttl'],
]
for (const [name, body, field] of badInvites)
  test(`invite links refuse ${name}`, async () => {
    await using zoom = await startZoom()
    const { id } = await zoom.create(single)
    const answer = await zoom.call('POST', `/meetings/${id}/invite_links`, body)
    assert.deepEqual([answer.status, answer.body.code, answer.body.errors[0].field], [400, 300, field])
  })

test('only scheduled meetings and those without a fixed time are held in the personal room: a series says so', async () => {
  await using zoom = await startZoom()
  const settings = { use_pmi: true }
  const series = { type: 8, start_time: '2026-12-17T10:00:00Z', recurrence: { type: 1, end_times: 2 }, settings }
  const { id, ...made } = await zoom.create(series)
  assert.deepEqual([made.settings.use_pmi, made.pmi], [false, undefined])
  await zoom.call('PATCH', `/meetings/${id}`, { type: 2, start_time: '2026-12-17T10:00:00Z' })
  assert.deepEqual([(await zoom.get(id)).settings.use_pmi, (await zoom.get(id)).pmi], [false, undefined])
})

test('an instant meeting in the personal room stays there when it is changed', async () => {
  await using zoom = await startZoom()
  await zoom.call('PATCH', '/users/me/settings', { schedule_meeting: { use_pmi_for_instant_meetings: true } })
  const { id, pmi } = await zoom.create({ type: 1 })
  assert.match(pmi, /^\d{10}$/)
  assert.equal((await zoom.call('PATCH', `/meetings/${id}`, { topic: 'Now' })).status, 204)
  assert.deepEqual([(await zoom.get(id)).pmi, (await zoom.get(id)).settings.use_pmi], [pmi, true])
})
