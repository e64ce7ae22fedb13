/** What administrators do over HTTP, on a desk, an emulated Zoom and real webhooks. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type {
  ApiKeyView,
  AuditView,
  BookingView,
  ConnectionView,
  DriftView,
  HostView,
  MemberView,
  NewApiKeyView,
  PageOf,
  PoliciesView,
  Problem,
  ZoomUserView,
} from '@convene/booking/contract'
import { parse } from 'csv-parse/sync'
import { type DeskNetwork, openDeskNetwork } from './parts/desk.ts'

const wish = { title: 'Weekly', start: '2026-12-18T10:00', timeZone: 'UTC', minutes: 60 }

async function open(settings: Readonly<Record<string, string>> = {}) {
  const network = await openDeskNetwork({
    settings,
    members: [
      { id: 'mei', name: '=Mei' },
      { id: 'boss', role: 'manager' },
    ],
  })
  const { url } = await network.startDesk()
  const [root, mei] = await Promise.all([network.signIn('root', url), network.signIn('mei', url)])
  return { network, url, root, mei }
}

/** The booking when Zoom has made its meeting. */
async function booked({
  network,
  mei,
}: Awaited<ReturnType<typeof open>>): Promise<BookingView & { meetingId: number }> {
  const { id } = await mei.ask<BookingView>('POST', '/bookings', wish)
  let view: BookingView | undefined
  await network.until(async () => {
    view = await mei.ask<BookingView>('GET', `/bookings/${id}`)
    return view.meeting !== null
  })
  assert.ok(view?.meeting)
  return { ...view, meetingId: view.meeting.id }
}

const oneOf = async (network: DeskNetwork, look: () => Promise<boolean>) => network.until(look, { leapMs: 20_000 })

test('an administrator makes a host of a Zoom user, changes it, and looks at it now', async () => {
  const at = await open()
  await using _ = at.network
  const { rows } = await at.root.ask<{ rows: ZoomUserView[] }>('GET', '/hosts/zoom-users')
  const other = rows.find(({ isHost }) => !isHost)
  assert.equal(other, undefined, 'the seed has hosts alone')

  const wrong = await at.root.call<HostView>('POST', '/hosts', { body: { name: 'Room 2', zoomUser: 'x', lanes: 0 } })
  assert.equal(wrong.status, 400)
  assert.ok((wrong.body as Problem).field)

  const body = {
    name: 'Room 2',
    zoomUser: 'owner@example.com',
    email: 'owner@example.com',
    plan: 'pro',
    capacity: 100,
    lanes: 1,
  }
  const key = randomUUID()
  const made = await at.root.call<HostView>('POST', '/hosts', { body, key })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const host = made.body as HostView
  assert.deepEqual([host.health.is, host.budget.spent, host.budget.of], ['not_seen_yet', 0, 100])
  assert.deepEqual(
    (await at.root.call<HostView>('POST', '/hosts', { body, key })).body,
    host,
    'once, however often it is sent',
  )
  const twice = await at.root.call<HostView>('POST', '/hosts', { body })
  assert.equal((twice.body as Problem).field, 'zoomUser')

  const changed = await at.root.ask<HostView>('PATCH', `/hosts/${host.id}`, { bufferAfter: 10 })
  assert.deepEqual([changed.bufferAfter, changed.name], [10, 'Room 2'])
  const owned = await at.root.ask<HostView>('PATCH', `/hosts/${host.id}`, { memberId: 'root' })
  assert.ok(owned.memberName, 'whose own host it is, by name')
  const seen = await at.root.ask<HostView>('POST', `/hosts/${host.id}/check`)
  assert.equal(seen.health.is, 'not_at_zoom')
  assert.equal((await at.root.call('POST', '/hosts/nobody/check')).status, 404)
})

