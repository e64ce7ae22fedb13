import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseSeed } from './seed.ts'

function mistakesOf(input: unknown): string[] {
  try {
    parseSeed(input, 0)
    return []
  } catch (error) {
    assert.ok(error instanceof Error && 'code' in error && error.code === 'seed_invalid')
    return error.message.split('\n  ').slice(1)
  }
}

test('no seed gives a Business account with licensed and basic hosts in several zones and an app of each kind', () => {
  const { account, apps, users } = parseSeed({}, 7)
  assert.equal(account.plan, 'business')
  assert.deepEqual(
    apps.map(({ type }) => type),
    ['server_to_server', 'oauth', 'jwt'],
  )
  assert.ok(users.filter(({ type }) => type === 2).length >= 3)
  assert.ok(users.some(({ type }) => type === 1))
  assert.ok(new Set(users.map(({ timeZone }) => timeZone)).size >= 4)
  assert.equal(users.find(({ id }) => id === account.ownerId)?.email, 'owner@example.com')
  assert.ok(users.every(({ createdAt }) => createdAt === 7))
})

test('a seed of one e-mail is enough, and its ids are the same at every start', () => {
  const [user] = parseSeed({ users: [{ email: 'a@b.c' }] }, 0).users
  assert.deepEqual(user, parseSeed({ users: [{ email: 'a@b.c' }] }, 0).users[0])
  assert.match(user?.id ?? '', /^[\w-]{22}$/)
  assert.match(String(user?.pmi), /^\d{10}$/)
  assert.equal(user?.timeZone, 'Asia/Taipei')
  assert.equal(user?.displayName, 'a')
})

test("a user without a zone or language has the account's", () => {
  const seed = parseSeed({ account: { timezone: 'Europe/Berlin', language: 'de-DE' }, users: [{ email: 'a@b.c' }] }, 0)
  assert.equal(seed.users[0]?.timeZone, 'Europe/Berlin')
  assert.equal(seed.users[0]?.language, 'de-DE')
})

test('assistants are named by e-mail or id', () => {
  const { users } = parseSeed(
    { users: [{ email: 'a@b.c', assistants: ['B@B.C', 'x'] }, { email: 'b@b.c' }, { id: 'x', email: 'c@b.c' }] },
    0,
  )
  assert.deepEqual(users[0]?.assistantIds, [users[1]?.id, 'x'])
})

test('an app without scopes has them all, one with an empty list none', () => {
  const { apps } = parseSeed({ apps: [{ type: 'server_to_server' }, { type: 'jwt', scopes: [] }] }, 0)
  assert.equal(apps[0]?.scopes, undefined)
  assert.deepEqual(apps[1]?.scopes, [])
  assert.equal(apps[0]?.clientSecret, 'demo-secret')
})

test('every mistake is named with its path, all at once', () => {
  const mistakes = mistakesOf({
    account: { plan: 'gold' },
    apps: [
      { type: 'server_to_server' },
      { type: 'server_to_server', client_secret: 5, scopes: ['all'] },
      { type: 'oauth', redirect_uris: ['/cb'] },
    ],
    users: [
      { email: 'a@b.c', frist_name: 'A' },
      { email: 'A@B.C' },
      { pmi: 12, timezone: 'Asial/Taipei', assistants: ['nobody@b.c'] },
      'd@b.c',
    ],
    user: [],
  })
  assert.deepEqual(mistakes, [
    'user: is not a field here; did you mean users?',
    'account.plan: "gold" is not one of free, pro, business',
    'apps[1].scopes[0]: "all" is not a scope such as meeting:write:meeting:admin or meeting:write:admin',
    'apps[1].client_id: is missing; only the first server_to_server app may leave it out',
    'apps[1].client_secret: the value is not a text of 1 to 128 characters',
    'apps[2].redirect_uris[0]: "/cb" is not a URI such as https://example.com/callback',
    'users[0].frist_name: is not a field here; did you mean first_name?',
    'users[1].email: is used by an earlier user',
    'users[2].email: is missing',
    'users[2].timezone: "Asial/Taipei" is not a zone; did you mean Asia/Taipei?',
    'users[2].pmi: 12 is not a number of 10 digits',
    'users[3]: "d@b.c" is not an object',
    'users[3].email: is missing',
    'users[2].assistants[0]: "nobody@b.c" is no user of this seed',
  ])
})

test('what is no seed at all is said to be none', () => {
  for (const input of [null, 5, 'demo', []]) assert.match(mistakesOf(input)[0] ?? '', /^seed: .* is not an object$/)
  assert.deepEqual(mistakesOf({ users: [] }), [
    'users: [] is not a list with something in it; leave it out for the default',
  ])
  assert.match(
    mistakesOf({ users: [{ email: 'x', timezone: 'GMT+8' }] }).join(),
    /"x" is not an e-mail address.*"GMT\+8" is not a zone/,
  )
})

test('the seed of the guide is right', () => {
  const guide = readFileSync(new URL('../../../../docs/guides/emulator.md', import.meta.url), 'utf8')
  const { account, apps, users } = parseSeed(JSON.parse(/```json\n(.*?)```/s.exec(guide)?.[1] ?? ''), 0)
  assert.deepEqual([account.language, apps.length, users[0]?.assistantIds.length], ['zh-TW', 3, 1])
})
