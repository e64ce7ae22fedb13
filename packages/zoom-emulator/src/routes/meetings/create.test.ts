import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, testNow } from '../../../test/start-zoom.ts'

test('a scheduled meeting comes back with its links, passcode and defaults', async () => {
  await using zoom = await startZoom()
  const meeting = await zoom.create({ topic: 'Weekly', start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' })
  assert.match(String(meeting.id), /^\d{11}$/)
  assert.match(meeting.uuid, /^[A-Za-z0-9+/]{22}==$/)
  assert.equal(meeting.start_time, '2026-12-17T10:00:00Z')
  assert.equal(meeting.timezone, 'Asia/Taipei')
  assert.equal(meeting.duration, 60)
  assert.equal(meeting.type, 2)
  assert.equal(meeting.status, 'waiting')
  assert.equal(meeting.host_email, 'owner@example.com')
  assert.equal(meeting.created_at, testNow)
  assert.match(meeting.password, /^[A-Za-z0-9]{6}$/)
  assert.match(meeting.pstn_password, /^\d{6}$/)
  assert.equal(meeting.h323_password, meeting.pstn_password)
  assert.equal(meeting.join_url, `${zoom.emulator.url}/j/${meeting.id}?pwd=${meeting.encrypted_password}`)
  assert.ok(meeting.start_url.startsWith(`${zoom.emulator.url}/s/${meeting.id}?zak=`))
  assert.equal(meeting.settings.approval_type, 2)
  assert.equal(meeting.settings.audio, 'both')
  assert.equal(meeting.creation_source, 'open_api')
  assert.equal(meeting.assistant_id, undefined)
  const { start_url: _, ...created } = meeting
  const { start_url: __, ...read } = await zoom.get(meeting.id)
  assert.deepEqual(read, created)
})

test('an empty body makes a meeting that starts now', async () => {
  await using zoom = await startZoom()
  const { status, body } = await zoom.call('POST', '/users/me/meetings')
  assert.equal(status, 201)
  assert.equal(body.start_time, testNow)
  assert.equal(body.topic, 'Zoom Meeting')
  assert.equal(body.timezone, 'Asia/Taipei')
})

const starts: [string, object, string | undefined][] = [
  [
    'an offset counts as UTC',
    { start_time: '2026-12-17T18:00:00+08:00', timezone: 'Asia/Taipei' },
    '2026-12-17T18:00:00Z',
  ],
  [
    'Z means UTC whatever the zone',
    { start_time: '2026-12-17T18:00:00Z', timezone: 'Asia/Taipei' },
    '2026-12-17T18:00:00Z',
  ],
  ['without a zone the host’s own counts', { start_time: '2026-12-17T18:00:00' }, '2026-12-17T10:00:00Z'],
  [
    'an unknown zone is the host’s own',
    { start_time: '2026-12-17T18:00:00', timezone: 'Asial/Taipei' },
    '2026-12-17T10:00:00Z',
  ],
  ['a past start becomes now', { start_time: '2019-06-14T10:21:57Z' }, testNow],
  ['an unreadable start becomes now', { start_time: '2019-06-14T10: 21: 57' }, testNow],
  ['a type 3 meeting has no start', { type: 3, start_time: '2026-12-17T18:00:00Z' }, undefined],
  ['an instant meeting has no start', { type: 1, start_time: '2026-12-17T18:00:00Z' }, undefined],
]
for (const [name, body, expected] of starts)
  test(`create: ${name}`, async () => {
    await using zoom = await startZoom()
    assert.equal((await zoom.create(body)).start_time, expected)
  })

test('text numbers and booleans are taken as what they say', async () => {
  await using zoom = await startZoom()
  const settings = { host_video: 'true', join_before_host: 'False', audio: 'voip', auto_recording: 'cloud' }
  const meeting = await zoom.create({
    type: '2',
    duration: '45',
    settings,
    recurrence: { type: 1, repeat_interval: 1 },
  })
  assert.equal(meeting.duration, 45)
  assert.equal(meeting.settings.host_video, true)
  assert.equal(meeting.settings.join_before_host, false)
  assert.equal(meeting.recurrence, undefined, 'a recurrence on a type 2 is ignored')
  await using strict = await startZoom({ switches: { coerceText: false } })
  assert.equal((await strict.call('POST', '/users/me/meetings', { duration: '45' })).status, 400)
})

const refusals: [string, object, string][] = [
  ['jbh_time of 7', { settings: { jbh_time: 7 } }, 'settings.jbh_time'],
  ['a topic of 201 characters', { topic: 'x'.repeat(201) }, 'topic'],
  ['a topic that is a number', { topic: 5 }, 'topic'],
  ['a type that Zoom lacks', { type: 4 }, 'type'],
  ['no minutes', { duration: 0 }, 'duration'],
  ['more than a day', { duration: 1441 }, 'duration'],
  ['half a minute', { duration: 0.5 }, 'duration'],
  ['settings that are a list', { settings: [] }, 'settings'],
  ['a passcode of 11 characters', { password: '12345678901' }, 'password'],
  ['a passcode outside ASCII', { password: 'päss' }, 'password'],
  ['a passcode with a blank', { password: 'a b' }, 'password'],
  [
    'an invitee without words',
    { settings: { meeting_invitees: [{ email: 1 }] } },
    'settings.meeting_invitees[0].email',
  ],
  ['a tracking field without a name', { tracking_fields: [{ value: 'x' }] }, 'tracking_fields[0].field'],
  ['a series without a rule', { type: 8 }, 'recurrence'],
  ['a rule without a type', { type: 8, recurrence: {} }, 'recurrence.type'],
  [
    'a series that is over',
    {
      type: 8,
      start_time: '2021-12-17T18:00:00',
      recurrence: { type: 2, weekly_days: '6', end_date_time: '2021-12-31' },
    },
    'recurrence.end_date_time',
  ],
  ['an agenda of 2001 characters', { agenda: 'x'.repeat(2001) }, 'agenda'],
]
for (const [name, body, field] of refusals)
  test(`create refuses ${name} and names the field`, async () => {
    await using zoom = await startZoom()
    const answer = await zoom.call('POST', '/users/me/meetings', body)
    assert.equal(answer.status, 400)
    assert.equal(answer.body.code, 300)
    assert.equal(answer.body.message, 'Validation Failed.')
    assert.deepEqual(
      answer.body.errors.map((error: { field: string }) => error.field),
      [field],
    )
  })

test('the refusal reads as Zoom writes it', async () => {
  await using zoom = await startZoom()
  const { body } = await zoom.call('POST', '/users/me/meetings', { settings: { jbh_time: 7 } })
  const errors = [{ field: 'settings.jbh_time', message: 'Invalid parameter: jbh_time.' }]
  assert.deepEqual(body, { code: 300, message: 'Validation Failed.', errors })
})

test('passcodes: the one sent, none on request, a new one by default', async () => {
  await using zoom = await startZoom()
  const own = await zoom.create({ password: '123456' })
  assert.equal(own.password, '123456')
  assert.equal(own.pstn_password, '123456')
  const none = await zoom.create({ default_password: false })
  assert.equal(none.password, '')
  assert.equal(none.encrypted_password, undefined)
  assert.equal(none.join_url, `${zoom.emulator.url}/j/${none.id}`)
  assert.notEqual((await zoom.create({ password: '' })).password, '')
  await using strict = await startZoom({ switches: { enforcePasscode: true } })
  assert.notEqual((await strict.create({ default_password: false })).password, '')
})

test('every setting that was sent comes back', async () => {
  await using zoom = await startZoom()
  const settings = {
    alternative_hosts: 'mei@example.com;kenji@example.com',
    approved_or_denied_countries_or_regions: { enable: true, method: 'approve', approved_list: ['TW', 'JP'] },
    breakout_room: { enable: true, rooms: [{ name: 'A', participants: ['mei@example.com'] }] },
    language_interpretation: {
      enable: true,
      interpreters: [{ email: 'x@example.com', interpreter_languages: 'English,French' }],
    },
    waiting_room_options: { mode: 'custom', who_goes_to_waiting_room: 'everyone' },
    question_and_answer: { enable: true, question_visibility: 'all' },
    resources: [{ resource_type: 'whiteboard', resource_id: 'x', permission_level: 'viewer' }],
    jbh_time: 15,
    registration_type: 2,
    approval_type: 0,
  }
  const sent = {
    topic: '資訊週會',
    agenda: '說明',
    pre_schedule: true,
    tracking_fields: [{ field: 'Room', value: '3' }],
    settings,
  }
  const meeting = await zoom.create({ ...sent, unknown_field: 1, settings: { ...settings, unknown_setting: 1 } })
  for (const [name, value] of Object.entries(settings)) assert.deepEqual(meeting.settings[name], value, name)
  assert.equal(meeting.settings.unknown_setting, undefined)
  assert.equal(meeting.topic, '資訊週會')
  assert.equal(meeting.agenda, '說明')
  assert.equal(meeting.pre_schedule, true)
  assert.deepEqual(meeting.tracking_fields, [{ field: 'Room', value: '3', visible: true }])
  assert.ok(meeting.registration_url.startsWith(`${zoom.emulator.url}/meeting/register/`))
})

test('Zoom adds who is internal, chat channel and dial-in numbers', async () => {
  await using zoom = await startZoom()
  const { settings, chat_join_url } = await zoom.create({
    settings: {
      meeting_invitees: [{ email: 'MEI@example.com' }, { email: 'guest@example.org' }],
      continuous_meeting_chat: { enable: true },
      global_dial_in_countries: ['US'],
    },
  })
  assert.deepEqual(
    settings.meeting_invitees.map((one: { internal_user: boolean }) => one.internal_user),
    [true, false],
  )
  assert.ok(settings.continuous_meeting_chat.channel_id)
  assert.ok(chat_join_url)
  assert.equal(settings.global_dial_in_numbers[0].country, 'US')
})

test('schedule_for: a licensed user becomes host, who asked is named', async () => {
  await using zoom = await startZoom()
  const meeting = await zoom.create({ schedule_for: 'mei@example.com' })
  assert.equal(meeting.host_email, 'mei@example.com')
  assert.notEqual(meeting.assistant_id, meeting.host_id)
  const forSelf = await zoom.create({ schedule_for: 'mei@example.com' }, 'mei@example.com')
  assert.equal(forSelf.assistant_id, undefined)
})

const notScheduled: [string, object, number, number, string][] = [
  ['nobody of the account', { schedule_for: 'x@example.org' }, 400, 300, 'The value that you entered'],
  [
    'a Basic user',
    { schedule_for: 'nora@example.com' },
    400,
    3000,
    'You cannot schedule a meeting for nora@example.com.',
  ],
  ['an instant meeting', { schedule_for: 'mei@example.com', type: 1 }, 400, 3000, 'Instant meetings do not support'],
  ['a placeholder that recurs', { pre_schedule: true, type: 8 }, 400, 3000, 'Prescheduling is only available'],
]
for (const [name, body, status, code, message] of notScheduled)
  test(`create refuses ${name} with ${code}`, async () => {
    await using zoom = await startZoom()
    const answer = await zoom.call('POST', '/users/me/meetings', body)
    assert.equal(answer.status, status)
    assert.equal(answer.body.code, code)
    assert.ok(answer.body.message.startsWith(message), answer.body.message)
  })

test('the length of a text is counted in characters, not in halves of them', async () => {
  await using zoom = await startZoom()
  const topic = '🚀'.repeat(200)
  assert.equal((await zoom.create({ topic })).topic, topic)
  const { status, body } = await zoom.call('POST', '/users/me/meetings', { topic: `${topic}!` })
  assert.deepEqual([status, body.errors[0].field], [400, 'topic'])
})

test('an unknown user is 404/1001, an inactive one 400/3161', async () => {
  const users = [
    { email: 'owner@example.com', role_id: '0' },
    { email: 'gone@example.com', status: 'inactive' as const },
  ]
  await using zoom = await startZoom({ seed: { users } })
  const unknown = await zoom.call('POST', '/users/x@example.org/meetings', {})
  assert.deepEqual([unknown.status, unknown.body.code], [404, 1001])
  assert.equal(unknown.body.message, 'User does not exist: x@example.org.')
  const inactive = await zoom.call('POST', '/users/gone@example.com/meetings', {})
  assert.deepEqual([inactive.status, inactive.body.code], [400, 3161])
})

test('a token without the scope is refused with 4711 and the scopes by name', async () => {
  const apps = [{ type: 'server_to_server' as const, scopes: ['meeting:read:meeting:admin'] }]
  await using zoom = await startZoom({ seed: { apps } })
  const { status, body } = await zoom.call('POST', '/users/me/meetings', {})
  assert.deepEqual([status, body.code], [400, 4711])
  assert.match(body.message, /does not contain scopes:\[meeting:write:meeting/)
})

test('broken JSON is a refusal of Zoom’s shape', async () => {
  await using zoom = await startZoom()
  const { status, body } = await zoom.call('POST', '/users/me/meetings', '{"topic": ')
  assert.deepEqual([status, body.code, body.message], [400, 300, 'Request Body should be a valid JSON object.'])
})
