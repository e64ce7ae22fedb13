import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentedCodes } from '../../../test/documented-codes.ts'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'
import { startWebinars } from '../../../test/webinars.ts'
import type { SeedUser } from '../../index.ts'

/** A meeting of the owner, held for ten minutes, with Mei for five of them and a guest for two. */
async function hold(zoom: TestZoom, body: object = {}) {
  const meeting = await zoom.create({ topic: 'Held', type: 3, ...body })
  const { life } = zoom.emulator.control
  const pass = (minutes: number) => zoom.emulator.clock.advance(minutes * 60_000)
  life.start(meeting.id)
  await pass(5)
  const mei = life.join(meeting.id, { name: 'Mei Lin', email: 'mei@example.com' })
  const guest = life.join(meeting.id, { name: 'Ann', email: 'ann@elsewhere.test' })
  await pass(2)
  life.leave(meeting.id, guest.id)
  await pass(3)
  life.leave(meeting.id, mei.id)
  life.end(meeting.id)
  return meeting
}

test('a report tells how a meeting was held, with its tracking fields and keys', async () => {
  await using zoom = await startZoom()
  await zoom.call('POST', '/tracking_fields', { field: 'Unit', required: false })
  const { id, uuid } = await hold(zoom, { tracking_fields: [{ field: 'Unit', value: 'A' }] })
  await zoom.call('PATCH', `/meetings/${id}`, { settings: { custom_keys: [{ key: 'k', value: 'v' }] } })
  const { body } = await zoom.call('GET', `/report/meetings/${id}`)
  assert.deepEqual(body, {
    uuid,
    id,
    type: 3,
    topic: 'Held',
    user_name: 'Olive Owner',
    user_email: 'owner@example.com',
    start_time: '2026-11-22T04:00:00Z',
    end_time: '2026-11-22T04:10:00Z',
    duration: 10,
    total_minutes: 17,
    participants_count: 3,
    dept: '',
    tracking_fields: [{ field: 'Unit', value: 'A' }],
    custom_keys: [{ key: 'k', value: 'v' }],
  })
})

test('a report lists the participants, with registrants where they are asked for', async () => {
  await using zoom = await startZoom()
  const { id } = await hold(zoom)
  const { body } = await zoom.call(
    'GET',
    `/report/meetings/${id}/participants?page_size=2&include_fields=registrant_id`,
  )
  assert.deepEqual([body.total_records, body.page_count, body.participants.length], [3, 2, 2])
  const { body: next } = await zoom.call(
    'GET',
    `/report/meetings/${id}/participants?page_size=2&next_page_token=${body.next_page_token}`,
  )
  const [guest] = next.participants
  assert.deepEqual([guest.name, guest.user_email, guest.duration], ['Ann', '', 120])
})

test('a report of a user tells what was held, what alone, and what was joined', async () => {
  await using zoom = await startZoom()
  const { id } = await hold(zoom)
  await zoom.emulator.clock.advance(86_400_000)
  const alone = await zoom.create({ topic: 'Alone' })
  zoom.emulator.control.life.start(alone.id)
  zoom.emulator.control.life.end(alone.id)
  const period = 'from=2026-11-01&to=2026-11-30'
  const ids = async (user: string, query: string) =>
    (await zoom.call('GET', `/report/users/${user}/meetings?${query}`)).body.meetings.map(
      (one: { id: number }) => one.id,
    )
  assert.deepEqual(await ids('me', period), [id, alone.id])
  assert.deepEqual(await ids('me', `${period}&type=pastOne`), [alone.id])
  assert.deepEqual(await ids('mei@example.com', `${period}&type=pastJoined`), [id])
  assert.deepEqual(await ids('mei@example.com', period), [])
  assert.deepEqual(await ids('me', 'from=2026-11-23&to=2026-11-23'), [alone.id])
})

test('the account’s report counts its hosts, and who held nothing', async () => {
  await using zoom = await startZoom()
  await hold(zoom)
  const { body } = await zoom.call('GET', '/report/users?from=2026-11-22&to=2026-11-22')
  assert.deepEqual([body.total_meetings, body.total_participants, body.total_meeting_minutes], [1, 3, 10])
  assert.deepEqual(
    body.users.map((user: Record<string, unknown>) => [
      user.email,
      user.meetings,
      user.participants,
      user.meeting_minutes,
    ]),
    [['owner@example.com', 1, 3, 10]],
  )
  const inactive = await zoom.call('GET', '/report/users?from=2026-11-22&to=2026-11-22&type=inactive')
  assert.equal(inactive.body.total_records, 6)
})

