import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { startEmulator } from '../../index.ts'

const odd = [
  null,
  -1,
  1e308,
  2 ** 53,
  '',
  '2026-02-30T10:00:00Z',
  '0000-01-01T00:00:00',
  '\u{1F600}'.repeat(20),
  { __proto__: 1 },
]
/** Mostly one of the values that Zoom takes, now and then anything else. */
const usually = (...values: unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 80, arbitrary: values.length > 0 ? fc.constantFrom(...values) : fc.constant({}) },
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(...odd),
  )
const times = [
  '2026-12-17T18:00:00',
  '2027-03-14T02:30:00Z',
  '2026-02-30T10:00:00Z',
  '9999-12-31T23:59:59Z',
  '2026-12-17',
]
const flag = usually(true, false, 'True')
const optional = <T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(fields, { requiredKeys: [] })

const recurrence = optional({
  type: usually(1, 2, 3, '2'),
  repeat_interval: usually(1, 2, '10', 50),
  weekly_days: usually('1', '1,3,5', '7'),
  monthly_day: usually(1, 29, 31),
  monthly_week: usually(1, -1),
  monthly_week_day: usually(1, 7),
  end_times: usually(0, 1, 7, 60),
  end_date_time: usually(...times),
})
const settings = optional({
  jbh_time: usually(0, 15),
  host_video: flag,
  use_pmi: flag,
  approval_type: usually(0, 1, 2),
  alternative_hosts: usually('', 'mei@example.com;kenji@example.com'),
  global_dial_in_countries: usually(['US'], ['TW', 'GB'], []),
  meeting_invitees: usually([{ email: 'mei@example.com' }], [{}]),
  authentication_exception: usually([{ email: 'a@example.org', name: 'A' }]),
  continuous_meeting_chat: usually({ enable: true }),
  breakout_room: usually({ enable: true, rooms: [{ name: 'A', participants: ['a@example.org'] }] }),
})
const meeting = optional({
  topic: usually('Weekly', '資訊週會'),
  type: usually(1, 2, 3, 8, 8, 10),
  agenda: usually('說'.repeat(300)),
  start_time: usually(...times),
  duration: usually(1, '45', 1440),
  timezone: usually('Asia/Taipei', 'SST', 'GMT+8', 'America/New_York'),
  password: usually('', 'abc', '123456'),
  default_password: flag,
  pre_schedule: usually(false),
  schedule_for: usually('mei@example.com', 'owner@example.com'),
  tracking_fields: usually([{ field: 'Room', value: '3' }]),
  recurrence: fc.oneof({ weight: 40, arbitrary: recurrence }, usually()),
  settings: fc.oneof({ weight: 40, arbitrary: settings }, usually()),
  action: usually('end', 'recover'),
  attendees: usually([{ name: 'Mei' }]),
  ttl: usually(0, 60),
})

const query = fc.dictionary(
  fc.constantFrom(
    'type',
    'from',
    'to',
    'timezone',
    'page_size',
    'page_number',
    'next_page_token',
    'occurrence_id',
    'id',
  ),
  fc.oneof(fc.string(), usually('live', '2026-12-17', '30', '1', 'Asia/Taipei').map(String)),
)
const create: readonly [string, string] = ['POST', '/users/me/meetings']
const calls: readonly (readonly [string, string])[] = [
  create,
  ['GET', '/users/me/meetings'],
  ['GET', '/users/me/upcoming_meetings'],
  ['GET', '/meetings/:id'],
  ['PATCH', '/meetings/:id'],
  ['DELETE', '/meetings/:id'],
  ['PUT', '/meetings/:id/status'],
  ['GET', '/meetings/:id/invitation'],
  ['POST', '/meetings/:id/invite_links'],
]

test('whatever is sent to a call of meetings, the answer has Zoom’s shape and the list stays whole', async () => {
  const bugs: unknown[] = []
  await using zoom = await startEmulator({ onBug: (error) => bugs.push(error) })
  const { ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET, ZOOM_ACCOUNT_ID } = zoom.env
  const basic = Buffer.from(`${ZOOM_CLIENT_ID}:${ZOOM_CLIENT_SECRET}`).toString('base64')
  const signIn = `/oauth/token?grant_type=account_credentials&account_id=${ZOOM_ACCOUNT_ID}`
  const token = await zoom.fetch(signIn, { method: 'POST', headers: { authorization: `Basic ${basic}` } })
  const { access_token } = (await token.json()) as { access_token: string }
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' }
  const send = (method: string, path: string, body?: unknown) =>
    zoom.fetch(`/v2${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
  const ids: (number | string)[] = [99999999999, 'abc', '%2Fx%3D%3D', '-5']

  const call = fc.record({
    route: fc.oneof(fc.constant(create), fc.constantFrom(...calls)),
    body: fc.oneof({ weight: 30, arbitrary: meeting }, fc.jsonValue({ maxDepth: 3 })),
    query,
    pick: fc.nat(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 8 }), async (sequence) => {
      for (const {
        route: [method, path],
        body,
        query,
        pick,
      } of sequence) {
        const target = path.replace(':id', String(ids[pick % ids.length]))
        const response = await send(
          method,
          `${target}?${new URLSearchParams(query)}`,
          method === 'GET' ? undefined : body,
        )
        assert.deepEqual(bugs, [])
        assert.ok(response.status < 500, `${response.status}`)
        const text = await response.text()
        if (response.status === 204) continue
        const answer = JSON.parse(text) as Record<string, unknown>
        if (response.status >= 400) {
          assert.equal(typeof answer.code, 'number')
          assert.equal(typeof answer.message, 'string')
        } else if (response.status === 201 && typeof answer.id === 'number') {
          const again = await send('GET', `/meetings/${answer.id}`)
          assert.equal(again.status, 200)
          ids.push(answer.id)
        }
      }
      const list = (await (await send('GET', '/users/me/meetings?page_size=300')).json()) as {
        total_records: number
        meetings: { id: number }[]
      }
      const seen = new Set(list.meetings.map(({ id }) => id))
      assert.equal(seen.size, list.meetings.length)
      assert.equal(list.meetings.length, Math.min(300, list.total_records))
    }),
    { numRuns: 200 },
  )
  assert.ok(ids.length > 50, `only ${ids.length} meetings were made: the input is too wrong to test much`)
})
