import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { createNodeWebhookHandler } from '@convene/zoom/webhooks/node'
import { type RunningEmulator, startEmulator } from '@convene/zoom-emulator'
import { createTestMachine } from './parts/convene.ts'

/** Names whose values open something, wherever they stand in an answer of the API. */
const secretField =
  /^(?:access_token|refresh_token|token|device_code|user_code|password|.*_password|.*passcode|.*pin_code|stream_key|host_key)$/
const secretParameter = /[?&](?:pwd|tk|zak|who|token|access_token)=([^&\s"'<>\\]+)/g

/** Collects what must be shown nowhere. */
function createSecrets() {
  const found = new Map<string, string>()
  const note = (name: string, value: string) => {
    if (value.length >= 6) found.set(value, name)
  }
  const readText = (text: string) => {
    for (const [part, value = ''] of text.matchAll(secretParameter)) note(part, decodeURIComponent(value))
  }
  const read = (value: unknown, name = ''): void => {
    if (Array.isArray(value)) for (const one of value) read(one, name)
    else if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) read(one, key)
    else if (typeof value === 'string') {
      if (secretField.test(name)) note(name, value)
      readText(value)
    }
  }
  return { found, note, read, readText }
}

type Secrets = ReturnType<typeof createSecrets>

/** Somebody who plays everything that has a secret, and notes each. */
function createPlayer({ url, env }: RunningEmulator, secrets: Secrets) {
  const app = { authorization: `Basic ${btoa(`${env.ZOOM_CLIENT_ID}:${env.ZOOM_CLIENT_SECRET}`)}` }
  let bearer = {}
  const readAnswer = async (answer: Response) => {
    const text = await answer.text()
    secrets.readText(answer.headers.get('location') ?? '')
    if (!answer.headers.get('content-type')?.startsWith('application/json')) return {}
    const body = text === '' ? {} : JSON.parse(text)
    secrets.read(body)
    return body
  }
  const form = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const answer = await fetch(new URL(path, url), {
      method: 'POST',
      headers,
      body: new URLSearchParams(fields),
      redirect: 'manual',
    })
    return { location: answer.headers.get('location') ?? '', body: await readAnswer(answer) }
  }
  return {
    form,
    app,
    async signIn() {
      const { body } = await form(
        '/oauth/token',
        { grant_type: 'account_credentials', account_id: env.ZOOM_ACCOUNT_ID ?? '' },
        app,
      )
      bearer = { authorization: `Bearer ${body.access_token}` }
    },
    async call(method: string, path: string, body?: object) {
      secrets.read(body)
      const sent = body && { body: JSON.stringify(body) }
      return readAnswer(
        await fetch(`${url}/v2${path}`, {
          method,
          headers: { ...bearer, 'content-type': 'application/json' },
          ...sent,
        }),
      )
    },
    async open(path: string) {
      await fetch(new URL(path, url), { headers: { referer: new URL(path, url).href } })
    },
  }
}

