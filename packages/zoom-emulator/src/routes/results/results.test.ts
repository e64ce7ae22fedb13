import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, testNow } from '../../../test/start-zoom.ts'

const lists = [
  '/past_meetings/{id}/polls',
  '/past_meetings/{id}/qa',
  '/report/meetings/{id}/polls',
  '/report/meetings/{id}/qa',
]

for (const path of lists)
  test(`${path}: an empty list once the meeting has ended, and a refusal before`, async () => {
    await using zoom = await startZoom()
    const { id, uuid } = await zoom.create({})
    const read = (name: string) => zoom.call('GET', path.replace('{id}', name))
    zoom.emulator.control.life.start(id)
    const early = await read(String(id))
    assert.deepEqual([early.status, early.body.code], [404, 3001])
    zoom.emulator.control.life.end(id)
    const answer = { id, uuid, start_time: testNow, questions: [] }
    assert.deepEqual((await read(String(id))).body, answer)
    assert.deepEqual((await read(encodeURIComponent(uuid))).body, answer)
    await zoom.emulator.clock.advance(366 * 86_400_000)
    const late = await read(String(id))
    assert.deepEqual([late.status, late.body.code], [400, 12702])
  })

test('the report on a survey names it, and has no answers', async () => {
  await using zoom = await startZoom()
  const { id, uuid } = await zoom.create({})
  const questions = [{ name: 'How was it?', type: 'long_answer' }]
  await zoom.call('PATCH', `/meetings/${id}/survey`, { custom_survey: { title: 'After', questions } })
  zoom.emulator.control.life.start(id)
  zoom.emulator.control.life.end(id)
  const { body } = await zoom.call('GET', `/report/meetings/${id}/survey`)
  assert.deepEqual(body, {
    ...{ meeting_id: id, meeting_uuid: uuid, start_time: testNow },
    ...{ survey_name: 'After', survey_answers: [] },
  })
})

test('a free account has no reports', async () => {
  await using zoom = await startZoom({ seed: { account: { plan: 'free' } } })
  const { id } = await zoom.create({})
  zoom.emulator.control.life.start(id)
  zoom.emulator.control.life.end(id)
  for (const path of lists) {
    const { status, body } = await zoom.call('GET', path.replace('{id}', String(id)))
    assert.deepEqual([status, body.code], [400, 200])
  }
})
