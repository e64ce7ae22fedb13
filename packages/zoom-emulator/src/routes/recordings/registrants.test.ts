import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'

async function recorded(settings: object): Promise<{ zoom: TestZoom; id: number; path: string }> {
  const zoom = await startZoom()
  const { id } = await zoom.create({ topic: 'Weekly', settings: { auto_recording: 'cloud' } })
  zoom.emulator.control.life.start(id)
  await zoom.emulator.clock.advance(60_000)
  zoom.emulator.control.life.end(id)
  await zoom.emulator.clock.advance(60_000)
  await zoom.call('PATCH', `/meetings/${id}/recordings/settings`, settings)
  return { zoom, id, path: `/meetings/${id}/recordings/registrants` }
}

const ann = { email: 'ann@example.org', first_name: 'Ann', last_name: 'Lee', city: 'Oslo' }

test('who registers for a recording is approved, or waits for the host', async () => {
  const { zoom, id, path } = await recorded({ approval_type: 1 })
  await using _ = zoom
  const made = await zoom.call('POST', path, ann)
  assert.deepEqual([made.status, made.body.id, made.body.topic], [201, id, 'Weekly'])
  const listed = async (status = '') => (await zoom.call('GET', `${path}${status && `?status=${status}`}`)).body
  assert.deepEqual((await listed()).registrants, [])
  assert.deepEqual((await listed('pending')).registrants, [{ id: made.body.registrant_id, ...ann, status: 'pending' }])
  const decide = (action: string) =>
    zoom.call('PUT', `${path}/status`, { action, registrants: [{ id: made.body.registrant_id }] })
  assert.equal((await decide('approve')).status, 204)
  assert.equal((await listed()).total_records, 1)
  assert.equal((await decide('deny')).status, 204)
  assert.equal((await listed('denied')).total_records, 1)
  assert.equal((await decide('forget')).body.errors[0].field, 'action')
  const again = await zoom.call('POST', path, { ...ann, city: 'Bergen' })
  assert.equal(again.body.registrant_id, made.body.registrant_id)
  assert.equal((await listed('denied')).registrants[0].city, 'Bergen')
})

test('the host asks questions, and required ones have to be answered', async () => {
  const { zoom, path } = await recorded({ on_demand: true })
  await using _ = zoom
  assert.deepEqual((await zoom.call('GET', `${path}/questions`)).body, { questions: [], custom_questions: [] })
  const asked = {
    questions: [{ field_name: 'org', required: true }],
    custom_questions: [{ title: 'Lunch?', type: 'single', required: true, answers: ['Rice', 'Noodles'] }],
  }
  assert.equal((await zoom.call('PATCH', `${path}/questions`, asked)).status, 204)
  assert.deepEqual((await zoom.call('GET', `${path}/questions`)).body, asked)
  const missing = await zoom.call('POST', path, ann)
  assert.deepEqual([missing.status, missing.body.errors[0].field], [400, 'org'])
  const answers = { org: 'Acme', custom_questions: [{ title: 'Lunch?', value: 'Rice' }] }
  assert.equal((await zoom.call('POST', path, { ...ann, ...answers })).status, 201)
  assert.equal((await zoom.call('GET', path)).body.total_records, 1)
})

test('a recording that anybody may see has no registrants', async () => {
  const { zoom, path } = await recorded({})
  await using _ = zoom
  for (const [method, rest, body] of [
    ['GET', ''],
    ['POST', '', ann],
    ['PUT', '/status', { action: 'approve' }],
    ['GET', '/questions'],
    ['PATCH', '/questions', {}],
  ] as const) {
    const answer = await zoom.call(method, `${path}${rest}`, body)
    assert.deepEqual([answer.status, answer.body.code], [404, 404])
  }
})

test('a person watches a recording with its passcode, from the link that was shared', async () => {
  const { zoom, id, path } = await recorded({ on_demand: true })
  await using _ = zoom
  const { body } = await zoom.call('POST', path, ann)
  const { body: recording } = await zoom.call('GET', `/meetings/${id}/recordings`)
  assert.match(await (await fetch(body.share_url)).text(), /Passcode of the recording/)
  const send = (passcode: string) =>
    fetch(body.share_url, { method: 'POST', body: new URLSearchParams({ passcode }), redirect: 'manual' })
  assert.equal((await send('wrong')).status, 403)
  const opened = await send(recording.password)
  assert.equal(opened.status, 303)
  const shown = await fetch(new URL(opened.headers.get('location') ?? '', body.share_url))
  assert.match(shown.headers.get('content-security-policy') ?? '', /media-src 'self'/)
  const html = await shown.text()
  const source = /<video controls src="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const media = await fetch(source)
  assert.deepEqual([media.status, media.headers.get('content-type')], [200, 'video/mp4'])
  const file = recording.recording_files[1]
  const sound = await fetch(`${file.play_url}?pwd=${recording.recording_play_passcode}`)
  assert.match(await sound.text(), /<audio controls/)
  assert.equal((await fetch(`${zoom.emulator.url}/rec/play/nothing`)).status, 404)
})

test('who registers for a recording again keeps the place in its list', async () => {
  const { zoom, path } = await recorded({ approval_type: 0 })
  await using _ = zoom
  for (const email of ['a@example.org', 'b@example.org', 'a@example.org'])
    assert.equal((await zoom.call('POST', path, { ...ann, email })).status, 201)
  const { registrants } = (await zoom.call('GET', path)).body
  assert.deepEqual(
    registrants.map(({ email }: { email: string }) => email),
    ['a@example.org', 'b@example.org'],
  )
})
