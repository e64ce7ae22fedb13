import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ZoomError } from '@convene/zoom'
import { createMeetingKeeper, type Journal } from '@convene/zoom/ensure'
import type { Requester } from '../packages/zoom/src/http/operation.ts'
import { type Between, cut, limited, openWorld, startAt } from './parts/keeper-world.ts'

const host = 'mei@example.com'
const otherHost = 'nora@example.com'
const minute = 60_000
const meeting = { topic: 'Interview', start_time: '2026-12-18T18:00:00', timezone: 'Asia/Taipei', duration: 45 }

test('a meeting that Zoom makes at another time than was asked is deleted, and not made again and again', async () => {
  await using world = await openWorld()
  world.between = ({ id, parts, go }) =>
    id === 'meetings.create'
      ? go({ ...parts, body: { ...(parts.body as object), start_time: '2026-12-18T19:00:00' } })
      : undefined
  const { state, reason } = await world.run(world.keeper.ensureMeeting({ key: 'one', host, meeting }))
  assert.deepEqual([state, reason], ['refused', 'not_as_wanted'])
  await world.work(10 * minute)
  assert.equal(world.countOf('meetings.create'), 1)
  assert.deepEqual(await world.listOf(host), [])
})

test('a worker that is killed at another host leaves nothing there when the host is changed back', async () => {
  await using world = await openWorld()
  const { keeper, time } = world
  await world.run(keeper.ensureMeeting({ key: 'one', host, meeting }))
  world.between = ({ id, go }) => (id === 'meetings.create' ? go().then(() => new Promise(() => {})) : undefined)
  await world.run(keeper.planChange({ key: 'one', host: otherHost }))
  void keeper.changeMeeting({ key: 'one', host: otherHost })
  await world.run(time.wait(1000))
  world.between = () => undefined
  await world.run(keeper.planChange({ key: 'one', host }))
  await world.work(20 * minute)
  assert.deepEqual([(await world.listOf(host)).length, await world.listOf(otherHost)], [1, []])
})

test('a change that is taken back before its lost answer was replaced is taken back at Zoom too', async () => {
  for (const second of ['limited', 'lost'] as const) {
    await using world = await openWorld()
    const { keeper } = world
    const { meeting: made } = await world.run(keeper.ensureMeeting({ key: 'one', host, meeting }))
    let updates = 0
    world.between = ({ id, go }) => {
      if (id !== 'meetings.update') return undefined
      updates++
      if (updates === 1) return go().then(cut)
      if (updates > 2) return undefined
      return second === 'lost' ? cut() : Promise.reject(limited(world.time.now() + minute))
    }
    await world.run(keeper.changeMeeting({ key: 'one', meeting: { topic: 'Second' } }, { waitMs: 1500 }))
    await world.run(keeper.planChange({ key: 'one', meeting: { topic: meeting.topic } }))
    await world.work(20 * minute)
    const { topic } = await world.run(world.client.meetings.get({ meetingId: made?.id ?? 0 }))
    assert.equal(topic, meeting.topic, second)
  }
})

test('a meeting whose start had to be put ahead can be changed in everything else', async () => {
  await using world = await openWorld()
  const { keeper, time } = world
  const soon = { ...meeting, start_time: new Date(startAt + minute), timezone: undefined }
  await world.run(keeper.planMeeting({ key: 'one', host, meeting: soon }))
  await world.run(time.wait(10 * minute))
  assert.equal((await world.run(keeper.ensureMeeting({ key: 'one', host, meeting: soon }))).state, 'published')
  const { state, meeting: kept } = await world.run(keeper.changeMeeting({ key: 'one', meeting: { topic: 'Second' } }))
  assert.deepEqual([state, kept?.topic], ['published', 'Second'])
})

test('a found meeting that Zoom does not show for a moment is not made a second time', async () => {
  await using world = await openWorld()
  let reads = 0
  world.between = ({ id, go }) => {
    if (id === 'meetings.create') return go().then(cut)
    if (id === 'meetings.get' && ++reads === 1)
      return Promise.reject(new ZoomError('not_found', 'No.', { zoomCode: 3001 }))
    return undefined
  }
  const { state } = await world.run(world.keeper.ensureMeeting({ key: 'one', host, meeting }))
  assert.equal(state, 'published')
  await world.work(20 * minute)
  assert.deepEqual([world.countOf('meetings.create'), (await world.listOf(host)).length], [1, 1])
})

