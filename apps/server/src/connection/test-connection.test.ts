import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import type { Host } from '@convene/booking'
import type { ConnectionView } from '@convene/booking/contract'
import { createZoomClient, optionsFromEnvironment, serverToServer } from '@convene/zoom'
import { createMeetingKeeper } from '@convene/zoom/ensure'
import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
import { type SeedInput, startEmulator } from '@convene/zoom-emulator'
import { Secret } from '../secret.ts'
import { testConnection } from './test-connection.ts'

const mei: Host = {
  id: 'h-1',
  zoomUser: 'mei@example.com',
  email: 'mei@example.com',
  name: 'Room 1',
  plan: 'business',
  capacity: 300,
  lanes: 2,
  bufferBefore: 0,
  bufferAfter: 0,
  timeZone: 'Asia/Taipei',
  hours: undefined,
  memberId: undefined,
  isActive: true,
}

interface World {
  readonly seed?: SeedInput
  readonly hosts?: readonly Host[]
  readonly secret?: string
  readonly webhookSecret?: string
  readonly webhookAgoMs?: number
  readonly skewMs?: number
}

/** What the test of a connection says, by its steps. */
async function tried({ seed, hosts = [mei], secret, webhookSecret, webhookAgoMs, skewMs }: World) {
  await using emulator = await startEmulator({ listen: false, ...(seed && { seed }) })
  using database = new DatabaseSync(':memory:')
  const { auth, ...urls } = optionsFromEnvironment(emulator.env)
  const credentials = {
    accountId: emulator.env.ZOOM_ACCOUNT_ID ?? '',
    clientId: emulator.env.ZOOM_CLIENT_ID ?? '',
    clientSecret: secret ?? emulator.env.ZOOM_CLIENT_SECRET ?? '',
  }
  const { fetch } = emulator
  const zoom = createZoomClient({ ...urls, auth: serverToServer(credentials), ambient: { fetch } })
  const view = await testConnection({
    zoom,
    keeper: createMeetingKeeper({ zoom, journal: createSqliteJournal(database) }),
    hosts,
    config: {
      publicUrl: 'https://desk.example.org',
      zoom: {
        is: 'emulated',
        plan: 'business',
        credentials: {
          ...credentials,
          clientSecret: new Secret(credentials.clientSecret),
          apiUrl: undefined,
          oauthUrl: undefined,
        },
        webhookSecret: webhookSecret === undefined ? undefined : new Secret(webhookSecret),
      },
    },
    webhookAgoMs,
    skewMs: () => skewMs,
  })
  const left = secret === undefined ? (await zoom.meetings.list({ userId: mei.email })).meetings : []
  return { view, left }
}

const step = ({ steps }: ConnectionView, is: string) => steps.find((one) => one.is === is)
const results = ({ steps }: ConnectionView) => Object.fromEntries(steps.map(({ is, result }) => [is, result]))

test('where all is well each step is good, and the meeting that was made for the try is gone', async () => {
  const { view, left } = await tried({ webhookSecret: 'x', webhookAgoMs: 90_000, skewMs: 400 })
  const good = { sign_in: 'good', users: 'good', meetings: 'good', agenda: 'good', webhooks: 'good', clock: 'good' }
  assert.deepEqual(results(view), good)
  assert.deepEqual([view.missingScopes, left], [[], []])
})

test('a wrong secret is bad, what depends on it is not tried, and the secret is not told', async () => {
  const { view } = await tried({ secret: 'a-wrong-secret' })
  assert.equal(step(view, 'sign_in')?.result, 'bad')
  assert.match(step(view, 'sign_in')?.says ?? '', /client secret/)
  for (const is of ['users', 'meetings', 'agenda']) assert.equal(step(view, is)?.result, 'not_tried')
  assert.ok(!JSON.stringify(view).includes('a-wrong-secret'))
})

test('missing scopes are named in both forms, and which of them booking needs', async () => {
  const scopes = ['meeting:read:list_meetings:admin', 'meeting:read:meeting:admin', 'user:read:user:admin']
  const { view } = await tried({ seed: { apps: [{ type: 'server_to_server', scopes }] } })
  assert.match(step(view, 'sign_in')?.says ?? '', /lacks meeting:write:meeting:admin, /)
  assert.equal(step(view, 'users')?.result, 'bad')
  assert.equal(step(view, 'meetings')?.result, 'good')
  const create = view.missingScopes.find(({ granular }) => granular === 'meeting:write:meeting:admin')
  assert.deepEqual(create, {
    classic: 'meeting:write:admin',
    granular: 'meeting:write:meeting:admin',
    for: 'making meetings',
  })
  const users = view.missingScopes.find(({ granular }) => granular === 'user:read:list_users:admin')
  assert.match(users?.for ?? '', /the desk books without it/)
})

test('a host that Zoom does not have is named', async () => {
  const gone = { ...mei, name: 'Room 2', zoomUser: 'gone@example.com' }
  const { view } = await tried({ hosts: [mei, gone] })
  assert.match(step(view, 'users')?.says ?? '', /Room 2 \(gone@example\.com\)\. Mend/)
})

test('an account that hides descriptions is told, with what that means', async () => {
  const settings = { schedule_meeting: { hide_meeting_description: { enable: true } } }
  const { view } = await tried({ seed: { account: { settings }, users: [{ email: mei.email }] } })
  assert.equal(step(view, 'agenda')?.result, 'bad')
  assert.match(step(view, 'agenda')?.says ?? '', /Hide meeting description/)
})

test('without a host there is nothing to try yet', async () => {
  const { view } = await tried({ hosts: [] })
  assert.deepEqual([step(view, 'meetings')?.result, step(view, 'agenda')?.result], ['not_tried', 'not_tried'])
})

test('without webhooks the address, the events and the setting are told', async () => {
  const { view } = await tried({})
  const { says = '' } = step(view, 'webhooks') ?? {}
  assert.match(says, /https:\/\/desk\.example\.org\/zoom\/webhooks.*meeting\.created.*ZOOM_WEBHOOK_SECRET/)
  const { view: silent } = await tried({ webhookSecret: 'x' })
  assert.match(step(silent, 'webhooks')?.says ?? '', /Validate/)
})

test('a clock that is wrong by more than half a minute is told, and to which side', async () => {
  const { view } = await tried({ skewMs: -95_000 })
  assert.match(step(view, 'clock')?.says ?? '', /95 s behind/)
})
