import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'

type Settings = Record<string, Record<string, unknown>>

const patch = async (zoom: TestZoom, settings: Settings, query = '') => {
  const answer = await zoom.call('PATCH', `/users/me/settings${query}`, settings)
  assert.equal(answer.status, 204, JSON.stringify(answer.body))
}

test('settings are read in groups, and what is changed stays changed', async () => {
  await using zoom = await startZoom()
  const before = (await zoom.call('GET', '/users/me/settings')).body
  assert.equal(before.schedule_meeting.host_video, false)
  await patch(zoom, {
    schedule_meeting: { host_video: true, meeting_password_requirement: { length: 8 } },
    in_meeting: { chat: 'False', colour: 'red' },
  })
  const after = (await zoom.call('GET', '/users/me/settings')).body
  assert.deepEqual(
    [after.schedule_meeting.host_video, after.schedule_meeting.audio_type, after.in_meeting.chat],
    [true, 'both', false],
  )
  assert.equal(after.schedule_meeting.meeting_password_requirement.length, 8)
  assert.equal(after.schedule_meeting.meeting_password_requirement.have_letter, false)
  assert.equal('colour' in after.in_meeting, false)
})

test('custom_query_fields picks groups and single settings', async () => {
  await using zoom = await startZoom()
  const { body } = await zoom.call('GET', '/users/me/settings?custom_query_fields=host_video,tsp')
  assert.deepEqual(Object.keys(body).sort(), ['schedule_meeting', 'tsp'])
  assert.deepEqual(body.schedule_meeting, { host_video: false })
})

test('the security view and the groups show one and the same setting', async () => {
  await using zoom = await startZoom()
  await patch(
    zoom,
    { meeting_security: { waiting_room: true, pmi_password: true, phone_password: false } },
    '?option=meeting_security',
  )
  const { in_meeting, schedule_meeting } = (await zoom.call('GET', '/users/me/settings')).body
  assert.deepEqual(
    [
      in_meeting.waiting_room,
      schedule_meeting.require_password_for_pmi_meetings,
      schedule_meeting.pstn_password_protected,
    ],
    [true, 'all', false],
  )
  const { meeting_security } = (await zoom.call('GET', '/users/me/settings?option=meeting_security')).body
  assert.deepEqual([meeting_security.waiting_room, meeting_security.pmi_password], [true, true])
})

for (const guarded of ['meeting', 'recording'] as const)
  test(`ways to sign in for a ${guarded} can be switched, changed and hidden`, async () => {
    await using zoom = await startZoom()
    const path = `/users/me/settings?option=${guarded}_authentication`
    const [first, second] = (await zoom.call('GET', path)).body.authentication_options
    assert.deepEqual([first.default_option, second.default_option], [true, false])
    const change = (authentication_option: object, more: object = {}) =>
      zoom.call('PATCH', path, { authentication_option, ...more })
    const on = { [`${guarded}_authentication`]: true }
    assert.equal(
      (await change({ action: 'update', id: second.id, default_option: true, name: 'Ours' }, on)).status,
      204,
    )
    assert.equal((await change({ action: 'hide', id: first.id })).status, 204)
    const { body } = await zoom.call('GET', path)
    assert.equal(body[`${guarded}_authentication`], true)
    assert.deepEqual(
      body.authentication_options.map((one: Settings) => [one.name, one.default_option, one.visible]),
      [
        [first.name, false, false],
        ['Ours', true, true],
      ],
    )
    assert.equal((await change({ action: 'hide', id: 'none' })).body.errors[0].field, 'authentication_option.id')
    assert.equal((await change({ id: first.id })).body.errors[0].field, 'authentication_option.action')
  })

const refusals: readonly [name: string, user: string, body: object, code: number, field?: string][] = [
  ['a word that is none', 'me', { schedule_meeting: { audio_type: 'smoke' } }, 300, 'schedule_meeting.audio_type'],
  [
    'a passcode of 11 characters',
    'me',
    { schedule_meeting: { meeting_password_requirement: { length: 11 } } },
    300,
    'schedule_meeting.meeting_password_requirement.length',
  ],
  [
    'a room passcode that its own rule refuses',
    'me',
    { schedule_meeting: { pmi_password: 'abc', meeting_password_requirement: { have_number: true } } },
    300,
    'schedule_meeting.pmi_password',
  ],
  ['large meetings of a Basic user', 'nora@example.com', { feature: { large_meeting: true } }, 1108],
  ['webinars of a Basic user', 'nora@example.com', { feature: { webinar: true } }, 1122],
  ['events of a Basic user', 'nora@example.com', { feature: { zoom_events: true } }, 1206],
  ['events beside webinars', 'me', { feature: { webinar: true, zoom_events: true } }, 1204],
  ['several meetings at once of a Basic user', 'nora@example.com', { feature: { concurrent_meeting: 'Plus' } }, 1207],
  ['a key of one user alone', 'me', { feature: { zoom_customer_managed_key: true } }, 300],
  ['nobody', 'nobody', {}, 1001],
]
for (const [name, user, body, code, field] of refusals)
  test(`settings for ${name} are refused`, async () => {
    await using zoom = await startZoom()
    const answer = await zoom.call('PATCH', `/users/${user}/settings`, body)
    assert.deepEqual([answer.body.code, answer.body.errors?.[0]?.field], [code, field], JSON.stringify(answer.body))
  })

