import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SignedCalls, startSignedCalls } from '../../test/signed-calls.ts'
import type { FaultInput } from './fault.ts'
import { createFaults, type FaultedCall } from './faults.ts'

const create = 'POST /users/{userId}/meetings'
const path = '/users/me/meetings'
const countMeetings = (zoom: SignedCalls) =>
  zoom.send('GET', path).then(async (answer) => ((await answer.json()) as { total_records: number }).total_records)
const make = (zoom: SignedCalls) => zoom.send('POST', path, { topic: 'One', start_time: '2030-01-01T10:00:00Z' })

/** What a caller gets, as one word or number. */
async function outcome(answer: Promise<Response>): Promise<string | number> {
  try {
    const got = await answer
    const text = await got.text()
    try {
      if (text !== '') JSON.parse(text)
      return got.status
    } catch {
      return text.startsWith('{') ? `broken ${got.status}` : text
    }
  } catch (error) {
    assert.ok(error instanceof TypeError, String(error))
    return error.message
  }
}

const effects: readonly (readonly [
  says: string,
  fault: Omit<FaultInput, 'operation'>,
  outcome: string | number,
  made: number,
])[] = [
  ['a connection cut before the effect leaves nothing', { cut: true }, 'fetch failed', 0],
  ['a connection cut after the effect leaves the meeting', { cut: true, effect: 'done' }, 'fetch failed', 1],
  ['an answer cut in its body leaves the meeting', { cut: 20 }, 'terminated', 1],
  ['a malformed answer leaves the meeting', { malformed: true }, 'broken 201', 1],
  [
    'a status instead of the effect leaves nothing',
    { status: 503, body: 'Service Unavailable' },
    'Service Unavailable',
    0,
  ],
  ['a status after the effect leaves the meeting', { status: 500, effect: 'done', body: { code: 500 } }, 500, 1],
  ['a rule that only counts changes nothing', {}, 201, 1],
]
for (const transport of ['in process', 'over HTTP'])
  for (const [says, fault, expected, made] of effects)
    test(`${says}, ${transport}`, async () => {
      await using zoom = await startSignedCalls({ overHttp: transport === 'over HTTP' })
      const { faults } = zoom.emulator.control
      faults.add({ operation: create, ...fault })
      assert.equal(await outcome(make(zoom)), expected)
      faults.clear()
      assert.equal(await countMeetings(zoom), made)
    })

test('a late effect takes place on the clock, after the caller has given up', async () => {
  await using zoom = await startSignedCalls()
  const { faults, journal } = zoom.emulator.control
  faults.add({ id: 'late', operation: create, cut: true, effect: 'late', late_ms: 30_000 })
  assert.equal(await outcome(make(zoom)), 'fetch failed')
  await zoom.emulator.clock.advance(29_999)
  assert.equal(await countMeetings(zoom), 0)
  await zoom.emulator.clock.advance(1)
  assert.equal(await countMeetings(zoom), 1)
  const { fault, status, landed_at, landed_status } =
    journal.list().find(({ method, path }) => method === 'POST' && path.endsWith('/meetings')) ?? {}
  assert.deepEqual([fault, status, landed_at, landed_status], ['late', undefined, '2026-11-22T04:00:30.000Z', 201])
})

test('a meeting that lists do not show yet can be read all the same', async () => {
  await using zoom = await startSignedCalls()
  zoom.emulator.control.faults.add({ operation: create, list_lag_ms: 5_000, count: 1 })
  const { id } = (await (await make(zoom)).json()) as { id: number }
  await make(zoom)
  assert.equal((await zoom.send('GET', `/meetings/${id}`)).status, 200)
  assert.equal(await countMeetings(zoom), 1)
  await zoom.emulator.clock.advance(5_000)
  assert.equal(await countMeetings(zoom), 2)
})

test('what was made is missing from lists also when the answer is lost, or when it is made late', async () => {
  await using zoom = await startSignedCalls()
  const { control, clock } = zoom.emulator
  const count = { operation: create, count: 1, cut: true, list_lag_ms: 5_000 }
  control.faults.add({ ...count, effect: 'done' })
  control.faults.add({ ...count, effect: 'late', late_ms: 3_000 })
  assert.equal(await outcome(make(zoom)), 'fetch failed')
  assert.equal(await outcome(make(zoom)), 'fetch failed')
  const seen = []
  for (let second = 0; second < 9; second++) {
    seen.push(await countMeetings(zoom))
    await clock.advance(1_000)
  }
  assert.deepEqual(seen, [0, 0, 0, 0, 0, 1, 1, 1, 2])
})

