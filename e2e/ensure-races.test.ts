import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { createZoomClient, optionsFromEnvironment, ZoomError } from '@convene/zoom'
import { createMeetingKeeper, type Journal, type MeetingKeeper } from '@convene/zoom/ensure'
import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
import { startEmulator } from '@convene/zoom-emulator'
import { realAmbient } from '../packages/zoom/src/http/ambient.ts'
import type { CallOptions, Operation, Requester, RequestParts } from '../packages/zoom/src/http/operation.ts'
import { createVirtualTime } from '../packages/zoom/test/virtual-time.ts'

const host = 'mei@example.com'
const otherHost = 'nora@example.com'
const startAt = Date.parse('2026-12-17T10:00:00Z')
const minute = 60_000
const meeting = { topic: 'Interview', start_time: '2026-12-18T18:00:00', timezone: 'Asia/Taipei', duration: 45 }

/** What a test does with a call of the keeper; without an answer of its own the call goes on. */
type Between = (call: {
  readonly id: string
  readonly parts: RequestParts
  readonly options: CallOptions | undefined
  /** Lets Zoom do it. */
  readonly go: (parts?: RequestParts) => Promise<unknown>
}) => Promise<unknown> | undefined

/** A keeper, its journal and an emulated Zoom in a time that nobody waits for. */
async function openWorld() {
  const time = createVirtualTime(startAt)
  const emulator = await startEmulator({
    listen: false,
    clock: { now: time.now, after: (ms, run) => time.setTimer(ms, run) },
  })
  const ambient = {
    ...time,
    sha256: (text: string) => time.hold(realAmbient.sha256(text)),
    hmacSha256: (key: string, text: string) => time.hold(realAmbient.hmacSha256(key, text)),
    fetch: (url: string, init: object) => time.hold(emulator.fetch(url, { ...init } as RequestInit)),
  }
  const client = createZoomClient({ ...optionsFromEnvironment(emulator.env), ambient })
  const database = new DatabaseSync(':memory:')
  const journal = createSqliteJournal(database)
  const calls: string[] = []
  const world = {
    time,
    journal,
    calls,
    between: (() => undefined) as Between,
    keeper: undefined as unknown as MeetingKeeper,
    run: <T>(work: Promise<T>) => time.run(work),
    /** Another process over the same journal. */
    openKeeper(over: Partial<Journal> = {}): MeetingKeeper {
      const zoom: Requester = {
        request<Answer>(operation: Operation, parts: RequestParts = {}, options?: CallOptions) {
          calls.push(operation.id)
          const go = (changed = parts) => client.request<Answer>(operation, changed, options)
          return (world.between({ id: operation.id, parts, options, go }) ?? go()) as Promise<Answer>
        },
      }
      return createMeetingKeeper({ zoom, journal: { ...journal, ...over }, ambient })
    },
    countOf: (id: string) => calls.filter((call) => call === id).length,
    async listOf(user: string) {
      const { meetings } = await time.run(Promise.resolve(client.meetings.list({ userId: user })))
      return meetings
    },
    /** Lets a worker work for so long. */
    async work(ms: number) {
      const stop = new AbortController()
      const errors: unknown[] = []
      const work = world.keeper.work({ signal: stop.signal, onError: (error) => errors.push(error) })
      await time.run(time.wait(ms))
      stop.abort()
      await time.run(work)
      assert.deepEqual(errors, [])
    },
    client,
    async [Symbol.asyncDispose]() {
      database.close()
      await emulator[Symbol.asyncDispose]()
    },
  }
  world.keeper = world.openKeeper()
  return world
}

/** The connection ends without an answer. */
const cut = (): Promise<never> =>
  Promise.reject(new ZoomError('network', 'The connection was cut.', { outcome: 'unknown' }))

const limited = (retryAt: number) =>
  new ZoomError('rate_limited', 'Too many.', { outcome: 'not_done', retryAt: new Date(retryAt) })

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
