import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../test/start-zoom.ts'

const waitingRoom = { topic: 'Weekly', settings: { waiting_room: true } }

test('a test plays a meeting: people wait, are admitted, leave, and it ends', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(waitingRoom)
  const { life } = zoom.emulator.control
  const early = life.join(id, { name: 'Ann' })
  assert.equal(early.place, 'at_the_door')
  const host = life.start(id)
  assert.deepEqual(
    [host.name, host.email, host.isHost, host.place],
    ['Olive Owner', 'owner@example.com', true, 'meeting'],
  )
  const late = life.join(id, { name: 'Ben' })
  assert.equal(late.place, 'waiting_room')
  life.admit(id, late.id)
  const places = () => life.people(id).map(({ name, place }) => `${name}: ${place}`)
  assert.deepEqual(places(), ['Olive Owner: meeting', 'Ann: waiting_room', 'Ben: meeting'])
  life.admit(id)
  life.hold(id, late.id)
  life.remove(id, early.id)
  assert.deepEqual(places(), ['Olive Owner: meeting', 'Ben: waiting_room'])
  life.leave(id, late.id)
  life.end(id)
  assert.deepEqual([places(), (await zoom.get(id)).status], [[], 'waiting'])
})

test('starting twice changes nothing', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(waitingRoom)
  const { life } = zoom.emulator.control
  assert.equal(life.start(id).id, life.start(id).id)
  assert.equal(life.people(id).length, 1)
})

test('with the e-mail of a user of the account one is signed in', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create({ settings: { meeting_authentication: true } })
  const { life } = zoom.emulator.control
  assert.throws(() => life.join(id, { name: 'Ann', email: 'ann@elsewhere.test' }), { code: 'life_refused' })
  assert.equal(life.join(id, { name: 'Mei', email: 'MEI@example.com' }).place, 'at_the_door')
})

const licences: readonly (readonly [plan: 'free' | 'pro' | 'business', type: 1 | 2, most: number])[] = [
  ['free', 1, 1],
  ['pro', 2, 1],
  ['business', 1, 1],
  ['business', 2, 2],
]
for (const [plan, type, most] of licences)
  test(`a ${type === 1 ? 'Basic' : 'Licensed'} host on the plan ${plan} runs ${most} at once`, async () => {
    await using zoom = await startZoom({
      seed: { account: { plan }, users: [{ email: 'host@example.com', type, role_id: '0' }] },
    })
    const { life } = zoom.emulator.control
    const ids: number[] = []
    for (let i = 0; i <= most; i++) ids.push((await zoom.create({ topic: `${i}` })).id)
    for (const id of ids.slice(0, most)) life.start(id)
    const last = ids.at(-1) ?? 0
    assert.throws(() => life.start(last), { code: 'life_refused', message: new RegExp(`licence allows \\(${most}\\)`) })
    life.end(ids[0] ?? 0)
    assert.equal(life.start(last).place, 'meeting')
  })

test('after 40 minutes the meeting of a Basic host is cut, that of a Licensed one goes on', async () => {
  await using zoom = await startZoom()
  const { life } = zoom.emulator.control
  const basic = (await zoom.create({ type: 1 }, 'nora@example.com')).id
  const licensed = (await zoom.create({ topic: 'Long' })).id
  life.start(basic)
  life.start(licensed)
  await zoom.emulator.clock.advance(40 * 60_000 - 1)
  assert.equal((await zoom.get(basic)).status, 'started')
  await zoom.emulator.clock.advance(1)
  assert.equal((await zoom.call('GET', `/past_meetings/${basic}`)).body.end_time, '2026-11-22T04:40:00Z')
  assert.equal((await zoom.get(licensed)).status, 'started')
})

async function ask(zoom: TestZoom, id: number, body: object) {
  const response = await fetch(`${zoom.emulator.url}/_emulator/life/${id}`, {
    method: 'POST',
    headers: { 'x-convene': '1', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: JSON.parse(await response.text()) }
}

test('the same acts are open to programs in any language', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(waitingRoom)
  await ask(zoom, id, { act: 'start' })
  const { body } = await ask(zoom, id, { act: 'join', name: 'Ann', email: 'ann@elsewhere.test' })
  assert.deepEqual(body.person, {
    id: body.person.id,
    name: 'Ann',
    email: 'ann@elsewhere.test',
    is_host: false,
    place: 'waiting_room',
  })
  for (const act of ['admit', 'hold', 'admit', 'leave'])
    assert.equal((await ask(zoom, id, { act, person: body.person.id })).status, 200, act)
  assert.deepEqual((await ask(zoom, id, { act: 'end' })).body, { people: [] })
  const read = await fetch(`${zoom.emulator.url}/_emulator/life/${id}`, { headers: { 'x-convene': '1' } })
  assert.deepEqual(await read.json(), { people: [] })
})

const mistakes: readonly (readonly [body: object, status: number, says: RegExp])[] = [
  [{}, 400, /Validation Failed/],
  [{ act: 'dance' }, 400, /Validation Failed/],
  [{ act: 'join' }, 400, /Validation Failed/],
  [{ act: 'hold' }, 400, /Validation Failed/],
  [{ act: 'leave', person: 'nobody' }, 404, /Nobody with the id nobody/],
]
for (const [body, status, says] of mistakes)
  test(`an act that says ${JSON.stringify(body)} is refused with ${status}`, async () => {
    await using zoom = await startZoom()
    const { id } = await zoom.create(waitingRoom)
    const answer = await ask(zoom, id, body)
    assert.equal(answer.status, status)
    assert.match(answer.body.message, says)
    assert.equal((await ask(zoom, 99_999_999_999, { act: 'start' })).status, 404)
  })

test('an instant meeting that ended is answered, though its id ended with it', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create({ type: 1 })
  await ask(zoom, id, { act: 'start' })
  assert.deepEqual(await ask(zoom, id, { act: 'end' }), { status: 200, body: { people: [] } })
})

test('the meeting of a host who may not host any more cannot be ended by the API: 400/3161', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create({ topic: 'Held' }, 'kenji@example.com')
  assert.equal((await zoom.call('PUT', '/users/kenji@example.com/status', { action: 'deactivate' })).status, 204)
  const { status, body } = await zoom.call('PUT', `/meetings/${id}/status`, { action: 'end' })
  assert.deepEqual([status, body.code], [400, 3161])
})

test('the list of what is coming knows no unknown user: 404/1001', async () => {
  await using zoom = await startZoom()
  const { status, body } = await zoom.call('GET', '/users/nobody@example.com/upcoming_meetings')
  assert.deepEqual([status, body.code], [404, 1001])
})

test('nobody starts the meeting of a host who is not active: guests stand at the door', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create({ topic: 'Kenji', settings: { join_before_host: true } }, 'kenji@example.com')
  assert.equal((await zoom.call('PUT', '/users/kenji@example.com/status', { action: 'deactivate' })).status, 204)
  const { life } = zoom.emulator.control
  assert.throws(() => life.start(id), { code: 'life_refused', message: /may not hold meetings now/ })
  assert.equal(life.join(id, { name: 'Ann' }).place, 'at_the_door')
})
