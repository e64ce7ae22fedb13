import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signInAs } from '../../../test/sign-in-as.ts'
import { startZoom } from '../../../test/start-zoom.ts'

test('an assistant is named, seen from both sides, may schedule, and loses that again', async () => {
  await using zoom = await startZoom()
  const mei = (await zoom.call('GET', '/users/mei@example.com')).body
  const asMei = await signInAs(zoom, 'mei@example.com')
  const forKenji = () => asMei('POST', '/users/me/meetings', { schedule_for: 'kenji@example.com' })
  assert.equal((await forKenji()).body.code, 3000)
  const added = await zoom.call('POST', '/users/kenji@example.com/assistants', { assistants: [{ id: mei.id }] })
  assert.deepEqual([added.status, added.body], [201, { ids: mei.id, add_at: '2026-11-22T04:00:00Z' }])
  assert.equal((await forKenji()).status, 201)
  assert.deepEqual((await zoom.call('GET', '/users/kenji@example.com/assistants')).body.assistants, [
    { id: mei.id, email: 'mei@example.com' },
  ])
  const schedulers = async () => (await asMei('GET', '/users/me/schedulers')).body.schedulers
  const emails = async () => (await schedulers()).map(({ email }: { email: string }) => email)
  assert.deepEqual(await emails(), ['owner@example.com', 'kenji@example.com'])
  assert.equal((await asMei('DELETE', '/users/me/schedulers/kenji@example.com')).status, 204)
  assert.deepEqual([await emails(), (await forKenji()).body.code], [['owner@example.com'], 3000])
  assert.equal((await asMei('DELETE', '/users/me/schedulers/kenji@example.com')).body.code, 1001)
  assert.equal((await asMei('DELETE', '/users/me/schedulers')).status, 204)
  assert.deepEqual(await emails(), [])
})

test('assistants are taken away one by one, or all at once', async () => {
  await using zoom = await startZoom()
  const path = '/users/kenji@example.com/assistants'
  const list = async () => (await zoom.call('GET', path)).body.assistants.length
  const assistants = [{ email: 'mei@example.com' }, { email: 'AYSE@example.com' }, { email: 'lars@example.com' }]
  assert.equal((await zoom.call('POST', path, { assistants })).status, 201)
  assert.equal(await list(), 3)
  assert.equal((await zoom.call('DELETE', `${path}/mei@example.com`)).status, 204)
  assert.equal((await zoom.call('DELETE', `${path}/mei@example.com`)).body.code, 1001)
  assert.equal(await list(), 2)
  assert.equal((await zoom.call('DELETE', path)).status, 204)
  assert.equal(await list(), 0)
  assert.equal((await zoom.call('DELETE', `${path}/mei@example.com`)).body.code, 1001)
})

const refusedAssistants: readonly [name: string, user: string, assistants: unknown, code: number][] = [
  ['oneself', 'kenji', [{ email: 'kenji@example.com' }], 200],
  ['nobody of the account', 'kenji', [{ email: 'x@example.com' }], 200],
  ['a Basic user', 'kenji', [{ email: 'nora@example.com' }], 200],
  ['somebody twice', 'kenji', [{ email: 'mei@example.com' }, { email: 'MEI@example.com' }], 200],
  ['somebody, by a Basic user', 'nora', [{ email: 'mei@example.com' }], 200],
  ['a list of none', 'kenji', [], 300],
  ['more than thirty', 'kenji', Array.from({ length: 31 }, () => ({ email: 'mei@example.com' })), 300],
  ['somebody for nobody', 'x', [{ email: 'mei@example.com' }], 1001],
]
for (const [name, user, assistants, code] of refusedAssistants)
  test(`an assistant who is ${name} is refused`, async () => {
    await using zoom = await startZoom()
    const answer = await zoom.call('POST', `/users/${user}@example.com/assistants`, { assistants })
    assert.equal(answer.body.code, code, JSON.stringify(answer.body))
    assert.deepEqual((await zoom.call('GET', '/users/kenji@example.com/assistants')).body.assistants, [])
  })

test('a free account has no assistants', async () => {
  await using zoom = await startZoom({ seed: { account: { plan: 'free' } } })
  const answer = await zoom.call('POST', '/users/me/assistants', { assistants: [{ email: 'mei@example.com' }] })
  assert.deepEqual([answer.status, answer.body.code], [400, 200])
})

test('a zak starts the meetings of its user, for as long as was asked, and until the user is signed out', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create({}, 'mei@example.com')
  const start = async (zak: string) => (await fetch(`${zoom.emulator.url}/s/${id}?zak=${zak}`)).status
  const zakOf = async (user: string, query = '') =>
    (await zoom.call('GET', `/users/${user}/token?type=zak${query}`)).body.token
  const short = await zakOf('mei@example.com', '&ttl=60')
  const long = await zakOf('mei@example.com', '&ttl=604800')
  assert.deepEqual([await start(short), await start(long)], [200, 200])
  assert.equal(await start(await zakOf('kenji@example.com')), 403)
  assert.equal(await start((await zoom.call('GET', '/users/mei@example.com/token')).body.token), 403)
  zoom.emulator.clock.advance(61_000)
  assert.deepEqual([await start(short), await start(long)], [403, 200])
  assert.equal((await zoom.call('DELETE', '/users/mei@example.com/token')).status, 204)
  assert.equal(await start(long), 403)
  const { start_url } = await zoom.get(id)
  assert.equal((await fetch(start_url)).status, 200)
})

