/** What the simulation has found, each as small as it can be. */
import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { createMeetingKeeper } from '@convene/zoom/ensure'
import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
import { startEmulator } from '@convene/zoom-emulator'

const host = 'mei@example.com'
const meeting = { topic: 'Interview', start_time: '2030-12-20T18:00:00', timezone: 'Asia/Taipei', duration: 45 }

test('an event about a meeting that is known to be deleted leaves nothing to do', async () => {
  await using emulator = await startEmulator({ listen: false })
  const fetch = (url: string, init: RequestInit) => emulator.fetch(url, init)
  const zoom = createZoomClient({ ...optionsFromEnvironment(emulator.env), ambient: { fetch } })
  using database = new DatabaseSync(':memory:')
  const keeper = createMeetingKeeper({ zoom, journal: createSqliteJournal(database) })
  const { meeting: made } = await keeper.ensureMeeting({ key: 'booking-17', host, meeting })
  const deleted = { event: 'meeting.deleted', payload: { object: { id: made?.id } } }
  await zoom.meetings.delete({ meetingId: made?.id ?? 0 })
  const hear = async () => {
    await keeper.hint(deleted)
    return await keeper.ensureMeeting({ key: 'booking-17', host, meeting })
  }
  assert.equal((await hear()).state, 'gone')

  const { state, nextAt } = await hear()
  assert.deepEqual([state, nextAt], ['gone', undefined])
})

test('a copy that a person has made of a meeting whose answer was lost is not taken for it, whoever tells of it first', async () => {
  await using emulator = await startEmulator({ listen: false })
  const fetch = (url: string, init: RequestInit) => emulator.fetch(url, init)
  const zoom = createZoomClient({ ...optionsFromEnvironment(emulator.env), retries: 0, ambient: { fetch } })
  using database = new DatabaseSync(':memory:')
  const keeper = createMeetingKeeper({ zoom, journal: createSqliteJournal(database) })
  const { faults, portal } = emulator.control
  faults.add({ operation: 'POST /users/{userId}/meetings', cut: true, effect: 'done', count: 1 })
  const away = faults.add({ operation: 'GET /users/{userId}/meetings', status: 503, count: 1 })
  const { state } = await keeper.ensureMeeting({ key: 'booking-17', host, meeting }, { waitMs: 1 })
  assert.deepEqual([state, faults.list().find(({ id }) => id === away.id)?.struck], ['unknown', 1])
  const [original] = (await zoom.meetings.list({ userId: host })).meetings
  const copy = portal.duplicate(original?.id ?? 0)

  const tell = (id: number | undefined) => keeper.hint({ event: 'meeting.created', payload: { object: { id } } })
  await tell(copy)
  assert.equal((await keeper.status('booking-17'))?.state, 'unknown')
  await tell(original?.id)
  const told = await keeper.ensureMeeting({ key: 'booking-17', host, meeting })
  assert.deepEqual([told.state, told.meeting?.id], ['published', original?.id])
})

test('a meeting whose answer was lost is found although somebody has moved it meanwhile, and what was moved is told', async () => {
  await using emulator = await startEmulator({ listen: false })
  const fetch = (url: string, init: RequestInit) => emulator.fetch(url, init)
  const zoom = createZoomClient({ ...optionsFromEnvironment(emulator.env), retries: 0, ambient: { fetch } })
  using database = new DatabaseSync(':memory:')
  const keeper = createMeetingKeeper({ zoom, journal: createSqliteJournal(database) })
  const { faults, portal } = emulator.control
  faults.add({ operation: 'POST /users/{userId}/meetings', cut: true, effect: 'done', count: 1 })
  faults.add({ operation: 'GET /users/{userId}/meetings', status: 503, count: 1 })
  await keeper.ensureMeeting({ key: 'booking-17', host, meeting }, { waitMs: 1 })
  const [original] = (await zoom.meetings.list({ userId: host })).meetings
  portal.edit(original?.id ?? 0, { start_time: '2030-12-20T19:00:00', timezone: 'Asia/Taipei' })

  const told = await keeper.ensureMeeting({ key: 'booking-17', host, meeting })
  assert.deepEqual([told.state, told.meeting?.id, told.differs], ['published', original?.id, ['start_time']])
  assert.equal((await zoom.meetings.list({ userId: host })).total_records, 1)
})
