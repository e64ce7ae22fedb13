import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'

const minute = 60_000

async function running(settings: object = {}): Promise<{ zoom: TestZoom; id: number; ask: Ask }> {
  const zoom = await startZoom()
  const { id } = await zoom.create({ topic: 'Weekly', settings })
  zoom.emulator.control.life.start(id)
  const ask: Ask = async (method, params) => {
    const { status, body } = await zoom.call('PATCH', `/live_meetings/${id}/events`, { method, params })
    return status === 202 ? 'done' : `${status}/${body.code} ${body.errors?.[0].field ?? body.message}`
  }
  return { zoom, id, ask }
}
type Ask = (method: string, params?: object) => Promise<string>

test('a recording starts, pauses, goes on and stops, each only when that makes sense', async () => {
  const { zoom, id, ask } = await running()
  await using _ = zoom
  assert.match(await ask('recording.stop'), /^400\/3000 recording\.stop is not possible now/)
  assert.equal(await ask('recording.start'), 'done')
  assert.match(await ask('recording.start'), /^400\/3000/)
  assert.match(await ask('recording.resume'), /^400\/3000/)
  assert.equal(await ask('recording.pause'), 'done')
  assert.match(await ask('recording.pause'), /^400\/3000/)
  assert.equal(await ask('recording.resume'), 'done')
  await zoom.emulator.clock.advance(minute)
  assert.equal(await ask('recording.stop'), 'done')
  assert.match(await ask('recording.pause'), /^400\/3000/)
  assert.equal(await ask('recording.start'), 'done')
  await zoom.emulator.clock.advance(2 * minute)
  zoom.emulator.control.life.end(id)
  await zoom.emulator.clock.advance(minute)
  const { body } = await zoom.call('GET', `/meetings/${id}/recordings`)
  assert.deepEqual([body.recording_count, body.duration], [4, 2], 'a file of each kind for each start')
})

test('AI Companion starts and stops, and leaves a summary unless it is disabled', async () => {
  const { zoom, id, ask } = await running()
  await using _ = zoom
  assert.match(await ask('ai_companion.stop'), /^400\/3000/)
  assert.match(await ask('ai_companion.disable'), /^400\/3000/)
  assert.equal(await ask('ai_companion.start'), 'done')
  assert.match(await ask('ai_companion.start'), /^400\/3000/)
  assert.equal(await ask('ai_companion.stop'), 'done')
  assert.equal(await ask('ai_companion.start'), 'done')
  assert.equal(await ask('ai_companion.disable'), 'done')
  zoom.emulator.control.life.end(id)
  await zoom.emulator.clock.advance(minute)
  assert.equal((await zoom.call('GET', `/meetings/${id}/meeting_summary`)).body.code, 3001)
})

const invitations: [string, object | undefined, string][] = [
  ['participant.invite', { contacts: [{ email: 'mei@example.com' }] }, 'done'],
  ['participant.invite', undefined, '400/300 params.contacts'],
  ['participant.invite', { contacts: [] }, '400/300 params.contacts'],
  ['participant.invite', { contacts: Array(11).fill({ email: 'a@example.com' }) }, '400/300 params.contacts'],
  ['participant.invite.callout', { invitee_name: 'Mei', phone_number: '+886 2 1234' }, 'done'],
  ['participant.invite.callout', { invitee_name: 'Mei' }, '400/300 params.phone_number'],
  ['participant.invite.room_system_callout', { call_type: 'h323', device_ip: '192.0.2.1' }, 'done'],
  ['participant.invite.room_system_callout', { call_type: 'fax', device_ip: 'x' }, '400/300 params.call_type'],
  ['participant.invite.room_system_callout', { call_type: 'sip' }, '400/300 params.device_ip'],
  ['waiting_room.update', {}, 'done'],
  ['participant.remove', {}, '400/300 method'],
]
for (const [method, params, expected] of invitations)
  test(`${method} with ${JSON.stringify(params)?.slice(0, 60)}: ${expected}`, async () => {
    const { zoom, ask } = await running()
    await using _ = zoom
    assert.equal(await ask(method, params), expected)
  })

test('nothing can be asked of a meeting that does not run, or does not exist', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create({})
  const body = { method: 'recording.start' }
  for (const [path, status, code] of [
    [`/live_meetings/${id}/events`, 400, 3000],
    ['/live_meetings/91234567890/events', 404, 3001],
    ['/live_meetings/abc/events', 400, 300],
  ] as const) {
    const answer = await zoom.call('PATCH', path, body)
    assert.deepEqual([answer.status, answer.body.code], [status, code])
  }
})

test('a Basic host cannot record to the cloud', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create({}, 'nora@example.com')
  zoom.emulator.control.life.start(id)
  const { status, body } = await zoom.call('PATCH', `/live_meetings/${id}/events`, { method: 'recording.start' })
  assert.deepEqual([status, body.code], [400, 300])
})

test('chat messages change only where the account has DLP, and no emulated one has', async () => {
  const { zoom, id } = await running()
  await using _ = zoom
  for (const [method, body] of [
    ['PATCH', { message_content: 'x' }],
    ['DELETE', undefined],
  ] as const) {
    const answer = await zoom.call(method, `/live_meetings/${id}/chat/messages/1`, body)
    assert.deepEqual([answer.status, answer.body.code, answer.body.message], [400, 200, 'DLP is not enabled.'])
    assert.equal((await zoom.call(method, '/live_meetings/91234567890/chat/messages/1', body)).body.code, 3001)
  }
})

test('summaries: written where the meeting asks for them, read by uuid or number, listed by day', async () => {
  const { zoom, id } = await running({ auto_start_meeting_summary: true })
  await using _ = zoom
  await zoom.emulator.clock.advance(10 * minute)
  zoom.emulator.control.life.end(id)
  assert.equal((await zoom.call('GET', `/meetings/${id}/meeting_summary`)).status, 404)
  await zoom.emulator.clock.advance(minute)
  const { status, body } = await zoom.call('GET', `/meetings/${id}/meeting_summary`)
  assert.equal(status, 200)
  assert.deepEqual(
    [body.meeting_id, body.meeting_topic, body.meeting_end_time, body.summary_created_time],
    [id, 'Weekly', '2026-11-22T04:10:00Z', '2026-11-22T04:11:00Z'],
  )
  const byUuid = await zoom.call('GET', `/meetings/${encodeURIComponent(body.meeting_uuid)}/meeting_summary`)
  assert.deepEqual(byUuid.body, body)
  const { body: list } = await zoom.call('GET', '/meetings/meeting_summaries?from=2026-11-22&to=2026-11-22')
  assert.deepEqual(
    list.summaries.map((row: { meeting_id: number }) => row.meeting_id),
    [id],
  )
  assert.deepEqual((await zoom.call('GET', '/meetings/meeting_summaries?from=2026-11-23')).body.summaries, [])
  assert.equal((await zoom.call('GET', '/meetings/meeting_summaries?from=x')).body.errors[0].field, 'from')
  assert.equal((await zoom.call('DELETE', `/meetings/${id}/meeting_summary`)).status, 204)
  assert.equal((await zoom.call('GET', `/meetings/${id}/meeting_summary`)).body.code, 3001)
  assert.equal((await zoom.call('DELETE', `/meetings/${id}/meeting_summary`)).body.code, 3001)
})
