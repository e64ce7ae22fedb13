import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type RunningEmulator, startEmulator } from '../../index.ts'

interface Answer {
  status: number
  body: {
    code?: number
    message?: string
    errors?: { field: string }[]
    id?: string
    email?: string
    users: { email: string; dept?: string }[]
    next_page_token: string
    total_records: number
    page_count: number
  }
}

let zoom: RunningEmulator
before(async () => {
  zoom = await startEmulator({
    seed: {
      apps: [
        { type: 'server_to_server' },
        {
          type: 'server_to_server',
          client_id: 'narrow',
          client_secret: 's',
          scopes: ['meeting:write:meeting:admin', 'user:read:user:admin'],
        },
        { type: 'jwt', api_key: 'key', api_secret: 'secret' },
        { type: 'oauth', client_id: 'app', client_secret: 's', redirect_uris: ['https://app.test/back'] },
      ],
      users: [
        {
          email: 'owner@acme.test',
          role_id: '0',
          first_name: 'Olive',
          last_name: 'Owner',
          dept: 'Board',
          pmi: 5123456789,
        },
        { email: 'Mixed.Case@acme.test', type: 1 },
        { email: 'third@acme.test', role_id: '1' },
        { email: 'gone@acme.test', status: 'inactive' },
        { email: 'new@acme.test', status: 'pending' },
      ],
    },
  })
})
after(() => zoom.close())

async function get(path: string, bearer: string): Promise<Answer> {
  const answer = await fetch(`${zoom.url}/v2${path}`, {
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
  })
  return { status: answer.status, body: (await answer.json()) as Answer['body'] }
}

async function tokenFrom(form: Record<string, string>, client: string): Promise<string> {
  const headers = { authorization: `Basic ${btoa(client)}` }
  const answer = await fetch(`${zoom.url}/oauth/token`, { method: 'POST', headers, body: new URLSearchParams(form) })
  return ((await answer.json()) as { access_token: string }).access_token
}
const serverToken = (client = 'demo-client:demo-secret') =>
  tokenFrom({ grant_type: 'account_credentials', account_id: 'demo-account' }, client)
async function userToken(user: string): Promise<string> {
  const redirect_uri = 'https://app.test/back'
  const body = new URLSearchParams({ response_type: 'code', client_id: 'app', redirect_uri, user })
  const answer = await fetch(`${zoom.url}/oauth/authorize`, { method: 'POST', body, redirect: 'manual' })
  const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? ''
  return tokenFrom({ grant_type: 'authorization_code', code, redirect_uri }, 'app:s')
}

