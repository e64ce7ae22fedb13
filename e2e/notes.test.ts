/**
 * What the programs of the five notes send, restored where a note was damaged, byte for byte as their libraries send it. None of them
 * knows of us: the emulator has to take them as they are (docs/zoom-facts.md §5.4, §10), as printed and with a date to come.
 */
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { type RunningEmulator, type SeedInput, startEmulator } from '@convene/zoom-emulator'
import { type Answer, python } from './parts/python-requests.ts'

const jwtApp = { key: 'jwt-key', secret: 'jwt-secret' }
const oauthApp = { id: 'tlc-booking', secret: 'tlc-secret', callback: 'https://oauth.pstmn.io/v1/callback' }
const s2s = { account: 'notes-account', id: 's2s-client', secret: 's2s-secret' }

const seed: SeedInput = {
  account: { id: s2s.account, timezone: 'Asia/Taipei' },
  apps: [
    { type: 'server_to_server', client_id: s2s.id, client_secret: s2s.secret },
    { type: 'oauth', client_id: oauthApp.id, client_secret: oauthApp.secret, redirect_uris: [oauthApp.callback] },
    { type: 'jwt', api_key: jwtApp.key, api_secret: jwtApp.secret },
  ],
  users: [
    { email: 'desk@example.com', role_id: '0', timezone: 'Asia/Taipei' },
    { email: 'zoom5@example.com', timezone: 'Asia/Taipei', assistants: ['desk@example.com'] },
  ],
}

let emulator: RunningEmulator
before(async () => {
  emulator = await startEmulator({ seed })
})
// Years after the notes were written: what they print is past, and 14 June 2030 is to come.
beforeEach(() => emulator.clock.freeze('2030-06-01T00:00:00Z'))
after(() => emulator.close())

/** `requests.post(url, …)` against the emulator. */
const send = (method: string, path: string, options?: Parameters<typeof python>[2]): Promise<Answer> =>
  python(method, emulator.url + path, options)

