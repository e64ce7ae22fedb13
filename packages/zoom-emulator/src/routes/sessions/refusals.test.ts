import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startWithForeignMeetings } from '../../../test/foreign-meetings.ts'
import { startZoom } from '../../../test/start-zoom.ts'

const poll = { title: 'x', questions: [{ name: 'x', type: 'long_answer' }] }

/** Calls about a meeting, which a host who may not have meetings now is refused in. */
const hosted: [string, string, object?][] = [
  ['GET', '/meetings/{id}/polls'],
  ['POST', '/meetings/{id}/polls', poll],
  ['GET', '/meetings/{id}/polls/x'],
  ['PUT', '/meetings/{id}/polls/x', poll],
  ['DELETE', '/meetings/{id}/polls/x'],
  ['POST', '/meetings/{id}/batch_polls', { polls: [poll] }],
  ['GET', '/meetings/{id}/survey'],
  ['PATCH', '/meetings/{id}/survey', {}],
  ['DELETE', '/meetings/{id}/survey'],
  ['GET', '/meetings/{id}/livestream'],
  ['PATCH', '/meetings/{id}/livestream', {}],
  ['PATCH', '/meetings/{id}/livestream/status', {}],
  ['GET', '/meetings/{id}/jointoken/live_streaming'],
  ['GET', '/meetings/{id}/jointoken/local_archiving'],
  ['GET', '/meetings/{id}/jointoken/local_recording'],
  ['GET', '/meetings/{id}/token'],
  ['POST', '/meetings/{id}/sip_dialing', {}],
]

/** Calls about what was recorded. */
const recorded: [string, string, object?][] = [
  ['GET', '/meetings/{id}/recordings'],
  ['DELETE', '/meetings/{id}/recordings'],
  ['DELETE', '/meetings/{id}/recordings/x'],
  ['GET', '/meetings/{id}/recordings/analytics_summary'],
  ['GET', '/meetings/{id}/recordings/analytics_details'],
]

/** Calls about what is in the trash. */
const trashed: [string, string, object][] = [
  ['PUT', '/meetings/{id}/recordings/status', { action: 'recover' }],
  ['PUT', '/meetings/{id}/recordings/x/status', { action: 'recover' }],
]

test('meetings of another account, of nobody and of a host who was deactivated are refused, each in its own way', async () => {
  await using meetings = await startWithForeignMeetings()
  const { zoom, foreign, orphan, idle } = meetings
  const refusal = async (method: string, path: string, id: number, body: object | undefined) => {
    const answer = await zoom.call(method, path.replace('{id}', String(id)), body)
    return `${answer.status}/${answer.body?.code}`
  }
  for (const [method, path, body] of hosted) {
    assert.equal(await refusal(method, path, foreign, body), '400/1010', `${method} ${path}`)
    assert.equal(await refusal(method, path, orphan, body), '404/1001', `${method} ${path}`)
    assert.equal(await refusal(method, path, idle, body), '400/3161', `${method} ${path}`)
  }
  for (const [method, path, body] of recorded) {
    assert.equal(await refusal(method, path, foreign, body), '400/1010', `${method} ${path}`)
    assert.equal(await refusal(method, path, orphan, body), '404/1001', `${method} ${path}`)
  }
})

test('a recording in the trash of another account, or of nobody, cannot be recovered', async () => {
  await using meetings = await startWithForeignMeetings('trash')
  const { zoom, foreign, orphan } = meetings
  for (const [method, path, body] of trashed) {
    const answers = [foreign, orphan].map((id) => zoom.call(method, path.replace('{id}', String(id)), body))
    const refusals = (await Promise.all(answers)).map(({ status, body }) => `${status}/${body.code}`)
    assert.deepEqual(refusals, ['400/1010', '404/1001'], path)
  }
})

test('a webinar, a meeting that is not there and an empty id are refused, each in its own way', async () => {
  await using zoom = await startZoom()
  await zoom.call('PATCH', '/users/me/settings', { feature: { webinar: true } })
  const { body: webinar } = await zoom.call('POST', '/users/me/webinars', { topic: 'Talk' })
  for (const [method, path, body] of hosted) {
    if (path.includes('/polls/')) continue
    const at = (id: string) => zoom.call(method, path.replace('{id}', id), body)
    assert.deepEqual(
      [(await at(String(webinar.id))).status, (await at(String(webinar.id))).body.code],
      [400, 3000],
      path,
    )
    const [unknown, empty] = [await at('91234567890'), await at('%20')]
    assert.ok([404, 3001].includes(unknown.body.code), path)
    assert.deepEqual([empty.status, empty.body.code], [404, 300], path)
    assert.equal((await at('abc')).body.code, 300, path)
  }
  const template = await zoom.call('POST', '/users/x@example.org/meeting_templates', { meeting_id: 1, name: 'x' })
  assert.deepEqual([template.status, template.body.code], [404, 1001])
})

test('a host who switches a feature off is told which setting brings it back', async () => {
  await using meetings = await startWithForeignMeetings()
  const { zoom } = meetings
  const { id } = await zoom.create({})
  const settings = {
    in_meeting: { meeting_polling: { enable: false, advanced_polls: false }, meeting_survey: false },
    recording: { local_recording: false },
  }
  assert.equal((await zoom.call('PATCH', '/users/me/settings', settings)).status, 204)
  const features: [string, string, number, RegExp, object?][] = [
    ['POST', `/meetings/${id}/batch_polls`, 4400, /^Meeting polls disabled/, { polls: [poll] }],
    ['GET', `/meetings/${id}/polls`, 4400, /^Meeting polls disabled/],
    ['GET', `/meetings/${id}/polls/x`, 4400, /^Meeting polls disabled/],
    ['PUT', `/meetings/${id}/polls/x`, 4400, /^Meeting polls disabled/, poll],
    ['DELETE', `/meetings/${id}/polls/x`, 4400, /^Meeting polls disabled/],
    ['PATCH', `/meetings/${id}/survey`, 3000, /^Meeting survey disabled/, {}],
    ['DELETE', `/meetings/${id}/survey`, 3000, /^Meeting survey disabled/],
    ['GET', `/meetings/${id}/jointoken/local_recording`, 3000, /^Not allowed to start local recording/],
    ['GET', `/meetings/${id}/jointoken/live_streaming`, 3000, /^Not allowed to start live streaming/],
  ]
  for (const [method, path, code, message, body] of features) {
    const answer = await zoom.call(method, path, body)
    assert.deepEqual([answer.status, answer.body.code], [400, code], `${method} ${path}`)
    assert.match(answer.body.message, message)
  }
  await zoom.call('PATCH', '/users/me/settings', { in_meeting: { meeting_polling: { enable: true } } })
  const advanced = await zoom.call('POST', `/meetings/${id}/polls`, { ...poll, poll_type: 2 })
  assert.match(advanced.body.message, /^Advanced meeting polls disabled/)
  assert.equal((await zoom.call('POST', `/meetings/${id}/polls`, poll)).status, 201)
})