test('the zak of me starts my own meetings; apps that a signed-out user allowed are signed out too', async () => {
  await using zoom = await startZoom()
  const asMei = await signInAs(zoom, 'mei@example.com')
  const { id } = await zoom.create({}, 'mei@example.com')
  const { token } = (await asMei('GET', '/users/me/zak')).body
  assert.equal((await fetch(`${zoom.emulator.url}/s/${id}?zak=${token}`)).status, 200)
  assert.equal((await zoom.call('GET', '/users/me/zak')).status, 200)
  await zoom.call('DELETE', '/users/mei@example.com/token')
  assert.equal((await asMei('GET', '/users/me')).status, 401)
  assert.equal((await zoom.call('DELETE', '/users/me/token')).status, 204)
  assert.equal((await zoom.call('GET', '/users/me')).status, 200)
})

test('the start link of a user that the API made lives 90 days', async () => {
  await using zoom = await startZoom()
  await zoom.call('POST', '/users', { action: 'custCreate', user_info: { email: 'api@example.com', type: 2 } })
  const { start_url } = await zoom.create({ start_time: '2027-02-01T10:00:00Z' }, 'api@example.com')
  zoom.emulator.clock.advance(89 * 86_400_000)
  assert.equal((await fetch(start_url)).status, 200)
  zoom.emulator.clock.advance(2 * 86_400_000)
  assert.equal((await fetch(start_url)).status, 403)
})

test('tokens of wrong kinds and lives are refused', async () => {
  await using zoom = await startZoom()
  for (const [query, field] of [
    ['type=cookie', 'type'],
    ['ttl=0', 'ttl'],
    ['ttl=31536001', 'ttl'],
    ['ttl=soon', 'ttl'],
    ['type=onbehalf', 'meeting_id'],
  ] as const) {
    const answer = await zoom.call('GET', `/users/me/token?${query}`)
    assert.deepEqual([answer.body.code, answer.body.errors[0].field], [300, field], query)
  }
  assert.equal((await zoom.call('GET', '/users/me/token?type=onbehalf&meeting_id=95550001234')).status, 200)
})

const ownOnly: readonly [method: string, path: string, body?: object][] = [
  ['GET', ''],
  ['PATCH', '', { dept: 'x' }],
  ['DELETE', ''],
  ['GET', '/settings'],
  ['PATCH', '/settings', {}],
  ['PUT', '/status', { action: 'deactivate' }],
  ['PUT', '/password', { password: 'Correct7horse' }],
  ['GET', '/permissions'],
  ['GET', '/schedulers'],
  ['GET', '/assistants'],
  ['GET', '/token'],
  ['GET', '/presence_status'],
  ['GET', '/meetings'],
]
test('an app of one user reaches that user by me, id or address, and nobody else in any call', async () => {
  await using zoom = await startZoom()
  const asMei = await signInAs(zoom, 'mei@example.com')
  for (const name of ['me', (await asMei('GET', '/users/me')).body.id, 'MEI@example.com'])
    assert.equal((await asMei('GET', `/users/${name}`)).body.email, 'mei@example.com')
  for (const [method, path, body] of ownOnly) {
    const answer = await asMei(method, `/users/kenji@example.com${path}`, body)
    assert.deepEqual([answer.status, answer.body.code], [400, 200], `${method} ${path}`)
  }
  const presence = await asMei('PUT', '/users/kenji@example.com/presence_status', { status: 'Busy' })
  assert.equal(presence.body.code, 5411)
})

const adminOnly: readonly [method: string, path: string, body: object | undefined, code: number][] = [
  ['GET', '/users', undefined, 4711],
  ['POST', '/users', {}, 4711],
  ['GET', '/users/summary', undefined, 4711],
  ['PUT', '/users/me/email', { email: 'x@example.com' }, 200],
  ['PATCH', '/users/me', { type: 1 }, 1108],
  ['PATCH', '/users/me/settings', { feature: { webinar: true } }, 200],
]
test('what only an administrator may do is refused to a member’s app', async () => {
  await using zoom = await startZoom()
  const asMei = await signInAs(zoom, 'mei@example.com')
  for (const [method, path, body, code] of adminOnly) {
    const answer = await asMei(method, path, body)
    assert.deepEqual([answer.status, answer.body.code], [400, code], `${method} ${path}`)
  }
  assert.equal((await asMei('PATCH', '/users/me', { first_name: 'M' })).status, 204)
})