test('a user and a registrant can be missing from their lists, and the meeting stays in its own', async () => {
  await using zoom = await startSignedCalls()
  const { control, clock } = zoom.emulator
  const settings = { approval_type: 0 }
  const made = await zoom.send('POST', path, { topic: 'One', start_time: '2030-01-01T10:00:00Z', settings })
  const { id } = (await made.json()) as { id: number }
  control.faults.add({ operation: 'POST *', list_lag_ms: 5_000 })
  const ann = { email: 'ann@example.com', first_name: 'Ann' }
  await zoom.send('POST', `/meetings/${id}/registrants`, ann)
  await zoom.send('POST', `/meetings/${id}/batch_registrants`, { registrants: [{ ...ann, email: 'ben@example.com' }] })
  await zoom.send('POST', '/users', { action: 'create', user_info: { email: 'new@example.com', type: 1 } })
  const totals = () =>
    Promise.all(
      [`/meetings/${id}/registrants`, '/users?status=pending', path].map(async (list) => {
        const { total_records } = (await (await zoom.send('GET', list)).json()) as { total_records: number }
        return total_records
      }),
    )
  assert.deepEqual(await totals(), [0, 0, 1])
  await clock.advance(5_000)
  assert.deepEqual(await totals(), [2, 1, 1])
})

test('a torn list misses rows that exist, the same ones at every run, and may or may not count them', async () => {
  const read = async (fault: Omit<FaultInput, 'operation'>) => {
    await using zoom = await startSignedCalls({ randomSeed: 1 })
    for (let round = 0; round < 40; round++) await make(zoom)
    const { faults } = zoom.emulator.control
    faults.add({ operation: 'GET *', ...fault })
    const lists = []
    for (let round = 0; round < 2; round++) {
      const answer = await zoom.send('GET', `${path}?page_size=300`)
      const { meetings, total_records } = (await answer.json()) as { meetings: { id: number }[]; total_records: number }
      lists.push({ ids: meetings.map(({ id }) => String(id)), total: total_records })
      const [{ id } = { id: 0 }] = meetings
      assert.equal(((await (await zoom.send('GET', `/meetings/${id}`)).json()) as { id: number }).id, id)
    }
    return lists
  }
  const [whole] = await read({})
  const [first, second] = await read({ list_torn: 0.3, seed: 7 })
  assert.ok(first && second && whole)
  assert.ok(first.ids.length > 20 && first.ids.length < 36)
  assert.notDeepEqual(first.ids, second.ids)
  assert.deepEqual([first.total, second.total], [40, 40])
  assert.deepEqual(await read({ list_torn: 0.3, seed: 7 }), [first, second])
  const [missing = ''] = whole.ids.slice(3)
  const [named] = await read({ list_torn: [missing], torn_total: 'shown' })
  assert.deepEqual(named, { ids: whole.ids.filter((id) => id !== missing), total: 39 })
})

test("a delay waits on the emulator's clock, and a caller that gives up is let go", async () => {
  await using zoom = await startSignedCalls()
  const { emulator } = zoom
  emulator.control.faults.add({ operation: 'GET /users/*', delay_ms: 60_000 })
  const slow = zoom.send('GET', '/users/me')
  await assert.rejects(emulator.fetch('/v2/users/me', { signal: AbortSignal.abort() }), { name: 'AbortError' })
  await emulator.clock.advance(60_000)
  assert.equal((await slow).status, 200)
})

test('sign-in can fail too, for one account', async () => {
  await using zoom = await startSignedCalls()
  const { control, fetch, env } = zoom.emulator
  control.faults.add({ operation: 'POST /oauth/token', account: 'another', status: 500 })
  control.faults.add({
    operation: 'POST /oauth/token',
    account: 'demo-account',
    status: 429,
    headers: { 'retry-after': '1' },
    count: 1,
  })
  const ask = () =>
    fetch('/oauth/token?grant_type=account_credentials&account_id=demo-account', {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${env.ZOOM_CLIENT_ID}:${env.ZOOM_CLIENT_SECRET}`)}` },
    })
  const refused = await ask()
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '1'])
  assert.equal((await ask()).status, 200)
})

