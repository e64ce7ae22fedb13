import assert from 'node:assert/strict'
import { test } from 'node:test'
import { now } from '../../test/records.ts'
import { createShelf, cut, refused, type Shelf } from '../../test/shelf.ts'
import { ZoomError, type ZoomErrorCode } from '../errors.ts'
import type { Journal } from './journal.ts'
import { createMeetingKeeper, type MeetingKeeper } from './keeper.ts'
import { defaultSettings } from './settings.ts'
import type { MeetingStatus } from './status.ts'

const meeting = { topic: 'Interview', start_time: '2026-12-18T18:00:00', timezone: 'Asia/Taipei', duration: 45 }
const request = { key: 'booking-17', host: 'mei@example.com', meeting }
const { sendLimitMs, quietMs, betweenReadsMs } = defaultSettings

function start({ shelf = createShelf(), journal = {} }: { shelf?: Shelf; journal?: Partial<Journal> } = {}) {
  const statuses: MeetingStatus[] = []
  const keeper = createMeetingKeeper({
    zoom: shelf.zoom,
    journal: { ...shelf.journal, ...journal },
    ambient: shelf.ambient,
    onStatus: (status) => statuses.push(status),
  })
  const run = <Result>(work: Promise<Result>): Promise<Result> => shelf.time.run(work)
  return { shelf, keeper, statuses, run }
}
const sent = ({ requests }: Shelf, method: string) => requests.filter((one) => one.startsWith(method)).length
const isError = (code: ZoomErrorCode) => (error: unknown) => error instanceof ZoomError && error.code === code
/** The first create is answered so; all else as usual. */
const firstCreate = (shelf: Shelf, answer: Parameters<typeof interceptOnce>[2]) => interceptOnce(shelf, 'POST', answer)
function interceptOnce(shelf: Shelf, method: string, answer: Shelf['intercept']): void {
  let isOver = false
  shelf.intercept = (one) => {
    if (isOver || one.method !== method) return undefined
    isOver = true
    return answer(one)
  }
}

test('a meeting that is asked for twice is made once', async () => {
  const { shelf, keeper, run } = start()
  const first = await run(keeper.ensureMeeting(request))
  const again = await run(keeper.ensureMeeting({ ...request, host: 'MEI@example.com' }))
  assert.equal(first.state, 'published')
  assert.deepEqual(again.meeting, first.meeting)
  assert.equal(sent(shelf, 'POST'), 1)
})

test('the same key for another meeting is an error, and nothing is sent', async () => {
  const { shelf, keeper, run } = start()
  await run(keeper.ensureMeeting(request))
  const count = shelf.requests.length
  for (const other of [
    { ...request, host: 'ken@example.com' },
    { ...request, meeting: { ...meeting, duration: 46 } },
  ])
    await assert.rejects(run(keeper.ensureMeeting(other)), isError('key_reused'))
  assert.equal(shelf.requests.length, count)
})

test('what Zoom is sent bears mark and passcode, and people see neither mark nor anything but what was asked', async () => {
  const { shelf, keeper, run } = start()
  const asked = { ...request, meeting: { ...meeting, agenda: 'Bring your papers.' } }
  const { meeting: kept } = await run(keeper.ensureMeeting(asked))
  const [made] = shelf.meetings.values()
  assert.match(String(made?.agenda), /^convene:[\w-]{11}\.1\.[\w-]{14}\nBring your papers\.$/)
  assert.equal(kept?.agenda, 'Bring your papers.')
  assert.equal(kept?.password, made?.password)
  assert.match(String(made?.password), /^.{8}$/)
})

test('each step is told in order, and who listens badly does no harm', async () => {
  const { shelf, statuses, keeper, run } = start()
  await run(keeper.ensureMeeting(request))
  assert.deepEqual(
    statuses.map(({ state }) => state),
    ['planned', 'sent', 'published'],
  )
  const deaf = createMeetingKeeper({
    zoom: shelf.zoom,
    journal: shelf.journal,
    ambient: shelf.ambient,
    onStatus: () => {
      throw new Error('Nobody listens.')
    },
  })
  assert.equal((await run(deaf.ensureMeeting({ ...request, key: 'booking-18' }))).state, 'published')
})

