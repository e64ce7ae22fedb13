import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startWebinars } from '../../test/webinars.ts'

test('a fault for one host strikes whatever is about this host’s meetings and webinars', async () => {
  await using zoom = await startWebinars()
  const webinar = await zoom.createWebinar()
  const meeting = await zoom.create({ topic: 'Held' })
  zoom.emulator.control.life.start(meeting.id)
  zoom.emulator.control.life.end(meeting.id)
  const other = await zoom.create({ topic: 'Of another host' }, 'mei@example.com')
  zoom.emulator.control.faults.add({ operation: '*', user: 'owner@example.com', status: 503 })
  const grouped = `${String(webinar.id).slice(0, 3)}-${String(webinar.id).slice(3)}`
  const uuid = encodeURIComponent(encodeURIComponent(meeting.uuid))
  for (const path of [
    '/users/owner@example.com/webinars',
    `/webinars/${webinar.id}`,
    `/webinars/${grouped}/panelists`,
    `/past_webinars/${webinar.id}/instances`,
    `/report/meetings/${meeting.id}`,
    `/past_meetings/${uuid}`,
  ])
    assert.equal((await zoom.call('GET', path)).status, 503, path)
  assert.equal((await zoom.call('GET', `/meetings/${other.id}`)).status, 200)
})
