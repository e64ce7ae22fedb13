import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom } from '../../test/start-zoom.ts'
import { createReceiver, secretToken } from '../../test/webhook-receiver.ts'

const agenda = 'convene:abcdefghijk.1.abcdefghijklmn\nWho will go'
const weekly = {
  topic: 'Weekly',
  agenda,
  start_time: '2026-12-17T18:00:00',
  timezone: 'Asia/Taipei',
  duration: 45,
  password: 'abc123',
}
const mei = 'mei@example.com'
const copied = ['topic', 'agenda', 'type', 'start_time', 'timezone', 'duration', 'host_id', 'recurrence']
const pick = (meeting: Record<string, unknown>) => copied.map((name) => meeting[name])

test('a person duplicates a meeting: all is the same but id, link, passcode and where it came from', async () => {
  await using zoom = await startZoom()
  const first = await zoom.create(weekly, mei)
  const copy = await zoom.get(zoom.emulator.control.portal.duplicate(first.id))
  assert.deepEqual(pick(copy), pick(first))
  assert.deepEqual([first.creation_source, copy.creation_source], ['open_api', 'web_portal'])
  for (const name of ['id', 'uuid', 'join_url', 'password']) assert.notEqual(copy[name], first[name], name)
})

test('with the switch portalDuplicate a copy has the passcode too, and one of a meeting without has none', async () => {
  await using zoom = await startZoom({ switches: { portalDuplicate: 'same_passcode' } })
  const { portal } = zoom.emulator.control
  const first = await zoom.create(weekly)
  const copy = await zoom.get(portal.duplicate(first.id))
  assert.equal(copy.password, 'abc123')
  assert.notEqual(copy.encrypted_password, first.encrypted_password)
  const open = await zoom.create({ ...weekly, password: '', default_password: false })
  assert.equal((await zoom.get(portal.duplicate(open.id))).password, '')
})

test('a person duplicates, moves, deletes and recovers a series', async () => {
  await using zoom = await startZoom()
  const { portal } = zoom.emulator.control
  const first = await zoom.create({ ...weekly, type: 8, recurrence: { type: 2, weekly_days: '5', end_times: 3 } })
  const id = portal.duplicate(first.id)
  assert.deepEqual(pick(await zoom.get(id)), pick(first))
  portal.edit(id, { topic: 'Later', start_time: '2026-12-24T18:00:00' })
  const { topic, occurrences, recurrence } = await zoom.get(id)
  assert.deepEqual([topic, occurrences[0].start_time, recurrence], ['Later', '2026-12-24T10:00:00Z', first.recurrence])
  portal.delete(id)
  assert.equal((await zoom.call('GET', `/meetings/${id}`)).body.code, 3001)
  portal.recover(id)
  assert.equal((await zoom.get(id)).topic, 'Later')
})

test('a person makes a meeting that looks like another one, on the same host', async () => {
  await using zoom = await startZoom()
  const first = await zoom.create(weekly, mei)
  const id = zoom.emulator.control.portal.schedule(weekly, { as: mei })
  const same = await zoom.get(id)
  assert.deepEqual([...pick(same), same.password], [...pick(first), first.password])
  const { host_email } = await zoom.get(zoom.emulator.control.portal.schedule({ topic: 'Mine' }))
  assert.equal(host_email, 'owner@example.com')
})

test('webhooks name the person, and neither the limits nor the journal know of it', async () => {
  const receiver = createReceiver()
  const webhooks = [{ url: 'https://desk.example/', events: ['meeting.*'], secret_token: secretToken }]
  await using zoom = await startZoom({ deliver: receiver.deliver, seed: { webhooks }, switches: { limits: 'all' } })
  const { control, clock } = zoom.emulator
  const { id } = await zoom.create(weekly, mei)
  const [before, calls] = [control.limits(), control.journal.list().length]
  const copy = control.portal.duplicate(id, { as: 'nora@example.com' })
  control.portal.edit(copy, { agenda: 'Nothing' })
  control.portal.delete(copy)
  control.portal.recover(copy)
  assert.deepEqual([control.limits(), control.journal.list().length], [before, calls])
  await clock.advance(1)
  assert.deepEqual(
    receiver.received.map(({ body: { event, payload } }) => [event, payload.operator, payload.object.id]),
    [
      ['meeting.created', 'owner@example.com', id],
      ['meeting.created', 'nora@example.com', copy],
      ['meeting.updated', mei, copy],
      ['meeting.deleted', mei, copy],
      ['meeting.recovered', mei, copy],
    ],
  )
})

test('what cannot be is refused with its reason, and nothing is changed', async () => {
  await using zoom = await startZoom()
  const { portal, life } = zoom.emulator.control
  const { id } = await zoom.create({ topic: 'Weekly' })
  assert.throws(() => portal.duplicate(92_000_000_000), { code: 'meeting_unknown', message: /92000000000/ })
  assert.throws(() => portal.edit(id, {}, { as: 'nobody@example.com' }), { code: 'person_unknown' })
  assert.throws(() => portal.recover(id), { code: 'portal_refused', message: /not in the trash/ })
  assert.throws(() => portal.edit(id, { duration: -1, topic: 'x' }), { code: 'input_invalid', message: /^duration: / })
  life.start(id)
  assert.throws(() => portal.delete(id), { code: 'portal_refused', message: /is running/ })
  assert.equal((await zoom.get(id)).topic, 'Weekly')
})

test('the portal is open to programs over HTTP', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create(weekly)
  const ask = async (path: string, body: object) => {
    const headers = { 'x-convene': '1', 'content-type': 'application/json' }
    const url = `${zoom.emulator.url}/_emulator/portal${path}`
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
    return [answer.status, (await answer.json()) as { meeting_id: number; code: number }] as const
  }
  const [, { meeting_id: copy }] = await ask(`/${id}`, { act: 'duplicate', as: mei })
  assert.deepEqual(await ask(`/${copy}`, { act: 'edit', meeting: { topic: 'Other' } }), [200, { meeting_id: copy }])
  assert.equal((await zoom.get(copy)).topic, 'Other')
  assert.equal((await ask(`/${copy}`, { act: 'delete' }))[0], 200)
  assert.equal((await ask(`/${copy}`, { act: 'delete' }))[0], 404)
  assert.equal((await ask(`/${copy}`, { act: 'recover' }))[0], 200)
  assert.equal((await ask(`/${copy}`, { act: 'recover' }))[0], 409)
  const [made, { meeting_id: look }] = await ask('', { act: 'schedule', as: mei, meeting: weekly })
  assert.deepEqual([made, (await zoom.get(look)).host_email], [200, mei])
  assert.equal((await ask('', { act: 'duplicate' }))[0], 400)
})
