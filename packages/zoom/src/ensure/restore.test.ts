import assert from 'node:assert/strict'
import { test } from 'node:test'
import { now } from '../../test/records.ts'
import { createShelf, type Shelf } from '../../test/shelf.ts'
import { createMeetingKeeper } from './keeper.ts'

const meeting = {
  topic: 'Interview',
  agenda: 'Bring a pen',
  start_time: '2026-12-18T18:00:00',
  timezone: 'Asia/Taipei',
  duration: 45,
}
const request = { key: 'booking-17', host: 'mei@example.com', meeting }
const day = 24 * 60 * 60_000

async function publish() {
  const shelf = createShelf()
  const keeper = createMeetingKeeper({ zoom: shelf.zoom, journal: shelf.journal, ambient: shelf.ambient })
  const { meeting: made } = await shelf.time.run(keeper.ensureMeeting(request))
  assert.ok(made)
  return { shelf, keeper, made, run: <Result>(work: Promise<Result>) => shelf.time.run(work) }
}
type Published = Awaited<ReturnType<typeof publish>>

/** Somebody changes the meeting at Zoom, and safe creation hears of it. */
async function changeAtZoom({ shelf, keeper, made, run }: Published, changes: object) {
  Object.assign(shelf.meetings.get(made.id) ?? {}, changes)
  await run(keeper.hint({ event: 'meeting.updated', payload: { object: { id: made.id } } }))
  await run(keeper.ensureMeeting(request))
  return run(keeper.status('booking-17'))
}
const patches = ({ requests }: Shelf) => requests.filter((one) => one.startsWith('PATCH')).length

test('what somebody has changed at Zoom is set back, and nothing else is sent', async () => {
  const world = await publish()
  assert.deepEqual((await changeAtZoom(world, { topic: 'Party' }))?.differs, ['topic'])
  let body: object | undefined
  world.shelf.intercept = (arrived) => {
    if (arrived.method === 'PATCH') body = arrived.body
    return undefined
  }
  const { state, differs, meeting: kept } = await world.run(world.keeper.restoreMeeting({ key: 'booking-17' }))
  assert.deepEqual([state, differs, kept?.id], ['published', [], world.made.id])
  assert.deepEqual(body, { topic: 'Interview' })
})

test('a start that was changed at Zoom is set back with its zone and its length', async () => {
  const world = await publish()
  const seen = await changeAtZoom(world, { start_time: '2026-12-19T10:00:00Z' })
  assert.deepEqual(seen?.differs, ['start_time'])
  const { state, differs } = await world.run(world.keeper.restoreMeeting({ key: 'booking-17' }))
  assert.deepEqual([state, differs], ['published', []])
  assert.equal(patches(world.shelf), 1)
})

test('a passcode that was changed at Zoom is set to the one that people have', async () => {
  const world = await publish()
  const seen = await changeAtZoom(world, { password: 'other', join_url: 'https://zoom.us/j/111?pwd=other' })
  assert.deepEqual(seen?.differs, ['join_url'])
  world.shelf.intercept = ({ method, body, usual }) => {
    const answer = usual()
    // As Zoom does: another passcode makes another link.
    if (method === 'PATCH')
      Object.assign(world.shelf.meetings.get(world.made.id) ?? {}, {
        join_url: `https://zoom.us/j/111?pwd=${body.password}`,
      })
    return answer
  }
  const { differs, meeting: kept } = await world.run(world.keeper.restoreMeeting({ key: 'booking-17' }))
  assert.deepEqual([differs, kept?.password], [[], world.made.password])
})

test('where nothing was changed there is nothing to set back', async () => {
  const { shelf, keeper, run } = await publish()
  const { state, revision } = await run(keeper.restoreMeeting({ key: 'booking-17' }))
  assert.deepEqual([state, revision, patches(shelf)], ['published', 1, 0])
  await assert.rejects(run(keeper.restoreMeeting({ key: 'nobody' })), { code: 'key_unknown' })
  await run(keeper.cancelMeeting({ key: 'booking-17' }))
  await assert.rejects(run(keeper.restoreMeeting({ key: 'booking-17' })), { code: 'conflict' })
})

test('of a meeting that is forgotten nothing can be read any more, and it is known as ours still', async () => {
  const { shelf, keeper, made, run } = await publish()
  await run(shelf.time.wait(100 * day))
  await run(keeper.forgetMeetings(['booking-17', 'nobody']))
  const record = await run(shelf.journal.findByMeeting(made.id))
  assert.equal(record?.key, 'booking-17')
  const text = JSON.stringify(record)
  for (const secret of ['Interview', 'Bring a pen', made.password, made.join_url])
    assert.ok(!text.includes(secret), secret)
  assert.equal(record?.attempts[0]?.sent.meant?.first, now + day)
  assert.equal((await run(keeper.status('booking-17')))?.state, 'published')
})
