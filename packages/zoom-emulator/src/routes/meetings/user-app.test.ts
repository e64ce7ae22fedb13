import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signInAs } from '../../../test/sign-in-as.ts'
import { startZoom } from '../../../test/start-zoom.ts'

test('a user schedules for those who named the user as assistant, and for nobody else', async () => {
  await using zoom = await startZoom()
  const asMei = await signInAs(zoom, 'mei@example.com')
  const forOwner = await asMei('POST', '/users/me/meetings', { schedule_for: 'owner@example.com' })
  assert.equal(forOwner.status, 201)
  assert.equal(forOwner.body.host_email, 'owner@example.com')
  const mei = await asMei('GET', '/users/me')
  assert.equal(forOwner.body.assistant_id, mei.body.id)
  const forKenji = await asMei('POST', '/users/me/meetings', { schedule_for: 'kenji@example.com' })
  assert.deepEqual([forKenji.status, forKenji.body.code], [400, 3000])
  assert.equal(forKenji.body.message, 'You cannot schedule a meeting for kenji@example.com.')
  assert.equal((await asMei('POST', '/users/me/meetings', { schedule_for: 'mei@example.com' })).status, 201)
})

test('a user’s app reaches the meetings of its user and of whom the user assists, no others', async () => {
  await using zoom = await startZoom()
  const ofOwner = await zoom.create({ topic: 'Owner’s' })
  const ofKenji = await zoom.create({ topic: 'Kenji’s' }, 'kenji@example.com')
  const asMei = await signInAs(zoom, 'mei@example.com')
  assert.equal((await asMei('PATCH', `/meetings/${ofOwner.id}`, { topic: 'Changed' })).status, 204)
  const calls: [string, string, object?][] = [
    ['GET', ''],
    ['PATCH', '', { topic: 'Changed' }],
    ['DELETE', ''],
    ['GET', '/invitation'],
  ]
  for (const [method, path, body] of calls) {
    const answer = await asMei(method, `/meetings/${ofKenji.id}${path}`, body)
    assert.deepEqual(
      [answer.status, answer.body.code, answer.body.message],
      [400, 3003, 'You are not the meeting host.'],
    )
  }
  const ended = await asMei('PUT', `/meetings/${ofKenji.id}/status`, { action: 'end' })
  assert.equal(ended.body.message, "You're not the meeting host.")
  assert.equal((await zoom.get(ofKenji.id)).topic, 'Kenji’s')
})

test('a moved meeting belongs to its new host', async () => {
  await using zoom = await startZoom()
  const asMei = await signInAs(zoom, 'mei@example.com')
  const { body } = await asMei('POST', '/users/me/meetings', { topic: 'Mine' })
  const refused = await asMei('PATCH', `/meetings/${body.id}`, { schedule_for: 'kenji@example.com' })
  assert.deepEqual([refused.status, refused.body.code], [400, 3000])
  assert.equal((await asMei('PATCH', `/meetings/${body.id}`, { schedule_for: 'owner@example.com' })).status, 204)
  const moved = await zoom.get(body.id)
  assert.equal(moved.host_email, 'owner@example.com')
  assert.equal(moved.assistant_id, body.host_id)
})
