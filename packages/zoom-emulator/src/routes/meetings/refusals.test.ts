import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startWithForeignMeetings } from '../../../test/foreign-meetings.ts'
import { startZoom } from '../../../test/start-zoom.ts'

const calls: readonly (readonly [method: string, path: string, body?: object])[] = [
  ['GET', '/meetings/{id}'],
  ['PATCH', '/meetings/{id}', { agenda: 'x' }],
  ['DELETE', '/meetings/{id}'],
  ['PUT', '/meetings/{id}/status', { action: 'end' }],
  ['GET', '/meetings/{id}/invitation'],
  ['POST', '/meetings/{id}/invite_links', { attendees: [{ name: 'Ann' }] }],
]

test('a meeting of another account, of nobody, and of a host who may have none now are refused, each in its own way', async () => {
  await using meetings = await startWithForeignMeetings()
  const { zoom, foreign, orphan, idle } = meetings
  for (const [method, path, body] of calls) {
    const refusals = [foreign, orphan, idle].map(async (id) => {
      const answer = await zoom.call(method, path.replace('{id}', String(id)), body)
      return `${answer.status}/${answer.body?.code}`
    })
    assert.deepEqual(await Promise.all(refusals), ['400/1010', '404/1001', '400/3161'], `${method} ${path}`)
  }
})

test('invite links of a webinar, and of a meeting that is not there, are 400', async () => {
  await using zoom = await startZoom()
  await zoom.call('PATCH', '/users/me/settings', { feature: { webinar: true } })
  const { body: webinar } = await zoom.call('POST', '/users/me/webinars', { topic: 'Talk' })
  const attendees = [{ name: 'Ann' }]
  const ofWebinar = await zoom.call('POST', `/meetings/${webinar.id}/invite_links`, { attendees })
  const ofNothing = await zoom.call('POST', '/meetings/91234567890/invite_links', { attendees })
  assert.deepEqual([ofWebinar.status, ofWebinar.body.code], [400, 3000])
  assert.deepEqual([ofNothing.status, ofNothing.body.code], [400, 3001])
  const status = await zoom.call('PUT', `/meetings/${webinar.id}/status`, { action: 'end' })
  assert.deepEqual([status.status, status.body.code], [400, 3000])
})

test('lists of somebody who may have no meetings, and of nobody, are refused', async () => {
  await using zoom = await startZoom()
  await zoom.call('PUT', '/users/mei@example.com/status', { action: 'deactivate' })
  const [idle, nobody, upcoming] = [
    await zoom.call('GET', '/users/mei@example.com/meetings'),
    await zoom.call('GET', '/users/nobody@example.com/meetings'),
    await zoom.call('GET', '/users/nobody@example.com/upcoming_meetings'),
  ]
  assert.deepEqual([idle.status, idle.body.code], [400, 3161])
  assert.deepEqual([nobody.status, nobody.body.code], [404, 1001])
  assert.deepEqual([upcoming.status, upcoming.body.code], [404, 1001])
})
