import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Failure } from './failure.ts'
import type { Operation } from './operation.ts'
import { readAnswer } from './response.ts'

const now = Date.parse('2026-12-17T10:00:00Z')
const create: Operation = {
  id: 'meetingCreate',
  method: 'POST',
  path: '/users/{userId}/meetings',
  repeat: 'never',
  scopes: { granular: ['meeting:write:meeting'], classic: ['meeting:write'] },
  answers: ['id', 'join_url'],
}
const update: Operation = { ...create, id: 'meetingUpdate', method: 'PATCH', repeat: 'absolute' }

function read(status: number, body: unknown, headers: Record<string, string> = {}, operation = create) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return readAnswer(operation, { status, headers: new Headers(headers), text }, () => now)
}

function failureOf(...input: Parameters<typeof read>): Failure {
  const meaning = read(...input)
  assert.ok(!meaning.ok, 'should be a failure')
  return meaning.failure
}

test('an answer with its fields is handed on, a 204 as undefined', () => {
  assert.deepEqual(read(201, { id: 1, join_url: 'u', new_field: [1] }), {
    ok: true,
    value: { id: 1, join_url: 'u', new_field: [1] },
  })
  const { answers: _answers, ...plain } = update
  assert.deepEqual(read(204, '', {}, plain), { ok: true, value: undefined })
})

test("each of Zoom's refusals gets its code, whatever the language of its message", () => {
  const rows: [number, unknown, Failure['code'], Failure['outcome']][] = [
    [400, { code: 300, message: 'Validation Failed.' }, 'zoom_refused', 'not_done'],
    [400, { code: 200, message: 'Only available for Paid account: x' }, 'zoom_refused', 'not_done'],
    [400, { code: 4711, message: 'does not contain scopes:[a:b]' }, 'scope_missing', 'not_done'],
    [401, { code: 4711, message: 'does not contain scopes:[a:b]' }, 'scope_missing', 'not_done'],
    [400, { code: 4700, message: 'does not contain scopes:[a:b]' }, 'scope_missing', 'not_done'],
    [401, { code: 124, message: "Jeton d'accès non valide" }, 'sign_in_refused', 'not_done'],
    [400, { code: 124, message: 'Invalid access token.' }, 'sign_in_refused', 'not_done'],
    [401, '', 'sign_in_refused', 'not_done'],
    [404, { code: 1001, message: 'Utilisateur introuvable' }, 'not_found', 'not_done'],
    [404, { code: 3001, message: 'Meeting does not exist: 1.' }, 'not_found', 'not_done'],
    [400, { code: 3001, message: 'Meeting does not exist: 1.' }, 'not_found', 'not_done'],
    [404, { code: 2300, message: 'This API endpoint is not recognized.' }, 'zoom_refused', 'not_done'],
    [404, '<html>', 'zoom_refused', 'not_done'],
    [409, { code: 1005, message: 'x' }, 'conflict', 'not_done'],
    [400, { code: 1005, message: 'x' }, 'conflict', 'not_done'],
    [403, '<html>blocked</html>', 'zoom_refused', 'not_done'],
    [500, { code: 500, message: 'x' }, 'zoom_refused', 'unknown'],
    [502, '<html>Bad gateway</html>', 'zoom_refused', 'unknown'],
    [503, '', 'zoom_refused', 'unknown'],
    [200, { code: 200, message: 'No permission.' }, 'zoom_refused', 'not_done'],
    [301, '', 'malformed_answer', 'unknown'],
    [0, '', 'malformed_answer', 'unknown'],
    [201, '<html>', 'malformed_answer', 'unknown'],
    [201, '', 'malformed_answer', 'unknown'],
    [201, 'null', 'malformed_answer', 'unknown'],
    [201, '[]', 'malformed_answer', 'unknown'],
    [201, { id: 1 }, 'malformed_answer', 'unknown'],
  ]
  for (const [status, body, code, outcome] of rows) {
    const failure = failureOf(status, body)
    assert.deepEqual([failure.code, failure.outcome], [code, outcome], `${status} ${JSON.stringify(body)}`)
    assert.equal(failure.details.status, status)
  }
})