const call = (fields: Partial<FaultedCall> = {}): FaultedCall => ({
  operation: create,
  method: 'POST',
  path: '/v2/users/me/meetings',
  accountId: 'demo-account',
  user: { id: 'u1', email: 'mei@example.com' },
  ...fields,
})
const get = call({ operation: 'GET /meetings/{meetingId}', method: 'GET', path: '/v2/meetings/92134567890' })

const patterns: readonly (readonly [operation: string, call: FaultedCall, strikes: boolean])[] = [
  ['*', call(), true],
  [create, call(), true],
  ['post /v2/users/{userId}/meetings', call(), true],
  [create, get, false],
  ['GET /meetings/*', get, true],
  ['GET *', call(), false],
  ['GET /meetings/92134567890', get, true],
  ['GET /meetings/92134567891', get, false],
  ['medium', call(), true],
  ['light', call(), false],
  ['light', get, true],
]
for (const [operation, one, strikes] of patterns)
  test(`${operation} ${strikes ? 'strikes' : 'leaves alone'} ${one.method} ${one.path}`, () => {
    const faults = createFaults()
    faults.add({ operation })
    assert.equal(faults.strike(one) !== undefined, strikes)
  })

test('a rule strikes after those it skips, as often as it may, only its user, and says so', () => {
  const faults = createFaults()
  faults.add({ id: 'one', operation: create, user: 'MEI@example.com', skip: 1, count: 2 })
  const struck = [1, 2, 3, 4].map(() => faults.strike(call()) !== undefined)
  assert.deepEqual(struck, [false, true, true, false])
  assert.equal(faults.strike(call({ user: { id: 'u2', email: 'bo@example.com' } })), undefined)
  assert.deepEqual(
    faults.list().map(({ matched, struck }) => [matched, struck]),
    [[4, 2]],
  )
  assert.equal(faults.remove('one'), true)
  assert.equal(faults.remove('one'), false)
  assert.equal(faults.isEmpty, true)
})

test('chance strikes the same calls at every run, about as many as it says', () => {
  const run = (seed: number) => {
    const faults = createFaults()
    faults.add({ operation: '*', chance: 0.2, seed })
    return Array.from({ length: 1_000 }, () => (faults.strike(call()) ? 'x' : '.')).join('')
  }
  assert.equal(run(1), run(1))
  assert.notEqual(run(1), run(2))
  const struck = run(1).replaceAll('.', '').length
  assert.ok(struck > 150 && struck < 250, String(struck))
})

const mistakes: readonly (readonly [fault: unknown, says: RegExp])[] = [
  [{}, /^operation: is missing/],
  [
    { operation: 'POST /users/{userId}/meetingz' },
    /^operation: .* did you mean "POST \/users\/\{userId\}\/meetings"\?$/,
  ],
  [{ operation: '*', cout: 1 }, /^cout: is not a field of fault; did you mean count\?$/],
  [{ operation: '*', count: 0 }, /^count: 0 is not a whole number from 1 on$/],
  [{ operation: '*', chance: 2 }, /^chance: 2 is not a number from 0 to 1$/],
  [{ operation: '*', status: 99 }, /^status: 99 is not a whole number from 200 to 599$/],
  [{ operation: '*', effect: 'late', cut: true }, /^late_ms: is missing/],
  [{ operation: '*', effect: 'none' }, /^effect: "none" needs/],
  [{ operation: '*', cut: true, status: 500 }, /^cut: a connection that ends has no status/],
  [{ operation: '*', body: 'x' }, /^body: belongs to an answer of your own: say its status too$/],
  [{ operation: '*', status: 500, headers: { 'a b': 'c' } }, /^headers\.a b: is no header with a text$/],
  [{ operation: '*', list_torn: 2 }, /^list_torn: 2 is neither a number from 0 to 1/],
  [{ operation: '*', list_torn: [7] }, /^list_torn: \[7\] is neither/],
  [{ operation: '*', torn_total: 'shown' }, /^torn_total: goes with list_torn$/],
  [{ operation: '*', status: 500, list_torn: 0.1 }, /^list_torn: needs an answer of Zoom/],
  [{ operation: '*', cut: true, list_lag_ms: 1 }, /^list_lag_ms: needs something that is made/],
  ['*', /^fault: "\*" is not an object/],
]
for (const [fault, says] of mistakes)
  test(`a rule ${JSON.stringify(fault)} is refused: ${says.source}`, () => {
    assert.throws(() => createFaults().add(fault), { code: 'input_invalid', message: says })
  })
