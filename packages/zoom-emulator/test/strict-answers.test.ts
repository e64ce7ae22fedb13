import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom } from './start-zoom.ts'
import { findAnswerMistakes } from './strict-answers.ts'

async function answeredMeeting(): Promise<Record<string, unknown>> {
  await using zoom = await startZoom()
  return await zoom.create({ topic: 'Reading group' })
}

const operation = 'POST /users/{userId}/meetings'

test('a field that is taken out of an answer, or put into one, is seen', async () => {
  const body = await answeredMeeting()
  assert.deepEqual(findAnswerMistakes({ operation, status: 201, body }), [])
  const { id: _, ...withoutId } = body
  assert.deepEqual(findAnswerMistakes({ operation, status: 201, body: withoutId }), [
    `${operation} answers 201: id is missing`,
  ])
  assert.deepEqual(findAnswerMistakes({ operation, status: 201, body: { ...body, colour: 'red' } }), [
    `${operation} answers 201: colour is a field that no source names`,
  ])
})

test('a value of another type or outside its list is seen, and where it stands', async () => {
  const body = await answeredMeeting()
  const settings = { ...Object(body.settings), audio: 'smoke', mute_upon_entry: 'no' }
  assert.deepEqual(findAnswerMistakes({ operation, status: 201, body: { ...body, settings } }), [
    `${operation} answers 201: settings.mute_upon_entry is "no", not of type boolean`,
    `${operation} answers 201: settings.audio is "smoke", not one of both, telephony, voip, thirdParty`,
  ])
})

test('a status or a body that is not documented is seen', () => {
  assert.match(String(findAnswerMistakes({ operation, status: 200, body: {} })), /a status that no source names/)
  const update = 'PATCH /meetings/{meetingId}'
  assert.deepEqual(findAnswerMistakes({ operation: update, status: 204 }), [])
})
