import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyDays } from '@convene/zoom/recurrence'
import { startFrozenZoom } from './parts/frozen-zoom.ts'

const days = [1, 2, 3, 4, 5, 6, 7]

test('the meetings of a host come page by page, all of them, or as many as asked for', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  for (const day of days) await meetings.create({ topic: `Day ${day}`, start_time: `2026-12-0${day}T10:00:00Z` })

  const page = await meetings.list({ page_size: 3 })
  assert.deepEqual([page.meetings.length, page.page_size, page.total_records], [3, 3, 7])
  assert.ok(page.next_page_token)
  const next = await meetings.list({ page_size: 3, next_page_token: page.next_page_token })
  assert.equal(next.meetings.length, 3)

  const all = await Array.fromAsync(meetings.list({ page_size: 3 }), ({ topic }) => topic)
  assert.deepEqual(
    all.toSorted(),
    days.map((day) => `Day ${day}`),
  )
  assert.equal((await Array.fromAsync(meetings.list({ page_size: 3, limit: 4 }))).length, 4)
  assert.equal((await Array.fromAsync(meetings.list({ page_size: 3 }).pages())).length, 3)
})

test('a series is one row, as Zoom gives it, and instant meetings have none', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  await meetings.create({ type: 1, topic: 'Now' })
  const { id } = await meetings.create({
    topic: 'Daily',
    start_time: '2026-12-01T10:00:00',
    timezone: 'Europe/Istanbul',
    recurrence: everyDays(1, { count: 5 }),
  })
  const rows = await Array.fromAsync(meetings.list())
  assert.deepEqual(
    rows.map((row) => [row.id, row.type, row.start_time]),
    [[id, 8, '2026-12-01T07:00:00Z']],
  )
})

test('coming, ended and all meetings are told apart', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  await meetings.create({ topic: 'First', start_time: '2026-11-23T10:00:00Z' })
  await meetings.create({ topic: 'Second', start_time: '2026-12-23T10:00:00Z' })
  zoom.emulator.clock.freeze('2026-11-25T00:00:00Z')
  const topics = async (type: 'scheduled' | 'upcoming' | 'previous_meetings') =>
    (await meetings.list({ type })).meetings.map(({ topic }) => topic)
  assert.deepEqual(await topics('upcoming'), ['Second'])
  assert.deepEqual(await topics('previous_meetings'), ['First'])
  assert.deepEqual((await topics('scheduled')).toSorted(), ['First', 'Second'])
})

test('a page token that has died meanwhile is explained', async () => {
  await using zoom = await startFrozenZoom()
  const { meetings } = zoom.client
  for (const day of days) await meetings.create({ start_time: `2026-12-0${day}T10:00:00Z` })
  const slow = async () => {
    for await (const _ of meetings.list({ page_size: 3 })) zoom.emulator.clock.advance(6 * 60_000)
  }
  await assert.rejects(slow, { code: 'zoom_refused', message: /a token lives 15 minutes/ })
})

test('users: all of the account, one by address or id, and the one who signed in', async () => {
  await using zoom = await startFrozenZoom()
  const { users } = zoom.client
  const emails = await Array.fromAsync(users.list({ page_size: 2 }), ({ email }) => email)
  assert.ok(emails.length > 2)
  assert.ok(emails.includes('mei@example.com'))
  const mei = await users.get({ userId: 'mei@example.com' })
  assert.deepEqual([mei.first_name, mei.last_name, mei.type, mei.timezone], ['Mei', 'Lin', 2, 'Asia/Taipei'])
  assert.equal((await users.get({ userId: mei.id })).email, 'mei@example.com')
  assert.equal((await users.me()).email, 'owner@example.com')
  await assert.rejects(users.get({ userId: 'nobody@example.com' }), { code: 'not_found' })
})
