import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom } from '../../../test/start-zoom.ts'

test('a change touches what was sent, and the answers show it', async () => {
  await using zoom = await startZoom()
  const change = {
    first_name: 'Meiling',
    dept: 'Stage',
    timezone: 'Europe/Berlin',
    language: 'de-DE',
    pmi: 5987654321,
    use_pmi: true,
    vanity_name: 'mei.lin',
    host_key: '123456',
    company: 'Acme',
    phone_numbers: [{ country: 'DE', code: '+49', number: '301234567', label: 'Office' }],
    custom_attributes: [{ key: 'k', name: 'Desk', value: '12' }],
    plan_united_type: '8',
    colour: 'red',
  }
  assert.equal((await zoom.call('PATCH', '/users/mei@example.com', change)).status, 204)
  const { body } = await zoom.call('GET', '/users/mei@example.com')
  const { colour: _, host_key: __, vanity_name: ___, ...shown } = change
  for (const [name, value] of Object.entries(shown)) assert.deepEqual(body[name], value, name)
  assert.deepEqual([body.last_name, body.display_name, 'host_key' in body], ['Lin', 'Meiling Lin', false])
  const link = await fetch(body.vanity_url, { redirect: 'manual' })
  assert.equal(link.headers.get('location'), '/j/5987654321')
  assert.equal((await fetch(body.vanity_url.replace('mei.lin', 'nobody'))).status, 404)
  const rows = async (query: string) => (await zoom.call('GET', `/users${query}`)).body.users
  assert.equal((await rows('?include_fields=host_key'))[1].host_key, '123456')
  assert.deepEqual((await rows('?include_fields=custom_attributes'))[1].custom_attributes, change.custom_attributes)
  assert.deepEqual(await rows('?license=zoom_workforce_management'), [])
  assert.deepEqual((await zoom.call('GET', '/users/vanity_name?vanity_name=MEI.LIN')).body, { existed: true })
  assert.deepEqual((await zoom.call('GET', '/users/vanity_name?vanity_name=other')).body, { existed: false })
})

const refused: readonly [name: string, user: string, body: object, code: number, field?: string][] = [
  ['a zone that is none', 'mei', { timezone: 'Asial/Taipei' }, 300, 'timezone'],
  ['a language that is none', 'mei', { language: 'English' }, 300, 'language'],
  ['a personal id that another has', 'mei', { pmi: 5000000001 }, 300, 'pmi'],
  ['a personal id of nine digits', 'mei', { pmi: 123456789 }, 300, 'pmi'],
  ['a personal id of a Basic user', 'nora', { pmi: 5987654321 }, 1109],
  ['a link name that another has', 'mei', { vanity_name: 'KENJI.S' }, 4100],
  ['a link name with a blank', 'mei', { vanity_name: 'mei lin' }, 300, 'vanity_name'],
  ['a host key of letters', 'mei', { host_key: 'abcdef' }, 300, 'host_key'],
  ['an empty name', 'mei', { first_name: '' }, 300, 'first_name'],
  ['a manager who is no address', 'mei', { manager: 'Olive' }, 300, 'manager'],
  ['a text about oneself with a link', 'mei', { about_me: 'see https://x.test' }, 300, 'about_me'],
  ['a profile that is not of LinkedIn', 'mei', { linkedin_url: 'https://x.test' }, 300, 'linkedin_url'],
  ['a licence and a plan at once', 'mei', { type: 1, plan_united_type: '8' }, 300, 'type'],
  ['a personal id without a licence', 'none', { pmi: 5987654321 }, 200],
  ['an owner without a licence', 'owner', { type: 99 }, 1108],
  ['another way to sign in', 'mei@example.com?login_type=1', {}, 1001],
  ['a way to sign in that is none', 'mei@example.com?login_type=5', {}, 300, 'login_type'],
]
for (const [name, user, body, code, field] of refused)
  test(`${name} is refused, and nothing changes`, async () => {
    await using zoom = await startZoom({
      seed: {
        users: [
          { email: 'owner@example.com', role_id: '0' },
          { email: 'mei@example.com' },
          { email: 'kenji@example.com', pmi: 5000000001, vanity_name: 'Kenji.S' },
          { email: 'nora@example.com', type: 1 },
          { email: 'none@example.com', type: 99 },
        ],
      },
    })
    const path = `/users/${user.includes('@') ? user : `${user}@example.com`}`
    const read = () => zoom.call('GET', path.replace(/\?.*/, ''))
    const before = await read()
    const answer = await zoom.call('PATCH', path, body)
    assert.deepEqual([answer.body.code, answer.body.errors?.[0]?.field], [code, field], JSON.stringify(answer.body))
    assert.deepEqual(await read(), before)
  })

test('licences are counted: no seat, no new user, no upgrade, and no way back from a deactivated one', async () => {
  await using zoom = await startZoom({
    seed: {
      account: { licences: 2, basic_users: 1 },
      users: [{ email: 'a@acme.test', role_id: '0' }, { email: 'b@acme.test' }, { email: 'c@acme.test', type: 1 }],
    },
  })
  const add = async (email: string, type: number) =>
    (await zoom.call('POST', '/users', { action: 'create', user_info: { email, type } })).body.code
  const turn = async (user: string, type: number) => (await zoom.call('PATCH', `/users/${user}`, { type })).body?.code
  assert.deepEqual([await add('d@acme.test', 2), await add('d@acme.test', 1)], [2034, 2033])
  assert.deepEqual([await turn('c@acme.test', 2), await turn('b@acme.test', 1)], [2034, 2033])
  const status = async (user: string, action: string) =>
    (await zoom.call('PUT', `/users/${user}/status`, { action })).body?.code
  assert.equal(await status('b@acme.test', 'deactivate'), undefined)
  assert.equal(await turn('c@acme.test', 2), undefined)
  assert.equal(await status('b@acme.test', 'activate'), 2034)
  assert.equal(await add('e@acme.test', 1), undefined)
  assert.equal(await turn('c@acme.test', 1), 2033)
  assert.equal(await status('c@acme.test', 'deactivate'), undefined)
})

