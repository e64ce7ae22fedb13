import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startWebinars } from '../../../test/webinars.ts'

test('a webinar that was held shows when, and who was there', async () => {
  await using zoom = await startWebinars()
  const { id, uuid } = await zoom.createWebinar()
  const { life } = zoom.emulator.control
  const unheld = await zoom.call('GET', `/past_webinars/${id}/participants`)
  assert.deepEqual([unheld.status, unheld.body.code], [404, 3001])
  life.start(id)
  life.join(id, { name: 'Ann' })
  await zoom.emulator.clock.advance(60_000)
  life.end(id)
  assert.deepEqual((await zoom.call('GET', `/past_webinars/${id}/instances`)).body, {
    webinars: [{ uuid, start_time: '2026-11-22T04:00:00Z' }],
  })
  for (const path of [id, encodeURIComponent(uuid), encodeURIComponent(encodeURIComponent(uuid))]) {
    const { body } = await zoom.call('GET', `/past_webinars/${path}/participants`)
    assert.deepEqual(
      body.participants.map((row: { name: string; duration: number }) => [row.name, row.duration]),
      [
        ['Olive Owner', 60],
        ['Ann', 60],
      ],
    )
  }
  const lost = await zoom.call('GET', `/past_webinars/${id}/participants?next_page_token=lost`)
  assert.equal(lost.body.code, 300)
})

test('a past meeting is no past webinar', async () => {
  await using zoom = await startWebinars()
  const { id } = await zoom.create({ topic: 'Meeting' })
  zoom.emulator.control.life.start(id)
  zoom.emulator.control.life.end(id)
  for (const what of ['instances', 'participants'])
    assert.equal((await zoom.call('GET', `/past_webinars/${id}/${what}`)).body.code, 3001)
})
