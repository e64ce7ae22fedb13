import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attemptWith, now, publishedRecord, recordWith, surplusWith, times } from '../../test/records.ts'
import { createShelf, cut, refused, type Shelf } from '../../test/shelf.ts'
import { markerOf } from './marker.ts'
import type { MeetingRecord } from './record.ts'
import { removeSurplus } from './remove-surplus.ts'

const start = '2026-12-18T10:00:00Z'

/** A record with the surplus meeting 222 of its first attempt, claimed in a journal, and that meeting at Zoom. */
async function withSurplusAtZoom(changes: Partial<MeetingRecord> = {}, meeting: object = {}) {
  const shelf = createShelf()
  const record = recordWith({
    attempts: [attemptWith({ outcome: 'not_seen' })],
    surplus: [surplusWith()],
    version: 0,
    fence: 0,
    ...changes,
  })
  await shelf.journal.add(record)
  const claimed = await shelf.journal.claim({ now, leaseUntil: now + times.leaseMs, key: record.key })
  assert.ok(claimed)
  const agenda = await markerOf(shelf.ambient, 's', record, attemptWith())
  shelf.put({ id: 222, start_time: start, duration: 45, agenda, password: 'k7Qm3xZp', ...meeting })
  const remove = (): Promise<MeetingRecord> => shelf.time.run(removeSurplus(shelf.parts, claimed, 222))
  return { shelf, remove }
}
const surplusIn = ({ surplus }: MeetingRecord) => surplus.map(({ id, state, retryAt }) => ({ id, state, retryAt }))
const deletes = ({ requests }: Shelf) => requests.filter((request) => request.startsWith('DELETE'))

test('a surplus meeting with every proof is read, deleted and kept as deleted', async () => {
  const { shelf, remove } = await withSurplusAtZoom()
  assert.deepEqual(surplusIn(await remove()), [{ id: 222, state: 'deleted', retryAt: undefined }])
  assert.deepEqual(shelf.requests, ['GET /meetings/222', 'DELETE /meetings/222'])
  assert.equal(shelf.meetings.size, 0)
})

test('one that is gone already counts as deleted', async () => {
  const { shelf, remove } = await withSurplusAtZoom()
  shelf.meetings.clear()
  assert.deepEqual(surplusIn(await remove()), [{ id: 222, state: 'deleted', retryAt: undefined }])
})

test('one that somebody has made his own is kept, with the proof that is missing', async () => {
  const { shelf, remove } = await withSurplusAtZoom({}, { start_time: '2026-12-18T11:00:00Z' })
  const { surplus } = await remove()
  assert.equal(surplus[0]?.reason, 'its start or length is not what was sent')
  assert.deepEqual([surplus[0]?.state, deletes(shelf)], ['kept', []])
})

test('one that is running is left alone and tried again in ten minutes', async () => {
  const { shelf, remove } = await withSurplusAtZoom({}, { status: 'started' })
  assert.deepEqual(surplusIn(await remove()), [{ id: 222, state: 'found', retryAt: now + 600_000 }])
  assert.deepEqual(deletes(shelf), [])
})

for (const [what, answer] of [
  ['breaks the connection', cut],
  ['refuses', () => refused(400, 3000, 'Cannot access meeting.')],
  ['does not accept the sign-in', () => refused(401, 124, 'Invalid access token.')],
] as const)
  test(`where Zoom ${what}, it is tried again later, and what people wait for goes on meanwhile`, async () => {
    const { shelf, remove } = await withSurplusAtZoom()
    shelf.intercept = ({ method }) => (method === 'DELETE' ? answer() : undefined)
    const record = await remove()
    const [surplus] = record.surplus
    assert.equal(surplus?.state, 'found')
    assert.ok((surplus.retryAt ?? 0) >= now + 60_000)
    assert.equal(record.obstacle, undefined)
  })

test('what Zoom refuses for good is not tried again because a surplus meeting was deleted', async () => {
  const obstacle = { reason: 'not_as_wanted', message: 'At another time.', until: undefined, times: 1 } as const
  const { remove } = await withSurplusAtZoom({ obstacle })
  const record = await remove()
  assert.deepEqual([record.state, record.obstacle?.reason, record.dueAt], ['refused', 'not_as_wanted', undefined])
})

test('the published meeting is never deleted, even where it stands among the surplus', async () => {
  const { shelf, remove } = await withSurplusAtZoom({
    ...publishedRecord({ attempts: [attemptWith({ outcome: 'made', meetingId: 222 })] }),
    published: { ...publishedRecord().published, id: 222 } as NonNullable<MeetingRecord['published']>,
    surplus: [surplusWith({ isKnown: true })],
    version: 0,
    fence: 0,
  })
  assert.equal((await remove()).surplus[0]?.reason, 'it is the published one')
  assert.deepEqual(deletes(shelf), [])
})