const basic = (id: string, secret: string): string => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`

/** `jwt.encode({'iss': key, 'exp': time() + life}, secret, algorithm='HS256')`: the end is a float with six digits. */
function pyJwt(lifeSeconds: number): string {
  const part = (text: string): string => Buffer.from(text).toString('base64url')
  const exp = (emulator.clock.now() / 1000 + lifeSeconds + 0.123456).toFixed(6)
  const signed = `${part('{"alg":"HS256","typ":"JWT"}')}.${part(`{"iss":"${jwtApp.key}","exp":${exp}}`)}`
  return `${signed}.${createHmac('sha256', jwtApp.secret).update(signed).digest('base64url')}`
}

/** The token that the programs of notes 003 and 004 fetch, in whichever way they do. */
async function s2sToken(): Promise<string> {
  const { body } = await send('POST', '/oauth/token', {
    headers: { authorization: basic(s2s.id, s2s.secret) },
    form: { grant_type: 'account_credentials', account_id: s2s.account },
  })
  return String(body.access_token)
}

function hasLinkAndPasscode({ status, body }: Answer): void {
  assert.equal(status, 201, JSON.stringify(body))
  assert.match(String(body.join_url), new RegExp(`^${emulator.url}/j/${body.id}\\?pwd=.+`))
  assert.match(String(body.password), /^\S+$/)
}

for (const start of ['2019-06-14T10: 21: 57', '2030-06-14T10:21:57'])
  test(`note 000: text numbers and booleans, a recurrence on a single meeting, start ${start}`, async () => {
    const answer = await send('POST', '/v2/users/me/meetings', {
      headers: { authorization: `Bearer ${pyJwt(5000)}`, 'content-type': 'application/json' },
      data: {
        topic: 'Monthly review',
        type: 2,
        start_time: start,
        duration: '45',
        timezone: 'Europe/Madrid',
        agenda: 'test',
        recurrence: { type: 1, repeat_interval: 1 },
        settings: {
          host_video: 'true',
          participant_video: 'true',
          join_before_host: 'False',
          mute_upon_entry: 'False',
          watermark: 'true',
          audio: 'voip',
          auto_recording: 'cloud',
        },
      },
    })
    hasLinkAndPasscode(answer)
    const { type, duration, timezone, start_time, settings, occurrences } = answer.body
    assert.deepEqual([type, duration, timezone, occurrences], [2, 45, 'Europe/Madrid', undefined])
    const { host_video, join_before_host, mute_upon_entry, auto_recording } = settings as Record<string, unknown>
    assert.deepEqual([host_video, join_before_host, mute_upon_entry, auto_recording], [true, false, false, 'cloud'])
    if (start.startsWith('2030')) assert.equal(start_time, '2030-06-14T08:21:57Z')
    else
      assert.ok(Math.abs(Date.parse(String(start_time)) - emulator.clock.now()) < 60_000, 'an unreadable start is now')
  })

test('note 000: a token that ended is refused as Zoom refuses it', async () => {
  const answer = await send('POST', '/v2/users/me/meetings', {
    headers: { authorization: `Bearer ${pyJwt(-10)}`, 'content-type': 'application/json' },
    data: { topic: 'Late' },
  })
  assert.equal(answer.status, 401)
  assert.equal(answer.body.code, 124)
})

for (const start of ['2021-06-09T17:00:00Z', '2030-06-09T17:00:00Z'])
  test(`note 001: a text as type, a zone that is none, start ${start}`, async () => {
    const answer = await send('POST', '/v2/users/desk@example.com/meetings', {
      headers: { authorization: `Bearer ${await s2sToken()}`, 'content-type': 'application/json' },
      data: {
        topic: 'Planning',
        type: '2',
        start_time: start,
        duration: '30',
        timezone: 'GMT+8',
        agenda: 'Four weeks',
        settings: { join_before_host: 'true', mute_upon_entry: 'true', approval_type: '2' },
      },
    })
    hasLinkAndPasscode(answer)
    const { body } = answer
    assert.deepEqual([body.type, body.duration, body.timezone], [2, 30, 'Asia/Taipei'])
    if (start.startsWith('2030')) assert.equal(body.start_time, start)
    const shown = [
      'uuid',
      'id',
      'host_id',
      'topic',
      'type',
      'status',
      'created_at',
      'start_url',
      'join_url',
      'password',
    ]
    const phones = ['h323_password', 'pstn_password', 'encrypted_password', 'settings']
    for (const field of [...shown, ...phones]) assert.ok(body[field] !== undefined, `${field} is in the note's answer`)
  })

/** The series that the desk makes for a colleague: every second Friday at 18:00 in Taipei, for two weeks from `first` on. */
async function makeSeries(first: string, last: string): Promise<Answer> {
  return send('POST', '/v2/users/me/meetings', {
    headers: { authorization: `Bearer ${await postmanToken()}`, 'content-type': 'application/json' },
    data: {
      topic: 'topic',
      type: 8,
      start_time: `${first}T18:00:00`,
      duration: 60,
      schedule_for: 'zoom5@example.com',
      timezone: 'Asia/Taipei',
      recurrence: { type: 2, repeat_interval: '2', weekly_days: '6', end_date_time: last },
    },
  })
}

for (const [writtenAt, first, last] of [
  ['2021-12-10T00:00:00Z', '2021-12-17', '2021-12-31'],
  ['2030-06-01T00:00:00Z', '2030-06-14', '2030-06-28'],
] as const)
  test(`note 002: a colleague's series on ${first} and ${last}, both days at 18:00 in Taipei`, async () => {
    emulator.clock.freeze(writtenAt)
    const answer = await makeSeries(first, last)
    hasLinkAndPasscode(answer)
    const headers = { authorization: `Bearer ${await s2sToken()}` }
    const { body } = await send('GET', `/v2/meetings/${answer.body.id}`, { headers })
    const starts = (body.occurrences as { start_time: string }[]).map(({ start_time }) => start_time)
    assert.deepEqual(starts, [`${first}T10:00:00Z`, `${last}T10:00:00Z`])
    assert.equal(body.host_email, 'zoom5@example.com')
  })

test('note 002: a series whose last date is long past is refused with the field that says so', async () => {
  const { status, body } = await makeSeries('2021-12-17', '2021-12-31')
  assert.deepEqual([status, body.code], [400, 300])
  assert.deepEqual(
    (body.errors as { field: string }[]).map(({ field }) => field),
    ['recurrence.end_date_time'],
  )
})

