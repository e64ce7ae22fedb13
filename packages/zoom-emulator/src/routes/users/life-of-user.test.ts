import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom } from '../../../test/start-zoom.ts'
import { startEmulator } from '../../index.ts'

const day = 86_400_000

test('an invited user is pending until the invitation is accepted, and can be invited again when it is over', async () => {
  await using zoom = await startZoom()
  const body = { action: 'create', user_info: { email: 'New.Person@example.com', type: 2, first_name: 'New' } }
  const made = await zoom.call('POST', '/users', body)
  assert.equal(made.status, 201)
  assert.deepEqual([made.body.email, made.body.first_name, made.body.type], ['New.Person@example.com', 'New', 2])
  const { id } = made.body
  assert.equal((await zoom.call('GET', `/users/${id}`)).body.status, 'pending')
  assert.equal((await zoom.call('POST', `/users/${id}/meetings`, {})).body.code, 3161)
  assert.deepEqual(
    [(await zoom.call('POST', '/users', body)).status, (await zoom.call('POST', '/users', body)).body.code],
    [409, 1005],
  )
  zoom.emulator.clock.advance(31 * day)
  for (const [method, path, sent] of [
    ['GET', '', undefined],
    ['PATCH', '', { dept: 'x' }],
    ['DELETE', '', undefined],
    ['GET', '/settings', undefined],
    ['PATCH', '/settings', {}],
  ] as const) {
    const answer = await zoom.call(method, `/users/${id}${path}`, sent)
    assert.deepEqual([answer.status, answer.body.code], [400, 1120], `${method} ${path}`)
  }
  assert.equal((await fetch(`${zoom.emulator.url}/activate/${id}`, { method: 'POST' })).status, 404)
  const again = await zoom.call('POST', '/users', body)
  assert.deepEqual([again.status, again.body.id], [201, id])
  const page = await fetch(`${zoom.emulator.url}/activate/${id}`)
  assert.match(await page.text(), /new\.person@example\.com.*Accept the invitation/is)
  assert.equal((await fetch(`${zoom.emulator.url}/activate/${id}`, { method: 'POST' })).status, 200)
  assert.equal((await zoom.call('GET', `/users/${id}`)).body.status, 'active')
  assert.equal((await zoom.call('POST', `/users/${id}/meetings`, {})).status, 201)
})

test('users made without an invitation are active at once, each with its way to sign in', async () => {
  await using zoom = await startZoom()
  const make = (action: string, more: object = {}) =>
    zoom.call('POST', '/users', { action, user_info: { email: `${action}@example.com`, type: 1, ...more } })
  for (const [action, more, loginType] of [
    ['autoCreate', { password: 'Correct7horse' }, 100],
    ['custCreate', {}, 99],
    ['ssoCreate', { type: 99 }, 101],
  ] as const) {
    const { body, status } = await make(action, more)
    assert.equal(status, 201, action)
    const user = (await zoom.call('GET', `/users/${body.id}?login_type=${loginType}`)).body
    assert.deepEqual([user.status, user.login_types], ['active', [loginType]])
    assert.equal((await zoom.call('GET', `/users/${body.id}?login_type=0`)).body.code, 1001)
  }
  assert.equal('pmi' in (await zoom.call('GET', '/users/ssoCreate@example.com')).body, false)
  assert.equal((await zoom.call('POST', '/users/ssoCreate@example.com/meetings', {})).body.code, 3161)
})

const refusedUsers: readonly [name: string, body: object, code: number, field?: string][] = [
  ['no action', { user_info: { email: 'a@b.test', type: 1 } }, 300, 'action'],
  ['an unknown action', { action: 'make', user_info: { email: 'a@b.test', type: 1 } }, 300, 'action'],
  ['no user', { action: 'create' }, 300, 'user_info'],
  ['no address', { action: 'create', user_info: { type: 1 } }, 300, 'user_info.email'],
  ['an address of null', { action: 'create', user_info: { type: 1, email: null } }, 300, 'user_info.email'],
  ['no address at all', { action: 'create', user_info: { email: 'somebody', type: 1 } }, 300, 'user_info.email'],
  ['no type', { action: 'create', user_info: { email: 'a@b.test' } }, 300, 'user_info.type'],
  [
    'a type only for single sign-on',
    { action: 'create', user_info: { email: 'a@b.test', type: 99 } },
    300,
    'user_info.type',
  ],
  [
    'a short password',
    { action: 'autoCreate', user_info: { email: 'a@b.test', type: 1, password: 'x' } },
    300,
    'user_info.password',
  ],
  [
    'a plan that is none',
    { action: 'create', user_info: { email: 'a@b.test', type: 1, plan_united_type: '3' } },
    300,
    'user_info.plan_united_type',
  ],
  ['Zoom Phone', { action: 'create', user_info: { email: 'a@b.test', type: 1, feature: { zoom_phone: true } } }, 1102],
]
for (const [name, body, code, field] of refusedUsers)
  test(`a user with ${name} is refused, and nobody is made`, async () => {
    await using zoom = await startZoom()
    const before = (await zoom.call('GET', '/users/summary')).body.total_users_count
    const answer = await zoom.call('POST', '/users', body)
    assert.equal(answer.body.code, code, JSON.stringify(answer.body))
    assert.equal(answer.body.errors?.[0]?.field, field)
    assert.equal((await zoom.call('GET', '/users/summary')).body.total_users_count, before)
  })

