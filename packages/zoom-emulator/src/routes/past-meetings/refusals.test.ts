import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'
import { openWriteLog } from '../../storage/sqlite.ts'

async function hold(zoom: TestZoom, userId = 'me') {
  const meeting = await zoom.create({ topic: 'Held', type: 3 }, userId)
  zoom.emulator.control.life.start(meeting.id)
  zoom.emulator.control.life.end(meeting.id)
  return meeting
}

test('the past of a host who is gone is refused: the meeting with 400/1010, its participants with 404/1001', async () => {
  await using zoom = await startZoom()
  const { id } = await hold(zoom, 'kenji@example.com')
  assert.equal((await zoom.call('DELETE', '/users/kenji@example.com?action=delete')).status, 204)
  const codes = []
  for (const what of ['', '/participants'])
    codes.push((await zoom.call('GET', `/past_meetings/${id}${what}`)).body.code)
  assert.deepEqual(codes, [1010, 1001])
})

test('the past of another account is refused with 400/1010, that of another host with 400/300 for an app of one user', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'convene-past-'))
  try {
    const data = join(folder, 'zoom.db')
    const first = await startZoom({ data })
    const theirs = await hold(first)
    const others = await hold(first, 'kenji@example.com')
    await first[Symbol.asyncDispose]()
    const { log, stored } = openWriteLog(data)
    for (const { collection, json } of [...stored()]) {
      const entity = JSON.parse(json)
      if (collection === 'instances' && entity.uuid === theirs.uuid)
        log.put('instances', theirs.uuid, { ...entity, accountId: 'theirs' })
      // The app has no account-wide scopes any more.
      if (collection === 'apps' && entity.clientId === 'demo-client')
        log.put('apps', entity.clientId, { ...entity, scopes: ['meeting:read'] })
    }
    log.close()
    await using zoom = await startZoom({ data })
    for (const [{ uuid }, code] of [
      [theirs, 1010],
      [others, 300],
    ] as const)
      for (const what of ['', '/participants']) {
        const { status, body } = await zoom.call('GET', `/past_meetings/${encodeURIComponent(uuid)}${what}`)
        assert.deepEqual([status, body.code], [400, code], what)
      }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
