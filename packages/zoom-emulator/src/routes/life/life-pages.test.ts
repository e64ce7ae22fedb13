import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'

async function read(zoom: TestZoom, path: string, init?: RequestInit) {
  const response = await fetch(new URL(path, zoom.emulator.url), { redirect: 'manual', ...init })
  const { status, headers } = response
  return { status, headers, html: await response.text(), location: headers.get('location') ?? '' }
}
const post = (zoom: TestZoom, path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  read(zoom, path, { method: 'POST', body: new URLSearchParams(form), headers })

/** Somebody comes by a link; gives the page that is theirs. */
async function join(zoom: TestZoom, link: string, form: Record<string, string> = { name: 'Ann', email: '' }) {
  const { status, location, html } = await post(zoom, link, form)
  assert.equal(status, 303, html)
  return location
}

/** The host starts by the start link; gives the host's page. */
async function start(zoom: TestZoom, { id, start_url }: { id: number; start_url: string }) {
  const zak = new URL(start_url).searchParams.get('zak') ?? ''
  return (await post(zoom, `/s/${id}`, { zak, action: 'start' })).location
}
const standing = ({ html }: { html: string }) => /<p role="status">([^<]*)<\/p>/.exec(html)?.[1] ?? ''

test('who comes by the join link has a page that says where one stands', async () => {
  await using zoom = await startZoom()
  const meeting = await zoom.create({ topic: 'Weekly', settings: { waiting_room: true } })
  const ann = await join(zoom, meeting.join_url)
  assert.match(standing(await read(zoom, ann)), /The host has not started this meeting yet/)
  const host = await start(zoom, meeting)
  assert.match(standing(await read(zoom, ann)), /You are in the waiting room/)
  assert.equal((await post(zoom, host, { do: 'admit-all' })).status, 303)
  assert.match(standing(await read(zoom, ann)), /You are in the meeting. 2 people here/)
  await post(zoom, ann, { do: 'leave' })
  assert.match(standing(await read(zoom, ann)), /You have left the meeting/)
  await post(zoom, host, { do: 'end' })
  assert.match(standing(await read(zoom, host)), /The meeting has ended/)
})

test('only who leads the meeting can admit, remove and end', async () => {
  await using zoom = await startZoom()
  const meeting = await zoom.create({ settings: { waiting_room: true } })
  const ann = await join(zoom, meeting.join_url)
  await start(zoom, meeting)
  for (const form of [{ do: 'admit-all' }, { do: 'end' }]) await post(zoom, ann, form)
  assert.match(standing(await read(zoom, ann)), /You are in the waiting room/)
  assert.equal((await zoom.get(meeting.id)).status, 'started')
})

test('who is not in the meeting yet does not see who is', async () => {
  await using zoom = await startZoom()
  const meeting = await zoom.create({ settings: { waiting_room: true } })
  await start(zoom, meeting)
  await join(zoom, meeting.join_url, { name: 'Ben', email: '' })
  const { html } = await read(zoom, await join(zoom, meeting.join_url))
  assert.ok(!html.includes('Ben'))
})

test('nobody takes part by an address that was made up, or of another meeting', async () => {
  await using zoom = await startZoom()
  const [meeting, other] = [await zoom.create({ topic: 'One' }), await zoom.create({ topic: 'Other' })]
  const ann = await join(zoom, meeting.join_url)
  for (const path of [`/wc/${meeting.id}`, `/wc/${meeting.id}?who=x.y`, ann.replace(`${meeting.id}`, `${other.id}`)]) {
    assert.equal((await read(zoom, path)).status, 403, path)
    assert.equal((await post(zoom, path, { do: 'leave' })).status, 403, path)
  }
})

test('a form that a foreign page sent does nothing', async () => {
  await using zoom = await startZoom()
  const meeting = await zoom.create({ topic: 'One', default_password: false })
  const ann = await join(zoom, meeting.join_url)
  const zak = new URL(meeting.start_url).searchParams.get('zak') ?? ''
  const foreign = { origin: 'https://example.com' }
  const answers = [
    await post(zoom, meeting.join_url, { name: 'Eve', email: '' }, foreign),
    await post(zoom, `/s/${meeting.id}`, { zak, action: 'start' }, foreign),
    await post(zoom, ann, { do: 'leave' }, { origin: 'null' }),
  ]
  assert.deepEqual(
    answers.map(({ status }) => status),
    [403, 403, 403],
  )
  assert.equal((await post(zoom, ann, { do: 'leave' }, { origin: zoom.emulator.url })).status, 303)
})

const mistakes: readonly (readonly [form: Record<string, string>, says: string])[] = [
  [{ name: ' ', email: '' }, 'Say your name'],
  [{ name: 'x'.repeat(65), email: '' }, 'at most 64 characters'],
  [{ name: 'Ann', email: 'nobody' }, 'This is no e-mail address'],
]
for (const [form, says] of mistakes)
  test(`a form with ${JSON.stringify(form).slice(0, 40)} comes back with what was typed, and says: ${says}`, async () => {
    await using zoom = await startZoom()
    const { join_url } = await zoom.create({ topic: 'One' })
    const { status, html } = await post(zoom, join_url, form)
    assert.equal(status, 400)
    assert.match(html, new RegExp(`role="alert">[^<]*${says}`))
    assert.ok(html.includes(`value="${form.name?.trim()}"`))
  })

test('names and topics are text, not HTML', async () => {
  await using zoom = await startZoom()
  const meeting = await zoom.create({ topic: '<b>Topic</b>' })
  await join(zoom, meeting.join_url, { name: '<script>"Ann"', email: '' })
  const { html } = await read(zoom, await start(zoom, meeting))
  assert.ok(html.includes('&#60;script&#62;&#34;Ann&#34;'))
  assert.ok(!html.includes('<script>"') && !html.includes('<b>'))
})

test('an invited person and a registrant come under their own names', async () => {
  await using zoom = await startZoom()
  const meeting = await zoom.create({ topic: 'One', settings: { approval_type: 0 } })
  const invited = await zoom.call('POST', `/meetings/${meeting.id}/invite_links`, { attendees: [{ name: 'Ina' }] })
  const registered = await zoom.call('POST', `/meetings/${meeting.id}/registrants`, {
    email: 'rea@elsewhere.test',
    first_name: 'Rea',
    last_name: 'Sun',
  })
  await start(zoom, meeting)
  for (const link of [invited.body.attendees[0].join_url, registered.body.join_url])
    await join(zoom, link, { name: 'Somebody else', email: '' })
  zoom.emulator.control.life.end(meeting.id)
  const { body } = await zoom.call('GET', `/past_meetings/${meeting.id}/participants`)
  const rows = body.participants.map((row: Record<string, string>) => [row.name, row.registrant_id])
  assert.deepEqual(rows.slice(1), [
    ['Ina', undefined],
    ['Rea Sun', registered.body.registrant_id],
  ])
})

test('a link with a passcode does not let in who does not have it', async () => {
  await using zoom = await startZoom()
  const { id, password } = await zoom.create({ topic: 'One' })
  const { status, html } = await post(zoom, `/j/${id}`, { name: 'Ann', email: '' })
  assert.deepEqual([status, html.includes('<label for="passcode">')], [403, true])
  const { location } = await post(zoom, `/j/${id}`, { passcode: password })
  assert.match(await join(zoom, location), /^\/wc\//)
})

test('the page that keeps itself current may run its own script and no other', async () => {
  await using zoom = await startZoom()
  const { join_url } = await zoom.create({ topic: 'One' })
  const { headers } = await read(zoom, await join(zoom, join_url))
  const policy = headers.get('content-security-policy') ?? ''
  assert.match(policy, /script-src 'sha256-[^']+'; connect-src 'self'$/)
  assert.match(policy, /^default-src 'none'/)
})