test('an account can keep profiles to its administrators', async () => {
  await using zoom = await startZoom({ seed: { account: { profiles_locked: true } } })
  const asMei = await signInAs(zoom, 'mei@example.com')
  for (const change of [{ first_name: 'M' }, { host_key: '123456' }, { pmi: 5987654321 }, { vanity_name: 'mei.lin' }])
    assert.equal((await asMei('PATCH', '/users/me', change)).body.code, 200, JSON.stringify(change))
  for (const method of ['POST', 'DELETE']) assert.equal((await asMei(method, '/users/me/picture')).body.code, 200)
  assert.equal((await asMei('PATCH', '/users/me', { dept: 'x' })).status, 204)
  assert.equal((await zoom.call('PATCH', '/users/mei@example.com', { first_name: 'M' })).status, 204)
})

test('one administrator does not change another’s address, the owner does', async () => {
  await using zoom = await startZoom({
    seed: {
      apps: [
        { type: 'server_to_server' },
        {
          type: 'oauth',
          client_id: 'demo-oauth-client',
          client_secret: 'demo-oauth-secret',
          redirect_uris: ['http://127.0.0.1/callback'],
          scopes: ['user:update:email:admin'],
        },
      ],
      users: [
        { email: 'owner@acme.test', role_id: '0' },
        { email: 'one@acme.test', role_id: '1' },
        { email: 'two@acme.test', role_id: '1' },
      ],
    },
  })
  const asOne = await signInAs(zoom, 'one@acme.test')
  const change = { email: 'new@acme.test' }
  assert.equal((await asOne('PUT', '/users/two@acme.test/email', change)).body.code, 1000)
  assert.equal((await zoom.call('PUT', '/users/two@acme.test/email', change)).status, 204)
})

test('the permissions of a member are fewer than those of the owner', async () => {
  await using zoom = await startZoom()
  const of = async (user: string) => (await zoom.call('GET', `/users/${user}/permissions`)).body.permissions
  assert.ok((await of('me')).includes('User:Edit'))
  assert.equal((await of('mei@example.com')).includes('User:Edit'), false)
})

test('a presence holds until its time is over', async () => {
  await using zoom = await startZoom()
  const path = '/users/mei@example.com/presence_status'
  const put = (body: object) => zoom.call('PUT', path, body)
  assert.deepEqual((await zoom.call('GET', path)).body, { status: 'Available' })
  assert.equal((await put({ status: 'Do_No_Disturb', duration: 30 })).status, 204)
  zoom.emulator.clock.advance(60_000)
  assert.deepEqual((await zoom.call('GET', path)).body, {
    status: 'Do_No_Disturb',
    end_time: '2026-11-22T04:30:00Z',
    remaining_time: 29,
  })
  zoom.emulator.clock.advance(29 * 60_000)
  assert.deepEqual((await zoom.call('GET', path)).body, { status: 'Available' })
  assert.equal((await put({ status: 'Away' })).status, 204)
  assert.deepEqual((await zoom.call('GET', path)).body, { status: 'Away' })
  assert.deepEqual([(await put({ status: 'Asleep' })).body.code, (await put({})).body.code], [300, 300])
  assert.equal((await put({ status: 'Busy', duration: 10 })).body.errors[0].field, 'duration')
  await zoom.call('PUT', '/users/mei@example.com/status', { action: 'deactivate' })
  assert.equal((await put({ status: 'Busy' })).body.code, 5301)
})

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

test('a picture is put up, shown at its address, and taken down', async () => {
  await using zoom = await startZoom()
  const { emulator } = zoom
  const grant = { grant_type: 'account_credentials', account_id: 'demo-account' }
  const signedIn = await fetch(`${emulator.url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('demo-client:demo-secret')}` },
    body: new URLSearchParams(grant),
  })
  const { access_token } = (await signedIn.json()) as { access_token: string }
  const upload = async (bytes: Uint8Array<ArrayBuffer> | string, name = 'pic_file') => {
    const form = new FormData()
    form.set(name, new Blob([bytes]), 'face.png')
    const answer = await fetch(`${emulator.url}/v2/users/mei@example.com/picture`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access_token}` },
      body: form,
    })
    return { status: answer.status, body: (await answer.json()) as { code?: number } }
  }
  assert.deepEqual(await upload(png), { status: 201, body: {} })
  const { pic_url } = (await zoom.call('GET', '/users/mei@example.com')).body
  const shown = await fetch(pic_url)
  assert.deepEqual([shown.headers.get('content-type'), await shown.bytes()], ['image/png', png])
  assert.equal((await upload('GIF89a')).body.code, 120)
  assert.equal((await upload('')).body.code, 120)
  assert.equal((await upload(new Uint8Array(2 * 1024 * 1024 + 1))).body.code, 120)
  assert.equal((await upload(png, 'photo')).body.code, 300)
  assert.equal((await zoom.call('POST', '/users/mei@example.com/picture', { pic_file: 'x' })).body.code, 300)
  assert.equal((await zoom.call('DELETE', '/users/mei@example.com/picture')).status, 204)
  assert.equal('pic_url' in (await zoom.call('GET', '/users/mei@example.com')).body, false)
  assert.equal((await fetch(pic_url)).status, 404)
})
