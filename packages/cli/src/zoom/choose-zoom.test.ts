import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Profile } from '../profiles/profiles.ts'
import { chooseZoom, type ZoomChoiceOptions } from './choose-zoom.ts'

const credentials = { ZOOM_ACCOUNT_ID: 'a', ZOOM_CLIENT_ID: 'c', ZOOM_CLIENT_SECRET: 's' }
const emulator = { ZOOM_API_URL: 'http://127.0.0.1:4747/v2', ZOOM_OAUTH_URL: 'http://127.0.0.1:4747/oauth' }
const work: Profile = { kind: 'server_to_server', accountId: 'a', clientId: 'c', clientSecret: 's' }
const practice: Profile = { ...work, urls: { apiUrl: emulator.ZOOM_API_URL, oauthUrl: emulator.ZOOM_OAUTH_URL } }

type Case = readonly [
  name: string,
  options: ZoomChoiceOptions,
  env: Record<string, string>,
  profiles: Record<string, Profile>,
  expected: object | RegExp,
]

const cases: readonly Case[] = [
  [
    '--local is the emulated Zoom, whatever the environment has',
    { local: true },
    credentials,
    { work },
    { from: 'local' },
  ],
  ['--local does not mind half a set of credentials', { local: true }, { ZOOM_CLIENT_ID: 'c' }, {}, { from: 'local' }],
  [
    'credentials in the environment and no option are real',
    {},
    credentials,
    {},
    { from: 'environment', emulated: false },
  ],
  [
    'an emulator in the environment is emulated',
    {},
    { ...credentials, ...emulator },
    {},
    { from: 'environment', emulated: true },
  ],
  [
    '--real takes the environment before a profile',
    { real: true },
    credentials,
    { work },
    { from: 'environment', emulated: false },
  ],
  [
    '--real takes the only profile',
    { real: true },
    {},
    { work },
    { from: 'profile', name: 'work', profile: work, emulated: false },
  ],
  [
    '--real takes the default profile',
    { real: true },
    {},
    { default: work, other: work },
    { from: 'profile', name: 'default', profile: work, emulated: false },
  ],
  [
    '--profile takes that one, whatever the environment has',
    { profile: 'practice' },
    credentials,
    { practice },
    { from: 'profile', name: 'practice', profile: practice, emulated: true },
  ],
  [
    '--real refuses an emulator',
    { real: true },
    { ...credentials, ...emulator },
    {},
    /--real, but ZOOM_API_URL is http:\/\/127/,
  ],
  [
    '--real does not take an emulated profile',
    { real: true },
    {},
    { practice },
    /no credentials of a real Zoom account/,
  ],
  [
    '--real does not guess among profiles',
    { real: true },
    {},
    { one: work, two: work },
    /several accounts are signed in: one, two/,
  ],
  ['no option and no credentials is nothing at all', {}, {}, {}, /Which Zoom\?/],
  ['a profile is not used unasked', {}, {}, { work }, /Which Zoom\?/],
  ['two options contradict', { local: true, real: true }, credentials, {}, /--local and --real say two things/],
  [
    'half a set of credentials is a mistake',
    {},
    { ZOOM_CLIENT_ID: 'c' },
    {},
    /ZOOM_ACCOUNT_ID and ZOOM_CLIENT_SECRET missing/,
  ],
  [
    'an unknown profile names the near one',
    { profile: 'wrok' },
    {},
    { work },
    /no profile "wrok"; did you mean "work"/,
  ],
]

for (const [name, options, env, profiles, expected] of cases)
  test(name, () => {
    if (expected instanceof RegExp) assert.throws(() => chooseZoom(options, env, profiles), expected)
    else assert.deepEqual(chooseZoom(options, env, profiles), expected)
  })

test('the two ways to go on are told, and the accounts there are', () => {
  assert.throws(
    () => chooseZoom({}, {}, { work }),
    ({ remedy }: { remedy?: string }) =>
      /--local/.test(remedy ?? '') && /auth login/.test(remedy ?? '') && /--profile work/.test(remedy ?? ''),
  )
})