test('a meeting that was found while the next attempt was about to leave is not made a second time', async () => {
  await using world = await openWorld()
  const made: number[] = []
  world.between = ({ id, go }) => {
    // Lists lag, so that it seems not to be there.
    if (id === 'meetings.list') return go().then((page) => ({ ...(page as object), total_records: 0, meetings: [] }))
    if (id !== 'meetings.create') return undefined
    const send = async () => void made.push(((await go()) as { id: number }).id)
    if (made.length === 0) return send().then(cut)
    const created = { event: 'meeting.created', payload: { object: { id: made[0] } } }
    return world.keeper.hint(created).then(send)
  }
  const { state, meeting: kept } = await world.run(world.keeper.ensureMeeting({ key: 'one', host, meeting }))
  assert.deepEqual([state, made], ['published', [kept?.id]])
})

test('a meeting that somebody deletes right after a change of ours is gone, and one taken from the trash is back', async () => {
  await using world = await openWorld()
  const { keeper } = world
  await world.run(keeper.ensureMeeting({ key: 'one', host, meeting }))
  const { meeting: kept } = await world.run(keeper.changeMeeting({ key: 'one', meeting: { topic: 'Second' } }))
  const meetingId = kept?.id ?? 0
  const tell = async (event: string) => {
    await world.run(keeper.hint({ event, payload: { object: { id: meetingId } } }))
    await world.work(1000)
    return (await world.run(keeper.status('one')))?.state
  }
  await world.run(world.client.meetings.delete({ meetingId }))
  assert.equal(await tell('meeting.deleted'), 'gone')
  await world.run(world.client.meetings.recover({ meetingId }))
  assert.equal(await tell('meeting.recovered'), 'published')
})

test('what a person changes within a minute of a change of ours is told when the echoes are over', async () => {
  await using world = await openWorld()
  const { keeper } = world
  await world.run(keeper.ensureMeeting({ key: 'one', host, meeting }))
  const { meeting: kept } = await world.run(keeper.changeMeeting({ key: 'one', meeting: { topic: 'Second' } }))
  const meetingId = kept?.id ?? 0
  await world.run(world.client.meetings.update({ meetingId, topic: 'By hand' }))
  await world.run(keeper.hint({ event: 'meeting.updated', payload: { object: { id: meetingId } } }))
  await world.work(2 * minute)
  assert.deepEqual((await world.run(keeper.status('one')))?.differs, ['topic'])
})

test('a meeting made by hand with the same passcode is neither adopted nor deleted where agendas are hidden', async () => {
  await using world = await openWorld()
  const { keeper } = world
  const own = { ...meeting, password: 'lunch' }
  let byHand = 0
  world.between = ({ id, options, go }) => {
    if (id === 'meetings.create') return options?.beforeSend?.().then(byHandInstead).then(cut)
    if (id === 'meetings.list')
      return go().then((page) => {
        const { meetings } = page as { meetings: object[] }
        return { ...(page as object), meetings: meetings.map((row) => ({ ...row, agenda: '' })) }
      })
    return undefined
  }
  const byHandInstead = async () => {
    if (byHand === 0) byHand = (await world.client.meetings.create({ userId: host, ...own })).id
  }
  const { state, candidates } = await world.run(keeper.ensureMeeting({ key: 'one', host, meeting: own }))
  assert.deepEqual([state, candidates], ['undecided', [byHand]])
})

/** A refusal by Zoom, in place of what it would do. */
const refuse =
  (operation: string, zoomCode: number): Between =>
  ({ id, options }) =>
    id === operation
      ? Promise.resolve(options?.beforeSend?.()).then(() =>
          Promise.reject(
            new ZoomError('zoom_refused', 'Zoom says no.', { status: 400, zoomCode, outcome: 'not_done' }),
          ),
        )
      : undefined