test('a lost answer is looked for at once, and the meeting that was made is the one', async () => {
  const { shelf, keeper, run } = start()
  firstCreate(shelf, ({ usual }) => {
    usual()
    cut()
  })
  const { state, meeting: kept } = await run(keeper.ensureMeeting(request))
  assert.deepEqual([state, kept?.id, sent(shelf, 'POST')], ['published', 111, 1])
  assert.ok(shelf.time.now() - now < 1000)
})

test('a lost request is sent again only when two lists after the quiet time did not show its meeting', async () => {
  const { shelf, keeper, run } = start()
  firstCreate(shelf, cut)
  const { state, attempts } = await run(keeper.ensureMeeting(request))
  assert.deepEqual([state, attempts, shelf.meetings.size], ['published', 2, 1])
  assert.ok(shelf.time.now() - now >= sendLimitMs + quietMs + betweenReadsMs)
})

test('a program that dies while it sends leaves everything to the next one', async () => {
  const { shelf, keeper } = start()
  firstCreate(shelf, ({ usual }) => {
    usual()
    return new Promise(() => {})
  })
  await assert.rejects(shelf.time.run(Promise.race([keeper.ensureMeeting(request), diesAfter(shelf, 5000)])), /died/)
  shelf.intercept = () => undefined
  const next = start({ shelf })
  const { state, meeting: kept } = await next.run(next.keeper.ensureMeeting(request))
  assert.deepEqual([state, kept?.id, sent(shelf, 'POST')], ['published', 111, 1])
})
const diesAfter = async ({ time }: Shelf, ms: number): Promise<never> => {
  await time.wait(ms)
  throw new Error('died')
}

for (const [what, answer, state, reason] of [
  ['refuses the host', refused(404, 1001, 'User does not exist: mei.'), 'refused', 'refused_by_zoom'],
  ['does not accept the sign-in', refused(401, 124, 'Invalid access token.'), 'planned', 'sign_in_refused'],
] as const)
  test(`that Zoom ${what} is a state, told at once`, async () => {
    const { shelf, keeper, run } = start()
    shelf.intercept = () => answer
    const status = await run(keeper.ensureMeeting(request))
    assert.deepEqual([status.state, status.reason, status.meeting], [state, reason, undefined])
    assert.ok(shelf.time.now() - now < 30_000)
  })

test('a change keeps the link; a cancellation deletes the meeting, and both may be repeated', async () => {
  const { shelf, keeper, run } = start()
  const { meeting: before } = await run(keeper.ensureMeeting(request))
  const change = { key: request.key, meeting: { topic: 'Second' } }
  for (const count of [1, 1]) {
    const { state, meeting: after } = await run(keeper.changeMeeting(change))
    assert.deepEqual([state, after?.topic, after?.join_url], ['published', 'Second', before?.join_url])
    assert.equal(sent(shelf, 'PATCH'), count)
  }
  for (const count of [1, 1]) {
    assert.equal((await run(keeper.cancelMeeting({ key: request.key }))).state, 'cancelled')
    assert.deepEqual([sent(shelf, 'DELETE'), shelf.meetings.size], [count, 0])
  }
})

const strangers: readonly (readonly [
  what: string,
  call: (keeper: MeetingKeeper) => Promise<unknown>,
  ZoomErrorCode,
])[] = [
  [
    'a change of a key that nobody has used',
    (keeper) => keeper.changeMeeting({ key: 'x', meeting: { topic: 'Y' } }),
    'key_unknown',
  ],
  ['a cancellation of a key that nobody has used', (keeper) => keeper.cancelMeeting({ key: 'x' }), 'key_unknown'],
  ['a change of nothing', (keeper) => keeper.changeMeeting({ key: request.key }), 'invalid_input'],
  [
    'a change of a cancelled meeting',
    (keeper) => keeper.changeMeeting({ key: 'cancelled', meeting: { topic: 'Y' } }),
    'conflict',
  ],
  ['a key that is empty', (keeper) => keeper.ensureMeeting({ ...request, key: '' }), 'invalid_input'],
]
for (const [what, call, code] of strangers)
  test(`${what} is an error, and nothing is sent`, async () => {
    const { shelf, keeper, run } = start()
    await run(keeper.planMeeting({ ...request, key: 'cancelled' }))
    await run(keeper.planCancellation({ key: 'cancelled' }))
    await assert.rejects(run(call(keeper)), isError(code))
    assert.deepEqual(shelf.requests, [])
  })