test('members are added, searched, changed and erased, and the last administrator stays', async () => {
  const at = await open()
  await using _ = at.network
  const added = await at.root.ask<MemberView>('POST', '/members', {
    email: 'ayse@example.com',
    name: 'Ayşe Kaya',
    role: 'member',
    language: 'tr',
    timeZone: 'Europe/Istanbul',
  })
  const found = await at.root.ask<PageOf<MemberView>>('GET', '/members?search=ayse')
  assert.deepEqual(
    found.rows.map(({ id }) => id),
    [added.id],
  )
  const first = await at.root.ask<PageOf<MemberView>>('GET', '/members?limit=2')
  assert.equal(first.rows.length, 2)
  const second = await at.root.ask<PageOf<MemberView>>('GET', `/members?limit=2&after=${first.next}`)
  assert.ok(!second.rows.some(({ id }) => first.rows.some((row) => row.id === id)))

  const { url } = at.mei
  const ayse = await at.network.signIn(added.id, url)
  await at.root.ask('PATCH', `/members/${added.id}`, { isActive: false })
  assert.equal((await ayse.call('GET', '/bookings')).status, 401, 'who is not active is signed out')
  assert.equal((await at.root.call('DELETE', '/members/root')).status, 403)
  assert.equal((await at.root.call('PATCH', '/members/root', { body: { role: 'member' } })).status, 403)
  const kept = await at.root.ask<{ member: { email: string } }>('GET', `/members/${added.id}/export`)
  assert.equal(kept.member.email, 'ayse@example.com')
  assert.equal((await at.root.call('DELETE', `/members/${added.id}`)).status, 204)
  assert.equal((await at.root.call('GET', `/members/${added.id}/export`)).status, 404)
})

test('rules are set whole, a mistake names its field, and the pool is confirmed by a person', async () => {
  const at = await open()
  await using _ = at.network
  const { pool, ...before } = await at.root.ask<PoliciesView>('GET', '/policies')
  assert.equal(pool?.confirmedBy, 'root')
  assert.ok(pool?.confirmedByName, 'with the name, however many members there are')
  const wrong = await at.root.call('PUT', '/policies', { body: { ...before, longestMinutes: -5 } })
  assert.equal((wrong.body as Problem).field, 'longestMinutes')
  const after = await at.root.ask<PoliciesView>('PUT', '/policies', { ...before, longestMinutes: 30 })
  assert.deepEqual([after.longestMinutes, after.pool], [30, pool])
  assert.equal(((await at.mei.call('POST', '/bookings', { body: wish })).body as Problem).code, 'refused_by_policy')
  assert.equal((await at.root.ask<PoliciesView>('DELETE', '/policies/pool')).pool, null)
  assert.equal((await at.root.call('POST', '/policies/pool', { body: { confirmed: false } })).status, 400)
  assert.ok((await at.root.ask<PoliciesView>('POST', '/policies/pool', { confirmed: true })).pool)
})

test('the audit is read in pages and as files, and no name in it is a formula', async () => {
  const at = await open()
  await using _ = at.network
  await booked(at)
  const page = await at.root.ask<PageOf<AuditView>>('GET', '/audit')
  const made = page.rows.find(({ what }) => what === 'booking_made')
  assert.deepEqual([made?.byName, page.next], ['=Mei', null])
  const first = await at.root.ask<PageOf<AuditView>>('GET', '/audit?limit=1')
  const second = await at.root.ask<PageOf<AuditView>>('GET', `/audit?limit=1&after=${first.next}`)
  assert.deepEqual([...first.rows, ...second.rows], page.rows.slice(0, 2))
  const newest = await at.root.ask<PageOf<AuditView>>('GET', '/audit?order=newest')
  assert.deepEqual(newest.rows, page.rows.toReversed())
  const csv = await at.root.call<string>('GET', '/audit.csv')
  assert.match(csv.headers.get('content-disposition') ?? '', /attachment; filename="audit\.csv"/)
  const rows = parse(csv.body as string, { columns: true, bom: true }) as Record<string, string>[]
  assert.equal(rows.find(({ what }) => what === 'booking_made')?.by_name, "'=Mei")
  const { name, value } = at.root.cookie
  const text = await (await fetch(`${at.url}/api/v1/audit.jsonl`, { headers: { cookie: `${name}=${value}` } })).text()
  assert.equal(text.trimEnd().split('\n').length, rows.length)
  assert.equal((await at.root.call<PageOf<AuditView>>('GET', '/audit?from=yesterday')).status, 400)
})

