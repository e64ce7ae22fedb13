import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom } from '../../../test/start-zoom.ts'
import { createReceiver, secretToken } from '../../../test/webhook-receiver.ts'

test('what happens to a user is told to subscribers, each time with what changed', async () => {
  const receiver = createReceiver()
  await using zoom = await startZoom({ deliver: receiver.deliver })
  await zoom.emulator.control.webhooks.subscribe({ url: 'https://hooks.example.com/zoom', secretToken })
  const told = async (): Promise<{ event: string; payload: Record<string, unknown> }[]> => {
    await zoom.emulator.clock.advance(0)
    return receiver.received.splice(0).map(({ body }) => body)
  }
  const person = { first_name: 'New', last_name: '', display_name: 'New', email: 'new@example.com', type: 1 }
  const body = { action: 'create', user_info: { email: person.email, type: 1, first_name: 'New' } }
  const { id } = (await zoom.call('POST', '/users', body)).body
  const object = { ...person, id }
  const owner = (await zoom.call('GET', '/users/me')).body
  const byOwner = { operator: owner.email, operator_id: owner.id }
  const [created] = await told()
  assert.equal(created?.event, 'user.created')
  assert.deepEqual(created.payload, { account_id: 'demo-account', ...byOwner, creation_type: 'create', object })

  await fetch(`${zoom.emulator.url}/activate/${id}`, { method: 'POST' })
  await zoom.call('PUT', `/users/${id}/status`, { action: 'deactivate' })
  await zoom.call('PUT', `/users/${id}/status`, { action: 'deactivate' })
  await zoom.call('PUT', `/users/${id}/status`, { action: 'activate' })
  const statuses = await told()
  assert.deepEqual(
    statuses.map(({ event }) => event),
    ['user.invitation_accepted', 'user.deactivated', 'user.activated'],
  )
  for (const { payload } of statuses) assert.deepEqual(payload, { account_id: 'demo-account', object })

  const time_stamp = zoom.emulator.clock.now()
  await zoom.call('PATCH', `/users/${id}`, { dept: 'Stage', first_name: 'New' })
  await zoom.call('PATCH', `/users/${id}`, { dept: 'Stage' })
  await zoom.call('PUT', `/users/${id}/email`, { email: 'newer@example.com' })
  await zoom.call('PUT', `/users/${id}/email`, { email: 'newer@example.com' })
  await zoom.call('PUT', `/users/${id}/password`, { password: 'Correct7horse' })
  const [changed, moved, secret, ...more] = await told()
  assert.deepEqual(more, [])
  assert.deepEqual(changed?.payload, {
    account_id: 'demo-account',
    ...byOwner,
    time_stamp,
    object: { id, dept: 'Stage' },
    old_object: { id },
  })
  assert.deepEqual(moved?.payload.old_object, { id, email: 'new@example.com' })
  assert.equal(secret?.event, 'user.updated')
  assert.doesNotMatch(JSON.stringify(secret), /Correct7horse/)

  await zoom.call('PATCH', `/users/${id}/settings`, { schedule_meeting: { host_video: true } })
  await zoom.call('PATCH', `/users/${id}/settings`, { schedule_meeting: { host_video: true } })
  await zoom.call('PUT', `/users/${id}/presence_status`, { status: 'Busy' })
  await zoom.call('DELETE', `/users/${id}?action=delete`)
  await zoom.call('DELETE', '/users/mei@example.com')
  const [settings, presence, deleted, disassociated] = await told()
  assert.equal(settings?.event, 'user.settings_updated')
  assert.deepEqual(presence?.payload.object, {
    id,
    email: 'newer@example.com',
    presence_status: 'Busy',
    'date-time': '2026-11-22T04:00:00Z',
  })
  assert.equal(deleted?.event, 'user.deleted')
  assert.deepEqual(deleted.payload.object, { ...object, email: 'newer@example.com' })
  assert.equal(disassociated?.event, 'user.disassociated')
})
