import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom, testNow } from '../../../test/start-zoom.ts'

const minute = 60_000

interface Recorded {
  readonly zoom: TestZoom
  readonly id: number
  readonly uuid: string
  readonly path: string
}

/** A meeting of ten minutes that was recorded, and whose recording is ready. */
async function recorded(hostId = 'me', settings: object = { auto_recording: 'cloud' }): Promise<Recorded> {
  const zoom = await startZoom()
  const { id, uuid } = await zoom.create({ topic: 'Weekly', settings }, hostId)
  zoom.emulator.control.life.start(id)
  await zoom.emulator.clock.advance(10 * minute)
  zoom.emulator.control.life.end(id)
  await zoom.emulator.clock.advance(minute)
  return { zoom, id, uuid, path: `/meetings/${id}/recordings` }
}

test('a meeting that was recorded has a video and an audio file a minute after its end', async () => {
  await using zoom = await startZoom()
  const { id, uuid } = await zoom.create({ topic: 'Weekly', settings: { auto_recording: 'cloud' } })
  zoom.emulator.control.life.start(id)
  await zoom.emulator.clock.advance(10 * minute)
  zoom.emulator.control.life.end(id)
  const early = await zoom.call('GET', `/meetings/${id}/recordings`)
  assert.deepEqual([early.status, early.body.code], [404, 3301])
  await zoom.emulator.clock.advance(minute)
  const { status, body } = await zoom.call('GET', `/meetings/${id}/recordings`)
  assert.equal(status, 200)
  assert.deepEqual([body.uuid, body.id, body.topic, body.duration, body.type], [uuid, id, 'Weekly', 10, '2'])
  assert.deepEqual([body.start_time, body.recording_count], [testNow, 2])
  assert.deepEqual(
    body.recording_files.map((file: Record<string, unknown>) => [file.file_type, file.recording_type, file.status]),
    [
      ['MP4', 'shared_screen_with_speaker_view', 'completed'],
      ['M4A', 'audio_only', 'completed'],
    ],
  )
  assert.equal(body.recording_files[0].recording_end, '2026-11-22T04:10:00Z')
  const byUuid = await zoom.call('GET', `/meetings/${encodeURIComponent(encodeURIComponent(uuid))}/recordings`)
  assert.deepEqual(byUuid.body, body)
})

test('the number of a meeting means its latest recording, a uuid means one', async () => {
  const { zoom, id, uuid, path } = await recorded('me', { auto_recording: 'cloud' })
  await using _ = zoom
  zoom.emulator.control.life.start(id)
  await zoom.emulator.clock.advance(minute)
  zoom.emulator.control.life.end(id)
  await zoom.emulator.clock.advance(minute)
  const { body: latest } = await zoom.call('GET', path)
  assert.notEqual(latest.uuid, uuid)
  assert.equal((await zoom.call('GET', `/meetings/${encodeURIComponent(uuid)}/recordings`)).body.uuid, uuid)
})

test('a file comes whole or in ranges, and is a media file', async () => {
  const { zoom, path } = await recorded()
  await using _ = zoom
  const { body } = await zoom.call('GET', `${path}?include_fields=download_access_token`)
  for (const file of body.recording_files) {
    const bearer = { authorization: `Bearer ${body.download_access_token}` }
    const whole = await fetch(file.download_url, { headers: bearer })
    assert.equal(whole.status, 200)
    assert.equal(whole.headers.get('content-type'), file.file_type === 'MP4' ? 'video/mp4' : 'audio/mp4')
    const bytes = Buffer.from(await whole.arrayBuffer())
    assert.equal(bytes.length, file.file_size)
    assert.equal(bytes.toString('latin1', 4, 8), 'ftyp')
    const part = await fetch(`${file.download_url}?access_token=${body.download_access_token}`, {
      headers: { range: 'bytes=4-7' },
    })
    assert.equal(part.status, 206)
    assert.equal(part.headers.get('content-range'), `bytes 4-7/${bytes.length}`)
    assert.equal(await part.text(), 'ftyp')
    const beyond = await fetch(file.download_url, { headers: { ...bearer, range: `bytes=${bytes.length}-` } })
    assert.equal(beyond.status, 416)
  }
})

test('a file needs a token: its own while that lives, or one of the account', async () => {
  const { zoom, path } = await recorded()
  await using _ = zoom
  const { body } = await zoom.call('GET', `${path}?include_fields=download_access_token&ttl=60`)
  const url = body.recording_files[0].download_url
  const statusOf = async (query = '') => (await fetch(`${url}${query}`)).status
  assert.equal(await statusOf(), 401)
  assert.equal(await statusOf('?access_token=wrong'), 401)
  assert.equal(await statusOf(`?access_token=${body.download_access_token}`), 200)
  await zoom.emulator.clock.advance(minute)
  assert.equal(await statusOf(`?access_token=${body.download_access_token}`), 401)
  assert.equal((await fetch(`${zoom.emulator.url}/rec/download/nothing`)).status, 404)
  const wrong = await zoom.call('GET', `${path}?ttl=604801`)
  assert.deepEqual([wrong.status, wrong.body.errors[0].field], [400, 'ttl'])
})