test('a caller waits as long as it says, and gets the state of that moment', async () => {
  const { shelf, keeper, run } = start()
  shelf.intercept = cut
  for (const waitMs of [0, 20_000]) {
    const begun = shelf.time.now()
    const { state, nextAt } = await run(keeper.ensureMeeting(request, { waitMs }))
    assert.deepEqual([state, shelf.time.now() - begun <= waitMs + sendLimitMs], ['unknown', true])
    assert.ok((nextAt?.getTime() ?? 0) > shelf.time.now())
  }
})

test('a signal ends the waiting and not the work: the meeting is there for whoever asks next', async () => {
  const { shelf, keeper, run } = start()
  firstCreate(shelf, cut)
  const controller = new AbortController()
  const waiting = keeper.ensureMeeting(request, { signal: controller.signal })
  const ending = shelf.time.wait(1000).then(() => controller.abort(new Error('gone home')))
  await assert.rejects(run(Promise.all([waiting, ending])), isError('aborted'))
  assert.equal((await run(keeper.status(request.key)))?.state, 'unknown')
  assert.equal((await run(keeper.ensureMeeting(request))).state, 'published')
  assert.equal(shelf.meetings.size, 1)
})

test('many callers of one key, in several processes, at once, get one meeting', async () => {
  const { shelf, keeper, run } = start()
  firstCreate(shelf, cut)
  const { keeper: other } = start({ shelf })
  const calls = Array.from({ length: 20 }, (_, index) => (index % 2 ? keeper : other).ensureMeeting(request))
  const all = await run(Promise.all(calls))
  assert.deepEqual([...new Set(all.map(({ state, meeting }) => `${state} ${meeting?.id}`))], ['published 111'])
  assert.deepEqual([shelf.meetings.size, sent(shelf, 'POST')], [1, 2])
})

test('what only was planned is done by a worker, also one that was resting', async () => {
  const { shelf, keeper, run } = start()
  const controller = new AbortController()
  const working = keeper.work({ signal: controller.signal })
  const planning = async () => {
    await shelf.time.wait(10_300)
    assert.equal((await keeper.planMeeting(request)).state, 'planned')
    await shelf.time.wait(10)
    assert.equal((await keeper.status(request.key))?.state, 'published')
    controller.abort()
    await working
  }
  await run(planning())
})

const broken = new Error('disk full')
const fails = () => Promise.reject(broken)

for (const method of ['find', 'add', 'secret', 'claim', 'save'] as const)
  test(`a journal that fails in "${method}" is told to the caller, and nothing has left`, async () => {
    const { shelf, keeper, run } = start({ journal: { [method]: fails } })
    await assert.rejects(run(keeper.ensureMeeting(request)), broken)
    assert.deepEqual(shelf.requests, [])
    const mended = start({ shelf })
    assert.equal((await mended.run(mended.keeper.ensureMeeting(request))).state, 'published')
    assert.equal(shelf.meetings.size, 1)
  })

test('a journal that fails after the meeting was made: it is found, and not made again', async () => {
  const shelf = createShelf()
  const save: Journal['save'] = (record) => (shelf.meetings.size > 0 ? fails() : shelf.journal.save(record))
  const { keeper, run } = start({ shelf, journal: { save } })
  await assert.rejects(run(keeper.ensureMeeting(request)), broken)
  const mended = start({ shelf })
  const { state, meeting: kept } = await mended.run(mended.keeper.ensureMeeting(request))
  assert.deepEqual([state, kept?.id, sent(shelf, 'POST')], ['published', 111, 1])
})

test('a secret that could not be read is asked for again', async () => {
  let count = 0
  const shelf = createShelf()
  const secret: Journal['secret'] = (fresh) => (count++ === 0 ? fails() : shelf.journal.secret(fresh))
  const { keeper, run } = start({ shelf, journal: { secret } })
  await assert.rejects(run(keeper.ensureMeeting(request)), broken)
  assert.equal((await run(keeper.ensureMeeting(request))).state, 'published')
})
