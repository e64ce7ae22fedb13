import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'

const single = { topic: 'Plans & <b>more</b>', start_time: '2026-12-17T18:00:00', timezone: 'Asia/Taipei' }

async function read(url: string, init?: RequestInit) {
  const response = await fetch(url, { redirect: 'manual', ...init })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

const post = (url: string, form: Record<string, string>) =>
  read(url, { method: 'POST', body: new URLSearchParams(form) })

/** Presses the button of a start page. */
async function press(zoom: TestZoom, meeting: { id: number; start_url: string }, action: 'start' | 'end') {
  const zak = new URL(meeting.start_url).searchParams.get('zak') ?? ''
  return post(`${zoom.emulator.url}/s/${meeting.id}`, { zak, action })
}

test('a join link shows topic, host and the time in the meeting’s zone', async () => {
  await using zoom = await startZoom()
  const { join_url } = await zoom.create(single)
  const { status, headers, html } = await read(join_url)
  assert.equal(status, 200)
  assert.match(headers.get('content-type') ?? '', /^text\/html/)
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/)
  assert.ok(html.includes('Emulated, not Zoom'))
  assert.ok(html.includes('Plans &#38; &#60;b&#62;more&#60;/b&#62;'), 'the topic is text, not HTML')
  assert.ok(html.includes('Olive Owner'))
  assert.match(html, /Thursday,? 17 December 2026 at 18:00 \(Asia\/Taipei\)/)
  assert.ok(html.includes('Waiting for the host'))
})

test('a link without pwd asks for the passcode and takes only the right one', async () => {
  await using zoom = await startZoom()
  const { id, password, join_url } = await zoom.create(single)
  const bare = `${zoom.emulator.url}/j/${id}`
  const asked = await read(bare)
  assert.match(asked.html, /<label for="passcode">/)
  assert.ok(!asked.html.includes('Olive Owner'))
  const wrong = await post(bare, { passcode: 'wrong' })
  assert.equal(wrong.status, 403)
  assert.ok(wrong.html.includes('role="alert"'))
  const right = await post(bare, { passcode: password })
  assert.equal(right.status, 303)
  assert.equal(new URL(right.headers.get('location') ?? '', bare).href, join_url)
  const open = await zoom.create({ default_password: false, topic: 'Open' })
  assert.ok((await read(open.join_url)).html.includes('<h1>Open</h1>'))
})

test('a meeting with the personal id is joined under it, each with its own passcode', async () => {
  await using zoom = await startZoom()
  const { body: owner } = await zoom.call('GET', '/users/me')
  const settings = { use_pmi: true }
  const first = await zoom.create({ ...single, topic: 'First', settings })
  const second = await zoom.create({ ...single, topic: 'Second', settings })
  assert.match(String(first.id), /^9\d{10}$/)
  assert.equal(first.pmi, String(owner.pmi))
  assert.equal(first.join_url.split('?')[0], `${zoom.emulator.url}/j/${owner.pmi}`)
  for (const { topic, join_url } of [first, second])
    assert.ok((await read(join_url)).html.includes(`<h1>${topic}</h1>`))
  const bare = `${zoom.emulator.url}/j/${owner.pmi}`
  assert.match((await read(bare)).html, /<label for="passcode">/)
  const right = await post(bare, { passcode: second.password })
  assert.equal(new URL(right.headers.get('location') ?? '', bare).href, second.join_url)
  const { body } = await zoom.call('GET', `/meetings/${second.id}/invitation`)
  const grouped = String(owner.pmi).replace(/(...)(...)/, '$1 $2 ')
  assert.ok(body.invitation.includes(`Meeting ID: ${grouped}\r\n`))
  assert.ok(body.invitation.includes(second.join_url))
  assert.deepEqual(body.sip_links, [`${owner.pmi}@zoomcrc.com`])
  await zoom.call('DELETE', `/meetings/${first.id}`)
  assert.match((await read(first.join_url)).html, /<label for="passcode">/)
})

test('the personal room itself cannot be deleted', async () => {
  await using zoom = await startZoom()
  const { body: owner } = await zoom.call('GET', '/users/me')
  const { status, body } = await zoom.call('DELETE', `/meetings/${owner.pmi}`)
  assert.deepEqual([status, body.code], [400, 3018])
})

test('a link to what the emulator does not have says so, not that it is wrong', async () => {
  await using zoom = await startZoom()
  const { chat_join_url } = await zoom.create({ ...single, settings: { continuous_meeting_chat: { enable: true } } })
  const { status, html } = await read(chat_join_url)
  assert.equal(status, 501)
  assert.match(html, /Meeting chat is not here yet/)
})

test('the page of a series shows its next date, also where that was moved, and how many follow', async () => {
  await using zoom = await startZoom()
  const series = { ...single, type: 8, recurrence: { type: 1, end_times: 4 } }
  const { id, join_url, occurrences } = await zoom.create(series)
  const at = (index: number) => `/meetings/${id}?occurrence_id=${occurrences[index].occurrence_id}`
  await zoom.call('PATCH', at(0), { start_time: '2026-12-25T09:00:00' })
  await zoom.call('DELETE', at(1))
  assert.match((await read(join_url)).html, /Saturday,? 19 December 2026 at 18:00 .*, and 2 more after it/)
})

