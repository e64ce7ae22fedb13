import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'
import { parseSeed } from '../../domain/seed.ts'
import type { Caller } from '../../http/env.ts'
import type { PastInstance } from '../../present/past-meeting.ts'
import { createStore } from '../../storage/memory.ts'
import { requireReadable } from './find-instance.ts'

/** Meetings are made until one has a uuid that is hard to put into a path; it is held for a minute and a half. */
async function hold(zoom: TestZoom, wanted = /./) {
  let meeting = await zoom.create({ topic: 'Held', type: 3 })
  while (!wanted.test(meeting.uuid)) meeting = await zoom.create({ topic: 'Held', type: 3 })
  await holdAgain(zoom, meeting.id)
  return meeting
}

async function holdAgain({ emulator }: TestZoom, id: number) {
  emulator.control.life.start(id)
  await emulator.clock.advance(90_500)
  emulator.control.life.end(id)
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

test('each holding is an instance: all are listed, each is found by its uuid, the number means the last', async () => {
  await using zoom = await startZoom()
  const { id, uuid } = await hold(zoom)
  await zoom.emulator.clock.advance(7 * 86_400_000)
  await holdAgain(zoom, id)
  zoom.emulator.control.life.start(id)
  const { status, body } = await zoom.call('GET', `/past_meetings/${id}/instances`)
  assert.equal(status, 200)
  const [first, second] = body.meetings
  assert.deepEqual(body.meetings, [
    { uuid, start_time: '2026-11-22T04:00:00Z' },
    { uuid: second.uuid, start_time: '2026-11-29T04:01:30Z' },
  ])
  const startOf = async (path: string) =>
    (await zoom.call('GET', `/past_meetings/${encodeURIComponent(path)}`)).body.start_time
  assert.equal(await startOf(first.uuid), first.start_time)
  assert.equal(await startOf(String(id)), second.start_time)
})

test('the past stays as it was, whatever becomes of the meeting', async () => {
  await using zoom = await startZoom()
  const { id, uuid } = await hold(zoom)
  await zoom.call('PATCH', `/meetings/${id}`, { topic: 'Renamed' })
  await zoom.call('DELETE', `/meetings/${id}`)
  const { body } = await zoom.call('GET', `/past_meetings/${encodeURIComponent(uuid)}`)
  assert.equal(body.topic, 'Held')
})

test('instances are listed for 15 months, and a meeting that was never held has none', async () => {
  await using zoom = await startZoom()
  const { id } = await hold(zoom)
  const coming = await zoom.create({ topic: 'Coming', type: 3 })
  const count = async (meetingId: number) =>
    (await zoom.call('GET', `/past_meetings/${meetingId}/instances`)).body.meetings.length
  await zoom.emulator.clock.advance(450 * 86_400_000)
  assert.deepEqual([await count(id), await count(coming.id)], [1, 0])
  await zoom.emulator.clock.advance(10 * 86_400_000)
  assert.equal(await count(id), 0)
  const { status, body } = await zoom.call('GET', '/past_meetings/99999999999/instances')
  assert.deepEqual([status, body.code], [404, 3001])
})

test('what has not ended, or never was, is 404/3001; what ended over a year ago 400/12702', async () => {
  await using zoom = await startZoom()
  const { id, uuid } = await zoom.create({ topic: 'Coming' })
  zoom.emulator.control.life.start(id)
  for (const path of [id, encodeURIComponent(uuid), encodeURIComponent(`${'A'.repeat(22)}==`), 99_999_999_999])
    for (const what of ['', '/participants']) {
      const { status, body } = await zoom.call('GET', `/past_meetings/${path}${what}`)
      assert.deepEqual([status, body.code], [404, 3001], `${path}${what}`)
    }
  const held = await hold(zoom)
  await zoom.emulator.clock.advance(366 * 86_400_000)
  for (const what of ['', '/participants']) {
    assert.equal((await zoom.call('GET', `/past_meetings/x${what}`)).body.code, 300)
    const { status, body } = await zoom.call('GET', `/past_meetings/${held.id}${what}`)
    assert.deepEqual([status, body.code], [400, 12702])
  }
})

test('on a free plan the past is refused with 400/200', async () => {
  await using zoom = await startZoom({
    seed: { account: { plan: 'free' }, users: [{ email: 'a@example.com', type: 1 }] },
  })
  const { id } = await hold(zoom)
  for (const what of ['', '/participants']) {
    const { status, body } = await zoom.call('GET', `/past_meetings/${id}${what}`)
    assert.deepEqual([status, body.code], [400, 200])
    assert.match(body.message, /^Only available for paid account: /)
  }
})

test('a meeting of another account is 400/1010, of another host for an app of one user 400/300', () => {
  const seed = parseSeed(
    { account: { id: 'ours' }, users: [{ email: 'a@example.com' }, { email: 'b@example.com' }] },
    0,
  )
  const [user, other] = seed.users
  const [app] = seed.apps
  assert.ok(user && other && app)
  const store = createStore()
  for (const one of seed.users) store.users.put(one)
  const clock = { now: () => 0 }
  const caller: Caller = { account: seed.account, app, user, scopes: new Set(), accountWide: false }
  const instance: PastInstance = {
    uuid: 'u',
    meetingId: 1,
    accountId: 'ours',
    hostId: user.id,
    topic: '',
    type: 2,
    trackingFields: [],
    startedAt: 0,
    endedAt: 0,
  }
  requireReadable({ store, clock }, caller, instance)
  const theirs = { ...instance, accountId: 'theirs' }
  assert.throws(() => requireReadable({ store, clock }, caller, theirs), { status: 400, code: 1010 })
  const colleagues = { ...instance, hostId: other.id }
  assert.throws(() => requireReadable({ store, clock }, caller, colleagues), { status: 400, code: 300 })
  requireReadable({ store, clock }, { ...caller, accountWide: true }, colleagues)
  store.users.put({ ...other, assistantIds: [user.id] })
  requireReadable({ store, clock }, caller, colleagues)
})
