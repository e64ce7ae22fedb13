import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startSignedCalls } from '../test/signed-calls.ts'
import { startZoom, testNow } from '../test/start-zoom.ts'

const minute = 60_000

test('a new seed ends what was due: a meeting of the same id and uuid is not cut by the one before', async () => {
  await using calls = await startSignedCalls({ randomSeed: 1 })
  const { control, clock } = calls.emulator
  const start = async () => {
    const answer = await calls.send('POST', '/users/nora@example.com/meetings', { topic: 'Basic' })
    const { id, uuid } = (await answer.json()) as { id: number; uuid: string }
    control.life.start(id)
    return { id, uuid }
  }
  const before = await start()
  await clock.advance(30 * minute)
  control.seed({})
  const after = await start()
  assert.deepEqual(after, before)
  await clock.advance(20 * minute)
  assert.equal(control.life.people(after.id).length, 1)
})

test('a reset lets go of what still held a user', async () => {
  await using calls = await startSignedCalls({ switches: { userWrites: 'one_second' } })
  const { control, clock } = calls.emulator
  const add = () => calls.send('POST', '/users', { action: 'create', user_info: { email: 'new@example.com', type: 1 } })
  await clock.advance(minute)
  assert.equal((await add()).status, 201)
  control.reset()
  await clock.freeze(testNow)
  assert.equal((await add()).status, 201)
})

test('a recording that was being made at a restart is told of all the same, once', async () => {
  const data = join(mkdtempSync(join(tmpdir(), 'convene-')), 'zoom.db')
  const heard: string[] = []
  const deliver = async (request: Request) => {
    const { event, payload } = (await request.json()) as { event: string; payload: { plainToken?: string } }
    heard.push(event)
    return Response.json({ plainToken: payload.plainToken })
  }
  const clock = { now: () => Date.parse(testNow) }
  const run = () =>
    startZoom({ data, deliver, clock, seed: { webhooks: [{ url: 'https://example.com/', events: ['recording.*'] }] } })
  {
    await using zoom = await run()
    const { id } = await zoom.create({ topic: 'Weekly', settings: { auto_recording: 'cloud' } })
    zoom.emulator.control.life.start(id)
    await zoom.emulator.clock.advance(minute)
    zoom.emulator.control.life.end(id)
    assert.deepEqual(heard, [])
  }
  await using zoom = await run()
  await zoom.emulator.clock.advance(10 * minute)
  assert.deepEqual(heard, ['recording.completed'])
})
test('links go on working after a restart with the same file, and after a reset', async () => {
  const data = join(mkdtempSync(join(tmpdir(), 'convene-')), 'zoom.db')
  const run = () => startZoom({ data, clock: { now: () => Date.parse(testNow) } })
  const opens = async ({ url }: { url: string }, link: string) =>
    (await fetch(`${url}${new URL(link).pathname}${new URL(link).search}`)).status
  const make = async (zoom: Awaited<ReturnType<typeof run>>) => {
    const { id, start_url } = await zoom.create({ topic: 'Weekly', start_time: '2027-01-10T10:00:00Z' })
    const invited = { attendees: [{ name: 'Zoë' }], ttl: 86_400 }
    const { attendees } = (await zoom.call('POST', `/meetings/${id}/invite_links`, invited)).body
    return [start_url, attendees[0].join_url]
  }
  let links: string[] = []
  {
    await using zoom = await run()
    zoom.emulator.control.reset()
    await zoom.emulator.clock.freeze(testNow)
    links = await make(zoom)
  }
  await using zoom = await run()
  for (const link of links) assert.equal(await opens(zoom.emulator, link), 200, link)
})