test('the trash takes files and gives them back; delete takes them for good', async () => {
  const { zoom, uuid, path } = await recorded()
  await using _ = zoom
  const listed = async (query: string) => {
    const { body } = await zoom.call('GET', `/users/me/recordings?from=2026-11-22${query}`)
    return body.meetings.map((meeting: { recording_files: object[] }) => meeting.recording_files.length)
  }
  const { body } = await zoom.call('GET', path)
  const [video] = body.recording_files
  assert.equal((await zoom.call('DELETE', `${path}/${video.id}`)).status, 204)
  assert.deepEqual([await listed(''), await listed('&trash=true')], [[1], [1]])
  assert.equal((await zoom.call('PUT', `${path}/${video.id}/status`, { action: 'recover' })).status, 204)
  assert.deepEqual([await listed(''), await listed('&trash=true')], [[2], []])
  assert.equal((await zoom.call('DELETE', path)).status, 204)
  assert.deepEqual([await listed(''), await listed('&trash=true')], [[], [2]])
  assert.equal((await zoom.call('GET', path)).body.code, 3301)
  const whole = `/meetings/${encodeURIComponent(uuid)}/recordings/status`
  assert.equal((await zoom.call('PUT', whole, { action: 'recover' })).status, 204)
  assert.deepEqual((await zoom.call('GET', path)).body, body)
  assert.equal((await zoom.call('DELETE', `${path}?action=delete`)).status, 204)
  assert.deepEqual([await listed(''), await listed('&trash=true')], [[], []])
  assert.equal((await zoom.call('PUT', whole, { action: 'recover' })).body.code, 3301)
})

test('the trash is emptied after 30 days', async () => {
  const { zoom, uuid, path } = await recorded()
  await using _ = zoom
  await zoom.call('DELETE', path)
  await zoom.emulator.clock.advance(30 * 24 * 60 * minute)
  const whole = `/meetings/${encodeURIComponent(uuid)}/recordings/status`
  assert.equal((await zoom.call('PUT', whole, { action: 'recover' })).body.code, 3301)
})

test('a host has their recordings of some days in a list, in pages', async () => {
  await using zoom = await startZoom()
  const ids: number[] = []
  for (let count = 0; count < 3; count++) {
    const { id } = await zoom.create({ settings: { auto_recording: 'cloud' } })
    ids.push(id)
    zoom.emulator.control.life.start(id)
    await zoom.emulator.clock.advance(minute)
    zoom.emulator.control.life.end(id)
  }
  await zoom.emulator.clock.advance(minute)
  const first = await zoom.call('GET', '/users/me/recordings?page_size=2')
  assert.deepEqual([first.body.from, first.body.to, first.body.total_records], ['2026-11-22', '2026-11-22', 3])
  const rest = await zoom.call('GET', `/users/me/recordings?page_size=2&next_page_token=${first.body.next_page_token}`)
  const seen = [...first.body.meetings, ...rest.body.meetings].map(({ id }: { id: number }) => id)
  assert.deepEqual(seen, ids)
  const one = await zoom.call('GET', `/users/me/recordings?meeting_id=${ids[1]}`)
  assert.deepEqual(
    one.body.meetings.map(({ id }: { id: number }) => id),
    [ids[1]],
  )
  assert.deepEqual((await zoom.call('GET', '/users/me/recordings?from=2026-11-01&to=2026-11-21')).body.meetings, [])
  assert.equal((await zoom.call('GET', '/users/me/recordings?from=yesterday')).body.errors[0].field, 'from')
  assert.equal((await zoom.call('GET', '/users/me/recordings?to=2026-11-21')).body.errors[0].field, 'from')
  assert.equal((await zoom.call('GET', '/users/x@example.org/recordings')).body.code, 1001)
})

test('the settings of a recording are read and changed', async () => {
  const { zoom, path } = await recorded()
  await using _ = zoom
  const { body } = await zoom.call('GET', `${path}/settings`)
  assert.match(body.password, /^\w{8}$/)
  assert.deepEqual([body.topic, body.share_recording, body.approval_type], ['Weekly', 'publicly', 2])
  const change = { share_recording: 'internally', topic: 'Weekly, cut', password: 'secret-1234'.slice(0, 10) }
  assert.equal((await zoom.call('PATCH', `${path}/settings`, change)).status, 204)
  assert.deepEqual((await zoom.call('GET', `${path}/settings`)).body, { ...body, ...change })
  const { body: read } = await zoom.call('GET', path)
  assert.deepEqual([read.topic, read.password], ['Weekly, cut', change.password])
  for (const [wrong, field] of [
    [{ password: 'short' }, 'password'],
    [{ share_recording: 'everybody' }, 'share_recording'],
    [{ approval_type: 3 }, 'approval_type'],
  ] as const)
    assert.equal((await zoom.call('PATCH', `${path}/settings`, wrong)).body.errors[0].field, field)
})

