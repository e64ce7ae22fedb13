import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startWithForeignMeetings } from '../../../test/foreign-meetings.ts'

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
]

/** Calls about what was recorded. */
const recorded: [string, string, object?][] = [
  ['GET', '/meetings/{id}/recordings'],
  ['DELETE', '/meetings/{id}/recordings'],
  ['DELETE', '/meetings/{id}/recordings/x'],
  ['GET', '/meetings/{id}/recordings/analytics_summary'],
  ['GET', '/meetings/{id}/recordings/analytics_details'],
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
