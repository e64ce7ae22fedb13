import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startEmulator } from '@convene/zoom-emulator'
import { createTestMachine } from './parts/convene.ts'
import { startProxy } from './parts/proxy.ts'

const series = ['meetings', 'create', 'Evening', '--start', '2030-12-17 18:00', '--time-zone', 'Asia/Taipei']

test('an 18:00 that Zoom makes 02:00 ends with code 6, and says which meeting it is', async () => {
  await using zoom = await startEmulator()
  await using proxy = await startProxy(zoom, (answer, { method, path }) => {
    if (method !== 'POST' || !path.endsWith('/meetings')) return
    answer.body = JSON.stringify({ ...JSON.parse(answer.body), start_time: '2030-12-17T18:00:00Z' })
  })
  await using machine = await createTestMachine(proxy.env)
  const { code, stderr } = await machine.run(series)
  assert.equal(code, 6, stderr)
  assert.match(stderr, /2030-12-17T10:00:00/)
  assert.match(stderr, /2030-12-17T18:00:00/)
  assert.match(stderr, /\d{11}/)
})

test('a limit of the day ends with code 5 and says when to come back', async () => {
  await using zoom = await startEmulator()
  await using proxy = await startProxy(zoom, (answer, { method }) => {
    if (method !== 'POST' || answer.status !== 201) return
    const message =
      'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.'
    Object.assign(answer, { status: 429, body: JSON.stringify({ code: 429, message }) })
  })
  await using machine = await createTestMachine(proxy.env)
  const { code, stdout } = await machine.run([...series, '--json'])
  assert.equal(code, 5)
  const { error } = JSON.parse(stdout)
  assert.equal(error.code, 'rate_limited')
  assert.match(error.retryAt, /T00:00:00\.000Z$/)
})

test('an answer that never came is told with its doubt', async () => {
  await using zoom = await startEmulator()
  await using proxy = await startProxy(zoom, (answer, { method, path }) => {
    if (method === 'POST' && path.endsWith('/meetings')) answer.body = '<html>Bad gateway</html>'
  })
  await using machine = await createTestMachine(proxy.env)
  const { code, stderr } = await machine.run(series)
  assert.equal(code, 1, stderr)
  assert.match(stderr, /look for what it makes before you repeat it/)
})

test('a scope that is missing ends with code 4 and is named', async () => {
  await using zoom = await startEmulator({
    seed: { apps: [{ type: 'server_to_server', scopes: ['meeting:read:meeting:admin'] }] },
  })
  await using machine = await createTestMachine(zoom.env)
  const { code, stderr } = await machine.run(series)
  assert.equal(code, 4, stderr)
  assert.match(stderr, /meeting:write:meeting/)
})
