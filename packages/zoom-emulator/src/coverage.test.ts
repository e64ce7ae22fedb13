import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom } from '../test/start-zoom.ts'
import { listCoverage } from './coverage.ts'
import { openEmulatedZoom } from './emulated-zoom.ts'
import { findOperation } from './http/operations.ts'

test('the coverage table names exactly the routes that there are', async () => {
  const zoom = await openEmulatedZoom(
    {},
    { baseUrl: () => '', prefix: '', accounts: { create: () => assert.fail(), list: () => [], remove: () => false } },
    {
      now: () => 0,
      randomBytes: (length) => new Uint8Array(length),
      after: () => () => {},
      fetch: () => assert.fail(),
      stopwatch: () => 0,
      reportBug() {},
    },
  )
  const present = listCoverage().filter(({ status }) => status !== 'planned')
  assert.deepEqual(
    present.map(({ operation }) => operation).sort(),
    zoom.app.operations().toSorted(),
    'coverage.ts has to name each route of /v2',
  )
})

test('the table has every operation that is known of Zoom', () => {
  const table = listCoverage()
  assert.equal(new Set(table.map(({ operation }) => operation)).size, table.length)
  assert.ok(table.length > 290)
  assert.ok(table.every(({ status, lacks }) => (status === 'partial') === (lacks !== undefined)))
})

test('an operation is found by a path with ids in it', () => {
  assert.equal(findOperation('GET', '/v2/meetings/123/polls'), 'GET /meetings/{meetingId}/polls')
  assert.equal(findOperation('GET', '/v2/meetings/123/nothing'), undefined)
  assert.equal(findOperation('PUT', '/v2/users'), undefined)
})

test("a call of Zoom's that is not here yet is refused like an unknown one, and says so", async () => {
  await using zoom = await startZoom()
  const planned = await zoom.call('GET', '/metrics/meetings/123/participants')
  assert.equal(planned.status, 404)
  assert.equal(planned.body.code, 2300)
  assert.match(
    planned.body.message,
    /^This API endpoint is not recognized\. .*GET \/metrics\/meetings\/\{meetingId\}\/participants.* not have it yet/,
  )
  assert.equal((await zoom.call('GET', '/meetings/123/nothing')).body.message, 'This API endpoint is not recognized.')
})
