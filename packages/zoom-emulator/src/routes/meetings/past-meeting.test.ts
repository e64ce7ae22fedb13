import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'

async function press(zoom: TestZoom, meeting: { id: number; start_url: string }, action: 'start' | 'end') {
  const zak = new URL(meeting.start_url).searchParams.get('zak') ?? ''
  const body = new URLSearchParams({ zak, action })
  await fetch(`${zoom.emulator.url}/s/${meeting.id}`, { method: 'POST', body, redirect: 'manual' })
}

/** Meetings are made until one has a uuid that is hard to put into a path. */
async function hold(zoom: TestZoom, wanted = /./) {
  let meeting = await zoom.create({ topic: 'Held', type: 3 })
  while (!wanted.test(meeting.uuid)) meeting = await zoom.create({ topic: 'Held', type: 3 })
  await press(zoom, meeting, 'start')
  zoom.emulator.clock.advance(90_500)
  await press(zoom, meeting, 'end')
  return meeting
}

test('a meeting that was held is found by its number', async () => {
  await using zoom = await startZoom()
  const { id, uuid, host_id } = await hold(zoom)
  const { status, body } = await zoom.call('GET', `/past_meetings/${id}`)
  assert.equal(status, 200)
  assert.deepEqual(body, {
    uuid,
    id,
    host_id,
    type: 3,
    topic: 'Held',
    user_name: 'Olive Owner',
    user_email: 'owner@example.com',
    start_time: '2026-11-22T04:00:00Z',
    end_time: '2026-11-22T04:01:30Z',
    duration: 2,
    total_minutes: 2,
    participants_count: 1,
    dept: '',
    source: 'Zoom',
    has_meeting_summary: false,
  })
})

test('a uuid with slashes is found, encoded once or twice', async () => {
  await using zoom = await startZoom()
  const { id, uuid } = await hold(zoom, /\/.*\+|\+.*\//)
  const once = encodeURIComponent(uuid)
  for (const path of [once, encodeURIComponent(once)]) {
    const { status, body } = await zoom.call('GET', `/past_meetings/${path}`)
    assert.deepEqual([status, body.id], [200, id], path)
  }
})

test('what has not ended, or never was, is 404/3001; what ended over a year ago 400/12702', async () => {
  await using zoom = await startZoom()
  const { id, uuid } = await zoom.create({ topic: 'Coming' })
  for (const path of [id, encodeURIComponent(uuid), encodeURIComponent(`${'A'.repeat(22)}==`)]) {
    const { status, body } = await zoom.call('GET', `/past_meetings/${path}`)
    assert.deepEqual([status, body.code], [404, 3001])
  }
  assert.equal((await zoom.call('GET', '/past_meetings/x')).body.code, 300)
  const held = await hold(zoom)
  zoom.emulator.clock.advance(366 * 86_400_000)
  const { status, body } = await zoom.call('GET', `/past_meetings/${held.id}`)
  assert.deepEqual([status, body.code], [400, 12702])
})