test("a refusal tells Zoom's words, the fields, the tracking id and what to do", () => {
  const errors = [{ field: 'settings.jbh_time', message: 'Invalid parameter: jbh_time.' }, { strange: 1 }]
  const failure = failureOf(400, { code: 300, message: 'Validation Failed', errors }, { 'x-zm-trackingid': 'v=2;abc' })
  assert.equal(
    failure.message,
    'Zoom refused meetingCreate (300): Validation Failed. settings.jbh_time: Invalid parameter: jbh_time.',
  )
  assert.deepEqual(failure.details, {
    status: 400,
    zoomCode: 300,
    fieldErrors: [{ field: 'settings.jbh_time', message: 'Invalid parameter: jbh_time.' }],
    trackingId: 'v=2;abc',
    remedy: 'Mend what Zoom names here.',
  })
})

test('a missing scope is named: as Zoom lists it, else as the operation needs it', () => {
  const listed = failureOf(400, {
    code: 4711,
    message: 'Invalid access token, does not contain scopes:[meeting:write:meeting, meeting:write:meeting:admin].',
  })
  assert.deepEqual(listed.details.scopes, ['meeting:write:meeting', 'meeting:write:meeting:admin'])
  const unlisted = failureOf(400, { code: 4711, message: 'Jeton non valide.' })
  assert.deepEqual(unlisted.details.scopes, ['meeting:write:meeting', 'meeting:write'])
})

test('a rate limit says which one and when to come back', () => {
  const host =
    'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.'
  const day =
    'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.'
  const second = 'You have reached the maximum per-second rate limit for this API. Try again later.'
  const busy = 'Too many concurrent requests. A request to disassociate this user has already been made.'
  const rows: [string, Record<string, string>, string, string][] = [
    [host, {}, 'host_daily', '2026-12-18T00:00:00.000Z'],
    [host, { 'x-ratelimit-category': 'Light', 'x-ratelimit-limit': '6000' }, 'host_daily', '2026-12-18T00:00:00.000Z'],
    ['Vous pourrez reprendre à GMT 00:00:00.', {}, 'host_daily', '2026-12-18T00:00:00.000Z'],
    [
      day,
      { 'x-ratelimit-type': 'Daily-limit', 'retry-after': '2026-12-17T20:00:00Z' },
      'daily',
      '2026-12-17T20:00:00.000Z',
    ],
    [day, {}, 'daily', '2026-12-18T00:00:00.000Z'],
    ['Limite atteinte.', { 'x-ratelimit-type': 'Daily-limit' }, 'daily', '2026-12-18T00:00:00.000Z'],
    [second, { 'x-ratelimit-type': 'QPS' }, 'per_second', '2026-12-17T10:00:01.000Z'],
    [second, {}, 'per_second', '2026-12-17T10:00:01.000Z'],
    ['Limite atteinte.', { 'x-ratelimit-type': 'QPS' }, 'per_second', '2026-12-17T10:00:01.000Z'],
    [busy, {}, 'concurrent', '2026-12-17T10:00:01.000Z'],
    ['?', { 'retry-after': '7' }, 'unknown', '2026-12-17T10:00:07.000Z'],
  ]
  for (const [message, headers, limit, retryAt] of rows) {
    const { code, details, outcome } = failureOf(429, { code: 429, message }, headers)
    assert.deepEqual(
      [code, outcome, details.limit, details.retryAt?.toISOString()],
      ['rate_limited', 'not_done', limit, retryAt],
      message,
    )
  }
  assert.equal(failureOf(429, '<html>').details.limit, 'unknown')
})

test('after a failure of Zoom itself, a creation says to look first', () => {
  assert.match(failureOf(502, '').details.remedy ?? '', /look for what it makes/)
  assert.match(failureOf(502, '', {}, update).details.remedy ?? '', /may be repeated/)
  assert.match(failureOf(201, '<html>').details.remedy ?? '', /look for what it makes/)
  assert.equal(failureOf(503, '', { 'retry-after': '5' }).details.retryAt?.toISOString(), '2026-12-17T10:00:05.000Z')
})

test('an answer that is too long is not read', () => {
  const meaning = readAnswer(create, { status: 200, headers: new Headers(), text: undefined }, () => now)
  assert.ok(!meaning.ok && meaning.failure.code === 'malformed_answer')
})
