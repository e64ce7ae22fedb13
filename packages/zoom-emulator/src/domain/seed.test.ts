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

test('an account has seats, domains, settings and locks; a wrong one is named with its path', () => {
  const { account, users } = parseSeed(
    {
      account: {
        licences: 5,
        limited_domains: ['ACME.test'],
        profiles_locked: true,
        settings: { meeting_security: { waiting_room: true } },
        locked_settings: { in_meeting: { waiting_room: true } },
      },
      users: [{ email: 'a@acme.test', vanity_name: 'anna.a', settings: { in_meeting: { chat: false } } }],
    },
    0,
  )
  assert.deepEqual([account.licences, account.limitedDomains, account.profilesLocked], [5, ['acme.test'], true])
  assert.deepEqual(account.locks, { in_meeting: { waiting_room: true } })
  assert.deepEqual([users[0]?.vanityName, users[0]?.settings], ['anna.a', { in_meeting: { chat: false } }])
  assert.deepEqual(
    mistakesOf({
      account: {
        plan: 'free',
        licences: -1,
        limited_domains: ['a b'],
        profiles_locked: 'yes',
        settings: { in_meetings: {}, schedule_meeting: { host_vido: true, audio_type: 'smoke' } },
        locked_settings: { in_meeting: { waiting_room: 'yes' } },
      },
      users: [{ email: 'a@acme.test', type: 2, vanity_name: 'a', host_key: '1', settings: [] }],
    }),
    [
      'account.licences: -1 is not a number of users',
      'account.settings.in_meetings: is no setting; did you mean in_meeting?',
      'account.settings.schedule_meeting.host_vido: is no setting; did you mean host_video?',
      'account.settings.schedule_meeting.audio_type: has a value that this setting cannot have',
      'account.locked_settings.in_meeting.waiting_room: has a value that this setting cannot have',
      'account.limited_domains[0]: "a b" is not a domain such as example.com',
      'account.profiles_locked: "yes" is not one of true, false',
      'users[0].settings: is not an object of groups of settings',
      'users[0].type: 2 (Licensed) is not for a free account, which has no licences',
      'users[0].vanity_name: "a" is not a letter and 4 to 39 letters, digits, dots, hyphens or underscores',
      'users[0].host_key: is not 6 to 10 digits',
    ],
  )
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

test('the seeds of the guide are right', () => {
  const guide = readFileSync(new URL('../../../../docs/guides/emulator.md', import.meta.url), 'utf8')
  const seeds = [...guide.matchAll(/```json\n(\{\n {2}"account".*?)```/gs)].map(([, json = '']) =>
    parseSeed(JSON.parse(json), 0),
  )
  assert.deepEqual(
    seeds.map(({ account, apps, users }) => [
      account.language,
      account.licences,
      apps.length,
      users[0]?.assistantIds.length,
    ]),
    [
      ['zh-TW', undefined, 3, 1],
      ['en-US', 2, 3, 0],
    ],
  )
})