test('features that exclude each other are refused one after the other, and those of a plan without them', async () => {
  await using zoom = await startZoom()
  await patch(zoom, { feature: { webinar: true } })
  const events = await zoom.call('PATCH', '/users/me/settings', { feature: { zoom_events: true } })
  assert.equal(events.body.code, 1205)
  await using pro = await startZoom({ seed: { account: { plan: 'pro' } } })
  for (const [concurrent_meeting, code] of [
    ['Basic', 1208],
    ['Plus', 1210],
  ]) {
    const answer = await pro.call('PATCH', '/users/me/settings', { feature: { concurrent_meeting } })
    assert.equal(answer.body.code, code)
  }
})

test('meetings follow their host’s settings where the caller says nothing', async () => {
  await using zoom = await startZoom()
  await patch(zoom, {
    schedule_meeting: { host_video: true, participants_video: true, join_before_host: true, audio_type: 'voip' },
    in_meeting: { waiting_room: true },
    recording: { auto_recording: 'cloud' },
  })
  const { settings } = await zoom.create({ settings: { host_video: false } })
  assert.deepEqual(
    [
      settings.host_video,
      settings.participant_video,
      settings.join_before_host,
      settings.audio,
      settings.waiting_room,
      settings.auto_recording,
    ],
    [false, true, true, 'voip', true, 'cloud'],
  )
  const other = await zoom.create({}, 'kenji@example.com')
  assert.deepEqual([other.settings.waiting_room, other.settings.audio], [false, 'both'])
})

test('a join link shows the passcode or not as the host’s settings say now', async () => {
  await using zoom = await startZoom()
  const { id, join_url } = await zoom.create({})
  assert.match(join_url, /\?pwd=/)
  await patch(zoom, { schedule_meeting: { embed_password_in_join_link: false, pstn_password_protected: false } })
  for (const meeting of [await zoom.get(id), await zoom.create({})]) {
    assert.doesNotMatch(meeting.join_url, /pwd/)
    assert.deepEqual(
      [meeting.password.length, 'pstn_password' in meeting, 'h323_password' in meeting],
      [6, false, true],
    )
  }
  await patch(zoom, { schedule_meeting: { embed_password_in_join_link: true, pstn_password_protected: true } })
  assert.equal((await zoom.get(id)).join_url, join_url)
})

test('the personal room is used, with its own passcode, where the settings say so', async () => {
  await using zoom = await startZoom()
  await patch(zoom, {
    schedule_meeting: {
      use_pmi_for_scheduled_meetings: true,
      use_pmi_for_instant_meetings: true,
      pmi_password: 'room42',
    },
  })
  for (const type of [1, 2, 3]) {
    const meeting = await zoom.create({ type })
    assert.deepEqual([meeting.settings.use_pmi, meeting.password], [true, 'room42'], `type ${type}`)
    assert.match(meeting.join_url, new RegExp(`/j/${meeting.pmi}\\?`))
  }
  assert.equal((await zoom.call('GET', '/users/me')).body.use_pmi, true)
  const own = await zoom.create({ settings: { use_pmi: false } })
  assert.equal('pmi' in own, false)
})

test('a passcode has to be as the host’s settings say, and made ones are', async () => {
  await using zoom = await startZoom()
  await patch(zoom, {
    schedule_meeting: {
      require_password_for_scheduling_new_meetings: true,
      meeting_password_requirement: {
        length: 8,
        have_letter: true,
        have_number: true,
        have_special_character: true,
        have_upper_and_lower_characters: true,
        consecutive_characters_length: 4,
      },
    },
  })
  for (const password of ['Ab1@', 'Abcdefg@', 'abcdefg1@', 'Abcxyz12', 'Ab@12345', 'Ab@1111x']) {
    const refused = await zoom.call('POST', '/users/me/meetings', { password })
    assert.deepEqual(
      [refused.status, refused.body.code, refused.body.errors?.[0]?.field],
      [400, 300, 'password'],
      password,
    )
  }
  assert.equal((await zoom.call('GET', '/users/me/meetings')).body.total_records, 0)
  assert.equal((await zoom.create({ password: 'Xy@19b2c' })).password, 'Xy@19b2c')
  const made = await zoom.create({ default_password: false })
  assert.match(made.password, /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[@_*-]).{8,10}$/)
  const change = await zoom.call('PATCH', `/meetings/${made.id}`, { password: '1' })
  assert.deepEqual([change.status, change.body.errors[0].field], [400, 'password'])
  assert.equal((await zoom.call('PATCH', `/meetings/${made.id}`, { password: '' })).status, 204)
  assert.notEqual((await zoom.get(made.id)).password, '')
})

test('meetings of a kind need a passcode or not by the setting of that kind', async () => {
  await using zoom = await startZoom()
  const passcodes = async () => {
    const kinds = [{ type: 1 }, { type: 2 }, { type: 2, settings: { use_pmi: true, join_before_host: true } }]
    const made = await Promise.all(kinds.map((body) => zoom.create({ ...body, default_password: false })))
    return made.map(({ password }) => password !== '')
  }
  assert.deepEqual(await passcodes(), [false, false, false])
  await patch(zoom, { schedule_meeting: { require_password_for_instant_meetings: true } })
  assert.deepEqual(await passcodes(), [true, false, false])
  await patch(zoom, { schedule_meeting: { require_password_for_pmi_meetings: 'jbh_only' } })
  assert.deepEqual(await passcodes(), [true, false, true])
  await patch(zoom, { schedule_meeting: { default_password_for_scheduled_meetings: 'team77' } })
  assert.equal((await zoom.create({})).password, 'team77')
})
