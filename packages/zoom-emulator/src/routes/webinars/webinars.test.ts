import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom } from '../../../test/start-zoom.ts'
import { startWebinars } from '../../../test/webinars.ts'

const start = { start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' }
const weekly = { type: 9, ...start, recurrence: { type: 2, weekly_days: '5', end_times: 3 } }

test('a webinar needs the webinar feature of its host', async () => {
  await using zoom = await startZoom()
  const refused = await zoom.call('POST', '/users/me/webinars', { topic: 'Talk' })
  assert.deepEqual([refused.status, refused.body.code], [400, 200])
  await zoom.call('PATCH', '/users/me/settings', { feature: { webinar: true } })
  assert.equal((await zoom.call('POST', '/users/me/webinars', { topic: 'Talk' })).status, 201)
  const basic = await zoom.call('POST', '/users/nora@example.com/webinars', { topic: 'Talk' })
  assert.deepEqual([basic.status, basic.body.code], [400, 200])
})

test('a webinar comes back as it was made', async () => {
  await using zoom = await startWebinars()
  const made = await zoom.createWebinar({
    ...start,
    agenda: 'About us',
    duration: 90,
    password: 'abc123',
    settings: { panelists_video: true, question_and_answer: { enable: true, answer_questions: 'all' } },
    tracking_fields: [],
  })
  assert.equal(made.type, 5)
  assert.equal(made.start_time, '2026-12-17T10:00:00Z')
  assert.deepEqual([made.duration, made.agenda, made.password], [90, 'About us', 'abc123'])
  assert.equal(made.settings.panelists_video, true)
  assert.deepEqual(made.settings.question_and_answer, { enable: true, answer_questions: 'all' })
  assert.deepEqual((await zoom.call('GET', `/webinars/${made.id}`)).body, made)
  assert.equal((await zoom.createWebinar({ topic: '' })).topic, 'Zoom Webinar')
})

test('a series of webinars has dates, which change and go one by one', async () => {
  await using zoom = await startWebinars()
  const { id, occurrences } = await zoom.createWebinar(weekly)
  assert.equal(occurrences.length, 3)
  const [one, two] = occurrences
  const at = (date: { occurrence_id: string }) => `/webinars/${id}?occurrence_id=${date.occurrence_id}`
  assert.equal((await zoom.call('PATCH', at(one), { duration: 30 })).status, 204)
  assert.equal((await zoom.call('GET', at(one))).body.duration, 30)
  assert.equal((await zoom.call('DELETE', at(two))).status, 204)
  const { body } = await zoom.call('GET', `/webinars/${id}`)
  assert.deepEqual(
    body.occurrences.map(({ status }: { status: string }) => status),
    ['available', 'deleted', 'available'],
  )
  assert.deepEqual((await zoom.call('GET', `/webinars/${id}?occurrence_id=7`)).body.code, 3000)
  const anytime = await zoom.createWebinar({ type: 6, ...start })
  assert.equal('start_time' in anytime, false)
})

test('a change touches only what was sent; a deleted webinar is gone', async () => {
  await using zoom = await startWebinars()
  const { id } = await zoom.createWebinar({ ...start, settings: { host_video: true } })
  assert.equal(
    (await zoom.call('PATCH', `/webinars/${id}`, { topic: 'Other', settings: { on_demand: true } })).status,
    204,
  )
  const { body } = await zoom.call('GET', `/webinars/${id}`)
  assert.deepEqual([body.topic, body.settings.host_video, body.settings.on_demand], ['Other', true, true])
  assert.equal(
    (await zoom.call('PATCH', `/webinars/${id}`, { type: 9, ...start, recurrence: { type: 1, end_times: 2 } })).status,
    204,
  )
  assert.equal((await zoom.call('GET', `/webinars/${id}`)).body.occurrences.length, 2)
  assert.equal((await zoom.call('DELETE', `/webinars/${id}`)).status, 204)
  for (const method of ['GET', 'PATCH', 'DELETE']) {
    const { status, body } = await zoom.call(method, `/webinars/${id}`)
    assert.deepEqual([status, body.code], [404, 3001])
  }
})

test('webinars and meetings have lists of their own, and neither is found among the other', async () => {
  await using zoom = await startWebinars()
  const late = await zoom.createWebinar({ start_time: '2026-12-20T10:00:00Z' })
  const early = await zoom.createWebinar(start)
  const meeting = await zoom.create({ topic: 'Meeting', ...start })
  const { body } = await zoom.call('GET', '/users/me/webinars')
  assert.deepEqual(
    body.webinars.map(({ id }: { id: number }) => id),
    [early.id, late.id],
  )
  assert.equal((await zoom.call('GET', '/users/me/meetings')).body.total_records, 1)
  const first = await zoom.call('GET', '/users/me/webinars?page_size=1')
  const second = await zoom.call('GET', `/users/me/webinars?page_size=1&next_page_token=${first.body.next_page_token}`)
  assert.deepEqual([first.body.webinars[0].id, second.body.webinars[0].id], [early.id, late.id])
  for (const path of ['', '/registrants', '/polls', '/invitation']) {
    const { status, body } = await zoom.call('GET', `/meetings/${early.id}${path}`)
    assert.deepEqual([status, body.code, body.message], [400, 3000, 'Cannot access webinar info.'], path)
  }
  assert.equal((await zoom.call('GET', `/webinars/${meeting.id}`)).body.code, 3001)
  assert.equal((await zoom.call('GET', '/users/me/webinars?type=live')).body.errors[0].field, 'type')
})

const wrong: readonly (readonly [field: string, body: object])[] = [
  ['type', { type: 2 }],
  ['password', { password: 'a b' }],
  ['topic', { topic: 'x'.repeat(201) }],
  ['settings.registrants_restrict_number', { settings: { registrants_restrict_number: 20_001 } }],
  [
    'settings.question_and_answer.answer_questions',
    { settings: { question_and_answer: { answer_questions: 'some' } } },
  ],
  ['recurrence', { type: 9, ...start }],
  ['schedule_for', { schedule_for: 'nobody@example.com' }],
  ['template_id', { template_id: 'x' }],
]
test('a wrong field of a webinar is named', async () => {
  await using zoom = await startWebinars()
  for (const [field, body] of wrong) {
    const answer = await zoom.call('POST', '/users/me/webinars', body)
    assert.deepEqual([answer.status, answer.body.errors?.[0].field], [400, field], JSON.stringify(answer.body))
  }
  for (const body of [{ is_simulive: true }, { is_simulive: true, schedule_for: 'owner@example.com' }]) {
    const answer = await zoom.call('POST', '/users/me/webinars', body)
    assert.deepEqual([answer.status, answer.body.code], [400, 300])
    assert.match(answer.body.message, /simulive/i)
  }
  assert.equal((await zoom.call('GET', '/users/me/webinars')).body.total_records, 0)
})

test('a running webinar is neither changed nor deleted, and can be ended', async () => {
  await using zoom = await startWebinars()
  const { id } = await zoom.createWebinar(start)
  zoom.emulator.control.life.start(id)
  assert.deepEqual((await zoom.call('PATCH', `/webinars/${id}`, { topic: 'x' })).body.code, 3000)
  assert.deepEqual((await zoom.call('DELETE', `/webinars/${id}`)).body.code, 3002)
  const ended = await zoom.call('PUT', `/webinars/${id}/status`, { action: 'end' })
  assert.deepEqual([ended.status, ended.body], [200, {}])
  assert.deepEqual((await zoom.call('DELETE', `/webinars/${id}`)).body.code, 3007)
  assert.equal((await zoom.call('PUT', `/webinars/${id}/status`, {})).body.errors[0].field, 'action')
})

test('panelists are invited with a link each, and uninvited one by one or all', async () => {
  await using zoom = await startWebinars()
  const { id } = await zoom.createWebinar(start)
  const path = `/webinars/${id}/panelists`
  const mia = { name: 'Mia', email: 'mia@example.com', name_tag_name: 'Dr Mia' }
  const added = await zoom.call('POST', path, { panelists: [mia, { name: 'Ben', email: 'ben@example.com' }] })
  assert.deepEqual([added.status, added.body], [201, { id: String(id), updated_at: '2026-11-22T04:00:00Z' }])
  await zoom.call('POST', path, { panelists: [{ name: 'Mia B.', email: 'MIA@example.com' }] })
  const { body } = await zoom.call('GET', path)
  assert.equal(body.total_records, 2)
  const [first, second] = body.panelists
  assert.deepEqual([first.name, first.name_tag_name, second.name], ['Mia B.', 'Dr Mia', 'Ben'])
  assert.match(first.join_url, /\/w\//)
  assert.match(await (await fetch(first.join_url)).text(), /Mia B\./)
  assert.equal((await zoom.call('DELETE', `${path}/${first.id}`)).status, 204)
  assert.equal((await fetch(first.join_url)).status, 403)
  assert.equal((await zoom.call('DELETE', `${path}/${first.id}`)).body.code, 1001)
  assert.equal((await zoom.call('DELETE', path)).status, 204)
  assert.equal((await zoom.call('GET', path)).body.total_records, 0)
  const many = (from: number) =>
    zoom.call('POST', path, {
      panelists: Array.from({ length: 30 }, (_, n) => ({ name: `P${n}`, email: `p${from + n}@example.com` })),
    })
  for (const from of [0, 30, 60]) assert.equal((await many(from)).status, 201)
  const full = await many(90)
  assert.deepEqual([full.status, full.body.code], [400, 3000])
  assert.equal((await zoom.call('GET', path)).body.total_records, 90)
  for (const panelists of [undefined, [], [{ name: 'x' }], [{ email: 'x@example.com' }], [{ name: 'x', email: 'x' }]])
    assert.equal((await zoom.call('POST', path, { panelists })).body.code, 300)
})

test('a webinar has polls, a survey, a live stream and tokens as a meeting has', async () => {
  await using zoom = await startWebinars()
  const { id } = await zoom.createWebinar(start)
  const poll = { title: 'Food', questions: [{ name: 'Lunch?', type: 'single', answers: ['Rice', 'Noodles'] }] }
  const { status, body: made } = await zoom.call('POST', `/webinars/${id}/polls`, poll)
  assert.equal(status, 201)
  assert.equal((await zoom.call('GET', `/webinars/${id}/polls`)).body.total_records, 1)
  assert.equal((await zoom.call('PUT', `/webinars/${id}/polls/${made.id}`, { ...poll, title: 'Drinks' })).status, 204)
  assert.equal((await zoom.call('GET', `/webinars/${id}/polls/${made.id}`)).body.title, 'Drinks')
  assert.equal((await zoom.call('DELETE', `/webinars/${id}/polls/${made.id}`)).status, 204)
  assert.equal((await zoom.call('PATCH', `/webinars/${id}/survey`, { show_in_the_follow_up_email: true })).status, 204)
  assert.equal((await zoom.call('GET', `/webinars/${id}/survey`)).body.show_in_the_follow_up_email, true)
  assert.equal((await zoom.call('DELETE', `/webinars/${id}/survey`)).status, 204)
  const stream = { stream_url: 'rtmp://live.example.com/app', stream_key: 'k', page_url: 'https://live.example.com' }
  assert.equal((await zoom.call('PATCH', `/webinars/${id}/livestream`, stream)).status, 204)
  assert.equal((await zoom.call('GET', `/webinars/${id}/livestream`)).body.page_url, stream.page_url)
  for (const name of ['live_streaming', 'local_archiving', 'local_recording'])
    assert.equal((await zoom.call('GET', `/webinars/${id}/jointoken/${name}`)).status, 200)
})

test('a setting that the account has locked stays for one date of a series too', async () => {
  await using zoom = await startWebinars()
  const { id, occurrences } = await zoom.createWebinar(weekly)
  const locked = await zoom.call('PATCH', '/accounts/me/lock_settings', { schedule_meeting: { host_video: true } })
  assert.equal(locked.status, 200)
  const path = `/webinars/${id}?occurrence_id=${occurrences[0].occurrence_id}`
  assert.equal((await zoom.call('PATCH', path, { settings: { host_video: true } })).status, 204)
  assert.equal((await zoom.call('GET', path)).body.settings.host_video, false)
})