test('an API key does what its scopes and its member allow, and is shown once', async () => {
  const at = await open()
  await using _ = at.network
  const wrong = await at.mei.call('POST', '/api-keys', { body: { name: 'x', scopes: ['everything'] } })
  assert.equal(wrong.status, 400)
  const input = { name: 'script', scopes: ['bookings:read', 'admin:read'] }
  const request = randomUUID()
  const made = (await at.mei.call<NewApiKeyView>('POST', '/api-keys', { body: input, key: request }))
    .body as NewApiKeyView
  const with_ = (key: string, path: string) =>
    fetch(`${at.url}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } })
  assert.equal((await with_(made.key, '/bookings')).status, 200)
  assert.equal((await with_(made.key, '/members')).status, 403, 'its member is no administrator')
  assert.equal((await with_(made.key, '/calendar?day=2026-12-18')).status, 403, 'it lacks the scope')

  // The answer was lost: the same request gives another key in the place of the first.
  const again = (await at.mei.call<NewApiKeyView>('POST', '/api-keys', { body: input, key: request }))
    .body as NewApiKeyView
  assert.equal(again.id, made.id)
  assert.equal((await with_(made.key, '/bookings')).status, 401)
  assert.equal((await with_(again.key, '/bookings')).status, 200)
  const { rows } = await at.mei.ask<{ rows: ApiKeyView[] }>('GET', '/api-keys')
  assert.equal(rows.length, 1)
  assert.ok(!JSON.stringify(rows).includes(again.key))
  assert.equal((await at.root.call('DELETE', `/api-keys/${made.id}`)).status, 404, 'the keys of others are not there')
  assert.equal((await at.mei.call('DELETE', `/api-keys/${made.id}`)).status, 204)
  assert.equal((await with_(again.key, '/bookings')).status, 401)
})

test('members and managers are refused what is for administrators, and nobody learns more', async () => {
  const at = await open()
  await using _ = at.network
  const boss = await at.network.signIn('boss', at.url)
  for (const path of [
    '/hosts',
    '/hosts/zoom-users',
    '/members',
    '/policies',
    '/drift',
    '/audit',
    '/audit.csv',
    '/mails',
  ])
    for (const caller of [at.mei, boss]) assert.equal((await caller.call('GET', path)).status, 403, path)
  assert.equal((await at.mei.call('GET', '/approvals')).status, 403)
  assert.equal((await boss.call('GET', '/approvals')).status, 200)
  assert.equal((await boss.call('POST', '/connection/test')).status, 403)
})

test('the connection is tried from the sign-in to the clock', async () => {
  const at = await open()
  await using _ = at.network
  const { steps, missingScopes } = await at.root.ask<ConnectionView>('POST', '/connection/test')
  assert.deepEqual(missingScopes, [])
  for (const { is, result, says } of steps)
    if (is !== 'webhooks' && is !== 'clock') assert.equal(result, 'good', `${is}: ${says}`)
})

test('what somebody changes at Zoom is seen by its webhook, shown, and put right by a click', async () => {
  const at = await open({ ZOOM_WEBHOOK_SECRET: 'the-secret-of-the-tests' })
  await using network = at.network
  const subscribed = await network.zoom.control.webhooks.subscribe({
    url: `${at.url}/zoom/webhooks`,
    events: ['meeting.*'],
    secretToken: 'the-secret-of-the-tests',
  })
  assert.ok(subscribed.id, 'the desk has answered the check of its address')
  const { id, meetingId } = await booked(at)
  // Past the time in which a change of ours may be what is told.
  network.leap(120_000)
  await network.client.meetings.update({ meetingId, topic: 'Somebody else wrote this' })
  let drift: DriftView | undefined
  await oneOf(network, async () => {
    drift = (await at.root.ask<{ rows: DriftView[] }>('GET', '/drift')).rows[0]
    return drift !== undefined
  })
  assert.deepEqual([drift?.booking.id, drift?.is, drift?.fields[0]?.field], [id, 'changed', 'topic'])
  await at.root.ask<BookingView>('POST', `/drift/${id}/restore`)
  await oneOf(network, async () => (await network.client.meetings.get({ meetingId })).topic === wish.title)
  assert.deepEqual((await at.root.ask<{ rows: DriftView[] }>('GET', '/drift')).rows, [])
})

test('an administrator books beside the rules, and ends a meeting that runs into the time of the next one', async () => {
  const at = await open()
  await using _ = at.network
  const { network, root, mei } = at
  const onHost = (start: string) => ({ ...wish, start: `2026-12-17T${start}` })
  const book = (start: string) => mei.ask<BookingView>('POST', '/bookings', onHost(start))
  const [first, next] = [await book('09:00'), await book('10:00')]
  const beside = { wish: onHost('09:30'), hostId: first.host.id, organiserId: 'mei' }
  assert.equal((await mei.call('POST', '/bookings/override', { body: beside })).status, 403)
  const key = randomUUID()
  const made = await root.call<BookingView>('POST', '/bookings/override', { body: beside, key })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const again = await root.call<BookingView>('POST', '/bookings/override', { body: beside, key })
  assert.equal((again.body as BookingView).id, (made.body as BookingView).id)
  const another = await root.call('POST', '/bookings/override', { body: { ...beside, wish: onHost('11:30') }, key })
  assert.equal((another.body as Problem).code, 'key_reused')
  const unknown = await root.call('POST', '/bookings/override', { body: { ...beside, hostId: 'nothing' } })
  assert.deepEqual([unknown.status, (unknown.body as Problem).field], [404, 'hostId'])

  const view = () => mei.ask<BookingView>('GET', `/bookings/${first.id}`)
  await oneOf(network, async () => (await view()).meeting !== null)
  const meetingId = (await view()).meeting?.id ?? 0
  const end = (id: string, by = root) => by.call<Problem>('POST', `/bookings/${id}/end-running`)
  network.leap(Date.parse('2026-12-17T09:01:00Z') - network.time.now())
  network.zoom.control.life.start(meetingId)
  const early = await end(first.id)
  assert.deepEqual([early.status, (early.body as Problem).code], [409, 'wrong_state'], 'it has a right to its lane')
  network.leap(Date.parse('2026-12-17T10:00:00Z') - network.time.now())
  await oneOf(network, async () => (await view()).standing.code === 'overruns')
  assert.equal((await end(first.id, mei)).status, 403)
  assert.equal((await end('nothing')).status, 404)
  assert.equal((await end(first.id)).status, 204)
  const live = await network.client.meetings.list({ userId: 'host-1@example.com', type: 'live' })
  assert.deepEqual(live.meetings, [])
  await oneOf(network, async () => (await view()).standing.code !== 'overruns')
  assert.equal((await end(next.id)).status, 409)
})

test('a webhook that Zoom did not sign is refused, and without a secret there is no such address', async () => {
  const at = await open({ ZOOM_WEBHOOK_SECRET: 'the-secret-of-the-tests' })
  await using _ = at.network
  const send = (url: string) =>
    fetch(`${url}/zoom/webhooks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"event":"meeting.deleted"}',
    })
  assert.equal((await send(at.url)).status, 401)
  const burst = await Promise.all(Array.from({ length: 100 }, () => send(at.url)))
  assert.ok(
    burst.every(({ status }) => status === 401),
    'Zoom tells much at once, from few addresses',
  )
  const other = await at.network.startDesk({ ZOOM_WEBHOOK_SECRET: '' })
  assert.equal((await send(other.url)).status, 404)
})