test('the domains of an account say who may join it and who may leave', async () => {
  await using zoom = await startZoom({
    seed: {
      account: {
        limited_domains: ['Acme.test', 'bad.test'],
        blocked_domains: ['bad.test'],
        managed_domains: ['acme.test'],
      },
      users: [{ email: 'a@acme.test', role_id: '0' }, { email: 'b@acme.test' }],
    },
  })
  const add = (email: string) => zoom.call('POST', '/users', { action: 'custCreate', user_info: { email, type: 1 } })
  assert.equal((await add('c@ACME.test')).status, 201)
  assert.deepEqual([(await add('c@bad.test')).body.code, (await add('c@other.test')).body.code], [1107, 1116])
  assert.equal((await zoom.call('DELETE', '/users/b@acme.test')).body.code, 1107)
  assert.equal((await zoom.call('DELETE', '/users/c@acme.test')).body.code, 300)
  assert.equal((await zoom.call('DELETE', '/users/b@acme.test?action=delete')).status, 204)
})

test('a free account has Basic users, whom it can only invite', async () => {
  await using zoom = await startZoom({ seed: { account: { plan: 'free' } } })
  assert.equal((await zoom.call('GET', '/users/me')).body.type, 1)
  const add = async (action: string, type: number) =>
    (await zoom.call('POST', '/users', { action, user_info: { email: 'x@example.com', type } })).body.code
  assert.deepEqual([await add('custCreate', 1), await add('create', 2), await add('create', 1)], [200, 2034, undefined])
  await using pro = await startZoom({ seed: { account: { plan: 'pro' } } })
  const sso = await pro.call('POST', '/users', { action: 'ssoCreate', user_info: { email: 'x@example.com', type: 1 } })
  assert.equal(sso.body.code, 2002)
})

test('an address can be changed to one that nobody has', async () => {
  await using zoom = await startZoom()
  const put = (email: unknown) => zoom.call('PUT', '/users/mei@example.com/email', { email })
  assert.deepEqual([(await put('kenji@example.com')).body.code, (await put('kenji')).body.code], [1005, 300])
  assert.equal((await put('lin@example.com')).status, 204)
  assert.equal((await zoom.call('GET', '/users/mei@example.com')).body.code, 1001)
  assert.equal((await zoom.call('GET', '/users/lin@example.com')).body.first_name, 'Mei')
  assert.deepEqual((await zoom.call('GET', '/users/email?email=LIN@example.com')).body, { existed_email: true })
  assert.deepEqual((await zoom.call('GET', '/users/email?email=mei@example.com')).body, { existed_email: false })
  for (const path of ['email', 'vanity_name']) assert.equal((await zoom.call('GET', `/users/${path}`)).body.code, 300)
})

const badPasswords: readonly [string, number][] = [
  ['Ab1', 1124],
  ['aaaaaaaa', 1130],
  ['12345678', 1125],
  ['abcdefgh', 1126],
  ['Password1', 1136],
  ['correct7horse', 1128],
  ['Xabcdefg1', 1131],
]
test('a password has to keep every rule, may not come again, and changes three times a day at most', async () => {
  await using zoom = await startZoom()
  const put = async (password: unknown, user = 'mei@example.com') =>
    (await zoom.call('PUT', `/users/${user}/password`, { password })).body?.code
  for (const [password, code] of badPasswords) assert.equal(await put(password), code, password)
  assert.equal(await put(7), 300)
  assert.equal(await put('Correct7horse'), undefined)
  assert.equal(await put('Correct7horse'), 300)
  assert.equal(await put('Correct8horse'), undefined)
  assert.equal(await put('Correct7horse'), 1129)
  assert.equal(await put('Correct9horse'), undefined)
  assert.equal(await put('Correct5horse'), 300)
  zoom.emulator.clock.advance(86_400_000)
  assert.equal(await put('Correct5horse'), undefined)
  assert.equal(await put('Correct5horse', 'lars@example.com'), 1117)
  await zoom.call('POST', '/users', { action: 'custCreate', user_info: { email: 'api@example.com', type: 1 } })
  assert.equal(await put('Correct5horse', 'api@example.com'), 1123)
  assert.equal(await put('Correct5horse', 'nobody'), 1001)
})

test('who reads the users page by page misses nobody when one of an earlier page is deleted', async () => {
  await using zoom = await startZoom()
  const all = (await zoom.call('GET', '/users')).body.users.map(({ id }: { id: string }) => id)
  const first = (await zoom.call('GET', '/users?page_size=3')).body
  assert.equal((await zoom.call('DELETE', `/users/${first.users[1].id}?action=delete`)).status, 204)
  const rest = (await zoom.call('GET', `/users?next_page_token=${first.next_page_token}`)).body
  assert.deepEqual(
    rest.users.map(({ id }: { id: string }) => id),
    all.slice(3),
  )
})
