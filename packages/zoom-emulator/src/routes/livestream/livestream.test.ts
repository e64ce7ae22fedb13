import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endMeeting, startMeeting } from '../../../test/host-meeting.ts'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'

const addresses = {
  stream_url: 'rtmp://live.example.com/app',
  stream_key: 'key',
  page_url: 'https://example.com/live',
}

async function withMeeting(): Promise<{ zoom: TestZoom; id: number; livestream: string }> {
  const zoom = await startZoom()
  // Off in a new account.
  await zoom.call('PATCH', '/users/me/settings', { in_meeting: { allow_live_streaming: true } })
  const { id } = await zoom.create({ topic: 'Weekly' })
  return { zoom, id, livestream: `/meetings/${id}/livestream` }
}

test('the addresses of a live stream are kept and read', async () => {
  const { zoom, livestream } = await withMeeting()
  await using _ = zoom
  assert.deepEqual((await zoom.call('GET', livestream)).body, { stream_url: '', stream_key: '', page_url: '' })
  const sent = { ...addresses, resolution: '720p' }
  assert.equal((await zoom.call('PATCH', livestream, sent)).status, 204)
  assert.deepEqual((await zoom.call('GET', livestream)).body, sent)
})

const refused: [string, object, string][] = [
  ['no address', { ...addresses, stream_url: undefined }, 'stream_url'],
  ['an address that is none', { ...addresses, stream_url: 'live' }, 'stream_url'],
  ['no key', { ...addresses, stream_key: '' }, 'stream_key'],
  ['a key of 513 characters', { ...addresses, stream_key: 'x'.repeat(513) }, 'stream_key'],
  ['a page of 1025 characters', { ...addresses, page_url: `https://${'x'.repeat(1017)}` }, 'page_url'],
]
for (const [name, body, field] of refused)
  test(`a live stream is refused, and the field named: ${name}`, async () => {
    const { zoom, livestream } = await withMeeting()
    await using _ = zoom
    const { status, body: answer } = await zoom.call('PATCH', livestream, body)
    assert.deepEqual([status, answer.code, answer.errors[0].field], [400, 300, field])
  })

test('a stream starts while the meeting runs, once, and stops with it', async () => {
  const { zoom, id, livestream } = await withMeeting()
  await using _ = zoom
  const act = async (action: string, settings?: object) => {
    const { status, body } = await zoom.call('PATCH', `${livestream}/status`, { action, settings })
    return status === 204 ? 'done' : `${status}/${body.code} ${body.message}`
  }
  assert.equal(await act('start'), '400/3000 The meeting has not started.')
  await startMeeting(zoom, id)
  assert.match(await act('start'), /^400\/3000 Live streaming is not set up/)
  await zoom.call('PATCH', livestream, addresses)
  assert.match(await act('stop'), /^400\/3000 Live streaming has not started/)
  assert.equal(await act('start', { active_speaker_name: true, display_name: 'Ann' }), 'done')
  assert.match(await act('start'), /^400\/3000 Live streaming has started/)
  assert.equal(await act('mode', { layout: 'gallery_view', close_caption: 'embedded' }), 'done')
  assert.equal(await act('stop'), 'done')
  assert.equal(await act('start'), 'done')
  await endMeeting(zoom, id)
  await startMeeting(zoom, id)
  assert.match(await act('stop'), /^400\/3000 Live streaming has not started/)
})

test('an unknown action, a name of no characters and a Basic host are refused', async () => {
  const { zoom, id, livestream } = await withMeeting()
  await using _ = zoom
  await startMeeting(zoom, id)
  for (const [body, field] of [
    [{}, 'action'],
    [{ action: 'pause' }, 'action'],
    [{ action: 'start', settings: { display_name: '' } }, 'settings.display_name'],
    [{ action: 'start', settings: { display_name: 'x'.repeat(51) } }, 'settings.display_name'],
  ] as const) {
    const answer = await zoom.call('PATCH', `${livestream}/status`, body)
    assert.deepEqual([answer.status, answer.body.errors[0].field], [400, field])
  }
  const { id: basic } = await zoom.create({}, 'nora@example.com')
  const answer = await zoom.call('PATCH', `/meetings/${basic}/livestream/status`, { action: 'start' })
  assert.deepEqual([answer.status, answer.body.code], [400, 3000])
  assert.match(answer.body.message, /^Not allowed to start live streaming\./)
})