test('a deleted user is gone with the meetings, which go to somebody else where that is asked for', async () => {
  await using zoom = await startZoom()
  const coming = await zoom.create({ topic: 'Coming', start_time: '2026-12-01T10:00:00Z' }, 'kenji@example.com')
  const over = await zoom.create({ topic: 'Over', start_time: '2026-11-23T10:00:00Z' }, 'kenji@example.com')
  zoom.emulator.clock.advance(3 * day)
  assert.equal((await zoom.call('GET', '/users/kenji@example.com')).status, 200)
  const gone = await zoom.call(
    'DELETE',
    '/users/kenji@example.com?action=delete&transfer_email=mei@example.com&transfer_meeting=True',
  )
  assert.equal(gone.status, 204)
  assert.equal((await zoom.call('GET', '/users/kenji@example.com')).body.code, 1001)
  const kept = await zoom.get(coming.id)
  assert.deepEqual(
    [kept.host_email, kept.join_url, kept.password],
    ['mei@example.com', coming.join_url, coming.password],
  )
  assert.equal((await zoom.call('GET', `/meetings/${over.id}`)).body.code, 3001)
  assert.equal((await zoom.call('DELETE', '/users/kenji@example.com')).body.code, 1001)
})

test('webinars go to the heir where that is asked for, and a running meeting that nobody inherits ends', async () => {
  await using zoom = await startZoom()
  const inherit = async (user: string, query: string) => {
    await zoom.call('PATCH', `/users/${user}/settings`, { feature: { webinar: true } })
    const webinar = await zoom.call('POST', `/users/${user}/webinars`, { start_time: '2026-12-01T10:00:00Z' })
    assert.equal(webinar.status, 201, JSON.stringify(webinar.body))
    const meeting = await zoom.create({ start_time: '2026-12-01T10:00:00Z' }, user)
    zoom.emulator.control.life.start(meeting.id)
    const gone = await zoom.call('DELETE', `/users/${user}?action=delete&transfer_email=mei@example.com&${query}`)
    assert.equal(gone.status, 204, JSON.stringify(gone.body))
    return [
      (await zoom.call('GET', `/webinars/${webinar.body.id}`)).body.host_email,
      (await zoom.call('GET', `/meetings/${meeting.id}`)).body.host_email,
    ]
  }
  assert.deepEqual(await inherit('kenji@example.com', 'transfer_webinar=true'), ['mei@example.com', undefined])
  assert.deepEqual(await inherit('ayse@example.com', 'transfer_meeting=true'), [undefined, 'mei@example.com'])
})

const refusedDeletes: readonly [string, string, number, number][] = [
  ['the owner', 'me?action=delete', 400, 200],
  ['an administrator, to let go', 'lars@example.com', 400, 1117],
  ['a user with herself as heir', 'mei@example.com?action=delete&transfer_email=Mei@example.com', 400, 300],
  ['a user with an unknown heir', 'mei@example.com?action=delete&transfer_email=x@example.com', 404, 1001],
  ['a user with a Basic heir', 'mei@example.com?transfer_email=nora@example.com&transfer_meeting=true', 400, 300],
  ['a user whose meetings go to nobody', 'mei@example.com?transfer_meeting=true', 400, 300],
  ['an encrypted address', 'mei@example.com?encrypted_email=true', 404, 1001],
  ['with an unknown action', 'mei@example.com?action=drop', 400, 300],
]
for (const [name, path, status, code] of refusedDeletes)
  test(`deleting ${name} is refused`, async () => {
    await using zoom = await startZoom()
    const answer = await zoom.call('DELETE', `/users/${path}`)
    assert.deepEqual([answer.status, answer.body.code], [status, code], JSON.stringify(answer.body))
    assert.equal((await zoom.call('GET', '/users/mei@example.com')).status, 200)
  })

