import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom } from '../../../test/start-zoom.ts'
import { startWebinars } from '../../../test/webinars.ts'

const room = { field: 'Room', recommended_values: ['3', '4'], required: true, visible: false }

test('a tracking field is made, listed, changed and taken away', async () => {
  await using zoom = await startZoom()
  const made = await zoom.call('POST', '/tracking_fields', room)
  assert.equal(made.status, 201)
  const { id, ...rest } = made.body
  assert.deepEqual(rest, room)
  assert.deepEqual((await zoom.call('GET', '/tracking_fields')).body, {
    total_records: 1,
    tracking_fields: [made.body],
  })
  assert.equal((await zoom.call('PATCH', `/tracking_fields/${id}`, { visible: true })).status, 204)
  assert.deepEqual((await zoom.call('GET', `/tracking_fields/${id}`)).body, { id, ...room, visible: true })
  assert.equal((await zoom.call('DELETE', `/tracking_fields/${id}`)).status, 204)
  for (const method of ['GET', 'PATCH', 'DELETE'])
    assert.equal((await zoom.call(method, `/tracking_fields/${id}`, method === 'PATCH' ? {} : undefined)).status, 404)
})

test('a field without a name, or with one that is there, is refused', async () => {
  await using zoom = await startZoom()
  await zoom.call('POST', '/tracking_fields', room)
  const { body: other } = await zoom.call('POST', '/tracking_fields', { field: 'Team' })
  for (const [method, path, body] of [
    ['POST', '/tracking_fields', {}],
    ['POST', '/tracking_fields', room],
    ['PATCH', `/tracking_fields/${other.id}`, { field: '' }],
    ['PATCH', `/tracking_fields/${other.id}`, { field: 'Room' }],
  ] as const) {
    const answer = await zoom.call(method, path, body)
    assert.deepEqual([answer.status, answer.body.code, answer.body.errors[0].field], [400, 300, 'field'])
  }
})

test('a meeting says whether its tracking fields are visible to hosts', async () => {
  await using zoom = await startZoom()
  await zoom.call('POST', '/tracking_fields', room)
  const tracking_fields = [
    { field: 'Room', value: '3' },
    { field: 'Unknown', value: 'x' },
  ]
  const { tracking_fields: shown } = await zoom.create({ tracking_fields })
  assert.deepEqual(
    shown.map(({ visible }: { visible: boolean }) => visible),
    [false, true],
  )
})

test('requiredTrackingFields: a meeting without a required field is taken, or refused', async () => {
  await using lenient = await startZoom()
  await lenient.call('POST', '/tracking_fields', room)
  await lenient.create({})
  await using strict = await startZoom({ switches: { requiredTrackingFields: 'refuse' } })
  await strict.call('POST', '/tracking_fields', room)
  const { status, body } = await strict.call('POST', '/users/me/meetings', {})
  assert.deepEqual([status, body.code, body.errors[0].field], [400, 300, 'tracking_fields'])
  await strict.create({ tracking_fields: [{ field: 'Room', value: '3' }] })
})

test('a change has to have the required tracking fields where it sends any', async () => {
  await using zoom = await startWebinars({ switches: { requiredTrackingFields: 'refuse' } })
  await zoom.call('POST', '/tracking_fields', { field: 'Department', required: true })
  const tracking_fields = [{ field: 'Department', value: 'Sales' }]
  const meeting = await zoom.create({ tracking_fields })
  const webinar = await zoom.createWebinar({ tracking_fields })
  for (const path of [`/meetings/${meeting.id}`, `/webinars/${webinar.id}`]) {
    assert.equal((await zoom.call('PATCH', path, { topic: 'Other' })).status, 204)
    const refused = await zoom.call('PATCH', path, { tracking_fields: [] })
    assert.deepEqual([refused.status, refused.body.errors[0].field], [400, 'tracking_fields'])
  }
})
