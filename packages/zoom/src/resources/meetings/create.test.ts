import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ReceivedRequest, scriptZoom } from '../../../test/scripted-zoom.ts'
import { ZoomError } from '../../errors.ts'
import { everyWeeks } from '../../recurrence/every.ts'
import type { CreateMeetingInput } from '../meeting-types/create-input.ts'

const id = 85746065432
const created = (times: object) => ({
  status: 201,
  body: { id, topic: 'T', type: 2, join_url: 'https://zoom.us/j/1', ...times },
})

const sent: readonly [title: string, input: CreateMeetingInput, body: object][] = [
  [
    'a wall time and its zone go out as they are',
    { start_time: '2026-12-17 18:00', timezone: 'Asia/Taipei' },
    { start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' },
  ],
  [
    'a Date goes out as an instant',
    { start_time: new Date('2026-12-17T10:00:00Z') },
    { start_time: '2026-12-17T10:00:00Z' },
  ],
  [
    'an offset, which Zoom would drop, becomes the instant',
    { start_time: '2026-12-17T18:00:00+08:00' },
    { start_time: '2026-12-17T10:00:00Z' },
  ],
  ['a zone goes out in Zoom’s spelling', { type: 3, timezone: 'Europe/Kyiv' }, { type: 3, timezone: 'Europe/Kiev' }],
  [
    'alternative hosts may be a list',
    { settings: { alternative_hosts: ['a@example.com', 'b@example.com'], waiting_room: true } },
    { settings: { alternative_hosts: 'a@example.com;b@example.com', waiting_room: true } },
  ],
  [
    'a rule becomes Zoom’s object, and the start its first date',
    { start_time: '2026-12-16T18:00:00', timezone: 'Asia/Taipei', recurrence: everyWeeks(2, ['friday'], { count: 3 }) },
    {
      type: 8,
      start_time: '2026-12-18T10:00:00Z',
      timezone: 'Asia/Taipei',
      recurrence: { type: 2, repeat_interval: 2, weekly_days: '6', end_times: 3 },
    },
  ],
  [
    'Zoom’s own recurrence goes out as it is',
    { start_time: '2026-12-18T18:00:00', timezone: 'Asia/Taipei', recurrence: { type: 1, end_times: 2 } },
    { type: 8, start_time: '2026-12-18T18:00:00', timezone: 'Asia/Taipei', recurrence: { type: 1, end_times: 2 } },
  ],
  ['a field of which nothing is known here goes through', { new_in_2027: 1 } as CreateMeetingInput, { new_in_2027: 1 }],
]
for (const [title, input, body] of sent)
  test(title, async () => {
    const answer = ({ body }: ReceivedRequest) => {
      const { start_time } = body as { start_time?: string }
      return start_time === undefined ? created({}) : created({ start_time: instant(start_time) })
    }
    await using zoom = await scriptZoom(answer)
    await zoom.client.meetings.create(input)
    assert.deepEqual(zoom.requests, [{ method: 'POST', url: '/users/me/meetings', body }])
  })

/** What a right Zoom makes of the starts above. */
const instant = (start: string) =>
  start.endsWith('Z') ? start : `${new Date(`${start}+08:00`).toISOString().slice(0, 19)}Z`

test('when Zoom puts the meeting elsewhere, the error carries it with both instants', async () => {
  await using zoom = await scriptZoom(() => created({ start_time: '2026-12-17T18:00:00Z' }))
  const create = zoom.client.meetings.create({ start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' })
  const error: unknown = await create.then(
    () => undefined,
    (reason) => reason,
  )
  assert.ok(error instanceof ZoomError)
  assert.equal(error.code, 'start_shifted')
  assert.match(
    error.message,
    /Zoom made meeting 85746065432 at 2026-12-17T18:00:00\.000Z, but 2026-12-17T10:00:00\.000Z was meant/,
  )
  assert.deepEqual(error.details.meantAt, new Date('2026-12-17T10:00:00Z'))
  assert.deepEqual(error.details.answeredAt, new Date('2026-12-17T18:00:00Z'))
  assert.equal((error.details.meeting as { id: number }).id, id)
})

const weekly = {
  start_time: '2026-12-18T18:00:00',
  timezone: 'Asia/Taipei',
  recurrence: everyWeeks(1, ['friday'], { count: 2 }),
}
const dates = (...starts: string[]) => ({
  type: 8,
  occurrences: starts.map((start_time) => ({ occurrence_id: '1', start_time, duration: 60, status: 'available' })),
})
const shifted: readonly [title: string, input: CreateMeetingInput, answer: object][] = [
  ['no start at all', { start_time: '2026-12-17T10:00:00Z' }, {}],
  ['a start that cannot be read', { start_time: '2026-12-17T10:00:00Z' }, { start_time: 'soon' }],
  ['a series whose first date is another', weekly, dates('2026-12-25T10:00:00Z')],
  ['a series whose last date is another', weekly, dates('2026-12-18T10:00:00Z', '2026-12-25T11:00:00Z')],
  [
    'a series with a date too many',
    weekly,
    dates('2026-12-18T10:00:00Z', '2026-12-25T10:00:00Z', '2027-01-01T10:00:00Z'),
  ],
]
for (const [title, input, answer] of shifted)
  test(`an answer with ${title} is start_shifted`, async () => {
    await using zoom = await scriptZoom(() => created(answer))
    await assert.rejects(zoom.client.meetings.create(input), { code: 'start_shifted' })
  })

test('a series at the right first and last date passes; of an endless one the first date counts', async () => {
  await using zoom = await scriptZoom(() => created(dates('2026-12-18T10:00:00Z', '2026-12-25T10:00:00Z')))
  assert.equal((await zoom.client.meetings.create(weekly)).id, id)
  await zoom.client.meetings.create({ ...weekly, recurrence: everyWeeks(1, ['friday']) })
})

const refused: readonly [CreateMeetingInput, RegExp][] = [
  [{ start_time: '2026-11-22T11:59:59Z' }, /start_time is .* 2026-11-22T12:00:00Z now/],
  [{ start_time: '2026-12-17T18:00:00' }, /timezone is missing/],
  [{ start_time: '2026-12-17T18:00:00', timezone: 'Asial/Taipei' }, /timezone is "Asial\/Taipei".*Asia\/Taipei/],
  [{ start_time: '2019-06-14T10: 21: 57' }, /start_time is/],
  [{ start_time: '2026-12-17T10:00:00Z', recurrence: everyWeeks(1, ['friday'], { count: 2 }) }, /timezone is missing/],
  [{ ...weekly, recurrence: { type: 2, end_times: 2 } }, /recurrence\.weekly_days is missing/],
  [{ ...weekly, recurrence: { type: 1, end_times: 2, interval: 2 } as never }, /repeat_interval/],
  [{ ...weekly, recurrence: { type: 1, end_times: 2, end_date_time: '2026-12-31T00:00:00Z' } }, /not both/],
  [{ ...weekly, recurrence: 'weekly' as never }, /recurrence is "weekly"/],
  [{ type: 3, timezone: 'GMT+8' }, /timezone is "GMT\+8"/],
  [{ userId: '' }, /userId is ""/],
]
test('nothing is sent when the start, the zone or the recurrence is not clear', async () => {
  await using zoom = await scriptZoom(() => created({}))
  for (const [input, message] of refused)
    await assert.rejects(zoom.client.meetings.create(input), { code: 'invalid_input', message }, JSON.stringify(input))
  assert.equal(zoom.requests.length, 0)
})

test('a zone outside Zoom’s list becomes one whose clocks agree until the last date', async () => {
  await using zoom = await scriptZoom(() => created({ start_time: '2026-12-18T10:00:00Z' }))
  const start = { start_time: '2026-12-18T10:00:00', timezone: 'Atlantic/Canary' }
  await zoom.client.meetings.create(start)
  await zoom.client.meetings.create({ ...start, recurrence: everyWeeks(1, ['friday'], { count: 20 }) })
  const zones = zoom.requests.map(({ body }) => (body as { timezone: string }).timezone)
  assert.deepEqual(zones, ['Atlantic/Reykjavik', 'Europe/London'])
})

test('an answer without an id or a link is malformed, and not passed on', async () => {
  await using zoom = await scriptZoom(() => ({ status: 201, body: { topic: 'T' } }))
  await assert.rejects(zoom.client.meetings.create({ topic: 'T' }), { code: 'malformed_answer' })
})
