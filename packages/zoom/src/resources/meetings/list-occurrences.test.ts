import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ReceivedRequest, type ScriptedAnswer, scriptZoom } from '../../../test/scripted-zoom.ts'
import { mapBounded } from './map-bounded.ts'

const common = { timezone: 'Asia/Taipei', host_id: 'ada', join_url: 'https://zoom.us/j/1' }
const from = '2026-12-01T00:00:00Z'
const to = '2026-12-31T00:00:00Z'

/** Lists these rows as scheduled, and shows the meetings in `series`. */
const zoomWith =
  (rows: readonly object[], series: Record<string, object> = {}) =>
  ({ url }: ReceivedRequest): ScriptedAnswer => {
    const id = /^\/meetings\/(\d+)/.exec(url)?.[1]
    if (id === undefined) return { status: 200, body: { meetings: url.includes('type=scheduled') ? rows : [] } }
    const meeting = series[id]
    if (meeting === undefined) return { status: 404, body: { code: 3001, message: `Meeting does not exist: ${id}.` } }
    return { status: 200, body: { ...common, id: Number(id), topic: 'Series', type: 8, ...meeting } }
  }
const single = (id: number, start_time: string, duration = 60) => ({
  ...common,
  id,
  type: 2,
  topic: 'Single',
  start_time,
  duration,
})
const dates = (...starts: string[]) =>
  starts.map((start_time) => ({
    occurrence_id: `${Date.parse(start_time)}`,
    start_time,
    duration: 60,
    status: 'available',
  }))

test('single meetings and the dates of series come in one list, sorted by start', async () => {
  await using zoom = await scriptZoom(
    zoomWith([{ id: 100000002, type: 8 }, single(100000001, '2026-12-10T10:00:00Z')], {
      100000002: { occurrences: dates('2026-12-04T10:00:00Z', '2026-12-11T10:00:00Z') },
    }),
  )
  const { occurrences, notCovered } = await zoom.client.meetings.listOccurrences({
    userId: 'ada@example.com',
    from,
    to,
  })
  const series = { ...common, meetingId: 100000002, topic: 'Series', type: 8, duration: 60 }
  assert.deepEqual(occurrences, [
    { ...series, start_time: '2026-12-04T10:00:00Z', occurrence_id: '1796378400000' },
    { ...common, meetingId: 100000001, topic: 'Single', type: 2, start_time: '2026-12-10T10:00:00Z', duration: 60 },
    { ...series, start_time: '2026-12-11T10:00:00Z', occurrence_id: '1796983200000' },
  ])
  assert.deepEqual(notCovered, [])
  assert.deepEqual(
    zoom.requests.map(({ url }) => url),
    [
      '/users/ada%40example.com/meetings?type=scheduled&page_size=300',
      '/meetings/100000002?show_previous_occurrences=true',
    ],
  )
})

test('what lies partly in the interval belongs to it; what only touches its edge does not', async () => {
  await using zoom = await scriptZoom(
    zoomWith([
      single(100000001, '2026-11-30T23:00:00Z', 60),
      single(100000002, '2026-11-30T23:00:00Z', 61),
      single(100000003, '2026-12-01T00:00:00Z', 0),
      single(100000004, '2026-12-30T23:59:59Z'),
      single(100000005, '2026-12-31T00:00:00Z'),
    ]),
  )
  const { occurrences } = await zoom.client.meetings.listOccurrences({ from, to })
  assert.deepEqual(
    occurrences.map(({ meetingId }) => meetingId),
    [100000002, 100000003, 100000004],
  )
})

test('a deleted date of a series does not take place', async () => {
  const [first, second] = dates('2026-12-04T10:00:00Z', '2026-12-11T10:00:00Z')
  const occurrences = [{ ...first, status: 'deleted' }, second]
  await using zoom = await scriptZoom(zoomWith([{ id: 100000002, type: 8 }], { 100000002: { occurrences } }))
  const list = await zoom.client.meetings.listOccurrences({ from, to })
  assert.deepEqual(
    list.occurrences.map(({ start_time }) => start_time),
    ['2026-12-11T10:00:00Z'],
  )
})