test('what Zoom has refused is tried again when the same fields are given once more', async () => {
  await using world = await openWorld()
  const { keeper } = world
  world.between = refuse('meetings.create', 3161)
  assert.equal((await world.run(keeper.ensureMeeting({ key: 'one', host, meeting }))).state, 'refused')
  world.between = () => undefined
  assert.equal(
    (await world.run(keeper.changeMeeting({ key: 'one', meeting: { topic: meeting.topic } }))).state,
    'published',
  )
  world.between = refuse('meetings.update', 3000)
  const second = { key: 'one', meeting: { topic: 'Second' } }
  assert.equal((await world.run(keeper.changeMeeting(second))).state, 'refused')
  world.between = () => undefined
  const { state, meeting: kept } = await world.run(keeper.changeMeeting(second))
  assert.deepEqual([state, kept?.topic], ['published', 'Second'])
})

test('a person may say that none of the candidates is it', async () => {
  for (const isCancelled of [false, true]) {
    await using world = await openWorld()
    const { keeper, journal } = world
    await world.run(keeper.planMeeting({ key: 'one', host, meeting }))
    const record = await journal.find('one')
    assert.ok(record)
    const sentAt = startAt - 10 * minute
    const attempt = {
      number: 1,
      host,
      revision: 1,
      hash: 'x',
      password: 'x',
      sentAt,
      giveUpAt: sentAt,
      outcome: 'unknown' as const,
    }
    assert.ok(record.wanted.meeting)
    await journal.save({ ...record, attempts: [{ ...attempt, sent: record.wanted.meeting }], candidates: [111] })
    if (isCancelled) assert.equal((await world.run(keeper.cancelMeeting({ key: 'one' }))).state, 'undecided')
    const { state } = await world.run(keeper.decide({ key: 'one', meetingId: 'none' }))
    assert.equal(state, isCancelled ? 'cancelled' : 'published')
  }
})

test('a cancelled meeting that has ended, which Zoom does not delete any more, keeps nobody busy', async () => {
  await using world = await openWorld()
  await world.run(world.keeper.ensureMeeting({ key: 'one', host, meeting }))
  world.between = refuse('meetings.delete', 3007)
  assert.equal((await world.run(world.keeper.cancelMeeting({ key: 'one' }))).state, 'cancelled')
})

test('a link that somebody has changed at Zoom is told, and no longer when the passcode is changed as wanted', async () => {
  await using world = await openWorld()
  const { keeper } = world
  const { meeting: before } = await world.run(keeper.ensureMeeting({ key: 'one', host, meeting }))
  const meetingId = before?.id ?? 0
  for (let looks = 0; looks < 2; looks++) {
    await world.run(world.client.meetings.update({ meetingId, password: 'by-hand' }))
    await world.run(keeper.hint({ event: 'meeting.updated', payload: { object: { id: meetingId } } }))
    await world.work(1000)
    const { meeting: kept, differs } = (await world.run(keeper.status('one'))) ?? {}
    assert.notEqual(kept?.join_url, before?.join_url)
    assert.deepEqual(differs, ['join_url'])
  }
  const wanted = await world.run(keeper.changeMeeting({ key: 'one', meeting: { password: 'wanted' } }))
  assert.deepEqual([wanted.meeting?.password, wanted.differs], ['wanted', []])
})

test('a meeting of ours that is left beside the wanted one is told, with the proof that is missing', async () => {
  await using world = await openWorld()
  const { keeper } = world
  const { meeting: before } = await world.run(keeper.ensureMeeting({ key: 'one', host, meeting }))
  const id = before?.id ?? 0
  await world.run(world.client.meetings.update({ meetingId: id, agenda: 'By hand' }))
  const { surplus, sentence } = await world.run(keeper.changeMeeting({ key: 'one', host: otherHost }))
  assert.deepEqual(surplus, [{ id, host, state: 'kept', reason: 'its mark is not ours' }])
  assert.match(sentence, new RegExp(`Meeting ${id} beside it is left at Zoom, since its mark is not ours`))
  assert.match((await world.run(keeper.cancelMeeting({ key: 'one' }))).sentence, /^The meeting is cancelled\. Meeting/)
})