test('no secret of a busy day stands in the journal, the console, the webhooks or what the command prints', async () => {
  const logged: string[] = []
  await using emulator = await startEmulator()
  const { url, env, clock, control } = emulator
  await clock.freeze('2030-01-07T09:55:00Z')
  const secrets = createSecrets()
  secrets.note('client secret', env.ZOOM_CLIENT_SECRET ?? '')
  secrets.note('webhook secret', env.ZOOM_WEBHOOK_SECRET_TOKEN ?? '')
  const player = createPlayer(emulator, secrets)
  await using hook = await startHook(emulator)
  await control.webhooks.subscribe({ url: hook.address })

  await player.signIn()
  const meeting = await player.call('POST', '/users/me/meetings', {
    topic: 'Weekly',
    password: 'hush4me',
    settings: { approval_type: 1, waiting_room: true, auto_recording: 'cloud' },
  })
  const { id } = meeting
  secrets.note('the passcode that was sent', 'hush4me')
  await player.call('PATCH', `/meetings/${id}`, { password: 'other5me' })
  await player.call('POST', `/users/me/meetings`, { topic: 'Broken', password: 'far too long a passcode' })
  await player.call('GET', `/meetings/${id}/invitation`)
  await player.call('PATCH', `/meetings/${id}/livestream`, {
    stream_url: 'rtmp://example.com/live',
    stream_key: 'stream-key-1',
    page_url: 'https://example.com',
  })
  await player.call('GET', `/meetings/${id}/livestream`)
  await player.call('GET', '/users/me/zak')
  await player.call('GET', '/users/me/token?type=zak')
  await player.call('GET', `/meetings/${id}/jointoken/live_streaming`)
  await player.call('POST', `/meetings/${id}/invite_links`, { attendees: [{ name: 'Ann' }], ttl: 60 })
  await player.call('PUT', '/users/mei@example.com/password', { password: 'Zebra7crossing' })
  const userApp = { authorization: `Basic ${btoa('demo-oauth-client:demo-oauth-secret')}` }
  const device = await player.form('/oauth/devicecode', { client_id: 'demo-oauth-client' }, userApp)
  assert.ok(device.body.user_code)
  await player.open(`/oauth/device?user_code=${device.body.user_code}`)

  const registered = await player.form(meeting.registration_url, { first_name: 'Mei', email: 'mei@example.org' })
  await player.call('PUT', `/meetings/${id}/registrants/status`, {
    action: 'approve',
    registrants: [{ email: 'mei@example.org' }],
  })
  await player.open(registered.location)
  const [registrant] = (await player.call('GET', `/meetings/${id}/registrants`)).registrants
  const fresh = await player.call('GET', `/meetings/${id}`)
  const host = await player.form(`/s/${id}`, {
    zak: new URL(fresh.start_url).searchParams.get('zak') ?? '',
    action: 'start',
  })
  assert.match(host.location, /who=/)
  await player.open(host.location)
  const guest = await player.form(registrant.join_url, { email: '' })
  await player.open(guest.location)
  await player.form(host.location, { do: 'admit-all' })
  await clock.advance(600_000)
  await player.form(host.location, { do: 'end' })
  await clock.advance(120_000)
  const recording = await player.call('GET', `/meetings/${id}/recordings`)
  assert.equal(recording.recording_files.length, 2)
  await player.form(recording.recording_files[0].play_url, { passcode: 'not the passcode' })
  await clock.advance(0)
  assert.ok(secrets.found.size > 15, String(secrets.found.size))

  for (const page of [
    '',
    'console/meetings',
    'console/requests',
    'console/webhooks',
    'console/clock',
    'console/faults',
  ]) {
    const html = await (await fetch(`${url}/${page}`)).text()
    // The overview shows the environment of each app on purpose: in these boxes and nowhere else.
    logged.push(html.replaceAll(/<pre id="env-[^>]*>[^<]*<\/pre>/g, ''))
  }
  await using machine = await createTestMachine({ ZOOM_API_URL: env.ZOOM_API_URL ?? '' })
  for (const words of [
    'journal --last 1000',
    'journal --last 1000 --json',
    'status',
    'limits',
    'faults',
    'accounts',
    'webhooks',
    'webhooks --json',
  ]) {
    const { code, stdout, stderr } = await machine.run(['emulator', ...words.split(' ')])
    assert.equal(code, 0, stderr)
    logged.push(stdout, stderr)
  }
  logged.push(JSON.stringify(control.journal.list()), JSON.stringify(emulator.notices))
  const shown = logged.map((text) => text.replaceAll('&#38;', '&')).join('\n')
  const leaks = [...secrets.found].flatMap(([value, name]) => {
    const at = [value, encodeURIComponent(value)].map((one) => shown.indexOf(one)).find((one) => one >= 0)
    return at === undefined ? [] : [`${name}: ${shown.slice(Math.max(0, at - 120), at + value.length + 20)}`]
  })
  assert.deepEqual(leaks, [])
})

/** Takes every webhook; the one about the end of the meeting it cannot take. */
async function startHook({ env, clock }: RunningEmulator) {
  const handle = createNodeWebhookHandler({
    secretToken: env.ZOOM_WEBHOOK_SECRET_TOKEN ?? '',
    onOther({ event }) {
      if (event === 'meeting.ended') throw new Error('the database is away')
    },
    onError() {},
    ambient: { now: clock.now },
  })
  const server = createServer(handle)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