test('with the switch, a second write on a user within a second is one too many', async () => {
  await using zoom = await startZoom({ switches: { userWrites: 'one_second' } })
  assert.equal((await zoom.call('DELETE', '/users/mei@example.com')).status, 204)
  const second = await zoom.call('DELETE', '/users/mei@example.com')
  assert.deepEqual([second.status, second.body.code], [429, 429])
  assert.match(second.body.message, /^Too many concurrent requests\./)
  zoom.emulator.clock.advance(1_000)
  assert.equal((await zoom.call('DELETE', '/users/mei@example.com')).body.code, 1001)
})

test('a deactivated user can neither host nor be counted as active, and comes back', async () => {
  await using zoom = await startZoom()
  const put = (action: string, user = 'mei@example.com') => zoom.call('PUT', `/users/${user}/status`, { action })
  assert.equal((await put('deactivate')).status, 204)
  assert.equal((await zoom.call('GET', '/users/mei@example.com')).body.status, 'inactive')
  assert.equal((await zoom.call('POST', '/users/mei@example.com/meetings', {})).body.code, 3161)
  assert.equal((await put('activate')).status, 204)
  assert.equal((await zoom.call('POST', '/users/mei@example.com/meetings', {})).status, 201)
  assert.equal((await put('clock_in')).status, 204)
  assert.equal((await put('deactivate', 'lars@example.com')).body.code, 200)
  assert.equal((await put('sleep')).body.errors[0].field, 'action')
  assert.equal((await zoom.call('PUT', '/users/mei@example.com/status', {})).body.errors[0].field, 'action')
  assert.equal((await put('activate', 'nobody')).body.code, 1001)
})

const calls: readonly [method: string, path: string, body?: object][] = [
  ['GET', ''],
  ['PATCH', '', {}],
  ['DELETE', ''],
  ['GET', '/settings'],
  ['PATCH', '/settings', {}],
  ['PUT', '/status', { action: 'activate' }],
  ['PUT', '/email', { email: 'x@example.com' }],
  ['PUT', '/password', { password: 'Correct7horse' }],
  ['GET', '/permissions'],
  ['GET', '/schedulers'],
  ['DELETE', '/schedulers'],
  ['DELETE', '/schedulers/mei@example.com'],
  ['GET', '/assistants'],
  ['POST', '/assistants', { assistants: [{ email: 'mei@example.com' }] }],
  ['DELETE', '/assistants'],
  ['DELETE', '/assistants/mei@example.com'],
  ['GET', '/token'],
  ['DELETE', '/token'],
  ['GET', '/presence_status'],
  ['PUT', '/presence_status', { status: 'Busy' }],
  ['POST', '/picture'],
  ['DELETE', '/picture'],
]
test('nobody is 404 with code 1001 in every call', async () => {
  await using zoom = await startZoom()
  for (const [method, path, body] of calls) {
    const answer = await zoom.call(method, `/users/nobody@example.com${path}`, body)
    assert.deepEqual(
      [answer.status, answer.body],
      [404, { code: 1001, message: 'User does not exist: nobody@example.com.' }],
      `${method} ${path}`,
    )
  }
})

test('a user who has no place any more cannot be activated', async () => {
  await using zoom = await startZoom({
    seed: {
      account: { basic_users: 1 },
      users: [
        { email: 'a@acme.test', role_id: '0' },
        { email: 'b@acme.test', type: 1, status: 'inactive' },
        { email: 'c@acme.test', type: 1 },
      ],
    },
  })
  const answer = await zoom.call('PUT', '/users/b@acme.test/status', { action: 'activate' })
  assert.deepEqual([answer.status, answer.body.code], [400, 2033])
})

test('a user is found by the id that an employer gave', async () => {
  await using zoom = await startZoom({ seed: { users: [{ email: 'a@acme.test', employee_unique_id: 'E-17' }] } })
  const found = await zoom.call('GET', '/users/E-17?search_by_unique_id=true')
  assert.deepEqual([found.body.email, found.body.employee_unique_id], ['a@acme.test', 'E-17'])
  assert.equal((await zoom.call('GET', '/users/E-18?search_by_unique_id=true')).body.code, 1001)
  assert.equal((await zoom.call('GET', '/users/E-17')).body.code, 1001)
})

test('with the switch a change of status answers 200 and an empty object', async () => {
  await using zoom = await startEmulator({ switches: { statusAnswer: 200 } })
  const grant = { grant_type: 'account_credentials', account_id: 'demo-account' }
  const headers = { authorization: `Basic ${btoa('demo-client:demo-secret')}` }
  const signedIn = await fetch(`${zoom.url}/oauth/token`, { method: 'POST', headers, body: new URLSearchParams(grant) })
  const { access_token } = (await signedIn.json()) as { access_token: string }
  const answer = await fetch(`${zoom.url}/v2/users/mei@example.com/status`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
    body: '{"action":"deactivate"}',
  })
  assert.deepEqual([answer.status, await answer.json()], [200, {}])
})