test('meetings without a time, endless series and series that are gone are named', async () => {
  await using zoom = await scriptZoom(
    zoomWith(
      [
        { id: 100000001, type: 3, topic: 'Whenever' },
        { id: 100000002, type: 3, topic: 'Year one', start_time: '0001-01-01T00:00:00Z' },
        { id: 100000003, type: 8, topic: 'Endless' },
        { id: 100000004, type: 8, topic: 'Gone' },
        { id: 100000005, type: 8, topic: 'Long enough' },
        { id: 100000006, type: 8, topic: 'Without dates' },
        { id: 100000007, type: 8, topic: 'Unreadable dates' },
        { id: 100000008, type: 8, topic: 'A single meeting by now' },
      ],
      {
        100000003: { recurrence: { type: 2, end_times: 0 }, occurrences: dates('2026-12-04T10:00:00Z') },
        100000005: { recurrence: { type: 2, end_times: 0 }, occurrences: dates('2027-01-04T10:00:00Z') },
        100000006: {},
        100000007: { occurrences: dates('2026-12-04T10:00:00Z', 'soon') },
        100000008: { type: 2, start_time: '2026-12-05T10:00:00Z', duration: 60 },
      },
    ),
  )
  const { occurrences, notCovered } = await zoom.client.meetings.listOccurrences({ from, to })
  assert.deepEqual(
    occurrences.map(({ meetingId }) => meetingId),
    [100000003, 100000007, 100000008],
  )
  assert.deepEqual(
    notCovered.map(({ reason, meetingId }) => [reason, meetingId]),
    [
      ['no_fixed_time', 100000001],
      ['no_fixed_time', 100000002],
      ['beyond_what_zoom_shows', 100000003],
      ['no_longer_shown', 100000004],
      ['beyond_what_zoom_shows', 100000006],
      ['beyond_what_zoom_shows', 100000007],
    ],
  )
  assert.match(notCovered[2]?.explanation ?? '', /no end.*after 2026-12-04T10:00:00/)
})

test('for the past the ended meetings are read too, and what no list shows is named', async () => {
  // The row of an ended meeting may show when it was really started.
  const ended = [single(100000001, '2026-11-20T10:02:00Z'), single(100000002, '2026-11-19T10:00:00Z')]
  await using zoom = await scriptZoom(({ url }) => {
    const scheduled = single(100000001, '2026-11-20T10:00:00Z')
    return { status: 200, body: { meetings: url.includes('type=previous_meetings') ? ended : [scheduled] } }
  })
  const recent = await zoom.client.meetings.listOccurrences({ from: '2026-11-01T00:00:00Z', to })
  assert.deepEqual(
    recent.occurrences.map(({ meetingId, start_time }) => [meetingId, start_time]),
    [
      [100000002, '2026-11-19T10:00:00Z'],
      [100000001, '2026-11-20T10:00:00Z'],
    ],
  )
  assert.deepEqual(
    recent.notCovered.map(({ reason }) => reason),
    ['instant_not_listed'],
  )
  const long = await zoom.client.meetings.listOccurrences({ from: '2026-05-22T11:59:59Z', to })
  assert.deepEqual(
    long.notCovered.map(({ reason }) => reason),
    ['instant_not_listed', 'past_no_longer_listed'],
  )
})

test('any other failure to read a series ends the call: half a list would pass for a whole one', async () => {
  await using zoom = await scriptZoom((request) =>
    request.url.startsWith('/meetings/')
      ? { status: 400, body: { code: 3161, message: 'Not allowed.' } }
      : zoomWith([{ id: 100000001, type: 8 }])(request),
  )
  await assert.rejects(zoom.client.meetings.listOccurrences({ from, to }), { code: 'zoom_refused' })
})

test('an interval that is none is refused before anything is sent', async () => {
  await using zoom = await scriptZoom(() => ({ status: 200, body: { meetings: [] } }))
  const { meetings } = zoom.client
  const refused: [Promise<unknown>, RegExp][] = [
    [meetings.listOccurrences({ from: to, to: from }), /^to is .* after from/],
    [meetings.listOccurrences({ from, to: from }), /^to is/],
    [meetings.listOccurrences({ from: '2026-12-01T00:00:00', to }), /^from is .* exact instant/],
    [meetings.listOccurrences({ from, to: '2026-12-31' }), /^to is/],
    [meetings.listOccurrences({ from: new Date(Number.NaN), to }), /^from is/],
    [meetings.listOccurrences({ to } as never), /^from is missing/],
  ]
  for (const [call, message] of refused) await assert.rejects(call, { code: 'invalid_input', message }, String(message))
  assert.equal(zoom.requests.length, 0)
})

test('work is done for every item, in order, and only so much of it at a time', async () => {
  let running = 0
  let most = 0
  const results = await mapBounded([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    running += 1
    most = Math.max(most, running)
    await new Promise(setImmediate)
    running -= 1
    return item * 2
  })
  assert.deepEqual(results, [2, 4, 6, 8, 10, 12, 14])
  assert.equal(most, 3)
})

test('after a failure no further work is begun', async () => {
  const begun: number[] = []
  const work = async (item: number) => {
    begun.push(item)
    await new Promise(setImmediate)
    if (item === 1) throw new Error('no')
  }
  await assert.rejects(mapBounded([1, 2, 3, 4], 2, work), /no/)
  await new Promise(setImmediate)
  assert.deepEqual(begun, [1, 2])
})