test('the daily report has a line for each day of the month', async () => {
  await using zoom = await startZoom()
  await hold(zoom)
  const { body } = await zoom.call('GET', '/report/daily?year=2026&month=11')
  assert.deepEqual([body.year, body.month, body.dates.length], [2026, 11, 30])
  const { new_users: _, ...day } = body.dates[21]
  assert.deepEqual(day, { date: '2026-11-22', meetings: 1, participants: 3, meeting_minutes: 10 })
  assert.equal((await zoom.call('GET', '/report/daily')).body.month, 11)
})

const mistakes: readonly (readonly [path: string, status: number, code: number])[] = [
  ['meetings/99999999999', 404, 3001],
  ['meetings/x', 400, 300],
  ['meetings/99999999999/participants', 404, 3001],
  ['meetings/99999999999/participants?include_fields=all', 400, 300],
  ['users/nobody@example.com/meetings?from=2026-11-01&to=2026-11-02', 404, 1001],
  ['users/me/meetings?to=2026-11-02', 400, 300],
  ['users/me/meetings?from=2026-11-31&to=2026-12-02', 400, 300],
  ['users/me/meetings?from=2026-11-03&to=2026-11-02', 400, 300],
  ['users/me/meetings?from=2026-10-01&to=2026-11-02', 400, 300],
  ['users/me/meetings?from=2026-11-01&to=2026-11-02&type=none', 400, 300],
  ['users/me/meetings?from=2026-11-01&to=2026-11-02&next_page_token=x', 400, 300],
  ['users?from=2026-11-01&to=2026-11-02&type=none', 400, 300],
  ['users', 400, 300],
  ['daily?year=2026&month=5', 400, 300],
  ['daily?month=13', 400, 300],
]
for (const [path, status, code] of mistakes)
  test(`/report/${path} is refused with ${status}/${code}`, async () => {
    await using zoom = await startZoom()
    const answer = await zoom.call('GET', `/report/${path}`)
    assert.deepEqual([answer.status, answer.body.code], [status, code])
  })

test('after a year a meeting is reported no more', async () => {
  await using zoom = await startZoom()
  const { id } = await hold(zoom)
  await zoom.emulator.clock.advance(366 * 86_400_000)
  for (const path of [id, `${id}/participants`])
    assert.equal((await zoom.call('GET', `/report/meetings/${path}`)).body.code, 12702)
})

test('there are no reports on a free plan, and none of the participants of a Basic host', async () => {
  const users: readonly SeedUser[] = [
    { email: 'owner@example.com', type: 1, role_id: '0' },
    { email: 'mei@example.com', type: 1 },
  ]
  await using free = await startZoom({ seed: { account: { plan: 'free' }, users } })
  const { id } = await hold(free)
  const period = 'from=2026-11-01&to=2026-11-30'
  const reports = [
    `meetings/${id}`,
    `meetings/${id}/participants`,
    `users/me/meetings?${period}`,
    `users?${period}`,
    'daily',
  ]
  for (const path of reports) {
    const { status, body } = await free.call('GET', `/report/${path}`)
    assert.deepEqual([status, body.code], [400, 200], path)
  }
  await using paid = await startZoom({ seed: { account: { plan: 'pro' }, users } })
  const held = await hold(paid)
  assert.equal((await paid.call('GET', `/report/meetings/${held.id}`)).status, 200)
  assert.equal((await paid.call('GET', `/report/meetings/${held.id}/participants`)).body.code, 200)
})

test('the participants of a host who is gone are 400/1010', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create({ topic: 'Held', type: 3 }, 'kenji@example.com')
  zoom.emulator.control.life.start(id)
  zoom.emulator.control.life.end(id)
  await zoom.call('DELETE', '/users/kenji@example.com?action=delete')
  assert.equal((await zoom.call('GET', `/report/meetings/${id}/participants`)).body.code, 1010)
  assert.equal((await zoom.call('GET', `/report/meetings/${id}`)).body.user_name, '')
})

test('every documented refusal of a report stands in these tests', () => {
  const codes = (name: string) => documentedCodes(`GET /report/${name}`)
  assert.deepEqual(codes('meetings/{meetingId}'), ['400/12702', '400/200', '404/3001'])
  assert.deepEqual(codes('meetings/{meetingId}/participants'), ['400/1010', '400/12702', '400/200', '404/3001'])
})

test('the reports of meetings leave webinars out', async () => {
  await using zoom = await startWebinars()
  const { id } = await zoom.createWebinar()
  zoom.emulator.control.life.start(id)
  zoom.emulator.control.life.end(id)
  assert.deepEqual((await zoom.call('GET', '/report/users?from=2026-11-22&to=2026-11-22')).body.users, [])
  const { dates } = (await zoom.call('GET', '/report/daily')).body
  assert.equal(dates[21].meetings, 0)
})
