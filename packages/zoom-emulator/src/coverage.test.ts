import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom } from '../test/start-zoom.ts'
import { createApp } from './app.ts'
import type { EmulatorControl } from './control/control.ts'
import { createFaultControl, createJournalControl } from './control/create-control.ts'
import { createLifeControl } from './control/life.ts'
import { reportLimits } from './control/report-limits.ts'
import { listCoverage } from './coverage.ts'
import { createMovableClock } from './domain/clock.ts'
import { createEvents } from './domain/events.ts'
import { createIds } from './domain/ids.ts'
import { createLimits } from './domain/limits/limits.ts'
import { createListLag } from './domain/list-lag.ts'
import { defaultSwitches } from './domain/switches.ts'
import { createFaults } from './faults/faults.ts'
import type { Emulator } from './http/env.ts'
import { findOperation } from './http/operations.ts'
import { createJournal } from './journal/journal.ts'
import { createStore } from './storage/memory.ts'
import { createWebhooks } from './webhooks/webhooks.ts'

test('the coverage table names exactly the routes that there are', () => {
  const clock = createMovableClock({ now: () => 0 })
  const emulator: Emulator = {
    store: createStore(),
    clock,
    timers: clock,
    events: createEvents(),
    ids: createIds((length) => new Uint8Array(length)),
    limits: createLimits(defaultSwitches),
    journal: createJournal(0, () => 0),
    faults: createFaults(),
    listLag: createListLag(),
    switches: defaultSwitches,
    baseUrl: () => '',
  }
  const webhooks = createWebhooks({
    ...emulator,
    places: { allowHosts: [], isInProcess: true },
    deliver: async () => new Response(),
    after: () => () => {},
  })
  const control: EmulatorControl = {
    clock,
    life: createLifeControl(emulator),
    reset() {},
    webhooks,
    faults: createFaultControl(emulator),
    journal: createJournalControl(emulator),
    limits: () => reportLimits(emulator),
  }
  const routes = createApp(emulator, { control, allowHosts: [], onBug() {} })
    .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v2/'))
    .map(({ method, path }) => `${method} ${path.replace('/v2', '').replaceAll(/:(\w+)/g, '{$1}')}`)
  const present = listCoverage().filter(({ status }) => status !== 'planned')
  assert.deepEqual(
    present.map(({ operation }) => operation).sort(),
    routes.sort(),
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