test('nobody counts who looks at a recording', async () => {
  const { zoom, path } = await recorded()
  await using _ = zoom
  const days = { from: '2026-11-01', to: '2026-11-22' }
  const { body: summary } = await zoom.call('GET', `${path}/analytics_summary?from=2026-11-01`)
  assert.deepEqual(summary, { ...days, analytics_summary: [] })
  const { body: details } = await zoom.call('GET', `${path}/analytics_details?from=2026-11-01&type=by_view`)
  const page = { page_size: 30, next_page_token: '', total_records: 0 }
  assert.deepEqual(details, { ...days, ...page, analytics_details: [] })
})

const missing: [string, string, object?][] = [
  ['GET', ''],
  ['DELETE', ''],
  ['DELETE', '/file'],
  ['PUT', '/file/status', { action: 'recover' }],
  ['PUT', '/status', { action: 'recover' }],
  ['GET', '/settings'],
  ['PATCH', '/settings', {}],
  ['GET', '/analytics_summary'],
  ['GET', '/analytics_details'],
]
for (const [method, rest, body] of missing)
  test(`${method} recordings${rest} of a meeting that was not recorded is 404/3301`, async () => {
    await using zoom = await startZoom()
    const { id } = await zoom.create({})
    const answer = await zoom.call(method, `/meetings/${id}/recordings${rest}`, body)
    assert.deepEqual([answer.status, answer.body.code], [404, 3301])
  })

test('a file cannot be deleted while its meeting runs again', async () => {
  const { zoom, id, path } = await recorded()
  await using _ = zoom
  const { body } = await zoom.call('GET', path)
  zoom.emulator.control.life.start(id)
  const refused = await zoom.call('DELETE', `${path}/${body.recording_files[0].id}`)
  assert.deepEqual([refused.status, refused.body.code], [400, 3303])
})

test('the recordings of a user who is deleted go to the one who is named for them', async () => {
  const { zoom, path } = await recorded('mei@example.com')
  await using _ = zoom
  const heir = '?action=delete&transfer_email=kenji@example.com&transfer_recording=true'
  assert.equal((await zoom.call('DELETE', `/users/mei@example.com${heir}`)).status, 204)
  const { body: list } = await zoom.call('GET', '/users/kenji@example.com/recordings')
  assert.equal(list.meetings.length, 1)
  assert.equal((await zoom.call('GET', path)).body.host_id, list.meetings[0].host_id)
})

test('an unknown action is refused', async () => {
  const { zoom, path } = await recorded()
  await using _ = zoom
  assert.equal((await zoom.call('DELETE', `${path}?action=burn`)).body.errors[0].field, 'action')
  assert.equal((await zoom.call('PUT', `${path}/x/status`, {})).body.errors[0].field, 'action')
})

test('one date of a series can be recorded alone', async () => {
  await using zoom = await startZoom()
  const series = { type: 8, start_time: '2026-11-22T10:00:00Z', recurrence: { type: 1, end_times: 2 } }
  const { id, occurrences } = await zoom.create(series)
  const path = `/meetings/${id}?occurrence_id=${occurrences[0].occurrence_id}`
  assert.equal((await zoom.call('PATCH', path, { settings: { auto_recording: 'cloud' } })).status, 204)
  const hold = async (at: string) => {
    await zoom.emulator.clock.freeze(at)
    zoom.emulator.control.life.start(id)
    await zoom.emulator.clock.advance(minute)
    zoom.emulator.control.life.end(id)
    await zoom.emulator.clock.advance(minute)
  }
  await hold('2026-11-22T10:00:00Z')
  await hold('2026-11-23T10:00:00Z')
  const { body } = await zoom.call('GET', '/users/me/recordings?from=2026-11-22')
  assert.deepEqual(
    body.meetings.map(({ start_time }: { start_time: string }) => start_time),
    ['2026-11-22T10:00:00Z'],
  )
})

test('a Basic host has no cloud recordings, whatever the meeting asks for', async () => {
  const { zoom, path } = await recorded('nora@example.com')
  await using _ = zoom
  assert.equal((await zoom.call('GET', path)).status, 404)
})

test('recordings of one meeting that began at the same instant each have their page', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create({ type: 3, settings: { auto_recording: 'cloud' } })
  for (let time = 0; time < 2; time++) {
    zoom.emulator.control.life.start(id)
    zoom.emulator.control.life.end(id)
  }
  await zoom.emulator.clock.advance(minute)
  const list = async (query = '') => (await zoom.call('GET', `/users/me/recordings?page_size=1${query}`)).body
  const first = await list()
  const second = await list(`&next_page_token=${first.next_page_token}`)
  assert.notEqual(first.meetings[0].uuid, second.meetings[0]?.uuid)
  assert.deepEqual([second.meetings.length, second.next_page_token], [1, ''])
})
