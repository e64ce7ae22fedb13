import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scriptZoom } from '../../test/scripted-zoom.ts'
import type { ZoomClient } from '../client.ts'

const ada = { email: 'ada@example.com', first_name: 'Ada' }
const many = (count: number) => Array.from({ length: count }, () => ada)

/** Each call with an input that Zoom would refuse, or read otherwise, and what the client says of it. */
const refused: readonly (readonly [name: string, call: (zoom: ZoomClient) => PromiseLike<unknown>, message: RegExp])[] =
  [
    [
      'a registrant without an address',
      (zoom) => zoom.registrants.add({ meetingId: 1, email: 'ada', first_name: 'Ada' }),
      /^email is "ada", .* e-mail address/,
    ],
    [
      'a first name that is too long',
      (zoom) => zoom.registrants.add({ ...ada, meetingId: 1, first_name: 'x'.repeat(65) }),
      /^first_name is .* 65 characters; Zoom takes at most 64/,
    ],
    [
      'a field of a registrant by another name',
      (zoom) => zoom.registrants.add({ ...ada, meetingId: 1, ...{ lastName: 'Lovelace' } }),
      /^lastName is "Lovelace", .* called last_name/,
    ],
    [
      'a batch of 31',
      (zoom) => zoom.registrants.addBatch({ meetingId: 1, registrants: many(31) }),
      /^registrants is 31, .* at most 30/,
    ],
    [
      'an empty batch',
      (zoom) => zoom.registrants.addBatch({ meetingId: 1, registrants: [] }),
      /^registrants is \[\], .* at least one, at most 30/,
    ],
    [
      'a person in a batch without a name',
      (zoom) =>
        zoom.registrants.addBatch({ meetingId: 1, registrants: [{ email: 'ada@example.com', first_name: ' ' }] }),
      /^registrants\[0\]\.first_name is " "/,
    ],
    [
      'an approval of nobody',
      (zoom) => zoom.registrants.approve({ meetingId: 1, registrants: [] }),
      /^registrants is \[\]/,
    ],
    [
      'a registrant of a webinar without an address',
      (zoom) => zoom.webinarRegistrants.add({ webinarId: 1, email: 'x', first_name: 'Ada' }),
      /^email is "x"/,
    ],
    [
      'a list that is none',
      (zoom) => zoom.registrants.addBatch({ meetingId: 1, registrants: ada as never }),
      /^registrants is \{"email".*Give a list/,
    ],
    [
      'something else in a list of objects',
      (zoom) => zoom.polls.create({ meetingId: 1, questions: [null] as never }),
      /^questions\[0\] is null, .* object with names/,
    ],
    [
      'a bare id where the input belongs',
      (zoom) => zoom.recordings.list('mei@example.com' as never),
      /^input is "m", .* object with names: \{ userId: … \}/,
    ],
    [
      'an option among the fields',
      (zoom) => zoom.users.get({ userId: 'me', ...{ timeoutMs: 500 } }),
      /^timeoutMs is "500", .* object of its own, after this one/,
    ],
    [
      'a signal among the fields of a meeting',
      (zoom) => zoom.meetings.create({ topic: 'x', ...{ signal: new AbortController().signal } }),
      /^signal is "\[object AbortSignal\]"/,
    ],
    [
      'an option by another name',
      (zoom) => zoom.users.get({ userId: 'me' }, { timeout: 500 } as never),
      /^timeout is "500", .* options signal, timeoutMs, schedule and beforeSend/,
    ],
    [
      'an operation without a path',
      (zoom) => zoom.request('GET /users/me' as never),
      /^path is missing, .* path: "\/users/,
    ],
    [
      'a choice between one',
      (zoom) => zoom.polls.create({ meetingId: 1, questions: [{ name: 'Which?', type: 'single', answers: ['a'] }] }),
      /^questions\[0\]\.answers is \["a"\], .* at least two/,
    ],
    [
      'a question of an advanced poll in a plain one',
      (zoom) => zoom.polls.create({ meetingId: 1, poll_type: 1, questions: [{ name: 'Why?', type: 'long_answer' }] }),
      /^questions\[0\]\.type is "long_answer", .* poll_type 2 or 3/,
    ],
    [
      '26 polls at once',
      (zoom) => zoom.polls.createBatch({ meetingId: 1, polls: Array.from({ length: 26 }, () => ({ title: 'x' })) }),
      /^polls is 26/,
    ],
    [
      'a password for an invited user',
      (zoom) =>
        zoom.users.create({ action: 'create', user_info: { email: ada.email, type: 1, password: 'long enough' } }),
      /^user_info\.password is \[hidden\], .* Only autoCreate/,
    ],
    [
      'a user without a licence type',
      (zoom) => zoom.users.create({ action: 'create', user_info: { email: ada.email } as never }),
      /^user_info\.type is missing, .* Zoom needs it/,
    ],
    [
      'a recording list from no day',
      (zoom) => zoom.recordings.list({ from: 'yesterday' }),
      /^from is "yesterday", .* yyyy-MM-dd/,
    ],
    [
      'a report to no day',
      (zoom) => zoom.reports.listMeetings({ from: '2030-01-01', to: '2030-1-2' }),
      /^to is "2030-1-2"/,
    ],
    ['a webinar in the past', (zoom) => zoom.webinars.create({ start_time: '2026-11-01T10:00:00Z' }), /^start_time is/],
    [
      'a webinar of the type of a meeting',
      (zoom) => zoom.webinars.create({ type: 8 as never }),
      /^type is 8, .* one of 5, 6, 9/,
    ],
    [
      'a webinar setting outside of settings',
      (zoom) => zoom.webinars.create({ topic: 'Lecture', ...{ panelists_video: true } }),
      /belongs into settings: \{ panelists_video: … \}/,
    ],
    ['a call without its id', (zoom) => zoom.roles.get({} as never), /^roleId is missing, .* Zoom needs it/],
    ['an id in the place of the input', (zoom) => zoom.roles.get('1' as never), /^input is "1", .* object/],
  ]

for (const [name, call, message] of refused)
  test(`${name} is refused before anything is sent`, async () => {
    await using zoom = await scriptZoom(() => ({ status: 204 }))
    await assert.rejects(async () => await call(zoom.client), { code: 'invalid_input', message })
    assert.equal(zoom.requests.length, 0)
  })

test('registrations are approved, denied and cancelled in one word', async () => {
  await using zoom = await scriptZoom(() => ({ status: 204 }))
  const choice = { meetingId: '123 4567 8901', occurrence_id: '1', registrants: [{ id: 'r1' }] }
  await zoom.client.registrants.approve(choice)
  await zoom.client.registrants.deny(choice)
  await zoom.client.registrants.cancel(choice)
  assert.deepEqual(
    zoom.requests.map(({ method, url, body }) => [method, url, (body as { action: string }).action]),
    ['approve', 'deny', 'cancel'].map((action) => [
      'PUT',
      '/meetings/12345678901/registrants/status?occurrence_id=1',
      action,
    ]),
  )
})

test('calls about the user who signed in need no user', async () => {
  const answers = { meetings: [], assistants: [], token: 'x' }
  await using zoom = await scriptZoom(() => ({ status: 200, body: answers }))
  await zoom.client.users.getSettings()
  await zoom.client.users.listAssistants()
  await zoom.client.recordings.list({ userId: undefined })
  assert.deepEqual(
    zoom.requests.map(({ url }) => url),
    ['/users/me/settings', '/users/me/assistants', '/users/me/recordings'],
  )
})

const webinar = { id: 85746065432, join_url: 'https://example.com/j/85746065432', start_time: '2030-12-20T10:00:00Z' }

test('the wall time of a webinar goes out with its zone, and a series as type 9', async () => {
  const dates = ['2030-12-20T10:00:00Z', '2030-12-27T10:00:00Z'].map((start_time) => ({ start_time }))
  await using zoom = await scriptZoom(() => ({ status: 201, body: { ...webinar, occurrences: dates } }))
  await zoom.client.webinars.create({
    topic: 'Lecture',
    start_time: '2030-12-20T18:00:00',
    timezone: 'Asia/Taipei',
    recurrence: { type: 2, weekly_days: '6', end_times: 2 },
    settings: { alternative_hosts: ['a@example.com', 'b@example.com'] },
  })
  assert.deepEqual(zoom.requests[0], {
    method: 'POST',
    url: '/users/me/webinars',
    body: {
      topic: 'Lecture',
      start_time: '2030-12-20T18:00:00',
      timezone: 'Asia/Taipei',
      recurrence: { type: 2, weekly_days: '6', end_times: 2 },
      type: 9,
      settings: { alternative_hosts: 'a@example.com;b@example.com' },
    },
  })
})

test('a webinar that Zoom made at another time is told', async () => {
  await using zoom = await scriptZoom(() => ({ status: 201, body: { ...webinar, start_time: '2026-11-22T12:00:00Z' } }))
  const call = zoom.client.webinars.create({ topic: 'Lecture', start_time: '2030-12-20T10:00:00Z' })
  await assert.rejects(call, { code: 'start_shifted', message: /Zoom made webinar 85746065432 at 2026-11-22T12/ })
})
