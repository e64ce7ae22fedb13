import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { type RunningEmulator, startEmulator } from '@convene/zoom-emulator'
import { NODE_COMPILE_CACHE } from './parts/compile-cache.ts'

let emulator: RunningEmulator
before(async () => {
  emulator = await startEmulator({
    seed: {
      apps: [{ type: 'server_to_server' }, { type: 'jwt', api_key: 'example-key', api_secret: 'example-secret' }],
      users: [
        { email: 'owner@example.com', role_id: '0' },
        { email: 'mei@example.com', first_name: 'Mei', last_name: 'Lin', timezone: 'Asia/Taipei' },
      ],
    },
  })
})
after(() => emulator.close())

/** What an example prints, started as a person would start it. */
async function run(
  file: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ status: number; out: string; err: string }> {
  const child = spawn(process.execPath, [`examples/${file}`], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE, ...emulator.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const text = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text.out += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text.err += chunk
  })
  const status = await new Promise<number>((done) => child.once('close', (code) => done(code ?? 1)))
  return { status, ...text }
}

/** The same, for an example that must succeed. */
async function outputOf(file: string, env?: Readonly<Record<string, string>>): Promise<string> {
  const { status, out, err } = await run(file, env)
  assert.equal(status, 0, err)
  return out
}

const link = /\/j\/\d{9,11}\?pwd=\S+/

test('note 000: a program of a JWT app gets link and passcode', async () => {
  const out = await outputOf('note-000-legacy-jwt.ts', {
    ZOOM_API_KEY: 'example-key',
    ZOOM_API_SECRET: 'example-secret',
  })
  assert.match(out, link)
  assert.match(out, /^Passcode: \S+$/m)
})

test('note 001: a program with a token from elsewhere gets the meeting it asked for', async () => {
  const { ZOOM_OAUTH_URL = '', ZOOM_ACCOUNT_ID = '', ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET } = emulator.env
  const answer = await fetch(`${ZOOM_OAUTH_URL}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${ZOOM_CLIENT_ID}:${ZOOM_CLIENT_SECRET}`)}` },
    body: new URLSearchParams({ grant_type: 'account_credentials', account_id: ZOOM_ACCOUNT_ID }),
  })
  const { access_token } = (await answer.json()) as { access_token: string }
  const out = await outputOf('note-001-bearer-token.ts', { ZOOM_ACCESS_TOKEN: access_token })
  assert.match(out, /^Starts 2030-06-09T09:00:00Z \(Asia\/Shanghai\)$/m)
  assert.match(out, link)
})

test('note 002: the booking desk goes through a whole series and leaves nothing behind', async () => {
  const out = await outputOf('note-002-room-booking.ts')
  assert.match(out, /^部門週會: 2031-01-03T10:00:00Z$/m, 'only the date of the asked week, at 18:00 in Taipei')
  assert.match(out, /2031年1月17日 18:00/, 'the invitation lists every date')
  assert.match(out, /^Link of Mike Brown: http/m)
  assert.match(out, /^Agenda: Bring the list of devices$/m)
  const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
  assert.deepEqual((await zoom.meetings.list({ userId: 'mei@example.com' })).meetings, [])
})

test('note 003: the caller gets one flat object, its time in UTC', async () => {
  const result = JSON.parse(await outputOf('note-003-result-for-a-caller.ts')) as Record<string, unknown>
  assert.match(String(result.meetingUrl), link)
  assert.match(String(result.password), /\S/)
  assert.deepEqual(
    { ...result, meetingUrl: '', password: '' },
    { meetingUrl: '', password: '', meetingTime: '2030-08-23T15:24:00Z', purpose: 'Interview', duration: 60 },
  )
})

test('note 004: the link is printed, and a wrong secret is told apart from a refused meeting', async () => {
  assert.match(await outputOf('note-004-what-went-wrong.ts'), link)
  const refused = await run('note-004-what-went-wrong.ts', { ZOOM_CLIENT_SECRET: 'wrong-secret' })
  assert.equal(refused.status, 1)
  assert.match(refused.err, /^No access token: /)
  assert.doesNotMatch(refused.err, /wrong-secret/)
})

test('every example has a test here', () => {
  const files = readdirSync('examples').filter((file) => file.endsWith('.ts'))
  assert.deepEqual(
    files.map((file) => file.slice(0, 8)),
    ['note-000', 'note-001', 'note-002', 'note-003', 'note-004'],
  )
})
