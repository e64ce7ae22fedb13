import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'
import { createReceiver, secretToken } from '../../../test/webhook-receiver.ts'

const weekly = {
  topic: 'Lessons',
  type: 8,
  start_time: '2026-12-17T18:00:00',
  timezone: 'Asia/Taipei',
  recurrence: { type: 2, weekly_days: '5', end_times: 3 },
}

/** Three who wait for approval, and a way to ask who stands where. */
async function withWaiting(body: object = { topic: 'Open day' }, options: Parameters<typeof startZoom>[0] = {}) {
  const zoom = await startZoom(options)
  const meeting = await zoom.create({ ...body, settings: { approval_type: 1, registration_type: 1 } })
  const path = `/meetings/${meeting.id}/registrants`
  const ids: string[] = []
  for (const name of ['a', 'b', 'c']) {
    const { body } = await zoom.call('POST', path, { email: `${name}@example.com`, first_name: name })
    ids.push(body.registrant_id)
  }
  return { zoom, meeting, path, ids, standing: (date?: string) => standing(zoom, path, date) }
}

/** `approved: a; pending: b, c; denied: ` */
async function standing(zoom: TestZoom, path: string, date = ''): Promise<string> {
  const lists: string[] = []
  for (const status of ['approved', 'pending', 'denied']) {
    const { body } = await zoom.call('GET', `${path}?status=${status}${date && `&occurrence_id=${date}`}`)
    lists.push(`${status}: ${body.registrants.map((row: { first_name: string }) => row.first_name).join(', ')}`)
  }
  return lists.join('; ')
}

test('the host approves, denies and cancels, by id or by e-mail', async () => {
  const { zoom, path, ids, standing } = await withWaiting()
  await using _ = zoom
  const decide = async (action: string, ...registrants: object[]) =>
    (await zoom.call('PUT', `${path}/status`, { action, registrants })).status
  assert.equal(await decide('approve', { id: ids[0] }, { email: 'B@example.com' }), 204)
  assert.equal(await standing(), 'approved: a, b; pending: c; denied: ')
  assert.equal(await decide('deny', { id: ids[1], email: 'b@example.com' }, { id: ids[2] }), 204)
  assert.equal(await standing(), 'approved: a; pending: ; denied: b, c')
  assert.equal(await decide('approve', { id: ids[1] }), 204)
  assert.equal(await decide('cancel', { id: ids[0] }), 204)
  assert.equal(await standing(), 'approved: b; pending: ; denied: c')
  assert.equal((await zoom.call('GET', `${path}/${ids[0]}`)).status, 404)
})

test('a decision about somebody unknown changes nobody', async () => {
  const { zoom, path, ids, standing } = await withWaiting()
  await using _ = zoom
  const answer = await zoom.call('PUT', `${path}/status`, {
    action: 'approve',
    registrants: [{ id: ids[0] }, { id: 'x' }],
  })
  assert.deepEqual([answer.status, answer.body.code], [404, 1001])
  assert.equal(await standing(), 'approved: ; pending: a, b, c; denied: ')
  for (const [field, body] of [
    ['action', { registrants: [] }],
    ['action', { action: 'invite', registrants: [] }],
    ['registrants', { action: 'deny' }],
    ['registrants[0].id', { action: 'deny', registrants: [{}] }],
    ['registrants', { action: 'deny', registrants: Array(31).fill({ id: ids[0] }) }],
  ] as const)
    assert.equal((await zoom.call('PUT', `${path}/status`, body)).body.errors[0].field, field)
})

test('ten decisions a day about one registrant are taken where limits are kept', async () => {
  const { zoom, path, ids } = await withWaiting(undefined, { switches: { limits: 'daily' } })
  await using _ = zoom
  const statuses: number[] = []
  for (let n = 0; n < 11; n++) {
    const action = n % 2 === 0 ? 'approve' : 'deny'
    statuses.push((await zoom.call('PUT', `${path}/status`, { action, registrants: [{ id: ids[0] }] })).status)
  }
  assert.deepEqual(statuses, [...Array(10).fill(204), 429])
})