test('a link to no meeting is a page that says what to do', async () => {
  await using zoom = await startZoom()
  for (const path of ['/j/99999999999', '/j/abc', '/s/99999999999', '/w/1', '/meeting/x/ics']) {
    const { status, html } = await read(`${zoom.emulator.url}${path}`)
    assert.equal(status, 404, path)
    assert.ok(html.includes('There is no such meeting'), path)
  }
})

test('the host starts a meeting from the start link, and ends it', async () => {
  await using zoom = await startZoom()
  const meeting = await zoom.create(single)
  assert.ok((await read(meeting.start_url)).html.includes('Start meeting'))
  assert.equal((await press(zoom, meeting, 'start')).status, 303)
  assert.equal((await zoom.get(meeting.id)).status, 'started')
  assert.ok((await read(meeting.join_url)).html.includes('The host has started'))
  assert.equal((await zoom.call('GET', '/users/me/meetings?type=live')).body.total_records, 1)

  const changed = await zoom.call('PATCH', `/meetings/${meeting.id}`, { topic: 'New' })
  assert.deepEqual([changed.status, changed.body.code], [400, 3000])
  const deleted = await zoom.call('DELETE', `/meetings/${meeting.id}`)
  assert.deepEqual([deleted.status, deleted.body.code], [400, 3002])

  assert.ok((await read(meeting.start_url)).html.includes('End meeting'))
  assert.equal((await press(zoom, meeting, 'end')).status, 303)
  assert.equal((await zoom.get(meeting.id)).status, 'waiting')
  const lists = async (type: string) => (await zoom.call('GET', `/users/me/meetings?type=${type}`)).body.total_records
  assert.deepEqual([await lists('live'), await lists('upcoming'), await lists('previous_meetings')], [0, 0, 1])
  const ended = await zoom.call('DELETE', `/meetings/${meeting.id}`)
  assert.deepEqual([ended.status, ended.body.code], [400, 3007])

  await zoom.call('PATCH', `/meetings/${meeting.id}`, { start_time: '2026-12-18T18:00:00' })
  assert.deepEqual(
    [await lists('upcoming'), await lists('previous_meetings')],
    [1, 0],
    'a new time makes it coming again',
  )
  assert.equal((await zoom.call('DELETE', `/meetings/${meeting.id}`)).status, 204)
})

test('PUT status ends a running meeting', async () => {
  await using zoom = await startZoom()
  const meeting = await zoom.create(single)
  await press(zoom, meeting, 'start')
  assert.equal((await zoom.call('PUT', `/meetings/${meeting.id}/status`, { action: 'end' })).status, 204)
  assert.equal((await zoom.get(meeting.id)).status, 'waiting')
})

test('each start of a recurring meeting is an instance with a uuid of its own', async () => {
  await using zoom = await startZoom()
  const meeting = await zoom.create({ topic: 'Anytime', type: 3 })
  await press(zoom, meeting, 'start')
  const first = (await zoom.get(meeting.id)).uuid
  await press(zoom, meeting, 'end')
  await press(zoom, meeting, 'start')
  const second = (await zoom.get(meeting.id)).uuid
  assert.notEqual(second, first)
})

test('an instant meeting ends with its id', async () => {
  await using zoom = await startZoom()
  const meeting = await zoom.create({ type: 1 })
  await press(zoom, meeting, 'start')
  assert.ok((await zoom.get(meeting.id)).start_time)
  assert.ok((await press(zoom, meeting, 'end')).html.includes('The meeting has ended'))
  assert.equal((await zoom.call('GET', `/meetings/${meeting.id}`)).body.code, 3001)
})

test('a start link works for two hours, and only for its host', async () => {
  await using zoom = await startZoom()
  const meeting = await zoom.create(single)
  const other = await zoom.create(single, 'mei@example.com')
  const zak = new URL(other.start_url).search
  assert.equal((await read(`${zoom.emulator.url}/s/${meeting.id}${zak}`)).status, 403)
  assert.equal((await read(`${zoom.emulator.url}/s/${meeting.id}?zak=x.y`)).status, 403)
  zoom.emulator.clock.advance(2 * 3_600_000 - 1)
  assert.equal((await read(meeting.start_url)).status, 200)
  zoom.emulator.clock.advance(1)
  const { status, html } = await read(meeting.start_url)
  assert.equal(status, 403)
  assert.ok(html.includes('new start_url'))
  assert.equal((await read((await zoom.get(meeting.id)).start_url)).status, 200)
})

test('a host runs as many meetings at once as the licence allows', async () => {
  await using zoom = await startZoom()
  const meetings = [await zoom.create(single), await zoom.create({ type: 1 }), await zoom.create(single)]
  const statuses = []
  for (const meeting of meetings) statuses.push((await press(zoom, meeting, 'start')).status)
  assert.deepEqual(statuses, [303, 303, 409])
  const basic = [await zoom.create(single, 'nora@example.com'), await zoom.create(single, 'nora@example.com')]
  assert.deepEqual(
    [(await press(zoom, basic[0], 'start')).status, (await press(zoom, basic[1], 'start')).status],
    [303, 409],
  )
})

test('an invite link greets its guest until it expires', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(single)
  const { body } = await zoom.call('POST', `/meetings/${id}/invite_links`, {
    attendees: [{ name: 'Mei <林>' }],
    ttl: 60,
  })
  const link = body.attendees[0].join_url
  assert.ok((await read(link)).html.includes('You are invited as <strong>Mei &#60;林&#62;</strong>'))
  zoom.emulator.clock.advance(60_000)
  assert.equal((await read(link)).status, 403)
})
