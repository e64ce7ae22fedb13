import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createVirtualTime } from '../../test/virtual-time.ts'
import { ZoomError } from '../errors.ts'
import type { Operation } from '../http/operation.ts'
import type { Meaning } from '../http/response.ts'
import type { CallSchedule, Turn } from '../http/turn.ts'
import { createScheduler, type SchedulerOptions } from './scheduler.ts'

const operation = (name: string, label: NonNullable<Operation['label']>): Operation => {
  const [method = 'GET', path = ''] = name.split(' ')
  const scopes = { granular: [], classic: [] }
  return { id: name, method: method as Operation['method'], path, repeat: 'safe', label, scopes }
}
const list = operation('GET /users/{userId}/meetings', 'medium')
const create = operation('POST /users/{userId}/meetings', 'medium')
const update = operation('PATCH /meetings/{meetingId}', 'light')
const remove = operation('DELETE /meetings/{meetingId}', 'light')

/** A scheduler on virtual time; `call` waits for a turn and ends it `tookMs` later with this answer. */
function start(options: Partial<SchedulerOptions> = {}) {
  const time = createVirtualTime(Date.parse('2026-12-17T10:00:00Z'))
  const scheduler = createScheduler({ plan: 'pro', ambient: time, ...options })
  const caller = {}
  const went: string[] = []
  const turn = (
    what: Operation,
    path: Record<string, string | number> = {},
    schedule: CallSchedule = {},
    signal: AbortSignal = new AbortController().signal,
  ): Turn | Promise<Turn> =>
    scheduler.turn({ operation: what, parts: { path }, schedule, signal, timeoutMs: 30_000, caller })
  const call = async (name: string, ...given: Parameters<typeof turn>): Promise<number> => {
    const own = await turn(...given)
    went.push(name)
    own.done(answer(200), { ok: true, value: {} })
    return time.now()
  }
  return { time, scheduler, turn, call, went }
}
const answer = (status: number, headers: Record<string, string> = {}) => ({
  status,
  headers: { get: (name: string) => headers[name] ?? null },
  text: '',
})
const refusedBy = (limit: 'host_daily' | 'per_second' | 'daily'): Meaning => ({
  ok: false,
  failure: { code: 'rate_limited', message: 'Too many.', outcome: 'not_done', details: { limit } },
})
const isTooLong = (limit: string, retryAt: string) => (error: unknown) =>
  error instanceof ZoomError &&
  error.code === 'rate_limited' &&
  error.details.limit === limit &&
  error.details.retryAt?.toISOString() === retryAt

test('a host whose day is used up fails at once with the time when it can go on; other hosts go', async () => {
  const { time, call } = start({ longestWaitMs: 60_000 })
  await time.run(Promise.all(Array.from({ length: 100 }, () => call('', create, { userId: 'mei@example.com' }))))
  const before = time.now()
  // Midnight, and 5 s since nobody has said what time it is at Zoom.
  const expected = isTooLong('host_daily', '2026-12-18T00:00:05.000Z')
  await assert.rejects(time.run(call('', create, { userId: 'MEI@example.com' })), expected)
  assert.equal(time.now(), before)
  await time.run(call('', create, { userId: 'kenji@example.com' }))
})

test('a call that would wait too long for its second is not sent, and says when it could go', async () => {
  const { time, call } = start({ longestWaitMs: 1500 })
  const calls = Array.from({ length: 60 }, () => call('', list))
  const results = await time.run(Promise.allSettled(calls))
  assert.deepEqual(
    results.map(({ status }) => status),
    [...Array(40).fill('fulfilled'), ...Array(20).fill('rejected')],
  )
  assert.ok(
    results
      .slice(40)
      .every((one) => one.status === 'rejected' && isTooLong('per_second', '2026-12-17T10:00:02.000Z')(one.reason)),
  )
})

test('a person goes before a sweep that has waited longer', async () => {
  const { time, call, went } = start({ longestWaitMs: Number.POSITIVE_INFINITY })
  const sweep = Array.from({ length: 60 }, () => call('sweep', list, {}, { priority: 'background' }))
  const person = call('person', list, {}, { priority: 'person' })
  await time.run(Promise.all([...sweep, person]))
  assert.equal(went.indexOf('person'), 20)
})