test('a change is checked as the first request was', async () => {
  await using world = await openWorld()
  const { keeper } = world
  await world.run(keeper.ensureMeeting({ key: 'one', host, meeting }))
  const wrong: [field: string, change: object][] = [
    ['host', { host: 'me' }],
    ['host', { host: '' }],
    ['host', { host: 17 }],
    ['meeting.userId', { meeting: { userId: host, topic: 'Second' } }],
    ['meeting.default_password', { meeting: { default_password: true } }],
    ['meeting.agenda', { meeting: { agenda: 'x'.repeat(1990) } }],
    ['meeting.settings.use_pmi', { meeting: { settings: { use_pmi: true } } }],
  ]
  for (const [field, change] of wrong)
    await assert.rejects(
      world.run(keeper.changeMeeting({ key: 'one', ...change })),
      (error) => error instanceof ZoomError && error.code === 'invalid_input' && error.details.field === field,
      field,
    )
  assert.equal((await world.run(keeper.status('one')))?.revision, 1)
})

test('what somebody holds in an open transaction is looked for each second, not without rest', async () => {
  await using world = await openWorld()
  let looks = 0
  world.keeper = world.openKeeper({
    claim: async () => void looks++,
    nextDueAt: async () => startAt - 1,
  } as Partial<Journal>)
  await world.work(10_000)
  assert.ok(looks > 8 && looks < 20, `${looks} looks`)
})

test('a list that takes longer to read than a lease lasts is read to its end', async () => {
  await using world = await openWorld()
  world.between = ({ id, parts, go }) => {
    if (id === 'meetings.create' && world.countOf(id) === 1) return go().then(cut)
    if (id !== 'meetings.list') return undefined
    const page = Number(parts.query?.next_page_token ?? 0)
    const empty = { meetings: [], total_records: 0, next_page_token: page < 5 ? String(page + 1) : '' }
    return world.time.wait(25_000).then(() => empty)
  }
  await world.run(world.keeper.planMeeting({ key: 'one', host, meeting }))
  await world.work(20 * minute)
  assert.equal((await world.run(world.keeper.status('one')))?.state, 'published')
  assert.ok(world.countOf('meetings.list') < 40)
})

test('a sweep that should be the last one is taken again when Zoom is away', async () => {
  await using world = await openWorld()
  const { journal } = world
  await world.run(world.keeper.planMeeting({ key: 'one', host, meeting }))
  const record = await journal.find('one')
  assert.ok(record?.wanted.meeting)
  const sentAt = startAt - 24 * 60 * minute
  const attempt = { number: 1, host, revision: 1, hash: 'x', sent: record.wanted.meeting, password: 'x' }
  await journal.save({
    ...record,
    dueAt: undefined,
    attempts: [{ ...attempt, sentAt, giveUpAt: sentAt, outcome: 'not_seen' }],
  })
  await journal.watch(host, startAt, startAt)
  world.between = ({ id }) => (id === 'meetings.list' ? cut() : undefined)
  await world.work(minute)
  assert.equal((await journal.findHost(host))?.sweepAt, startAt + 5 * minute)
  world.between = () => undefined
  await world.work(20 * minute)
  assert.equal((await journal.findHost(host))?.sweepAt, undefined)
})

test('an option that has no effect, or would break a promise, is refused by its name', async () => {
  await using world = await openWorld()
  const { keeper, journal, client } = world
  const zoom: Requester = { request: () => Promise.reject(new Error(`not asked: ${typeof client}`)) }
  const isInvalid = (field: string) => (error: unknown) =>
    error instanceof ZoomError && error.code === 'invalid_input' && error.details.field === field
  for (const [field, settings] of [
    ['settings.quiteMs', { quiteMs: 1 }],
    ['settings.quietMs', { quietMs: '60' }],
    ['settings.pollMs', { pollMs: 0 }],
    ['settings.leaseMs', { leaseMs: 10_000 }],
  ] as const)
    assert.throws(() => createMeetingKeeper({ zoom, journal, settings: settings as object }), isInvalid(field))
  const request = { key: 'one', host, meeting }
  await assert.rejects(keeper.ensureMeeting(request, { waitMs: Number.NaN }), isInvalid('waitMs'))
  assert.equal(await keeper.status('one'), undefined)
  await assert.rejects(keeper.work({ concurrency: 0 }), isInvalid('concurrency'))
})
