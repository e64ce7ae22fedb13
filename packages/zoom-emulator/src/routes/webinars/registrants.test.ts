import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startWebinars } from '../../../test/webinars.ts'

const start = { start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' }
const ayla = { email: 'ayla@example.com', first_name: 'Ayla' }

async function withRegistration(settings: object = {}, body: object = start) {
  const zoom = await startWebinars()
  const { id } = await zoom.createWebinar({ ...body, settings: { approval_type: 0, ...settings } })
  return { zoom, id, path: `/webinars/${id}/registrants` }
}

test('people register for a webinar as for a meeting, with a source and without a pin', async () => {
  const { zoom, id, path } = await withRegistration()
  await using _ = zoom
  const { status, body } = await zoom.call('POST', path, { ...ayla, source_id: 'news' })
  assert.equal(status, 201)
  assert.deepEqual(Object.keys(body).sort(), ['id', 'join_url', 'registrant_id', 'start_time', 'topic'])
  assert.equal(body.id, id)
  assert.equal((await zoom.call('GET', `${path}?tracking_source_id=news`)).body.total_records, 1)
  assert.equal((await zoom.call('GET', `${path}?tracking_source_id=other`)).body.total_records, 0)
  const { body: row } = await zoom.call('GET', `${path}/${body.registrant_id}`)
  assert.deepEqual([row.email, row.status, 'participant_pin_code' in row], [ayla.email, 'approved', false])
  assert.match(await (await fetch(body.join_url)).text(), /Ayla/)
  const batch = await zoom.call('POST', `/webinars/${id}/batch_registrants`, {
    registrants: [{ email: 'b@example.com', first_name: 'B' }],
  })
  assert.equal(batch.status, 201)
  const decide = { action: 'cancel', registrants: [{ email: 'b@example.com' }] }
  assert.equal((await zoom.call('PUT', `${path}/status`, decide)).status, 204)
  assert.equal((await zoom.call('DELETE', `${path}/${body.registrant_id}`)).status, 204)
  assert.equal((await zoom.call('DELETE', `${path}/${body.registrant_id}`)).body.code, 3000)
  assert.equal((await zoom.call('GET', path)).body.total_records, 0)
})

test('a host of a webinar can ask for several of some answers', async () => {
  const { zoom, path } = await withRegistration()
  await using _ = zoom
  const custom_questions = [
    { title: 'Days', type: 'multiple', required: true, answers: ['Monday', 'Tuesday, early', 'Friday'] },
    { title: 'Food', type: 'single_dropdown', answers: ['Rice', 'Noodles'] },
  ]
  assert.equal((await zoom.call('PATCH', `${path}/questions`, { custom_questions })).status, 204)
  assert.deepEqual((await zoom.call('GET', `${path}/questions`)).body, { questions: [], custom_questions })
  const statusFor = async (value: string) =>
    (await zoom.call('POST', path, { ...ayla, custom_questions: [{ title: 'Days', value }] })).status
  assert.equal(await statusFor('Monday, Friday'), 201)
  assert.equal(await statusFor('Tuesday, early'), 201)
  assert.equal(await statusFor('Sunday'), 400)
  const meetings = { custom_questions: [{ title: 'Food', type: 'single', answers: ['Rice'] }] }
  assert.equal((await zoom.call('PATCH', `${path}/questions`, meetings)).body.code, 300)
})

test('who cannot come to a webinar is told why', async () => {
  const { zoom, id, path } = await withRegistration({ registrants_restrict_number: 1 })
  await using _ = zoom
  const code = async (body: object) => (await zoom.call('POST', path, body)).body.code
  assert.equal(await code({ email: 'OWNER@example.com', first_name: 'Olive' }), 3027)
  await zoom.call('PATCH', `/webinars/${id}`, {
    settings: { enforce_login: true, enforce_login_domains: 'work.example,example.com' },
  })
  assert.equal(await code({ ...ayla, email: 'ayla@home.example' }), 3034)
  assert.equal(await code(ayla), undefined)
  assert.equal(await code({ ...ayla, email: 'b@example.com' }), 3000)
  const full = await zoom.call('POST', `/webinars/${id}/batch_registrants`, {
    registrants: [{ ...ayla, email: 'b@example.com' }],
  })
  assert.deepEqual([full.status, full.body.code], [400, 3000])
})

test('no more people are approved than there is room for', async () => {
  const { zoom, id, path } = await withRegistration({ approval_type: 1 })
  await using _ = zoom
  for (const name of ['a', 'b']) await zoom.call('POST', path, { email: `${name}@example.com`, first_name: name })
  await zoom.call('PATCH', `/webinars/${id}`, { settings: { registrants_restrict_number: 1 } })
  const approve = (...emails: string[]) =>
    zoom.call('PUT', `${path}/status`, { action: 'approve', registrants: emails.map((email) => ({ email })) })
  const both = await approve('a@example.com', 'b@example.com')
  assert.deepEqual([both.status, both.body.code], [400, 3035])
  assert.equal((await approve('a@example.com')).status, 204)
  assert.equal((await approve('b@example.com')).body.code, 3035)
})

test('the join link of a webinar with registration leads to the registration page', async () => {
  const { zoom, id } = await withRegistration()
  await using _ = zoom
  const { join_url } = (await zoom.call('GET', `/webinars/${id}`)).body
  const page = await fetch(join_url)
  assert.match(page.url, /\/webinar\/register\//)
  assert.match(await page.text(), /Register for Open talk/)
  const sent = await fetch(page.url, { method: 'POST', body: new URLSearchParams(ayla) })
  assert.match(await sent.text(), /You are registered/)
  assert.equal((await fetch(page.url.replace('/webinar/', '/meeting/'))).status, 404)
})
