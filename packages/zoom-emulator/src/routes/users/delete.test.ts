import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startZoom } from '../../../test/start-zoom.ts'
import { openWriteLog } from '../../storage/sqlite.ts'

test('with a deleted user go the registrants, polls and panelists of what nobody inherits', async () => {
  const data = join(mkdtempSync(join(tmpdir(), 'convene-')), 'zoom.db')
  {
    await using zoom = await startZoom({ data })
    const mei = '/users/mei@example.com'
    await zoom.call('PATCH', `${mei}/settings`, { feature: { webinar: true } })
    const { id } = await zoom.create({ settings: { approval_type: 0 } }, 'mei@example.com')
    const webinar = await zoom.call('POST', `${mei}/webinars`, { topic: 'Talk' })
    const poll = { title: 'Lunch', questions: [{ name: 'Which?', type: 'single', answers: ['Rice', 'Noodles'] }] }
    for (const [path, body] of [
      [`/meetings/${id}/registrants`, { email: 'a@example.org', first_name: 'A' }],
      [`/meetings/${id}/polls`, poll],
      [`/webinars/${webinar.body.id}/panelists`, { panelists: [{ email: 'b@example.org', name: 'B' }] }],
    ] as const)
      assert.equal((await zoom.call('POST', path, body)).status, 201, path)
    assert.equal((await zoom.call('DELETE', `${mei}?action=delete`)).status, 204)
  }
  const { log, stored } = openWriteLog(data)
  const left = new Set(Array.from(stored(), ({ collection }) => collection))
  log.close()
  assert.deepEqual([...left].sort(), ['access_tokens', 'accounts', 'apps', 'secrets', 'users'])
})

test('a running meeting that goes to an heir is the heir’s in the past too', async () => {
  await using zoom = await startZoom()
  const { life } = zoom.emulator.control
  const { id } = await zoom.create({ topic: 'Handed over', type: 3 }, 'mei@example.com')
  life.start(id)
  const query = 'action=delete&transfer_email=kenji@example.com&transfer_meeting=true'
  assert.equal((await zoom.call('DELETE', `/users/mei@example.com?${query}`)).status, 204)
  life.end(id)
  const past = await zoom.call('GET', `/past_meetings/${id}`)
  assert.deepEqual([past.status, past.body.user_email], [200, 'kenji@example.com'])
})
