import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signIn } from '../../test/signed-calls.ts'
import { startEmulator } from '../index.ts'

async function startControl() {
  const emulator = await startEmulator({ switches: { limits: 'all' } })
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${emulator.url}/_emulator${path}`, {
      method,
      headers: { 'x-convene': '1', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  return { emulator, ask, [Symbol.asyncDispose]: () => emulator.close() }
}

test('faults are added, listed and removed by HTTP, and a wrong one is refused field by field', async () => {
  await using control = await startControl()
  const rule = { operation: 'POST /oauth/token', status: 500, count: 1 }
  const added = await control.ask('POST', '/faults', rule)
  assert.deepEqual(added, { status: 201, body: { ...rule, id: 'fault-1', matched: 0, struck: 0 } })
  assert.equal((await control.emulator.fetch('/oauth/token', { method: 'POST' })).status, 500)
  const { body: listed } = await control.ask('GET', '/faults')
  assert.deepEqual(
    listed.faults.map(({ struck }: { struck: number }) => struck),
    [1],
  )
  const wrong = await control.ask('POST', '/faults', { operation: '*', chance: 2, cot: 1 })
  assert.equal(wrong.status, 400)
  assert.deepEqual(wrong.body.errors, [
    { field: 'cot', message: 'is not a field of fault; did you mean cut?' },
    { field: 'chance', message: '2 is not a number from 0 to 1' },
  ])
  assert.equal((await control.ask('DELETE', '/faults/fault-1')).status, 204)
  assert.equal((await control.ask('DELETE', '/faults/fault-1')).status, 404)
  assert.equal((await control.ask('DELETE', '/faults')).status, 204)
})

test('the journal is read, verified and cleared by HTTP', async () => {
  await using control = await startControl()
  await control.emulator.fetch('/v2/users?page_size=5')
  assert.equal((await control.ask('GET', '/journal')).body.requests[0].status, 401)
  const call = { operation: 'GET /users', query: { page_size: 5 } }
  assert.deepEqual((await control.ask('POST', '/journal/verify', call)).body, { ok: true, times: 1 })
  const missed = await control.ask('POST', '/journal/verify', { ...call, times: 2 })
  assert.deepEqual([missed.status, missed.body.ok, missed.body.times], [200, false, 1])
  assert.equal((await control.ask('POST', '/journal/verify', {})).status, 400)
  assert.equal((await control.ask('DELETE', '/journal')).status, 204)
  assert.deepEqual((await control.ask('GET', '/journal')).body.requests, [])
})

test("what is left of Zoom's limits is told, and a reset forgets it", async () => {
  await using control = await startControl()
  const headers = { authorization: await signIn(control.emulator), 'content-type': 'application/json' }
  const create = () =>
    control.emulator.fetch('/v2/users/me/meetings', { method: 'POST', headers, body: '{"topic": "One"}' })
  await control.emulator.clock.freeze('2030-01-01T00:00:00Z')
  assert.equal((await create()).status, 401)
  headers.authorization = await signIn(control.emulator)
  assert.equal((await create()).status, 201)
  const { body } = await control.ask('GET', '/limits')
  assert.deepEqual(body.accounts[0].labels.medium, { limit: 60, remaining: 59, exceeded: 0 })
  assert.deepEqual(body.accounts[0].labels.heavy.daily, { limit: 60_000, remaining: 60_000 })
  assert.deepEqual(
    body.hosts.map(({ email, remaining }: { email: string; remaining: number }) => [email, remaining]),
    [['owner@example.com', 99]],
  )
  await control.ask('POST', '/reset', {})
  assert.deepEqual((await control.ask('GET', '/limits')).body, { accounts: [], hosts: [] })
})

test('another seed is loaded by HTTP, and a wrong one changes nothing', async () => {
  await using control = await startControl()
  const wrong = await control.ask('POST', '/seed', { users: [{ email: 'x' }] })
  assert.equal(wrong.status, 400)
  assert.match(JSON.stringify(wrong.body.errors), /users\[0\]\.email/)
  assert.equal((await control.ask('GET', '/state')).body.users, 7)
  assert.equal((await control.ask('POST', '/seed', { users: [{ email: 'ann@example.com' }] })).body.users, 1)
})