test('a decision about one date leaves the others', async () => {
  const { zoom, meeting, path, ids, standing } = await withWaiting(weekly)
  await using _ = zoom
  const [one, two] = meeting.occurrences.map(({ occurrence_id }: { occurrence_id: string }) => occurrence_id)
  const decide = (date: string, action: string, id: string | undefined) =>
    zoom.call('PUT', `${path}/status?occurrence_id=${date}`, { action, registrants: [{ id }] })
  await decide(one, 'approve', ids[0])
  assert.equal(await standing(one), 'approved: a; pending: b, c; denied: ')
  assert.equal(await standing(two), 'approved: ; pending: a, b, c; denied: ')
  assert.equal(await standing(), 'approved: a; pending: b, c; denied: ')
  await decide(one, 'cancel', ids[0])
  assert.equal(await standing(one), 'approved: ; pending: b, c; denied: ')
  assert.equal(await standing(), 'approved: ; pending: a, b, c; denied: ')
  assert.equal((await zoom.call('DELETE', `${path}/${ids[0]}?occurrence_id=${one}`)).body.code, 300)
  assert.equal((await zoom.call('DELETE', `${path}/${ids[0]}?occurrence_id=${two}`)).status, 204)
  assert.equal((await decide('7', 'approve', ids[0])).body.code, 3000)
})

test('a registrant that was deleted is in no list; the same person can register anew', async () => {
  const { zoom, path, ids, standing } = await withWaiting()
  await using _ = zoom
  assert.equal((await zoom.call('DELETE', `${path}/${ids[1]}`)).status, 204)
  assert.equal((await zoom.call('DELETE', `${path}/${ids[1]}`)).body.code, 300)
  assert.equal(await standing(), 'approved: ; pending: a, c; denied: ')
  const again = await zoom.call('POST', path, { email: 'b@example.com', first_name: 'b' })
  assert.notEqual(again.body.registrant_id, ids[1])
  assert.equal(await standing(), 'approved: ; pending: a, c, b; denied: ')
})

test('registrants outlive a change of their meeting, and come back with one from the trash', async () => {
  const { zoom, meeting, path, ids } = await withWaiting()
  await using _ = zoom
  await zoom.call('PUT', `${path}/status`, { action: 'approve', registrants: [{ id: ids[0] }] })
  const link = async () => (await zoom.call('GET', `${path}/${ids[0]}`)).body.join_url
  const before = await link()
  await zoom.call('PATCH', `/meetings/${meeting.id}`, { password: 'abc123' })
  const after = await link()
  assert.notEqual(after, before)
  assert.equal(after.split('&')[0], before.split('&')[0])
  await zoom.call('DELETE', `/meetings/${meeting.id}`)
  assert.equal((await zoom.call('GET', path)).body.code, 3001)
  await zoom.call('PUT', `/meetings/${meeting.id}/status`, { action: 'recover' })
  assert.equal(await link(), after)
})

test('a decision about all dates is told where it changes any of them', async () => {
  const receiver = createReceiver()
  const { zoom, meeting, path, ids } = await withWaiting(weekly, { deliver: receiver.deliver })
  await using _ = zoom
  const url = 'https://hooks.example.com/zoom'
  await zoom.emulator.control.webhooks.subscribe({ url, secretToken, events: ['meeting.registration_approved'] })
  const date = meeting.occurrences[0].occurrence_id
  const body = { action: 'approve', registrants: [{ id: ids[0] }] }
  for (const query of [`?occurrence_id=${date}`, '', ''])
    assert.equal((await zoom.call('PUT', `${path}/status${query}`, body)).status, 204)
  await zoom.emulator.clock.advance(0)
  assert.equal(receiver.received.length, 2)
})