test('a call that is given up while it waits ends with the reason, and its place goes to the next', async () => {
  const { time, scheduler, call } = start()
  const first = Array.from({ length: 20 }, () => call('', list))
  const controller = new AbortController()
  const given = call('', list, {}, {}, controller.signal)
  const next = call('', list)
  assert.equal(scheduler.progress().waiting, 2)
  controller.abort(new Error('not any more'))
  await assert.rejects(given, /not any more/)
  await time.run(Promise.all([...first, next]))
  assert.equal(time.now(), Date.parse('2026-12-17T10:00:01Z'))
})

test('after a refusal that nobody expected it pauses, goes on at half the speed and recovers', async () => {
  const { time, scheduler, turn, call } = start({ longestWaitMs: Number.POSITIVE_INFINITY })
  const refused = await turn(list)
  refused.done(answer(429), refusedBy('per_second'))
  assert.equal(refused.keepsRefusal, true)
  const startedAt = time.now()
  const wentAt = await time.run(Promise.all(Array.from({ length: 11 }, () => call('', list))))
  assert.deepEqual([...new Set(wentAt.map((at) => at - startedAt))], [1500, 2500])
  assert.equal(scheduler.progress().refused, 1)
  await time.run(time.wait(60_000))
  const later = await time.run(Promise.all(Array.from({ length: 20 }, () => call('', list))))
  assert.equal(new Set(later).size, 1)
})

test('a refusal of a host keeps its other calls until midnight, also changes of a meeting that an answer told of', async () => {
  const { time, turn, call } = start()
  const made = await turn(create, { userId: 'mei@example.com' })
  made.done(answer(201), { ok: true, value: { id: 123, host_id: 'MeiId', host_email: 'mei@example.com' } })
  const refused = await turn(update, { meetingId: 123 })
  refused.done(answer(429), refusedBy('host_daily'))
  assert.equal(refused.keepsRefusal, true)
  const expected = isTooLong('host_daily', '2026-12-18T00:00:05.000Z')
  for (const path of [{ userId: 'mei@example.com' }, { userId: 'MeiId' }])
    await assert.rejects(time.run(call('', create, path)), expected)
  await assert.rejects(time.run(call('', update, { meetingId: 9 }, { host: 'mei@example.com' })), expected)
  await call('', update, { meetingId: 9 })
})

test('deletions of one user wait for each other, those of another do not', async () => {
  const { time, scheduler, turn } = start()
  const first = await turn(remove, { meetingId: 1 }, { host: 'mei@example.com' })
  const second = turn(remove, { meetingId: 2 }, { host: 'mei@example.com' })
  await turn(remove, { meetingId: 3 }, { host: 'kenji@example.com' })
  assert.equal(scheduler.progress().waiting, 1)
  first.done(answer(204))
  await time.run(Promise.resolve(second))
})

test('a share of the account is a share of every limit', async () => {
  const { time, call } = start({ share: 0.1, longestWaitMs: Number.POSITIVE_INFINITY })
  const wentAt = await time.run(Promise.all(Array.from({ length: 4 }, () => call('', list))))
  assert.deepEqual(
    wentAt.map((at) => at % 60_000),
    [0, 0, 1000, 1000],
  )
})

test('the label that Zoom names is the one that counts', async () => {
  const { time, turn, call } = start({ longestWaitMs: Number.POSITIVE_INFINITY })
  const first = await turn(create, { userId: 'a' })
  first.done(answer(201, { 'x-ratelimit-category': 'Light' }), { ok: true, value: {} })
  // One of the 30 light calls of this second is gone; as medium ones there were 20.
  const wentAt = await time.run(Promise.all(Array.from({ length: 29 }, () => call('', create, { userId: 'a' }))))
  assert.equal(new Set(wentAt).size, 1)
})

const mistakes = [
  [{ plan: 'gold' }, /^plan is "gold"/],
  [{ share: 0 }, /^share is 0/],
  [{ share: 2 }, /^share is 2/],
  [{ longestWaitMs: -1 }, /^longestWaitMs is -1/],
  [{ store: {} }, /^store is \{\}/],
] as const
for (const [options, message] of mistakes)
  test(`an option that cannot be used is named: ${JSON.stringify(options)}`, () =>
    assert.throws(() => start(options as never), { code: 'invalid_input', message }))

test('a deletion that waits too long for another one of the same user is told so, and to come again later', async () => {
  const { time, turn } = start()
  await turn(remove, { meetingId: 1 }, { host: 'mei@example.com' })
  const second = Promise.resolve(turn(remove, { meetingId: 2 }, { host: 'mei@example.com', longestWaitMs: 5_000 }))
  await assert.rejects(time.run(second), isTooLong('concurrent', '2026-12-17T10:00:06.000Z'))
})
