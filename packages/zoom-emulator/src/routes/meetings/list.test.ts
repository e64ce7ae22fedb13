import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'

const listed = async (zoom: TestZoom, query = ''): Promise<string[]> => {
  const { status, body } = await zoom.call('GET', `/users/me/meetings${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body.meetings.map((row: { topic: string }) => row.topic)
}

async function fill(zoom: TestZoom): Promise<void> {
  const meetings = [
    { topic: 'instant', type: 1 },
    { topic: 'past', start_time: '2026-11-22T03:00:00Z' },
    { topic: 'tomorrow', start_time: '2026-11-23T09:00:00Z' },
    { topic: 'spring', start_time: '2027-04-01T09:00:00Z' },
    { topic: 'next year', start_time: '2027-11-01T09:00:00Z' },
    { topic: 'anytime', type: 3 },
    {
      topic: 'series',
      type: 8,
      start_time: '2026-11-24T09:00:00Z',
      recurrence: { type: 1, repeat_interval: 7, end_times: 10 },
    },
  ]
  for (const meeting of meetings) await zoom.create(meeting)
  zoom.emulator.clock.advance(2 * 3_600_000)
}

const lists: [string, string[]][] = [
  ['', ['anytime', 'past', 'tomorrow', 'series', 'spring', 'next year']],
  ['?type=scheduled', ['anytime', 'past', 'tomorrow', 'series', 'spring', 'next year']],
  ['?type=upcoming', ['tomorrow', 'series', 'spring']],
  ['?type=upcoming_meetings', ['tomorrow', 'series', 'spring']],
  ['?type=previous_meetings', ['past']],
  ['?type=live', []],
  ['?from=2026-11-23&to=2026-11-24', ['tomorrow', 'series']],
  ['?from=2026-12-01&to=2026-12-01', ['series']],
  ['?from=2026-12-02&to=2026-12-02', []],
  ['?from=2027-04-01', ['spring', 'next year']],
  ['?to=2026-11-22', ['past']],
  ['?from=2026-11-23&to=2026-11-23&timezone=Pacific/Honolulu', ['series']],
  ['?from=2026-11-22&to=2026-11-22&timezone=Pacific/Honolulu', ['tomorrow']],
]
test('each type and span lists its meetings in the order of their start', async () => {
  await using zoom = await startZoom()
  await fill(zoom)
  for (const [query, topics] of lists) assert.deepEqual(await listed(zoom, query), topics, query)
})

test('a row is thin, its agenda cut at 250 characters', async () => {
  await using zoom = await startZoom()
  const meeting = await zoom.create({ topic: 'Long', agenda: '說'.repeat(300), start_time: '2026-12-17T18:00:00' })
  const { body } = await zoom.call('GET', '/users/me/meetings')
  assert.deepEqual(body, {
    page_count: 1,
    page_number: 1,
    page_size: 30,
    total_records: 1,
    next_page_token: '',
    meetings: [
      {
        uuid: meeting.uuid,
        id: meeting.id,
        host_id: meeting.host_id,
        topic: 'Long',
        type: 2,
        start_time: '2026-12-17T10:00:00Z',
        duration: 60,
        timezone: 'Asia/Taipei',
        agenda: '說'.repeat(250),
        created_at: meeting.created_at,
        join_url: meeting.join_url,
      },
    ],
  })
})

test('a walk by token lists every meeting once; the token ends after 15 minutes', async () => {
  await using zoom = await startZoom()
  const topics = Array.from({ length: 23 }, (_, index) => `m${index}`)
  for (const [index, topic] of topics.entries())
    await zoom.create({ topic, start_time: `2026-12-${String(28 - index).padStart(2, '0')}T09:00:00Z` })
  const seen: string[] = []
  let token = ''
  do {
    const { body } = await zoom.call('GET', `/users/me/meetings?page_size=5&next_page_token=${token}`)
    assert.equal(body.total_records, 23)
    seen.push(...body.meetings.map((row: { topic: string }) => row.topic))
    token = body.next_page_token
  } while (token !== '')
  assert.deepEqual(seen, topics.toReversed())
  assert.deepEqual(await listed(zoom, '?page_size=10&page_number=3'), ['m2', 'm1', 'm0'])
  const first = await zoom.call('GET', '/users/me/meetings?page_size=5')
  zoom.emulator.clock.advance(15 * 60_000)
  const late = await zoom.call('GET', `/users/me/meetings?page_size=5&next_page_token=${first.body.next_page_token}`)
  assert.deepEqual([late.status, late.body.code], [400, 300])
  assert.equal(late.body.message, 'The next page token is invalid or expired.')
})

test('a walk misses nothing and repeats nothing while meetings are made and deleted', async () => {
  await using zoom = await startZoom()
  await zoom.create({ topic: 'anytime a', type: 3 })
  await zoom.create({ topic: 'anytime b', type: 3 })
  const same = { start_time: '2026-12-10T09:00:00Z' }
  const ids: number[] = []
  for (let index = 0; index < 8; index++) ids.push((await zoom.create(same)).id)
  const inOrder = ids.toSorted((a, b) => a - b)
  const walk = async (token: string) =>
    (await zoom.call('GET', `/users/me/meetings?page_size=5&next_page_token=${token}`)).body
  const first = await walk('')
  assert.deepEqual(
    first.meetings.slice(2).map((row: { id: number }) => row.id),
    inOrder.slice(0, 3),
  )
  await zoom.create({ topic: 'earlier', start_time: '2026-12-01T09:00:00Z' })
  for (const id of [inOrder[2], inOrder[4]]) await zoom.call('DELETE', `/meetings/${id}`)
  const second = await walk(first.next_page_token)
  assert.deepEqual(
    second.meetings.map((row: { id: number }) => row.id),
    [inOrder[3], ...inOrder.slice(5)],
  )
})

for (const query of [
  'type=future',
  'from=yesterday',
  'to=2026-02-30',
  'from=2026-12-02&to=2026-12-01',
  'page_size=301',
])
  test(`a list refuses ${query} and names the field`, async () => {
    await using zoom = await startZoom()
    const { status, body } = await zoom.call('GET', `/users/me/meetings?${query}`)
    assert.deepEqual([status, body.code], [400, 300])
    assert.equal(query.includes(body.errors[0].field), true)
  })

test('upcoming_meetings shows the next 24 hours, of a series each date', async () => {
  await using zoom = await startZoom()
  await fill(zoom)
  await zoom.create({
    topic: 'daily',
    type: 8,
    start_time: '2026-11-22T20:00:00Z',
    timezone: 'UTC',
    recurrence: { type: 1, end_times: 3 },
  })
  zoom.emulator.clock.freeze('2026-11-22T19:00:00Z')
  const { body } = await zoom.call('GET', '/users/me/upcoming_meetings')
  assert.equal(body.total_records, 2)
  assert.deepEqual(
    body.meetings.map((row: { topic: string; start_time: string }) => [row.topic, row.start_time]),
    [
      ['daily', '2026-11-22T20:00:00Z'],
      ['tomorrow', '2026-11-23T09:00:00Z'],
    ],
  )
  assert.equal(body.meetings[0].is_host, true)
  assert.match(body.meetings[0].passcode, /^\w{6}$/)
})

test('upcoming_meetings shows what others host and the user is invited to', async () => {
  await using zoom = await startZoom()
  const start_time = '2026-11-22T20:00:00Z'
  const settings = { meeting_invitees: [{ email: 'MEI@example.com' }] }
  const { id, join_url } = await zoom.create({ topic: 'invited', start_time, settings })
  await zoom.create({ topic: 'not invited', start_time })
  await zoom.create({ topic: 'own', start_time: '2026-11-22T19:00:00Z' }, 'mei@example.com')
  const { body } = await zoom.call('GET', '/users/mei@example.com/upcoming_meetings')
  assert.equal(body.total_records, 2)
  assert.deepEqual([body.meetings[0].topic, body.meetings[0].is_host], ['own', true])
  const { topic, is_host } = body.meetings[1]
  assert.deepEqual([body.meetings[1].id, topic, is_host, body.meetings[1].join_url], [id, 'invited', false, join_url])
})

test('upcoming_meetings shows a date that was moved to before the first of its series', async () => {
  await using zoom = await startZoom()
  const series = { type: 8, start_time: '2026-11-26T10:00:00Z', recurrence: { type: 1, end_times: 2 } }
  const { id, occurrences } = await zoom.create(series)
  const path = `/meetings/${id}?occurrence_id=${occurrences[0].occurrence_id}`
  assert.equal((await zoom.call('PATCH', path, { start_time: '2026-11-22T10:00:00Z' })).status, 204)
  const { body } = await zoom.call('GET', '/users/me/upcoming_meetings')
  assert.deepEqual(
    body.meetings.map(({ start_time }: { start_time: string }) => start_time),
    ['2026-11-22T10:00:00Z'],
  )
})