function jwt(claims: object, secret = 'secret', header: object = { alg: 'HS256', typ: 'JWT' }): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const signed = `${encode(header)}.${encode(claims)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

test('the list shows active users, or those of another status or role', async () => {
  const bearer = await serverToken()
  const emails = async (query: string) => (await get(`/users${query}`, bearer)).body.users.map(({ email }) => email)
  assert.deepEqual(await emails(''), ['owner@acme.test', 'Mixed.Case@acme.test', 'third@acme.test'])
  assert.deepEqual(await emails('?status=inactive'), ['gone@acme.test'])
  assert.deepEqual(await emails('?status=pending'), ['new@acme.test'])
  assert.deepEqual(await emails('?role_id=1'), ['third@acme.test'])
  const wrong = await get('/users?status=retired', bearer)
  assert.deepEqual([wrong.status, wrong.body.code, wrong.body.errors?.[0]?.field], [400, 300, 'status'])
})

test('the list is read page by page', async () => {
  const bearer = await serverToken()
  const first = await get('/users?page_size=2', bearer)
  assert.deepEqual([first.body.users.length, first.body.total_records, first.body.page_count], [2, 3, 2])
  const rest = await get(`/users?page_size=2&next_page_token=${first.body.next_page_token}`, bearer)
  assert.deepEqual([rest.body.users[0]?.email, rest.body.next_page_token], ['third@acme.test', ''])
  const other = await get(`/users?status=pending&next_page_token=${first.body.next_page_token}`, bearer)
  assert.equal(other.body.message, 'The next page token is invalid or expired.')
})

test("a user has Zoom's fields; what is not known is absent", async () => {
  const bearer = await serverToken()
  const { status, body } = await get('/users/owner@acme.test', bearer)
  assert.equal(status, 200)
  const at = new Date(zoom.clock.now()).toISOString().slice(0, 10)
  const { created_at, user_created_at, id, jid, ...rest } = body as unknown as Record<string, unknown>
  assert.match(String(created_at), new RegExp(`^${at}T..:..:..Z$`))
  assert.equal(user_created_at, created_at)
  assert.match(String(id), /^[\w-]{22}$/)
  assert.equal(jid, `${String(id).toLowerCase()}@xmpp.zoom.us`)
  assert.deepEqual(rest, {
    first_name: 'Olive',
    last_name: 'Owner',
    display_name: 'Olive Owner',
    email: 'owner@acme.test',
    type: 2,
    pmi: 5123456789,
    timezone: 'Asia/Taipei',
    verified: 1,
    dept: 'Board',
    language: 'en-US',
    status: 'active',
    role_id: '0',
    role_name: 'Owner',
    use_pmi: false,
    account_id: 'demo-account',
    cluster: 'emulated',
    login_types: [100],
    personal_meeting_url: `${zoom.url}/j/5123456789`,
  })
  assert.equal('dept' in (await get('/users/third@acme.test', bearer)).body, false)
})

test('a user is found by me, by id and by e-mail in any case', async () => {
  const bearer = await serverToken()
  const owner = (await get('/users/me', bearer)).body
  assert.equal(owner.email, 'owner@acme.test')
  assert.equal((await get(`/users/${owner.id}`, bearer)).body.email, 'owner@acme.test')
  assert.equal((await get('/users/mixed.case%40ACME.test', bearer)).body.email, 'Mixed.Case@acme.test')
  assert.deepEqual(await get('/users/nobody', bearer), {
    status: 404,
    body: { code: 1001, message: 'User does not exist: nobody.' },
  })
})

test('an app for users reaches its own user and nobody else', async () => {
  const bearer = await userToken('third@acme.test')
  const self = await get('/users/me', bearer)
  assert.equal(self.body.email, 'third@acme.test')
  assert.equal((await get(`/users/${self.body.id}`, bearer)).status, 200)
  const other = await get('/users/owner@acme.test', bearer)
  assert.deepEqual([other.status, other.body.code], [400, 200])
  const list = await get('/users', bearer)
  assert.deepEqual([list.status, list.body.code], [400, 4711])
})

test('a missing scope is refused with its name', async () => {
  const bearer = await serverToken('narrow:s')
  assert.equal((await get('/users/me', bearer)).status, 200)
  assert.deepEqual(await get('/users', bearer), {
    status: 400,
    body: { code: 4711, message: 'Invalid access token, does not contain scopes:[user:read:list_users:admin].' },
  })
})

test('a legacy JWT app signs in with its own token, whose exp may have a fraction', async () => {
  const seconds = zoom.clock.now() / 1000
  for (const exp of [Math.floor(seconds) + 60, seconds + 60.5]) {
    const { status, body } = await get('/users/me', jwt({ iss: 'key', exp }))
    assert.deepEqual([status, body.email], [200, 'owner@acme.test'])
  }
  const expired = await get('/users/me', jwt({ iss: 'key', exp: seconds - 1 }))
  assert.deepEqual(expired, { status: 401, body: { code: 124, message: 'Access token is expired.' } })
})

test('a JWT that was good once is refused when its time is over', async () => {
  const token = jwt({ iss: 'key', exp: zoom.clock.now() / 1000 + 60 })
  assert.equal((await get('/users/me', token)).status, 200)
  zoom.clock.advance(61_000)
  assert.equal((await get('/users/me', token)).status, 401)
})

const badTokens: Record<string, () => string> = {
  'signed with another secret': () => jwt({ iss: 'key', exp: 9e9 }, 'other'),
  'of an unknown app': () => jwt({ iss: 'nobody', exp: 9e9 }),
  'of a Server-to-Server app': () => jwt({ iss: 'demo-client', exp: 9e9 }, 'demo-secret'),
  'without exp': () => jwt({ iss: 'key' }),
  'with exp in words': () => jwt({ iss: 'key', exp: 'tomorrow' }),
  'that says it needs no signature': () => jwt({ iss: 'key', exp: 9e9 }, 'secret', { alg: 'none' }),
  'that is no JSON': () => 'a.b.c',
}
for (const [name, make] of Object.entries(badTokens))
  test(`a token ${name} is refused`, async () =>
    assert.deepEqual(await get('/users/me', make()), {
      status: 401,
      body: { code: 124, message: 'Invalid access token.' },
    }))

test("a token in the query is refused in Zoom's words", async () => {
  const answer = await fetch(`${zoom.url}/v2/users/me?access_token=${await serverToken()}`)
  assert.equal(answer.status, 401)
  assert.deepEqual(await answer.json(), {
    code: 124,
    message: 'Invalid access token, this access token is not supported as query parameter string.',
  })
})

test('HEAD answers like GET, without a body', async () => {
  const answer = await fetch(`${zoom.url}/v2/users/me`, {
    method: 'HEAD',
    headers: { authorization: `Bearer ${await serverToken()}` },
  })
  assert.deepEqual([answer.status, await answer.text()], [200, ''])
})

test('no spelling of a path gets around signing in', async () => {
  await using emulator = await startEmulator()
  for (const path of ['/v2/users', '/%76%32/users', '/v2%2fusers', '/oauth/../v2/users', '/v2/nothing']) {
    const { status } = await fetch(`${emulator.url}${path}`)
    assert.ok(status === 401 || status === 404, `${path}: ${status}`)
    assert.equal((await emulator.fetch(path)).status, status, path)
  }
  assert.equal((await fetch(`${emulator.url}/%76%32/users`)).status, 401)
})