/** Signs in as Postman does with "Authorize using browser": the consent page, the redirect to its callback, the code for a token. */
async function postmanToken(): Promise<string> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: oauthApp.id,
    redirect_uri: oauthApp.callback,
    state: 'from-postman',
  })
  const page = await fetch(`${emulator.url}/oauth/authorize?${query}`)
  assert.equal(page.status, 200)
  const { action, fields } = readForm(await page.text(), 'desk@example.com')
  const back = await fetch(new URL(action, page.url), { method: 'POST', body: fields, redirect: 'manual' })
  const callback = new URL(back.headers.get('location') ?? '')
  assert.equal(callback.origin + callback.pathname, oauthApp.callback)
  assert.equal(callback.searchParams.get('state'), 'from-postman')
  const { status, body } = await send('POST', '/oauth/token', {
    headers: { authorization: basic(oauthApp.id, oauthApp.secret) },
    form: {
      grant_type: 'authorization_code',
      code: callback.searchParams.get('code') ?? '',
      redirect_uri: oauthApp.callback,
      client_id: oauthApp.id,
    },
  })
  assert.equal(status, 200, JSON.stringify(body))
  assert.ok(body.refresh_token, 'a person signs in with a refresh token')
  return String(body.access_token)
}

/** What a person sends who picks `email` on the consent page and presses its first button. */
function readForm(html: string, email: string): { action: string; fields: URLSearchParams } {
  const form = /<form\b[^>]*>[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const attribute = (tag: string, name: string): string =>
    (new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&amp;', '&')
  const fields = new URLSearchParams()
  for (const [tag] of form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g))
    fields.set(attribute(tag, 'name'), attribute(tag, 'value'))
  const choice = [...form.matchAll(/<(?:option|label|li|button)\b[\s\S]*?<\/(?:option|label|li|button)>/g)].find(
    ([text]) => text.includes(email),
  )?.[0]
  assert.ok(choice, `the consent page offers ${email}`)
  const radio = /<input\b[^>]*>/.exec(choice)?.[0]
  const select = /<select\b[^>]*>/.exec(form)?.[0]
  if (radio) fields.set(attribute(radio, 'name'), attribute(radio, 'value'))
  else if (select) fields.set(attribute(select, 'name'), attribute(choice, 'value'))
  const button = /<button\b[^>]*name="[^>]*>/.exec(form)?.[0]
  if (button) fields.set(attribute(button, 'name'), attribute(button, 'value'))
  return { action: attribute(form, 'action'), fields }
}

test('note 002: zoomus lists users and meetings, makes, reads, changes and deletes one', async () => {
  // This library signs with a JWT, sends a Content-Type with every request, and repeats ids beside the path.
  const headers = { authorization: `Bearer ${pyJwt(3600)}`, 'content-type': 'application/json' }
  const { body: users } = await send('GET', '/v2/users', { headers })
  const host = (users.users as { id: string; email: string }[]).find(({ email }) => email === 'zoom5@example.com')
  assert.ok(host)

  const made = await send('POST', `/v2/users/${host.id}/meetings`, {
    headers,
    // `datetime(2032, 12, 24, 8, 0, 0)` goes out with a Z: eight in UTC, sixteen in Taipei. The zone is misspelt.
    data: {
      id: host.id,
      user_id: host.id,
      topic: 'From a terminal',
      start_time: '2030-08-24T08:00:00Z',
      duration: 60,
      agenda: 'Made from a terminal',
      timezone: 'Asial/Taipei',
    },
  })
  hasLinkAndPasscode(made)
  assert.deepEqual([made.body.start_time, made.body.timezone], ['2030-08-24T08:00:00Z', 'Asia/Taipei'])
  const id = String(made.body.id)

  const listed = await send('GET', `/v2/users/${host.id}/meetings?user_id=${host.id}&type=upcoming`, { headers })
  const rows = listed.body.meetings as { id: number; start_time: string }[]
  assert.ok(rows.some((row) => String(row.id) === id && row.start_time === '2030-08-24T08:00:00Z'))

  const changed = await send('PATCH', `/v2/meetings/${id}`, { headers, data: { id, topic: 'Moved', agenda: 'New' } })
  assert.deepEqual([changed.status, changed.text], [204, ''])
  const found = await send('GET', `/v2/meetings/${id}?id=${id}`, { headers })
  assert.deepEqual([found.body.topic, found.body.agenda], ['Moved', 'New'])

  const deleted = await send('DELETE', `/v2/meetings/${id}?id=${id}`, { headers })
  assert.equal(deleted.status, 204)
  assert.equal((await send('GET', `/v2/meetings/${id}?id=${id}`, { headers })).status, 404)
})

test('note 002: the calls that zoomus does not have give the invitation and a link with a name', async () => {
  const headers = { authorization: `Bearer ${await postmanToken()}` }
  const made = await send('POST', '/v2/users/me/meetings', {
    headers,
    json: { topic: 'Weekly', timezone: 'Asia/Taipei' },
  })
  const { body } = await send('GET', `/v2/meetings/${made.body.id}/invitation`, { headers })
  assert.ok(String(body.invitation).includes(String(made.body.join_url)))
  const links = await send('POST', `/v2/meetings/${made.body.id}/invite_links`, {
    headers,
    json: { ttl: 3600, attendees: [{ name: 'Mike Brown' }] },
  })
  const [attendee] = links.body.attendees as { name: string; join_url: string }[]
  assert.equal(attendee?.name, 'Mike Brown')
  assert.match(attendee?.join_url ?? '', /^http/)
})

for (const date of ['2023-08-23', '2030-08-23'])
  test(`note 003: a form token with the secret repeated, a text as duration, on ${date}`, async () => {
    const token = await send('POST', '/oauth/token', {
      headers: { authorization: basic(s2s.id, s2s.secret) },
      form: { grant_type: 'account_credentials', account_id: s2s.account, client_secret: s2s.secret },
    })
    assert.equal(token.status, 200)
    const headers = { authorization: `Bearer ${token.body.access_token}`, 'content-type': 'application/json' }
    const answer = await send('POST', '/v2/users/me/meetings', {
      headers,
      // The note joins date and time with a "T10:" of its own.
      json: { topic: 'Interview', duration: '60', start_time: `${date}T10:18:24`, type: 2 },
    })
    hasLinkAndPasscode(answer)
    assert.deepEqual([answer.body.topic, answer.body.duration], ['Interview', 60])
    if (date.startsWith('2030')) assert.equal(answer.body.start_time, '2030-08-23T02:18:24Z', "the host's own zone")
  })

for (const start of ['2022-12-17T15:00:00', '2030-12-17T15:00:00'])
  test(`note 004: a token asked for in the query with an empty body, start ${start} in Tokyo`, async () => {
    const query = `grant_type=account_credentials&account_id=${s2s.account}`
    const token = await send('POST', `/oauth/token?${query}`, { headers: { authorization: basic(s2s.id, s2s.secret) } })
    assert.equal(token.status, 200)
    const answer = await send('POST', '/v2/users/me/meetings', {
      headers: { authorization: `Bearer ${token.body.access_token}`, 'content-type': 'application/json' },
      data: { topic: '定例会', start_time: start, duration: 30, timezone: 'Asia/Tokyo' },
    })
    hasLinkAndPasscode(answer)
    assert.equal(answer.body.topic, '定例会')
    if (start.startsWith('2030')) assert.equal(answer.body.start_time, '2030-12-17T06:00:00Z')
  })

test('note 004: a wrong secret and a wrong meeting are told apart', async () => {
  const query = `grant_type=account_credentials&account_id=${s2s.account}`
  const refused = await send('POST', `/oauth/token?${query}`, { headers: { authorization: basic(s2s.id, 'wrong') } })
  assert.notEqual(refused.status, 200)
  assert.equal(refused.body.error, 'invalid_client')
  const answer = await send('POST', '/v2/users/me/meetings', {
    headers: { authorization: `Bearer ${await s2sToken()}`, 'content-type': 'application/json' },
    data: { topic: 'x'.repeat(201) },
  })
  assert.deepEqual([answer.status, answer.body.code], [400, 300])
})
