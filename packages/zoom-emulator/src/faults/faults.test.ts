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
  ['*', /^fault: "\*" is not an object/],
]
for (const [fault, says] of mistakes)
  test(`a rule ${JSON.stringify(fault)} is refused: ${says.source}`, () => {
    assert.throws(() => createFaults().add(fault), { code: 'input_invalid', message: says })
  })
