import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { startEmulator } from './index.ts'

/** Values that are near enough to right ones to get past a first look. */
const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    '',
    '0',
    '-1',
    'NaN',
    '1e309',
    '2026-02-30T25:61:00Z',
    '+275760-09-13',
    '0000-00-00',
    'UTC',
    'SST',
    '1,2,9',
  ),
  fc.constantFrom<unknown>(0, -1, 0.5, 1e308, Number.MAX_SAFE_INTEGER, 1, 2, 3, 8, 10, [], {}, [null], null, true),
)
/** Few fields at a time, so that not every body is refused for its first one. */
const some = (...names: string[]) => fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 2 })
const recurrence = fc.tuple(
  fc.constantFrom(
    { type: 1, end_times: 3 },
    { type: 2, weekly_days: '1,6' },
    { type: 3, monthly_day: 31, end_times: 60 },
  ),
  some('type', 'repeat_interval', 'weekly_days', 'monthly_day', 'monthly_week', 'end_times', 'end_date_time'),
)
const meeting = fc
  .tuple(
    fc.constantFrom<object>({}, { type: 8 }, { type: 3 }, { action: 'end' }, { attendees: [{ name: 'a' }] }),
    some(
      'topic',
      'type',
      'start_time',
      'duration',
      'timezone',
      'password',
      'agenda',
      'schedule_for',
      'tracking_fields',
    ),
    some('action', 'attendees', 'ttl', 'settings', 'recurrence'),
    fc.option(recurrence.map((parts) => ({ recurrence: Object.assign({}, ...parts) }))),
    fc.option(
      some('jbh_time', 'alternative_hosts', 'waiting_room', 'use_pmi', '__proto__').map((settings) => ({ settings })),
    ),
  )
  .map((parts): object => Object.assign({}, ...parts))
const body = fc.oneof(
  { weight: 5, arbitrary: meeting.map((fields) => JSON.stringify(fields)) },
  { weight: 1, arbitrary: fc.string() },
)
const segment = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('me', 'LIVE') },
  fc.constantFrom('owner@example.com', '%00', '%zz', '..', '1e3', '-5', '99999999999999999999'),
  fc.string().map(encodeURIComponent),
)
const path = fc.oneof(
  fc.tuple(segment).map(([id]) => `/v2/users/${id}/meetings`),
  fc.tuple(segment).map(([id]) => `/v2/meetings/${id}`),
  fc
    .tuple(segment, fc.constantFrom('status', 'invitation', 'invite_links', 'polls'))
    .map(([id, call]) => `/v2/meetings/${id}/${call}`),
  fc.tuple(segment).map(([id]) => `/v2/users/${id}`),
  fc.constantFrom(
    '/v2/users',
    '/oauth/token',
    '/oauth/authorize',
    '/oauth/revoke',
    '/',
    '/_emulator/clock',
    '/j/LIVE',
    '/s/LIVE',
  ),
)
const queryName = fc.constantFrom(
  'page_size',
  'next_page_token',
  'page_number',
  'type',
  'from',
  'to',
  'timezone',
  'occurrence_id',
  'status',
  'grant_type',
  'client_id',
  'code',
  'pwd',
  'zak',
)
const query = fc.dictionary(queryName, fc.string())
const method = fc.constantFrom('GET', 'POST', 'PATCH', 'PUT', 'DELETE')

test('no request, however wrong, makes the emulator fail', async () => {
  const bugs: unknown[] = []
  await using zoom = await startEmulator({ onBug: (error) => bugs.push(error) })
  const { ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET, ZOOM_ACCOUNT_ID = '' } = zoom.env
  const grant = new URLSearchParams({ grant_type: 'account_credentials', account_id: ZOOM_ACCOUNT_ID })
  const basic = `Basic ${btoa(`${ZOOM_CLIENT_ID}:${ZOOM_CLIENT_SECRET}`)}`
  const token = await zoom.fetch('/oauth/token', { method: 'POST', headers: { authorization: basic }, body: grant })
  const { access_token } = (await token.json()) as { access_token: string }
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json', 'x-convene': '1' }
  const live = async () => {
    const made = await zoom.fetch('/v2/users/me/meetings', {
      method: 'POST',
      headers,
      body: JSON.stringify({ type: 8, recurrence: { type: 1, end_times: 3 } }),
    })
    return String(((await made.json()) as { id: number }).id)
  }
  let id = await live()
  const property = fc.asyncProperty(method, path, query, body, async (method, path, query, body) => {
    const address = `${path.replaceAll('LIVE', id)}?${new URLSearchParams(query)}`
    const answer = await zoom.fetch(address, { method, headers, ...(method !== 'GET' && { body }) })
    const text = await answer.text()
    assert.deepEqual(bugs, [])
    assert.ok(answer.status < 500, `${method} ${address} gave ${answer.status} ${text}`)
    if (answer.status >= 400 && path.startsWith('/v2/')) assert.equal(typeof JSON.parse(text).code, 'number')
    if (method === 'DELETE') id = await live()
  })
  await fc.assert(property, { numRuns: 400 })
})
